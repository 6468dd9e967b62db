import { ContractError } from '@shared/errors'
import { useRedis } from '../../../tests/support/redis'
import { createRatingStore } from '../../engine/ratings/store'
import { createSealing } from '../../platform/sealing'
import type { RatedVisit, Rater } from './port'
import { RatingService } from './service'

const redis = useRedis()
const store = createRatingStore(redis, createSealing([{ id: 't', key: Buffer.alloc(32, 1) }]))
const ENDED = Date.UTC(2026, 0, 5, 2)
const DAY = 86_400_000
let now = ENDED + 1_000
let visits = 0
const KEY = 'key-0123456789abcd'

const place: RatedVisit = { hallId: 'hall', district: '440106', lineName: '综合业务', item: { code: null, name: '居住证办理', onTheSpot: false }, windowId: '5', clerk: 'clerk1' }

/** A visit of ann's in the given state, and the service that may rate it. */
const visit = (state = 'finished', rater: Rater | null = null) => {
  const ticketId = `hall.${String(visits += 1).padStart(20, '0')}`
  const service = new RatingService({
    store, clock: () => now, days: 7, raterOf: async () => rater,
    visits: {
      find: async (citizenId, id) => {
        if (citizenId !== 'ann' || id !== ticketId) throw new ContractError('TICKET_NOT_FOUND')
        return { state, endedAt: ENDED, visit: place }
      },
    },
  })
  return { ticketId, service }
}
const good = { level: 5, tags: ['510'], text: '' }
const refused = (code: string) => expect.objectContaining({ code })

beforeEach(() => { now = ENDED + 1_000 })

describe('rating a visit', () => {
  it('keeps level, tags and text, and shows them to who rated', async () => {
    const { service, ticketId } = visit()
    const kept = await service.rate('ann', KEY, ticketId, good)
    expect(kept).toEqual({ ticketId, ...good, ratedAt: now })
    expect(await service.read('ann', ticketId)).toEqual(kept)
  })

  it('is possible once; the same key gives what was kept', async () => {
    const { service, ticketId } = visit()
    const kept = await service.rate('ann', KEY, ticketId, good)
    now += 5_000
    expect(await service.rate('ann', KEY, ticketId, good)).toEqual(kept)
    await expect(service.rate('ann', KEY, ticketId, { ...good, level: 4, tags: [] })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    await expect(service.rate('ann', `${KEY}x`, ticketId, good)).rejects.toEqual(refused('RATING_EXISTS'))
  })

  it('keeps for the platform where it was, and who rated only sealed, until it is told', async () => {
    const ann = { name: '演示用户一', idNumber: '990000190001010016' }
    const { service, ticketId } = visit('finished', ann)
    const rating = await service.rate('ann', KEY, ticketId, good)
    expect(await store.toSend(ticketId)).toEqual({ rating, visit: place, rater: ann })
    expect(JSON.stringify(await redis.hgetall(`{hall:hall}:r:${ticketId}`))).not.toMatch(/演示用户|9900001900/)
    await store.forgetRater(ticketId)
    expect(await store.toSend(ticketId)).toEqual({ rating, visit: place, rater: null })
    expect(await store.toSend('hall.99999999999999999999')).toBeNull()
  })

  it('lets exactly one of twenty at once win', async () => {
    const { service, ticketId } = visit()
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => service.rate('ann', `${KEY}${i}`, ticketId, { ...good, level: 1 + (i % 5), text: 'x', tags: [] })))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('asks a bad rating for a tag or a text', async () => {
    for (const level of [1, 2]) {
      const { service, ticketId } = visit()
      await expect(service.rate('ann', KEY, ticketId, { level, tags: [], text: '' })).rejects.toEqual(refused('RATING_NEEDS_REASON'))
      expect((await service.rate('ann', KEY, ticketId, { level, tags: [], text: '等了很久' })).level).toBe(level)
    }
  })

  it('is refused before the service ended, after seven days, and for another’s visit', async () => {
    const serving = visit('serving')
    await expect(serving.service.rate('ann', KEY, serving.ticketId, good)).rejects.toEqual(refused('RATING_TOO_EARLY'))
    const late = visit()
    now = ENDED + 7 * DAY + 1
    await expect(late.service.rate('ann', KEY, late.ticketId, good)).rejects.toEqual(refused('RATING_TOO_LATE'))
    now = ENDED + 7 * DAY
    await expect(late.service.rate('bob', KEY, late.ticketId, good)).rejects.toEqual(refused('TICKET_NOT_FOUND'))
    await expect(late.service.read('ann', late.ticketId)).rejects.toEqual(refused('RATING_NOT_FOUND'))
    expect((await late.service.rate('ann', KEY, late.ticketId, good)).level).toBe(5)
  })
})
