/** `npm run bench -- messages`: from a call to the platform that carries it. See docs/benchmarks.md. */
import { systemClock } from '../../bff/platform/clock'
import { openidOf } from '../../mock/wechat/state'
import { readBenchSettings, type BenchSettings } from '../support/bench'
import { measure } from './measure'
import { openMessagesSite, type MessagesSite } from './messagesSite'
import { databaseOf, run, say, withRig, type Bare } from './rig'
import { bareRequests } from './scenarios'
import { usageOf } from './usage'

const APP = { appid: 'wxdemo0000000000', secret: 'demo-wechat-secret' }
interface Plan { readonly halls: number; readonly waiting: number; readonly calls: number; readonly rates: readonly number[]; readonly bare: number; readonly direct: number }
const planOf = (quick: boolean): Plan => (quick
  ? { halls: 50, waiting: 20, calls: 200, rates: [10, 50], bare: 12_800, direct: 100 }
  : { halls: 200, waiting: 16, calls: 600, rates: [10, 25, 50], bare: 51_200, direct: 300 })

interface Times { readonly p50: number; readonly p99: number; readonly worst: number }
const timesOf = (values: readonly number[]): Times => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), worst: sorted.at(-1) ?? Number.NaN }
}

/** Processor time is for each call, with its service, its two messages and whatever else ran. */
interface Row extends Times { readonly perSecond: number; readonly calls: number; readonly missing: number; readonly serverMicros: number; readonly redisMicros: number }
const measureRate = async (site: MessagesSite, calls: number, perSecond: number): Promise<Row> => {
  const before = await usageOf(site.server.url, site.redis)
  const made = await site.calls(calls, perSecond)
  const arrivals = await site.arrivals(made)
  const after = await usageOf(site.server.url, site.redis)
  const took = made.flatMap(({ calledAt }, i) => (arrivals[i] === null ? [] : [(arrivals[i] as number) - calledAt]))
  const row = { perSecond, calls, missing: calls - took.length, ...timesOf(took), serverMicros: ((after.serverSeconds - before.serverSeconds) * 1e6) / calls, redisMicros: ((after.redisSeconds - before.redisSeconds) * 1e6) / calls }
  say(`  ${perSecond} calls/s: p50 ${row.p50} ms, p99 ${row.p99} ms, worst ${row.worst} ms, ${row.missing} missing`)
  return row
}

/** The platform asked straight, one request after the other: no message can be quicker. */
const measureDirect = async ({ simulatorsUrl }: MessagesSite, count: number): Promise<Times> => {
  const ask = async (path: string, body: object) => (await fetch(`${simulatorsUrl}/wechat/cgi-bin/${path}`, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<{ access_token?: string; errcode?: number }>
  const { access_token: token = '' } = await ask('stable_token', { grant_type: 'client_credential', ...APP })
  const took: number[] = []
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now()
    const { errcode } = await ask(`message/subscribe/send?access_token=${token}`, {
      touser: openidOf(APP.appid, `bench-${n}-${systemClock()}`), template_id: 'demo-template-turn',
      data: { character_string1: { value: 'A001' }, phrase2: { value: '快到了' }, thing3: { value: '测试大厅' }, thing4: { value: '-' } },
    })
    if (errcode !== 0) throw new Error(`the simulator answered ${errcode}`)
    took.push(performance.now() - begun)
  }
  return timesOf(took)
}

const bareRate = async (bare: Bare, count: number): Promise<number> => {
  await measure(bare.url, bareRequests(count / 4), 200)
  return (await measure(bare.url, bareRequests(count), 200)).perSecond
}

const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const textOf = (halls: number, rows: readonly Row[], direct: Times, bare: number): string => [
  line('calls/s', 'calls', 'p50 ms', 'p99 ms', 'worst ms', 'missing', 'server µs', 'Redis µs'), line('---', '---', '---', '---', '---', '---', '---', '---'),
  ...rows.map(({ perSecond, calls, p50, p99, worst, missing, serverMicros, redisMicros }) => line(perSecond, calls, p50, p99, worst, missing, serverMicros.toFixed(0), redisMicros.toFixed(0))),
  line('platform asked straight', '', direct.p50.toFixed(1), direct.p99.toFixed(1), direct.worst.toFixed(1), '', '', ''), '',
  `${halls} halls, one server, one simulator; each call also brings somebody near, who is told too. Bare Koa in the same run: ${bare.toFixed(0)} requests/s.`,
].join('\n')

const bench = async (settings: BenchSettings): Promise<void> => {
  const plan = planOf(settings.quick)
  await withRig(settings, async ({ bare, folder, begun }) => {
    say(`starting ${plan.halls} halls`)
    const site = await openMessagesSite(folder, databaseOf(settings.redisUrl, 0), plan.halls, plan.waiting)
    begun.push(site.stop)
    const perSecond = await bareRate(bare, plan.bare)
    const direct = await measureDirect(site, plan.direct)
    say('warming up')
    await site.arrivals(await site.calls(plan.halls, plan.rates[0] as number * 2))
    const rows: Row[] = []
    for (const rate of plan.rates) rows.push(await measureRate(site, plan.calls, rate))
    return { text: textOf(plan.halls, rows, direct, perSecond), figures: { halls: plan.halls, rows, direct, barePerSecond: perSecond } }
  })
}

run(() => bench(readBenchSettings('messages')))
