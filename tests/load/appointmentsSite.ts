import { serviceDay, startOfDay } from '@shared/time'
import { Redis } from 'ioredis'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateHallFiles } from '../../bff/capabilities/halls/generate'
import { idOf } from '../../bff/engine/appointments/ids'
import { systemClock } from '../../bff/platform/clock'
import { freePort } from '../../scripts/port.mjs'
import { newKey } from '../support/people'
import { startServerProcess, type ServerProcess } from '../support/serverProcess'
import { serverEnvironment } from '../support/settings'
import { grantCitizens } from '../support/sessions'
import type { LoadRequest } from './measure'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const DAYS = 30
/** What each line does; each takes one slot. */
const ITEMS = { A: 'residence-permit', B: 'social-insurance-enrolment', C: 'property-record' } as const
const LINES = ['A', 'B', 'C'] as const
/** Half hours from nine to twelve and from one to five. */
const SLOTS = [540, 570, 600, 630, 660, 690, 780, 810, 840, 870, 900, 930, 960, 990]
const HOURS: [string, string][] = [['09:00', '12:00'], ['13:00', '17:00']]
/** Enough that no slot fills up, however the bookings fall. */
const CAPACITY = 40

export interface BookedSite {
  readonly name: string
  readonly server: ServerProcess
  readonly redis: Redis
  /** Empties the book and gives so many bookings that nobody has made yet, each another citizen's: first to hold, then to confirm. */
  readonly bookings: (count: number) => Promise<{ readonly holds: LoadRequest[]; readonly confirms: LoadRequest[] }>
  readonly stop: () => Promise<void>
}

/** Every hall alike: three lines that take appointments for the next 30 days, 1,260 slots in all. */
const writeHalls = (dir: string, count: number): string[] => {
  mkdirSync(dir)
  const booking = { slotMinutes: 30, capacity: CAPACITY, reserve: 0, leadMinutes: 0, horizonDays: DAYS, releaseAt: '00:00', hours: Array.from({ length: 7 }, () => HOURS) }
  return generateHallFiles({ count, alwaysOpen: true }).map((file) => {
    const lines = LINES.map((lineId) => ({ lineId, name: { zh: lineId, en: lineId }, itemIds: [ITEMS[lineId]], booking }))
    const windows = LINES.map((lineId) => ({ windowId: lineId, lineIds: [lineId] }))
    writeFileSync(path.join(dir, `${file.hallId}.json`), JSON.stringify({ ...file, lines, windows }))
    return file.hallId
  })
}

/** Spreads a count over halls, lines, days and slots, so that neighbours meet in none of them. */
const spread = (index: number, hallIds: readonly string[]): { readonly hallId: string; readonly lineId: keyof typeof ITEMS; readonly startsAt: number } => {
  const mixed = Math.imul(index + 1, 2_654_435_761) >>> 0
  const of = <T>(all: readonly T[], shift: number): T => all[(mixed >>> shift) % all.length] as T
  const day = 1 + ((mixed >>> 8) % (DAYS - 1))
  return { hallId: hallIds[index % hallIds.length] as string, lineId: of(LINES, 4), startsAt: startOfDay(serviceDay(systemClock())) + day * DAY_MS + of(SLOTS, 14) * MINUTE_MS }
}

export const openBookedSite = async (folder: string, redisUrl: string, halls: number): Promise<BookedSite> => {
  const name = `${halls} halls, ${DAYS} days`
  const hallsDir = path.join(folder, name)
  const hallIds = writeHalls(hallsDir, halls)
  const server = await startServerProcess(serverEnvironment({
    redisUrl, hallsDir, port: await freePort(),
    // A load comes from one address and few people, and is no rush.
    settings: { NODE_ENV: 'production', LOG_LEVEL: 'warn', RATE_LIMITS: 'false', RUSH_BITS: '0' },
  }))
  const redis = new Redis(redisUrl, { enableAutoPipelining: true })
  return {
    name, server, redis,
    bookings: async (count) => {
      await redis.flushdb()
      const citizens = await grantCitizens(redis, count)
      const holds: LoadRequest[] = []
      const confirms: LoadRequest[] = []
      citizens.forEach(({ token, citizenId }, i) => {
        const { hallId, lineId, startsAt } = spread(i, hallIds)
        const key = newKey()
        const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
        holds.push({ method: 'POST', path: '/api/appointments', body: JSON.stringify({ hallId, lineId, itemIds: [ITEMS[lineId]], startsAt }), headers: { ...headers, 'Idempotency-Key': key } })
        confirms.push({
          method: 'POST', path: `/api/appointments/${idOf(hallId, citizenId, key)}/moves`, body: JSON.stringify({ move: 'confirm' }), headers: { ...headers, 'Idempotency-Key': newKey() },
        })
      })
      return { holds, confirms }
    },
    stop: async () => {
      redis.disconnect()
      await server.stop()
    },
  }
}
