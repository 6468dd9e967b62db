/** `npm run bench -- appointments`: what a booking costs, against a bare Koa answer on the same machine, and a rush. See docs/benchmarks.md. */
import { readBenchSettings, type BenchSettings } from '../support/bench'
import { openBookedSite, type BookedSite } from './appointmentsSite'
import { rowsOf, tableOf, type Run } from './report'
import { CONNECTIONS, databaseOf, run, runAt, say, settle, withRig, type Bare } from './rig'
import { measureRush, type RushFigures } from './rushBench'
import { bareRequests } from './scenarios'

const ACTS = ['bare', 'hold', 'confirm', 'book'] as const

interface Plan { readonly rounds: number; readonly requests: { readonly bare: number; readonly bookings: number }; readonly halls: readonly number[]; readonly people: number; readonly places: number }
const planOf = (quick: boolean): Plan => (quick
  ? { rounds: 1, requests: { bare: 6_400, bookings: 3_200 }, halls: [10, 300], people: 2_000, places: 50 }
  : { rounds: 3, requests: { bare: 51_200, bookings: 12_800 }, halls: [10, 2_865], people: 20_000, places: 500 })

const sum = (one: number | null, other: number | null): number | null => (one === null || other === null ? null : one + other)
/** A whole booking, reckoned from its two requests: one after the other. */
const bookOf = (hold: Run, confirm: Run): Run => ({
  act: 'book', site: hold.site, perSecond: 1 / (1 / hold.perSecond + 1 / confirm.perSecond), p50: hold.p50 + confirm.p50, p99: hold.p99 + confirm.p99,
  serverMicros: sum(hold.serverMicros, confirm.serverMicros), redisMicros: sum(hold.redisMicros, confirm.redisMicros),
})

const measureSite = async (site: BookedSite, bare: Bare, { requests }: Plan): Promise<Run[]> => {
  const { holds, confirms } = await site.bookings(requests.bookings)
  await settle(site.redis)
  const plain = await runAt(site, 'bare', bareRequests(requests.bare), 200, bare)
  const hold = await runAt(site, 'hold', holds, 201)
  const confirm = await runAt(site, 'confirm', confirms, 200)
  return [plain, hold, confirm, bookOf(hold, confirm)].map(({ act, site: name, perSecond, p50, p99, serverMicros, redisMicros }) => ({ act, site: name, perSecond, p50, p99, serverMicros, redisMicros }))
}

const measureAll = async (plan: Plan, sites: readonly BookedSite[], bare: Bare): Promise<Run[]> => {
  const runs: Run[] = []
  // Round 0 warms everything up and is not counted.
  for (let round = 0; round <= plan.rounds; round += 1) {
    say(round === 0 ? 'warming up' : `round ${round} of ${plan.rounds}`)
    for (const site of sites) {
      const found = await measureSite(site, bare, plan)
      if (round === 0) continue
      runs.push(...found)
      for (const { act, perSecond, p50, p99 } of found) say(`  ${act.padEnd(8)} ${site.name.padEnd(22)} ${Math.round(perSecond)} requests/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`)
    }
  }
  return runs
}

const rushTable = (rush: RushFigures): string => {
  const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  const of = (name: string, { p50, p99, longest }: { p50: number; p99: number; longest: number }): string => line(name, Math.round(p50), Math.round(p99), Math.round(longest))
  return [
    line('a rush', 'p50 ms', 'p99 ms', 'longest ms'), line('---', '---', '---', '---'),
    of('first answer', rush.first), of('a place', rush.won), of('the last word, of everybody', rush.settled), of(`another page, ${rush.boards.count} times`, rush.boards), '',
    `${rush.people} people for ${rush.places} places over ${rush.processes} processes: ${rush.winners} got one (${rush.citizensInTheBook} different people stand in the book). `
    + `Told: ${Object.entries(rush.told).map(([code, count]) => `${count} ${code}`).join(', ')}; BUSY was said ${rush.busyAnswers} times, work was asked for ${rush.workAsked} times, ${rush.brokenConnections} connections broke before an answer and were made anew.`,
  ].join('\n')
}

const bench = async (settings: BenchSettings): Promise<void> => {
  const plan = { ...planOf(settings.quick), ...(settings.rounds !== null && { rounds: settings.rounds }) }
  await withRig(settings, async ({ bare, folder, begun }) => {
    const sites: BookedSite[] = []
    for (const [i, halls] of plan.halls.entries()) {
      say(`starting ${halls} halls`)
      const site = await openBookedSite(folder, databaseOf(settings.redisUrl, i), halls)
      begun.push(site.stop)
      sites.push(site)
    }
    const runs = await measureAll(plan, sites, bare)
    const rows = rowsOf(runs, sites.map(({ name }) => name), ACTS)
    say('a rush')
    const rush = await measureRush(folder, databaseOf(settings.redisUrl, plan.halls.length), plan.people, plan.places)
    return { text: `${tableOf(rows)}\n\n${rushTable(rush)}`, figures: { connections: CONNECTIONS, rounds: plan.rounds, requests: plan.requests, rows, rush, runs } }
  })
}

run(() => bench(readBenchSettings('appointments')))
