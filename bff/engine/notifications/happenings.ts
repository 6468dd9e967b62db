import { MOST_AHEAD } from '@shared/messageKinds'
import type { CaseChangeKind, Happening, Happenings, Leaver, LogName, NearTicket } from '../../capabilities/notifications/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept, pairsOf } from '../reply'
import { appointmentKey, bookLogKey, CASES_LOG, cursorsKey, dayKey, leaseKey, leavingKey, queueLogKey, ratingKey, ratingsLogKey, ticketKey, toldKey } from './keys'
import { messageScripts as scripts } from './scripts'

/** Longer than a queue's own log lives, or it would be told again. */
const CURSORS_TTL = 90 * 86_400
/** A day's marks are of no use after it. */
const DAY_TTL = 2 * 86_400
const NOTHING = { what: 'nothing' } as const

type Fields = Readonly<Record<string, string>>
type Followers = Extract<Happening, { what: 'case' }>['followers']

const keyOf = (log: LogName): string => {
  switch (log.of) {
    case 'queue': return queueLogKey(log.hallId, log.day)
    case 'book': return bookLogKey(log.hallId)
    case 'ratings': return ratingsLogKey(log.hallId)
    case 'cases': return CASES_LOG
  }
}
/** Where a log's cursor is kept, and under which name. */
const cursorOf = (log: LogName): [string, string] =>
  [cursorsKey(log.of === 'queue' ? log.day : null), log.of === 'cases' ? 'cases' : `${log.of}/${log.hallId}`]

/** Reads the logs of halls and cases. What an entry says is ours: our own scripts wrote it. Whom it concerns stands with what it names. */
export const createHappenings = (redis: Redis, followersOf: (caseNo: string) => Promise<Followers>): Happenings => {
  const entries = (log: LogName, after: string, most: number) => redis.xrange(keyOf(log), after === '0' ? '-' : `(${after}`, '+', 'COUNT', most)

  const ofQueue = async (hallId: string, fields: Fields): Promise<object> => {
    const { type, ticket: ticketId = '', num: number = '', line: lineId = '', window: windowId = '' } = fields
    const what = { call: 'called', recall: 'recalled', miss: 'missed', expire: 'expired' }[type ?? '']
    if (what && !(type === 'expire' && fields.to !== 'expired')) {
      const [owner, returned] = await redis.hmget(ticketKey(hallId, ticketId), 'owner', 'returned')
      return { what, owner: owner ?? '', ticketId, number, lineId, windowId, returned: returned === '1' }
    }
    return ['take', 'return', 'defer', 'transfer', 'cancel'].includes(type ?? '') ? { what: 'moved', lineId } : NOTHING
  }
  const ofBook = async (hallId: string, { type, appointment: appointmentId = '', by, until }: Fields): Promise<object> => {
    const what = { confirm: 'booked', reschedule: 'booked', cancel: 'cancelled', miss: 'absent', offer: 'offered' }[type ?? '']
    if (!what) return NOTHING
    const [owner, state, startsAt, lineId] = await redis.hmget(appointmentKey(hallId, appointmentId), 'owner', 'state', 'starts', 'line')
    // Moved while it is only held, it is told of once it is booked.
    if (what === 'booked' && state !== 'booked') return NOTHING
    return { what, owner: owner ?? '', appointmentId, lineId: lineId ?? '', startsAt: Number(startsAt), byStaff: by === 'staff', until: Number(until) }
  }
  const ofRatings = async (hallId: string, { type, step, rating: ratingId = '' }: Fields): Promise<object> => {
    if (type !== 'step' || step !== 'reply') return NOTHING
    const [owner, gone] = await redis.hmget(ratingKey(hallId, ratingId), 'owner', 'gone')
    return gone ? NOTHING : { what: 'answered', owner: owner ?? '', ratingId }
  }
  const happeningOf = async (log: LogName, id: string, fields: Fields): Promise<Happening> => {
    const common = { id, at: Number(fields.at) }
    switch (log.of) {
      case 'queue': return { ...common, ...await ofQueue(log.hallId, fields) } as Happening
      case 'book': return { ...common, ...await ofBook(log.hallId, fields) } as Happening
      case 'ratings': return { ...common, ...await ofRatings(log.hallId, fields) } as Happening
      case 'cases': {
        const caseNo = fields.caseNo ?? ''
        return { ...common, what: 'case', caseNo, change: fields.kind as CaseChangeKind, followers: await followersOf(caseNo) }
      }
    }
  }

  return {
    cursors: (logs) => harmless(() => Promise.all(logs.map((log) => redis.hget(...cursorOf(log))))),
    longer: (logs) => harmless(async () => (await Promise.all(logs.map(({ log, after }) => entries(log, after, 1)))).map((found) => found.length > 0)),
    read: (log, after, most) => harmless(async () =>
      Promise.all((await entries(log, after, most)).map(([id, fields]) => happeningOf(log, id, pairsOf(fields))))),
    moveCursor: (log, to) => harmless(async () => {
      const [key, name] = cursorOf(log)
      accept(await scripts.move_cursor.run(redis, [key], [name, to, log.of === 'queue' ? CURSORS_TTL : 0]))
    }),
    heads: (hallId, day, lineIds) => harmless(async () => {
      const found = accept(await scripts.heads.run(redis, [dayKey(hallId, day), toldKey(hallId, day), leavingKey(hallId, day)], [MOST_AHEAD + 1, ...lineIds])) as [string, (string | number)[], (string | number)[]][]
      return {
        near: new Map(found.map(([lineId, near]) => [lineId, inSixes(near)])),
        leaving: new Map(found.map(([lineId, , leaving]) => [lineId, inSevens(leaving)])),
      }
    }),
    told: (hallId, day, near, left) => harmless(async () => {
      if (near.length > 0) {
        await Promise.all([redis.hset(toldKey(hallId, day), Object.fromEntries(near.map(({ ticketId, placing }) => [ticketId, placing]))), redis.expire(toldKey(hallId, day), DAY_TTL)])
      }
      if (left.length > 0) await redis.hdel(leavingKey(hallId, day), ...left.map(({ ticketId }) => ticketId))
    }),
    remind: (hallId, day, ticketId, travelMinutes) => harmless(async () => {
      if (travelMinutes === null) return void await redis.hdel(leavingKey(hallId, day), ticketId)
      await redis.hset(leavingKey(hallId, day), ticketId, travelMinutes)
      await redis.expire(leavingKey(hallId, day), DAY_TTL)
    }),
    lease: async (name, holder, ms) => {
      const [ours] = accept(await scripts.lease.run(redis, [leaseKey(name)], [holder, ms])) as [number]
      return ours === 1
    },
  }
}

const portionsOf = (flat: readonly (string | number)[], size: number): (string | number)[][] =>
  Array.from({ length: Math.floor(flat.length / size) }, (_, i) => flat.slice(i * size, (i + 1) * size))
const nearOf = ([ticketId, owner, number, ahead, placing, shown]: readonly (string | number)[]): NearTicket =>
  ({ ticketId: String(ticketId), owner: String(owner), number: String(number), ahead: Number(ahead), placing: String(placing), shown: shown === '' ? null : Number(shown) })
const inSixes = (flat: readonly (string | number)[]): NearTicket[] => portionsOf(flat, 6).map(nearOf)
const inSevens = (flat: readonly (string | number)[]): Leaver[] => portionsOf(flat, 7).map((seven) => ({ ...nearOf(seven), travelMinutes: Number(seven[6]) }))
