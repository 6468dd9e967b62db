/** `npm run bench -- web`: how soon the web app is there on a poor phone, against a page with hardly anything on it. See docs/benchmarks.md. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readBenchSettings, type BenchSettings } from '../support/bench'
import { openBrowser } from '../support/browser'
import { startStack } from '../support/stack'
import { audit } from '../web/audit/audit'
import { fivePages } from '../web/audit/fivePages'
import { serveBuild } from '../web/serveBuild'
import { median } from './measure'
import { databaseOf, run, say, withRig } from './rig'
import { NETWORKS, usefulAfter } from './webPhone'

const BARE = '这里什么也没有'
/** The least that a page with a script can be, sent as ours is. */
const writeBarePage = async (folder: string): Promise<string> => {
  const root = path.join(folder, 'bare-page')
  await mkdir(path.join(root, 'js'), { recursive: true })
  await writeFile(path.join(root, 'index.html'), '<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><title>-</title><script defer src="/js/bare.00000000.js"></script></head><body></body></html>')
  await writeFile(path.join(root, 'js/bare.00000000.js'), `document.body.append('${BARE}')`)
  return root
}

interface Scored { readonly page: string; readonly scores: readonly number[]; readonly contentMs: number; readonly blockedMs: number; readonly shift: number }
interface Waited { readonly page: string; readonly network: string; readonly times: readonly number[]; readonly ratio: number }

const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const range = (values: readonly number[]): string => `${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`
const textOf = (scored: readonly Scored[], waited: readonly Waited[]): string => [
  line('page', 'performance', 'lowest–highest', 'largest content ms', 'blocked ms', 'layout shift'), line('---', '---', '---', '---', '---', '---'),
  ...scored.map(({ page, scores, contentMs, blockedMs, shift }) => line(page, median(scores), range(scores), Math.round(contentMs), Math.round(blockedMs), shift.toFixed(3))), '',
  line('page', 'network', 'useful ms', 'fastest–slowest', 'of the bare page'), line('---', '---', '---', '---', '---'),
  ...waited.map(({ page, network, times, ratio }) => line(page, network, Math.round(median(times)), range(times), ratio.toFixed(1))),
].join('\n')

const bench = async (settings: BenchSettings): Promise<void> => {
  const rounds = settings.rounds ?? (settings.quick ? 1 : 3)
  await withRig(settings, async ({ folder, begun }) => {
    const stack = await startStack({ redisUrl: databaseOf(settings.redisUrl, 0), processes: 1, settings: { RATE_LIMITS: 'false', NODE_ENV: 'production', LOG_LEVEL: 'warn' } })
    begun.push(stack.stop)
    const bare = await serveBuild(await writeBarePage(folder))
    begun.push(bare.stop)
    const browser = await openBrowser()
    begun.push(() => browser.close())
    const pages = (await fivePages(stack)).filter(({ name }) => !settings.quick || name === 'home')
    const [home] = pages
    if (!home) throw new Error('there is no home')
    const looks = [
      { page: 'bare', url: bare.url, texts: [BARE] },
      { page: 'home, a newcomer’s', url: stack.url, texts: ['扫码取号', '测试大厅'] },
      { page: 'home, with a number', url: stack.url, token: home.token, texts: ['扫码取号', '您的号', '下一位就是您'] },
    ]
    const audited = [{ page: 'bare', url: bare.url }, ...pages.map(({ name, path: at, token }) => ({ page: name, url: `${stack.url}${at}`, token }))]
    const runs: Record<string, { scores: number[]; content: number[]; blocked: number[]; shift: number[] }> = {}
    const times: Record<string, number[]> = {}
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${round} of ${rounds}`)
      for (const network of NETWORKS) for (const look of looks) (times[`${look.page} ${network.name}`] ??= []).push(await usefulAfter(browser, { ...look, network }))
      for (const { page, ...where } of audited) {
        const { scores, numbers } = await audit({ ...where, categories: ['performance'], throttled: true })
        const of = runs[page] ??= { scores: [], content: [], blocked: [], shift: [] }
        of.scores.push(scores.performance ?? 0)
        of.content.push(numbers['largest-contentful-paint'] ?? Number.NaN)
        of.blocked.push(numbers['total-blocking-time'] ?? Number.NaN)
        of.shift.push(numbers['cumulative-layout-shift'] ?? Number.NaN)
        say(`  ${page}: ${scores.performance}`)
      }
    }
    const scored = Object.entries(runs).map(([page, { scores, content, blocked, shift }]): Scored => ({ page, scores, contentMs: median(content), blockedMs: median(blocked), shift: median(shift) }))
    const waited = NETWORKS.flatMap(({ name }) => looks.map(({ page }): Waited => {
      const mine = times[`${page} ${name}`] ?? []
      return { page, network: name, times: mine, ratio: median(mine) / median(times[`bare ${name}`] ?? []) }
    }))
    return { text: textOf(scored, waited), figures: { rounds, scored, waited } }
  })
}

run(() => bench(readBenchSettings('web')))
