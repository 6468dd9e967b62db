/** `npm run bench`: how much one server process does, against a bare Koa answer on the same machine. See docs/benchmarks.md. */
import { Redis } from 'ioredis'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dateTime } from '@shared/time'
import { systemClock } from '../../bff/platform/clock'
import { freePort } from '../../scripts/port.mjs'
import { readBenchSettings, type BenchSettings } from '../support/bench'
import { startProgram } from '../support/serverProcess'
import { measure, type LoadRequest } from './measure'
import { rowsOf, tableOf, type Act, type Memory, type Run } from './report'
import { bareRequests, boardRequests, heldTickets, positionRequests, takeRequests } from './scenarios'
import { openSite, type Site, type SiteOptions } from './site'
import { peakDuring, usageOf, type Usage } from './usage'

const MEGABYTE = 1_048_576
const CONNECTIONS = 64

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

interface Bare { readonly url: string; readonly usageUrl: string; readonly stop: () => Promise<void> }

const say = (text: string): void => { process.stderr.write(`${text}\n`) }

/** A database to each site: 0 is left alone. */
const databaseOf = (redisUrl: string, index: number): string => new URL(`/${index + 1}`, redisUrl).href

const requireDurable = async (redisUrl: string): Promise<string> => {
  const redis = new Redis(redisUrl)
  const [settings, info] = await Promise.all([redis.config('GET', 'append*'), redis.info('server')])
  redis.disconnect()
  const flat = (settings as string[]).join(' ')
  if (!flat.includes('appendonly yes') || !flat.includes('appendfsync always')) throw new Error(`this Redis may lose what it acknowledged: ${flat}`)
  return /redis_version:(\S+)/.exec(info)?.[1] ?? ''
}

/** A rewrite of the file in the middle of a run would be measured with it. */
const settle = async (redis: Redis): Promise<void> => {
  await redis.bgrewriteaof()
  while (/aof_rewrite_in_progress:1|aof_rewrite_scheduled:1/.test(await redis.info('persistence'))) await pause(200)
}

type Watched = Run & { readonly peak: Pick<Usage, 'serverBytes' | 'redisBytes'> }

/** Measures one act at one site, with the processor time that it took the server and Redis. */
const runAt = async (site: Site, act: Act, requests: readonly LoadRequest[], status: number, bare?: Bare): Promise<Watched> => {
  const look = (): Promise<Usage> => usageOf(bare?.usageUrl ?? site.server.url, site.redis)
  const before = await look()
  const { value, ...peak } = await peakDuring(look, () => measure(bare?.url ?? site.server.url, requests, status, CONNECTIONS))
  const after = await look()
  const micros = (from: number, until: number): number => ((until - from) * 1e6) / requests.length
  return {
    ...value, act, site: site.name, peak,
    serverMicros: micros(before.serverSeconds, after.serverSeconds), redisMicros: bare ? null : micros(before.redisSeconds, after.redisSeconds),
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
  const note = ({ peak, ...run }: Watched): void => {
    runs.push(run)
    say(`  ${run.act.padEnd(8)} ${run.site.padEnd(28)} ${Math.round(run.perSecond)} requests/s, p50 ${run.p50.toFixed(1)} ms, p99 ${run.p99.toFixed(1)} ms`)
    if (run.act === 'bare') return
    const highest = peaks.get(run.site)
    peaks.set(run.site, memoryOf(run.site, 'peak', {
      serverBytes: Math.max(peak.serverBytes, (highest?.serverMegabytes ?? 0) * MEGABYTE), redisBytes: Math.max(peak.redisBytes, (highest?.redisMegabytes ?? 0) * MEGABYTE),
    }))
  }
  const { requests } = plan
  // Round 0 warms everything up and is not counted.
  for (let round = 0; round <= plan.rounds; round += 1) {
    say(round === 0 ? 'warming up' : `round ${round} of ${plan.rounds}`)
    const counted = (run: Watched): void => { if (round > 0) note(run) }
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

const startBare = async (): Promise<Bare> => {
  const ports = [await freePort(), await freePort()].map(String)
  const { url, stop } = await startProgram('tests/load/bareKoa.ts', { NODE_ENV: 'production', PORT: ports[0] as string }, { readyPath: '/', args: ports })
  return { url, usageUrl: `http://127.0.0.1:${ports[1]}`, stop }
}

const bench = async ({ redisUrl, quick, rounds, out }: BenchSettings): Promise<void> => {
  const plan = { ...planOf(quick), ...(rounds !== null && { rounds }) }
  const redis = await requireDurable(redisUrl)
  const folder = await mkdtemp(path.join(tmpdir(), 'yichuang-bench-'))
  const begun: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const bare = await startBare()
    begun.push(bare.stop)
    const sites: Site[] = []
    for (const [i, options] of plan.sites.entries()) {
      say(`starting ${options.name}`)
      const site = await openSite(folder, databaseOf(redisUrl, i), options)
      begun.push(site.stop)
      sites.push(site)
    }
    const { runs, memory } = await measureAll(plan, sites, bare)
    const rows = rowsOf(runs, plan.sites.map(({ name }) => name))
    process.stdout.write(`${tableOf(rows, memory)}\n`)
    if (out === null) return
    const machine = { processor: cpus()[0]?.model ?? '', cores: cpus().length, memoryGigabytes: Math.round(totalmem() / MEGABYTE / 1_024), node: process.version, redis }
    await mkdir(path.dirname(out), { recursive: true })
    await writeFile(out, `${JSON.stringify({ measured: dateTime(systemClock()), machine, connections: CONNECTIONS, rounds: plan.rounds, requests: plan.requests, rows, memory, runs }, null, 1)}\n`)
    say(`written to ${out}`)
  } finally {
    for (const end of begun.reverse()) await end()
  }
}

bench(readBenchSettings()).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
