import type { OrderState } from '@shared/orderStates'
import type { Counted, EventLogs, Facts, Logged, QueueEvent, RatingEvent } from '../../capabilities/supervision/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { pairsOf } from '../reply'

/** The streams that the scripts of ratings and of queues write, each change in the step that makes it. */
const ratingsLog = (hallId: string): string => `{hall:${hallId}}:ratings`
const queueLog = (hallId: string, day: string): string => `{hall:${hallId}}:${day}:events`

/** Reads the logs of halls. What an entry says is ours: it was written by our own scripts. */
export const createEventLogs = (redis: Redis): EventLogs => {
  const read = (key: string, after: string, most: number) => harmless(() => redis.xrange(key, after === '0' ? '-' : `(${after}`, '+', 'COUNT', most))
  return {
    ratings: async (hallId, after, most) => (await read(ratingsLog(hallId), after, most)).map(([id, fields]) => ({ id, event: ratingEvent(pairsOf(fields)) })),
    queue: async (hallId, day, after, most) => (await read(queueLog(hallId, day), after, most)).map(([id, fields]): Logged<QueueEvent> => ({ id, event: queueEvent(pairsOf(fields)) })),
    longer: async (logs) => {
      const found = await harmless(() => Promise.all(logs.map(({ hallId, day, after }) => {
        const key = day === null ? ratingsLog(hallId) : queueLog(hallId, day)
        return redis.xrange(key, after === '0' ? '-' : `(${after}`, '+', 'COUNT', 1)
      })))
      return found.map((entries) => entries.length > 0)
    },
  }
}

type Fields = Readonly<Record<string, string>>
const flag = (text: string | undefined): boolean | null => (text === '1' ? true : text === '0' ? false : null)
const counted = (had: string | undefined): Counted => ({ rectified: had?.[0] === '1', onTime: had?.[1] === '1', satisfied: flag(had?.[2]) })

/** As bff/engine/ratings/lua/_ratings.lua writes it. */
const ratingEvent = (fields: Fields): RatingEvent | null => {
  const common = { at: Number(fields.at), ratingId: fields.rating ?? '', facts: JSON.parse(fields.facts ?? 'null') as Facts }
  switch (fields.type) {
    case 'rate': return { ...common, type: 'rate' }
    case 'change': return { ...common, type: 'change', before: JSON.parse(fields.before ?? 'null') as Facts }
    case 'delete': return { ...common, type: 'delete', counted: fields.counted === '1' }
    case 'warn': return { ...common, type: 'warn', dueAt: Number(fields.due) }
    case 'step': return {
      ...common, type: 'step', step: fields.step as 'open', from: fields.from === undefined ? null : fields.from as OrderState, to: fields.to as OrderState,
      dueAt: fields.due ? Number(fields.due) : null, had: counted(fields.had), rectified: flag(fields.rectified), satisfied: flag(fields.satisfied), was: flag(fields.was),
    }
    default: return null
  }
}

/** As the scripts of the queue write it; a service that the end of the day found under way is finished too. */
const queueEvent = (fields: Fields): QueueEvent | null => {
  const at = Number(fields.at)
  if (fields.type === 'call') return { type: 'call', at, lineId: fields.line ?? '', windowId: fields.window ?? '', takenAt: fields.taken ? Number(fields.taken) : null }
  const finished = fields.type === 'finish' || (fields.type === 'expire' && fields.to === 'finished')
  return finished ? { type: 'finish', at, windowId: fields.window || null, itemId: fields.item || null } : null
}
