import { Redis } from 'ioredis'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../../bff/platform/clock'
import { freePort } from '../../scripts/port.mjs'
import { startProgram, startServerProcess } from '../support/serverProcess'
import { grantCitizens, inPortions } from '../support/sessions'
import { serverEnvironment } from '../support/settings'
import { openWire, type Wire } from '../support/wire'
import { say } from './rig'
import { nextRelease, seek, seekersOf, until, workOut, type Fate, type Seeker } from './rushing'

const PROCESSES = 2
const SLOTS = 10
/** A process may open 20,000 files on a usual machine: nine in ten ask at the same instant, the tenth as soon as a neighbour was answered. */
const CONNECTIONS = 0.9
/** Starting, and each phone's work ahead. */
const LEAD_MS = 100_000
/** What is worked out ahead is good for two minutes. */
const WORK_MS = 100_000
/** As the phone does it. */
const COME_BACK_MS = 2_000

const spreadOf = (values: readonly number[]): { readonly p50: number; readonly p99: number; readonly longest: number } => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), longest: at(1) }
}

export interface RushFigures {
  readonly people: number; readonly places: number; readonly processes: number; readonly winners: number; readonly citizensInTheBook: number
  readonly told: Readonly<Record<string, number>>
  /** Milliseconds since the release: the first answer, that of the winners, and the last of everybody. */
  readonly first: ReturnType<typeof spreadOf>; readonly won: ReturnType<typeof spreadOf>; readonly settled: ReturnType<typeof spreadOf>
  readonly busyAnswers: number; readonly workAsked: number; readonly brokenConnections: number
  /** A hall's board, asked for by somebody else in the meantime. */
  readonly boards: { readonly count: number; readonly p50: number; readonly p99: number; readonly longest: number }
}

/** `people` for `places` at the second of a release, each with work done ahead as on the page that shows the release coming. */
export const measureRush = async (folder: string, redisUrl: string, people: number, places: number): Promise<RushFigures> => {
  const release = nextRelease('rush', { slots: SLOTS, capacity: places / SLOTS, leadMs: LEAD_MS * (people / 20_000) + 20_000 })
  const hallsDir = path.join(folder, 'rush')
  mkdirSync(hallsDir)
  writeFileSync(path.join(hallsDir, 'rush.json'), JSON.stringify(release.hall))
  const redis = new Redis(redisUrl)
  await redis.flushdb()
  const begun: (() => Promise<unknown>)[] = [async () => redis.disconnect()]
  try {
    const urls: string[] = []
    for (let i = 0; i < PROCESSES; i += 1) {
      const server = await startServerProcess(serverEnvironment({
        redisUrl, hallsDir, port: await freePort(), settings: { NODE_ENV: 'production', LOG_LEVEL: 'warn', TRUST_PROXY: 'true', RUSH_BITS: '4' },
      }))
      begun.push(() => server.stop())
      urls.push(server.url)
    }
    const port = String(await freePort())
    const onlooker = await startProgram('tests/load/onlooker.ts', { NODE_ENV: 'production', PORT: port }, { readyPath: '/', args: [port, ...urls.map((url) => `${url}/api/halls/rush/board`)] })
    begun.push(() => onlooker.stop())
    say('  letting people in')
    const seekers = seekersOf(await grantCitizens(redis, people), release)
    const wires: Wire[] = Array.from({ length: Math.ceil(people * CONNECTIONS) }, (_, i) => openWire(urls[i % urls.length] as string))
    begun.push(async () => { for (const wire of wires) wire.close() })
    const helpers = urls.flatMap((url) => Array.from({ length: 16 }, () => openWire(url)))
    begun.push(async () => { for (const wire of helpers) wire.close() })
    await until(release.at - WORK_MS)
    const works: string[] = []
    say('  working ahead')
    await Promise.all(helpers.map(async (wire, first) => {
      for (let i = first; i < people; i += helpers.length) works[i] = await workOut(wire, seekers[i] as Seeker)
    }))
    if (systemClock() > release.at - 1_000) throw new Error('the release came before everybody was ready: this machine is too busy to measure a rush')
    say('  waiting for the release')
    await until(release.at - 1_000)
    await fetch(onlooker.url)
    await until(release.at)
    const fates: Fate[] = []
    await Promise.all(wires.map(async (wire, first) => {
      for (let i = first; i < people; i += wires.length) fates[i] = await seek(wire, seekers[i] as Seeker, release.at, COME_BACK_MS, works[i])
    }))
    const boards = await (await fetch(`${onlooker.url}/told`)).json() as number[]
    return figuresOf(fates, boards, { people, places: release.places, processes: PROCESSES, citizensInTheBook: await ownersOf(redis, release.day) })
  } finally {
    for (const end of begun.reverse()) await end()
  }
}

const figuresOf = (fates: readonly Fate[], boards: readonly number[], known: Pick<RushFigures, 'people' | 'places' | 'processes' | 'citizensInTheBook'>): RushFigures => {
  const winners = fates.filter(({ last }) => last.status === 201)
  const told: Record<string, number> = {}
  for (const { last } of fates) told[last.code ?? 'held'] = (told[last.code ?? 'held'] ?? 0) + 1
  const times = (code: string): number => fates.reduce((sum, { refusals }) => sum + refusals.filter((one) => one === code).length, 0)
  return {
    ...known, winners: winners.length, told,
    first: spreadOf(fates.map(({ firstMs }) => firstMs)), won: spreadOf(winners.map(({ lastMs }) => lastMs)), settled: spreadOf(fates.map(({ lastMs }) => lastMs)),
    busyAnswers: times('BUSY'), workAsked: times('WORK_NEEDED'), brokenConnections: fates.reduce((sum, { broken }) => sum + broken, 0), boards: { count: boards.length, ...spreadOf(boards) },
  }
}

const ownersOf = async (redis: Redis, day: string): Promise<number> => {
  const ids = await redis.zrange(`{hall:rush}:b:${day}:list`, '0', '-1') as string[]
  return new Set(await inPortions(ids.length, (i) => redis.hget(`{hall:rush}:a:${ids[i] ?? ''}`, 'owner'))).size
}
