/** `npm run bench -- ratings`: rating a visit, and the supervisor's page with a year behind it. See docs/benchmarks.md. */
import { systemClock } from '../../bff/platform/clock'
import { readBenchSettings, type BenchSettings } from '../support/bench'
import { grantVisits } from '../support/finishedVisits'
import { newKey } from '../support/people'
import { grantStaff } from '../support/sessions'
import { measure, type LoadRequest, type Measured } from './measure'
import { rowsOf, tableOf, type Run } from './report'
import { databaseOf, MEGABYTE, run, runAt, say, settle, withRig } from './rig'
import { bareRequests } from './scenarios'
import { openSite, type Site } from './site'
import { writeFigures } from './yearOfFigures'

const ACTS = ['bare', 'rate'] as const
/** Supervisors who look at once. */
const LOOKERS = 8
const YEAR_DAYS = 365

interface Plan { readonly rounds: number; readonly halls: number; readonly citizens: number; readonly bare: number; readonly ratings: number; readonly looks: number }
const planOf = (quick: boolean): Plan => (quick ? { rounds: 1, halls: 300, citizens: 640, bare: 12_800, ratings: 3_200, looks: 400 } : { rounds: 3, halls: 2_865, citizens: 6_400, bare: 51_200, ratings: 19_200, looks: 2_400 })

/** One in twenty is bad, and opens a work order. */
const ratings = async (site: Site, count: number): Promise<LoadRequest[]> => {
  const citizens = Array.from({ length: 640 }, (_, i) => site.visit(i).citizen)
  const visits = await grantVisits(site.redis, citizens, site.halls.map(({ hallId }) => hallId), count)
  return visits.map(({ ticketId, token }, i) => ({
    method: 'POST', path: `/api/tickets/${ticketId}/rating`, headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': newKey(), 'Content-Type': 'application/json' },
    body: JSON.stringify(i % 20 === 0 ? { level: 1, tags: ['115'], text: '演示：等了很久，材料要求多次提交' } : { level: 5, tags: ['510', '517'] }),
  }))
}

const pages = (site: Site, token: string, count: number): LoadRequest[] => Array.from({ length: count }, (_, i) => {
  const { hallId, district } = site.halls[i % site.halls.length] as Site['halls'][number]
  const scope = ['city', `d.${district}`, `h.${hallId}`][i % 3] ?? 'city'
  return { method: 'GET', path: `/api/staff/supervision?scope=${scope}`, headers: { Authorization: `Bearer ${token}` } }
})

const megabytesOf = async ({ redis }: Site): Promise<number> => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0) / MEGABYTE

interface Looks { readonly afterDay: Measured; readonly afterYear: Measured; readonly workingDays: number; readonly megabytes: number }
const measurePages = async (site: Site, count: number): Promise<Looks> => {
  const [member] = await grantStaff(site.redis, 1, 'supervisor')
  const look = async (): Promise<Measured> => {
    await measure(site.server.url, pages(site, member?.token ?? '', LOOKERS * 6), 200, LOOKERS)
    return measure(site.server.url, pages(site, member?.token ?? '', count), 200, LOOKERS)
  }
  await writeFigures(site.redis, site.halls, systemClock(), 1)
  const afterDay = await look()
  const before = await megabytesOf(site)
  const workingDays = await writeFigures(site.redis, site.halls, systemClock(), YEAR_DAYS)
  const megabytes = await megabytesOf(site) - before
  await settle(site.redis)
  return { afterDay, afterYear: await look(), workingDays, megabytes }
}

const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const textOf = (halls: number, { afterDay, afterYear, workingDays, megabytes }: Looks): string => [
  line('supervisor’s page', 'p50 ms', 'p99 ms', 'pages/s'), line('---', '---', '---', '---'),
  ...([['after a day', afterDay], ['after a year', afterYear]] as const).map(([name, { p50, p99, perSecond }]) => line(name, p50.toFixed(1), p99.toFixed(1), perSecond.toFixed(0))), '',
  `Figures of ${halls} halls, five windows each, ${workingDays} working days with a million ratings: ${megabytes.toFixed(0)} MB of Redis.`,
].join('\n')

const bench = async (settings: BenchSettings): Promise<void> => {
  const plan = { ...planOf(settings.quick), ...(settings.rounds !== null && { rounds: settings.rounds }) }
  await withRig(settings, async ({ bare, folder, begun }) => {
    say(`starting ${plan.halls} halls`)
    const site = await openSite(folder, databaseOf(settings.redisUrl, 0), { name: `${plan.halls} halls`, halls: plan.halls, tickets: 0, citizens: plan.citizens })
    begun.push(site.stop)
    await site.reset()
    const runs: Run[] = []
    for (let round = 0; round <= plan.rounds; round += 1) {
      say(round === 0 ? 'warming up' : `round ${round} of ${plan.rounds}`)
      const requests = await ratings(site, plan.ratings)
      await settle(site.redis)
      const found = [await runAt(site, 'bare', bareRequests(plan.bare), 200, bare), await runAt(site, 'rate', requests, 201)]
      if (round > 0) runs.push(...found.map(({ act, site: name, perSecond, p50, p99, serverMicros, redisMicros }) => ({ act, site: name, perSecond, p50, p99, serverMicros, redisMicros })))
    }
    say('the supervisor’s page')
    const looks = await measurePages(site, plan.looks)
    const rows = rowsOf(runs, [site.name], ACTS)
    return { text: `${tableOf(rows)}\n\n${textOf(plan.halls, looks)}`, figures: { rounds: plan.rounds, requests: { bare: plan.bare, rate: plan.ratings, page: plan.looks }, rows, looks, runs } }
  })
}

run(() => bench(readBenchSettings('ratings')))
