/** `npm run bench -- cases`: my cases from five systems, guides and search, and what a hanging system does to the rest. See docs/benchmarks.md. */
import { setTimeout as pause } from 'node:timers/promises'
import { readBenchSettings, type BenchSettings } from '../support/bench'
import { crowd } from '../support/crowd'
import { CASE_SYSTEMS, openCasesSite, type CasesSite } from './casesSite'
import { measure, type LoadRequest, type Measured } from './measure'
import { databaseOf, MEGABYTE, run, runAt, say, settle, withRig } from './rig'
import { rowsOf, tableOf, type Run } from './report'
import { bareRequests } from './scenarios'
import { measureSearch, type SearchFigures } from './search'
import { usageOf } from './usage'

const ACTS = ['bare', 'guide', 'search'] as const
const SLOW_MS = 200
const HANGING = 'fifth'
/** Few enough that the simulators, on the same machine, are not what is measured. */
const LOOKERS = 8
const POPULAR = ['residence-permit', 'household-move-in', 'fund-withdrawal-rent', 'primary-school-enrolment', 'property-transfer']
const ASKED = ['搬家', '孩子上学', 'gjj', '居住征', '驾照', '公司注册', '社保转移', '房产证']

interface Plan { readonly rounds: number; readonly requests: number; readonly looks: number; readonly hangSeconds: number }
const planOf = (quick: boolean): Plan => (quick ? { rounds: 1, requests: 6_400, looks: 160, hangSeconds: 8 } : { rounds: 3, requests: 51_200, looks: 800, hangSeconds: 60 })

const guides = (count: number): LoadRequest[] => Array.from({ length: count }, (_, i) => ({ method: 'GET', path: `/api/items/${POPULAR[i % POPULAR.length] ?? ''}/guide` }))
const searches = (count: number): LoadRequest[] => Array.from({ length: count }, (_, i) => ({ method: 'GET', path: `/api/items/search?q=${encodeURIComponent(ASKED[i % ASKED.length] ?? '')}` }))
const boards = (count: number): LoadRequest[] => Array.from({ length: count }, () => ({ method: 'GET', path: '/api/halls/test/board' }))

/** The five asked directly, by as many at once as look at their cases: what there is to wait for at the least. */
const measureSlowest = async (site: CasesSite, count: number): Promise<{ readonly p50: number; readonly p99: number }> => {
  const took: number[] = []
  await crowd(LOOKERS, count, async () => { took.push(await site.slowest()) })
  took.sort((a, b) => a - b)
  const at = (share: number): number => took[Math.floor(took.length * share)] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

interface Hanging {
  /** Boards while people look at their cases: all well, and with one system hanging. */
  readonly boardsWell: Measured; readonly boardsHanging: Measured; readonly looksHanging: Measured
  readonly megabytesBefore: number; readonly megabytesAfter: number
}

const looks = async (site: CasesSite, count: number): Promise<Measured> => measure(site.server.url, await site.lookers(count), 200, LOOKERS)

/** Boards measured over and over while people look at their cases for so long; medians are not needed, all answers count. */
const beside = async (site: CasesSite, seconds: number): Promise<{ readonly boards: Measured; readonly looks: Measured }> => {
  const until = performance.now() + seconds * 1_000
  const found: Measured[] = []
  const asking = looks(site, LOOKERS * Math.max(2, Math.floor(seconds / 1.6)))
  let over = false
  void asking.finally(() => { over = true }).catch(() => undefined)
  while (!over && performance.now() < until) {
    found.push(await measure(site.server.url, boards(3_200), 200, 16))
    await pause(50)
  }
  const mean = (pick: (one: Measured) => number): number => found.reduce((sum, one) => sum + pick(one), 0) / found.length
  return { boards: { perSecond: mean(({ perSecond }) => perSecond), p50: mean(({ p50 }) => p50), p99: mean(({ p99 }) => p99) }, looks: await asking }
}

const megabytes = async (site: CasesSite): Promise<number> => (await usageOf(site.server.url, site.redis)).serverBytes / MEGABYTE

const measureHanging = async (site: CasesSite, seconds: number): Promise<Hanging> => {
  await slowAll(site)
  const well = await beside(site, Math.min(seconds, 20))
  await site.clear()
  const megabytesBefore = await megabytes(site)
  await slowAll(site, HANGING)
  await site.fault({ system: HANGING, kind: 'hang' })
  const hanging = await beside(site, seconds)
  await site.clear()
  return { boardsWell: well.boards, boardsHanging: hanging.boards, looksHanging: hanging.looks, megabytesBefore, megabytesAfter: await megabytes(site) }
}

const slowAll = async (site: CasesSite, but = ''): Promise<void> => {
  for (const system of CASE_SYSTEMS) if (system !== but) await site.fault({ system, kind: 'slow', ms: SLOW_MS })
}

const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const textOf = (found: SearchFigures, slowest: Pick<Measured, 'p50' | 'p99'>, well: Measured, { boardsWell, boardsHanging, looksHanging, megabytesBefore, megabytesAfter }: Hanging): string => {
  const row = (name: string, { p50, p99, perSecond }: Measured): string => line(name, p50.toFixed(0), p99.toFixed(0), perSecond.toFixed(0))
  return [
    line('cases', 'p50 ms', 'p99 ms', 'requests/s'), line('---', '---', '---', '---'),
    line(`the slowest of five systems at ${SLOW_MS} ms, asked directly`, slowest.p50.toFixed(0), slowest.p99.toFixed(0), ''), row(`my cases, five systems at ${SLOW_MS} ms`, well), row('my cases, one system hanging', looksHanging),
    row('a board beside it, all well', boardsWell), row('a board beside it, one hanging', boardsHanging), '',
    `Search among ${found.items} items, in the process, ${found.queries} queries: p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms; the index is built in ${(found.buildMs / 1_000).toFixed(1)} s.`,
    `Server memory before the system hung ${megabytesBefore.toFixed(0)} MB, after ${megabytesAfter.toFixed(0)} MB.`,
  ].join('\n')
}

const bench = async (settings: BenchSettings): Promise<void> => {
  const plan = { ...planOf(settings.quick), ...(settings.rounds !== null && { rounds: settings.rounds }) }
  await withRig(settings, async ({ bare, folder, begun }) => {
    const site = await openCasesSite(folder, databaseOf(settings.redisUrl, 0))
    begun.push(site.stop)
    const runs: Run[] = []
    for (let round = 0; round <= plan.rounds; round += 1) {
      say(round === 0 ? 'warming up' : `round ${round} of ${plan.rounds}`)
      await settle(site.redis)
      const found = [await runAt(site, 'bare', bareRequests(plan.requests), 200, bare), await runAt(site, 'guide', guides(plan.requests), 200), await runAt(site, 'search', searches(plan.requests / 4), 200)]
      if (round > 0) runs.push(...found.map(({ act, site: name, perSecond, p50, p99, serverMicros, redisMicros }) => ({ act, site: name, perSecond, p50, p99, serverMicros, redisMicros })))
    }
    say('search among many items')
    const searching = await measureSearch()
    say('my cases from five systems')
    await slowAll(site)
    await looks(site, LOOKERS * 4)
    await measureSlowest(site, LOOKERS * 4)
    const slowest = await measureSlowest(site, plan.looks)
    const well = await looks(site, plan.looks)
    await site.clear()
    say(`one system hangs for ${plan.hangSeconds} s`)
    const hanging = await measureHanging(site, plan.hangSeconds)
    const rows = rowsOf(runs, [site.name], ACTS)
    return { text: `${tableOf(rows)}\n\n${textOf(searching, slowest, well, hanging)}`, figures: { rounds: plan.rounds, requests: plan.requests, rows, searching, slowest, well, hanging, runs } }
  })
}

run(() => bench(readBenchSettings('cases')))
