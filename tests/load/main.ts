/** `npm run bench`: how much one server process does, against a bare Koa answer on the same machine. See docs/benchmarks.md. */
import { readBenchSettings, type BenchSettings } from '../support/bench'
import { rowsOf, tableOf, type Act, type Memory, type Run } from './report'
import { CONNECTIONS, databaseOf, MEGABYTE, run, runAt, say, settle, withRig, type Bare, type Watched } from './rig'
import { bareRequests, boardRequests, heldTickets, positionRequests, takeRequests } from './scenarios'
import { openSite, type Site, type SiteOptions } from './site'
import { usageOf, type Usage } from './usage'

interface Plan { readonly rounds: number; readonly requests: Readonly<Record<Act, number>>; readonly sites: readonly SiteOptions[] }
const planOf = (quick: boolean): Plan => {
  const citizens = quick ? 3_200 : 25_600
  const [halls, tickets] = quick ? [300, 20_000] : [2_865, 500_000]
  return {
    rounds: quick ? 2 : 3,
    requests: quick ? { bare: 12_800, take: 3_200, position: 6_400, board: 6_400 } : { bare: 51_200, take: 19_200, position: 25_600, board: 51_200 },
    sites: [
      { name: '10 halls, empty day', halls: 10, tickets: 0, citizens }, { name: `${halls} halls, empty day`, halls, tickets: 0, citizens },
      { name: `${halls} halls, ${tickets} tickets`, halls, tickets, citizens },
    ],
  }
}

const memoryOf = (site: string, when: Memory['when'], { serverBytes, redisBytes }: Pick<Usage, 'serverBytes' | 'redisBytes'>): Memory =>
  ({ site, when, serverMegabytes: serverBytes / MEGABYTE, redisMegabytes: redisBytes / MEGABYTE })

const measureAll = async (plan: Plan, sites: readonly Site[], bare: Bare): Promise<{ runs: Run[]; memory: Memory[] }> => {
  const runs: Run[] = []
  const look = async (when: Memory['when']): Promise<Memory[]> =>
    Promise.all(sites.map(async (site) => memoryOf(site.name, when, await usageOf(site.server.url, site.redis))))
  const before = await look('before')
  const peaks = new Map<string, Memory>()
  const note = ({ peak, ...one }: Watched): void => {
    runs.push(one)
    say(`  ${one.act.padEnd(8)} ${one.site.padEnd(28)} ${Math.round(one.perSecond)} requests/s, p50 ${one.p50.toFixed(1)} ms, p99 ${one.p99.toFixed(1)} ms`)
    if (one.act === 'bare') return
    const highest = peaks.get(one.site)
    peaks.set(one.site, memoryOf(one.site, 'peak', {
      serverBytes: Math.max(peak.serverBytes, (highest?.serverMegabytes ?? 0) * MEGABYTE), redisBytes: Math.max(peak.redisBytes, (highest?.redisMegabytes ?? 0) * MEGABYTE),
    }))
  }
  const { requests } = plan
  // Round 0 warms everything up and is not counted.
  for (let round = 0; round <= plan.rounds; round += 1) {
    say(round === 0 ? 'warming up' : `round ${round} of ${plan.rounds}`)
    const counted = (one: Watched): void => { if (round > 0) note(one) }
    for (const [i, site] of sites.entries()) {
      // The site with the many tickets keeps them: giving out so many anew takes longer than all the rest.
      if (plan.sites[i]?.tickets === 0 || round === 0) await site.reset()
      if (round === 0) await settle(site.redis)
      counted(await runAt(site, 'bare', bareRequests(requests.bare), 200, bare))
      counted(await runAt(site, 'take', takeRequests(site, requests.take), 201))
      counted(await runAt(site, 'position', positionRequests(await heldTickets(site, Math.min(requests.position, site.visited())), requests.position), 200))
      counted(await runAt(site, 'board', boardRequests(site, requests.board), 200))
    }
  }
  return { runs, memory: [...before, ...peaks.values(), ...await look('after')] }
}

const bench = async (settings: BenchSettings): Promise<void> => {
  const plan = { ...planOf(settings.quick), ...(settings.rounds !== null && { rounds: settings.rounds }) }
  await withRig(settings, async ({ bare, folder, begun }) => {
    const sites: Site[] = []
    for (const [i, options] of plan.sites.entries()) {
      say(`starting ${options.name}`)
      const site = await openSite(folder, databaseOf(settings.redisUrl, i), options)
      begun.push(site.stop)
      sites.push(site)
    }
    const { runs, memory } = await measureAll(plan, sites, bare)
    const rows = rowsOf(runs, plan.sites.map(({ name }) => name))
    return { text: tableOf(rows, memory), figures: { connections: CONNECTIONS, rounds: plan.rounds, requests: plan.requests, rows, memory, runs } }
  })
}

run(() => bench(readBenchSettings('queue')))
