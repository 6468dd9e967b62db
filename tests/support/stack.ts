import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import type { HallFile } from '../../bff/capabilities/halls/config'
import { readConfig } from '../../bff/config'
import { systemClock, type Clock } from '../../bff/platform/clock'
import { startServer } from '../../bff/server'
import type { Fault } from '../../mock/faults'
import { startSimulators } from '../../mock/simulators'
import { freePort } from '../../scripts/port.mjs'
import { createActs, type Acts } from './acts'
import { createClient, type Client } from './client'
import { hallFile } from './halls'
import { openHttp, type Http } from './http'
import { createPeople, type People } from './people'
import { testRedisUrl } from './redis'
import { startServerProcess, type ServerProcess } from './serverProcess'
import { serverEnvironment } from './settings'

export interface StackOptions {
  /** Two small halls, `test` and `other`, open at any hour, unless given. */
  readonly halls?: readonly HallFile[]
  /** Instead of `halls`: a folder that holds them. */
  readonly hallsDir?: string
  /** In-process servers only. */
  readonly clock?: Clock
  /** Settings of the server that differ, by their names in the environment, e.g. RATE_LIMITS. */
  readonly settings?: Readonly<Record<string, string>>
  /** So many servers, each in a process of its own; one in this process when left out. */
  readonly processes?: number
  /** The run's Redis unless given. Its database is emptied first. */
  readonly redisUrl?: string
}

/** The whole system: Redis, the simulators, the server or servers. */
export interface Stack extends Acts {
  readonly url: string
  readonly urls: readonly string[]
  readonly processes: readonly ServerProcess[]
  readonly redis: Redis
  readonly http: Http
  readonly client: Client
  readonly people: People
  /** Makes an outside system fail in a known way. */
  readonly fault: (fault: Fault) => void
  readonly clearFaults: () => void
  readonly simulatorsUrl: string
  readonly stop: () => Promise<void>
}

/** Line A can be booked at any hour from now on, line B for one place a day at nine. */
const bookableLines = (): HallFile['lines'] => {
  const [a, b] = hallFile().lines as [HallFile['lines'][number], HallFile['lines'][number]]
  const nine = Array.from({ length: 7 }, (): [string, string][] => [['09:00', '10:00']])
  return [
    { ...a, booking: { slotMinutes: 5, capacity: 3, leadMinutes: 0, releaseAt: '00:00' } },
    { ...b, booking: { slotMinutes: 60, capacity: 1, hours: nine, leadMinutes: 0, releaseAt: '00:00' } },
  ]
}

export const twoHalls = (): HallFile[] =>
  [hallFile({ lines: bookableLines() }), hallFile({ hallId: 'other', name: { zh: '另一测试大厅', en: 'Other Test Hall' }, lines: bookableLines() })]

/** Starts everything and waits until it answers. What was started is stopped when a later part does not come up. */
export const startStack = async (options: StackOptions = {}): Promise<Stack> => {
  const begun: (() => unknown)[] = []
  const stop = async (): Promise<void> => {
    for (const end of begun.splice(0).reverse()) await end()
  }
  try {
    return { ...await start(options, begun), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const start = async (options: StackOptions, begun: (() => unknown)[]): Promise<Omit<Stack, 'stop'>> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'yichuang-stack-'))
  begun.push(() => rm(folder, { recursive: true, force: true }))
  const redisUrl = options.redisUrl ?? testRedisUrl()
  const redis = new Redis(redisUrl)
  begun.push(() => redis.disconnect())
  // A Redis that a test takes away is for that test to notice.
  redis.on('error', () => undefined)
  await redis.flushdb()

  const simulators = await startSimulators({ keysFolder: folder, clock: options.clock ?? systemClock })
  begun.push(() => simulators.close())
  const hallsDir = options.hallsDir ?? await writeHalls(folder, options.halls ?? twoHalls())
  const environment = async (): Promise<Record<string, string>> => serverEnvironment({
    redisUrl, port: await freePort(), hallsDir, simulatorsUrl: simulators.url, keysFolder: folder,
    // A clock of the test's own is not Redis's.
    settings: { ...(options.clock && { CLOCK_GUARD_MS: '0' }), ...options.settings },
  })

  const processes: ServerProcess[] = []
  const urls: string[] = []
  for (let i = 0; i < (options.processes ?? 0); i += 1) {
    const server = await startServerProcess(await environment())
    begun.push(() => server.stop())
    processes.push(server)
    urls.push(server.url)
  }
  if (options.processes === undefined) {
    const server = await startServer(readConfig(await environment()), options.clock)
    begun.push(() => server.stop())
    urls.push(`http://127.0.0.1:${server.port}`)
  }

  const http = openHttp()
  begun.push(() => http.close())
  const [url = ''] = urls
  const client = createClient(http, url)
  const people = createPeople(client, http)
  return {
    url, urls, processes, redis, http, client, people, ...createActs(client, people), simulatorsUrl: simulators.url,
    fault: (fault) => simulators.faults.add(fault), clearFaults: () => simulators.faults.clear(),
  }
}

const writeHalls = async (folder: string, halls: readonly HallFile[]): Promise<string> => {
  const dir = await mkdtemp(path.join(folder, 'halls-'))
  for (const hall of halls) await writeFile(path.join(dir, `${hall.hallId}.json`), JSON.stringify(hall))
  return dir
}

/** For a test file: call once at its top. One stack for all its tests, gone after them. */
export const useStack = (options: StackOptions = {}): (() => Stack) => {
  let stack: Stack | undefined
  beforeAll(async () => { stack = await startStack(options) }, 60_000)
  afterAll(async () => { await stack?.stop() })
  return () => {
    if (!stack) throw new Error('the stack runs only within a test')
    return stack
  }
}
