import type { Redis } from '../../../platform/redis'
import { createEventLogs } from '../../../engine/supervision/eventLogs'
import { createFigures } from '../../../engine/supervision/figures'
import { createPlaces } from '../places'
import { Projector } from '../projector'
import { SupervisionService } from '../service'

export const HALLS = [{ hallId: 'test', district: '440106' }, { hallId: 'other', district: '440104' }]
const named = (name: string) => ({ zh: name, en: name })

/** Figures on a real store, of two small halls and `online`, with a clock of the test's own. */
export const openRoom = (redis: Redis, clock: () => number) => {
  const figures = createFigures(redis)
  const places = createPlaces({
    halls: HALLS.map((hall) => ({ ...hall, name: named(hall.hallId), windows: ['1', '5'].map((windowId) => ({ windowId, name: named(`window ${windowId}`) })) })),
    districtName: (district) => named(district), city: '440100', online: named('online'), departments: () => new Map([['11990000DEPT00005Y', named('police')]]), itemName: () => named('item'),
  })
  const reported: string[] = []
  let projectors = 0
  return {
    figures, places, reported,
    /** As a process of its own would have it. @param alone whether it asks for the right to count alone, as real ones do @param broken what of the store fails */
    projector: (alone = true, broken: Partial<typeof figures> = {}) => {
      projectors += 1
      return new Projector({
        logs: createEventLogs(redis), figures: { ...figures, ...(!alone && { lease: async () => true }), ...broken }, clock, everyMs: 1_000, days: 8, holder: `p${projectors}`, codeOf: (itemId) => (itemId === 'residence-permit' ? '11990000DEPT00005Y3442009001000' : null),
        halls: [...HALLS, { hallId: 'online', district: '440100' }].map((hall) => ({ ...hall, promisedMinutes: 30 })),
      }, (hallId, error) => { reported.push(`${hallId} ${String(error)}`) })
    },
    service: new SupervisionService({ figures, places, lineName: (_, lineId) => named(lineId), promisedMinutes: () => 30, minimum: 30, soonMs: 4 * 3_600_000, clock }),
    /** Everything that is kept of the figures but how far was counted and by whom. */
    all: async (): Promise<Record<string, unknown>> => {
      const keys = (await redis.keys('{figures}:*')).filter((key) => !/:(cursors|lease|now)/.test(key)).sort()
      return Object.fromEntries(await Promise.all(keys.map(async (key) => {
        const kind = await redis.type(key)
        return [key, kind === 'hash' ? Object.fromEntries(Object.entries(await redis.hgetall(key)).sort()) : await redis.zrange(key, '0', '-1')] as const
      })))
    },
    forget: async (): Promise<void> => {
      const keys = await redis.keys('{figures}:*')
      if (keys.length > 0) await redis.del(...keys)
    },
  }
}
