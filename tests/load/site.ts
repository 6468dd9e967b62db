import { Redis } from 'ioredis'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadItems } from '../../bff/capabilities/catalogue/config'
import { loadHalls, type Hall } from '../../bff/capabilities/halls/config'
import { generateHallFiles } from '../../bff/capabilities/halls/generate'
import { createQueueEngine } from '../../bff/engine/queue/engine'
import { systemClock } from '../../bff/platform/clock'
import { freePort } from '../../scripts/port.mjs'
import { newKey, type Citizen } from '../support/people'
import { startServerProcess, type ServerProcess } from '../support/serverProcess'
import { serverEnvironment } from '../support/settings'
import { grantCitizens } from '../support/sessions'

const ROOT = path.resolve(__dirname, '../..')
/** Of each hall's windows so many are open, and somebody is served at each. */
const BUSY_WINDOWS = 2
const LINES = 3
/** In each line: enough for a wait to be told. */
const CALLS = 4
const AT_ONCE = 2_000

export interface SiteOptions { readonly name: string; readonly halls: number; /** Numbers given out before anything is measured. */ readonly tickets: number; readonly citizens: number }
export interface Held { readonly ticketId: string; readonly token: string }
/** Visits are counted through: each is another citizen in another hall, so that nobody meets a limit. */
export interface Visit { readonly citizen: Citizen & { readonly citizenId: string }; readonly hall: Hall; readonly lineId: string }

/** One server with its halls, in a database of its own. */
export interface Site {
  readonly name: string
  readonly server: ServerProcess
  readonly redis: Redis
  readonly halls: readonly Hall[]
  readonly visit: (index: number) => Visit
  /** How many have been made. */
  readonly visited: () => number
  /** The next `count` visits that nobody has made yet. */
  readonly newVisits: (count: number) => Visit[]
  /** Begins the day anew: some windows open, some served, and the tickets of `options`. */
  readonly reset: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Every hall with three lines and eight windows, as a district's would have, so that sites differ in their number of halls alone. */
const likeHalls = (dir: string, count: number): void => {
  const [, district] = generateHallFiles({ count: 2, alwaysOpen: true, capacity: 100_000 })
  if (!district) throw new Error('there is no district hall to copy')
  const lines = district.lines.slice(0, LINES)
  const windows = district.windows.filter(({ lineIds }) => lineIds.every((lineId) => lines.some((line) => line.lineId === lineId)))
  mkdirSync(dir)
  for (const file of generateHallFiles({ count, alwaysOpen: true })) {
    writeFileSync(path.join(dir, `${file.hallId}.json`), JSON.stringify({ ...file, lines, windows }))
  }
}

const inTurn = async (count: number, act: (index: number) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < count; from += AT_ONCE) await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => act(from + i)))
}

export const openSite = async (folder: string, redisUrl: string, options: SiteOptions, nodeOptions?: readonly string[]): Promise<Site> => {
  const hallsDir = path.join(folder, options.name)
  likeHalls(hallsDir, options.halls)
  const halls = loadHalls(hallsDir, loadItems(path.join(ROOT, 'config/items.json')), new Map())
  const redis = new Redis(redisUrl, { enableAutoPipelining: true })
  await redis.flushdb()
  const environment = serverEnvironment({
    redisUrl, hallsDir, port: await freePort(), settings: { NODE_ENV: 'production', LOG_LEVEL: 'warn', RATE_LIMITS: 'false' },
  })
  const server = await startServerProcess(environment, nodeOptions)
  const engine = createQueueEngine({ redis, ticketDays: 8 })
  let citizens: Visit['citizen'][] = []
  let visited = 0

  const visit = (index: number): Visit => {
    const citizen = citizens[index % citizens.length] as Visit['citizen']
    const hall = halls[(index + Math.floor(index / citizens.length)) % halls.length] as Hall
    return { citizen, hall, lineId: (hall.lines[index % hall.lines.length] as Hall['lines'][number]).lineId }
  }
  const take = (hall: Hall, lineId: string, owner: string | null) => engine.take({
    hall, lineId, class: 'ordinary', priority: null, itemId: null, presence: null, owner, actor: owner ?? 'desk', now: systemClock(), key: `preload-${newKey()}`,
  })
  const openHall = async (hall: Hall): Promise<void> => {
    const act = (i: number) => ({ actor: `desk${i}`, now: systemClock(), key: newKey() })
    const windows = hall.windows.slice(0, BUSY_WINDOWS)
    for (const { lineId } of hall.lines) {
      await Promise.all(Array.from({ length: CALLS }, () => take(hall, lineId, null)))
    }
    await Promise.all(windows.map(async ({ windowId }, i) => {
      const serving = { ...hall, windows: hall.windows.map((window) => ({ ...window, lineIds: hall.lines.map(({ lineId }) => lineId) })) }
      await engine.setWindow(hall, windowId, 'open', `desk${i}`, 'clerk', systemClock())
      const rounds = (CALLS * hall.lines.length) / windows.length
      for (let round = 1; round <= rounds; round += 1) {
        const { ticketId } = await engine.callNext(serving, windowId, act(i))
        if (round === rounds) return
        await engine.start(hall, ticketId, 'clerk', act(i))
        await engine.finish(hall, ticketId, 'clerk', act(i))
      }
    }))
  }

  return {
    name: options.name, server, redis, halls, visit, visited: () => visited,
    newVisits: (count) => Array.from({ length: count }, () => visit(visited++)),
    reset: async () => {
      await redis.flushdb()
      visited = 0
      citizens = await grantCitizens(redis, options.citizens)
      await inTurn(halls.length, (i) => openHall(halls[i] as Hall))
      await inTurn(options.tickets, () => {
        const { hall, lineId, citizen } = visit(visited++)
        return take(hall, lineId, citizen.citizenId)
      })
    },
    stop: async () => {
      redis.disconnect()
      await server.stop()
    },
  }
}
