import { Redis } from 'ioredis'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dateTime } from '@shared/time'
import { systemClock } from '../../bff/platform/clock'
import { freePort } from '../../scripts/port.mjs'
import type { BenchSettings } from '../support/bench'
import { startProgram } from '../support/serverProcess'
import { measure, type LoadRequest } from './measure'
import type { Run } from './report'
import { peakDuring, usageOf, type Usage } from './usage'

export const MEGABYTE = 1_048_576
export const CONNECTIONS = 64

/** The bare answer in its own process, and where it tells what it has used. */
export interface Bare { readonly url: string; readonly usageUrl: string; readonly stop: () => Promise<void> }

export const say = (text: string): void => { process.stderr.write(`${text}\n`) }

/** A database to each site: 0 is left alone. */
export const databaseOf = (redisUrl: string, index: number): string => new URL(`/${index + 1}`, redisUrl).href

const requireDurable = async (redisUrl: string): Promise<string> => {
  const redis = new Redis(redisUrl)
  const [settings, info] = await Promise.all([redis.config('GET', 'append*'), redis.info('server')])
  redis.disconnect()
  const flat = (settings as string[]).join(' ')
  if (!flat.includes('appendonly yes') || !flat.includes('appendfsync always')) throw new Error(`this Redis may lose what it acknowledged: ${flat}`)
  return /redis_version:(\S+)/.exec(info)?.[1] ?? ''
}

/** A rewrite of the file in the middle of a run would be measured with it. */
export const settle = async (redis: Redis): Promise<void> => {
  await redis.bgrewriteaof()
  while (/aof_rewrite_in_progress:1|aof_rewrite_scheduled:1/.test(await redis.info('persistence'))) await pause(200)
}

export type Watched = Run & { readonly peak: Pick<Usage, 'serverBytes' | 'redisBytes'> }
interface Measurable { readonly name: string; readonly server: { readonly url: string }; readonly redis: Redis }

/** Measures one act at one site, with the processor time that it took the server and Redis. */
export const runAt = async (site: Measurable, act: string, requests: readonly LoadRequest[], status: number, bare?: Bare): Promise<Watched> => {
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

const startBare = async (): Promise<Bare> => {
  const ports = [await freePort(), await freePort()].map(String)
  const { url, stop } = await startProgram('tests/load/bareKoa.ts', { NODE_ENV: 'production', PORT: ports[0] as string }, { readyPath: '/', args: ports })
  return { url, usageUrl: `http://127.0.0.1:${ports[1]}`, stop }
}

export interface Rig {
  readonly bare: Bare
  /** Gone at the end. */
  readonly folder: string
  /** What was begun and must be ended, in any case. */
  readonly begun: (() => Promise<unknown>)[]
}

/** Prepares what every benchmark needs, prints its text, writes its figures with what they were measured on, and clears all away. */
export const withRig = async ({ redisUrl, out }: BenchSettings, bench: (rig: Rig) => Promise<{ readonly text: string; readonly figures: object }>): Promise<void> => {
  const redis = await requireDurable(redisUrl)
  const folder = await mkdtemp(path.join(tmpdir(), 'yichuang-bench-'))
  const begun: Rig['begun'] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const bare = await startBare()
    begun.push(bare.stop)
    const { text, figures } = await bench({ bare, folder, begun })
    process.stdout.write(`${text}\n`)
    if (out === null) return
    const machine = { processor: cpus()[0]?.model ?? '', cores: cpus().length, memoryGigabytes: Math.round(totalmem() / MEGABYTE / 1_024), node: process.version, redis }
    await mkdir(path.dirname(out), { recursive: true })
    await writeFile(out, `${JSON.stringify({ measured: dateTime(systemClock()), machine, ...figures }, null, 1)}\n`)
    say(`written to ${out}`)
  } finally {
    for (const end of begun.reverse()) await end()
  }
}

/** A program's whole: what goes wrong is one sentence and its exit code. */
export const run = (bench: () => Promise<void>): void => {
  bench().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
    // What it had begun to connect to keeps nobody waiting.
    process.stderr.write('', () => process.exit())
  })
}
