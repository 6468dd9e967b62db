import { dateTime } from '@shared/time'
import { useRedis } from '../../../../tests/support/redis'
import { pairsOf } from '../../../engine/reply'
import { ann, bad, good, KEY, openDesk, staff } from '../testing/desk'
import { OrderSweeper } from './sweeper'

const DAY = 86_400_000
const redis = useRedis()
const refused = (code: string) => expect.objectContaining({ code })
const [wang, li, rated] = [staff('wang'), staff('li'), staff('clerk1', 'clerk')]
let room = openDesk(redis)
let keys = 0
beforeEach(() => { room = openDesk(redis) })

const opened = async (said = bad, hallId = 'test'): Promise<string> => {
  const ticketId = room.visit('finished', hallId)
  await room.ratings.rateVisit(ann, KEY, ticketId, said)
  return ticketId
}
const step = (who: typeof wang, id: string, name: string, more: { text?: string; satisfied?: boolean } = {}, key = `key-of-step-${String(keys += 1).padStart(6, '0')}`) =>
  room.orders.step(who, key, id, { step: name, text: '已处理', ...more } as never)

describe('the work order of a bad rating', () => {
  it('goes from open by contact, rectification and reply to the citizen’s own word, and is closed by somebody else', async () => {
    const id = await opened()
    expect(await room.orders.read(wang, id)).toMatchObject({ state: 'open', daysLeft: 1, overdue: false, may: ['contact'], rater: null, text: '排队太久' })
    for (const [name, state, may] of [['contact', 'contacted', ['rectify', 'appeal']], ['rectify', 'rectified', ['reply']], ['reply', 'replied', []]] as const) {
      expect(await step(wang, id, name, { text: `${name}了` })).toMatchObject({ state, may })
    }
    expect((await room.ratings.readVisit('ann', id)).order).toMatchObject({ state: 'replied', asks: true, office: { en: 'Hall test' } })
    expect((await room.ratings.answer('ann', KEY, id, { satisfied: true, text: '好了' })).order).toMatchObject({ state: 'revisited', asks: false })
    await expect(step(wang, id, 'close')).rejects.toEqual(refused('SAME_HANDS'))
    expect(await step(li, id, 'close')).toMatchObject({ state: 'closed', dueAt: null, satisfied: true, may: [] })
    const { order } = await room.ratings.readVisit('ann', id)
    expect(order?.steps.map(({ step: name, text }) => [name, text])).toEqual([['open', ''], ['contact', 'contact了'], ['rectify', 'rectify了'], ['reply', 'reply了'], ['revisit', '好了'], ['close', '已处理']])
  })

  it('is due in working days: contact in one, the rest in fifteen', async () => {
    const id = await opened()
    expect(dateTime((await room.orders.read(wang, id)).dueAt ?? 0)).toBe('2026-01-06 23:59')
    expect(dateTime((await step(wang, id, 'contact')).dueAt ?? 0)).toBe('2026-01-26 23:59')
    room.desk.now += 25 * DAY
    expect(await room.orders.read(wang, id)).toMatchObject({ overdue: true, daysLeft: -4 })
  })

  it('takes no step that its state does not allow, and each once for one key', async () => {
    const id = await opened()
    await expect(step(wang, id, 'reply')).rejects.toEqual(refused('ILLEGAL_STEP'))
    await expect(room.ratings.answer('ann', KEY, id, { satisfied: true, text: '' })).rejects.toEqual(refused('ILLEGAL_STEP'))
    const first = await step(wang, id, 'contact', {}, KEY)
    expect(await step(wang, id, 'contact', {}, KEY)).toEqual(first)
    await expect(step(wang, id, 'contact', { text: '别的' }, KEY)).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    await expect(step(wang, 'test.99999999999999999999', 'contact')).rejects.toEqual(refused('ORDER_NOT_FOUND'))
  })

  it('is taken a step further by one of ten at once', async () => {
    const id = await opened()
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => step(wang, id, 'contact')))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await room.orders.read(wang, id)).steps).toHaveLength(2)
  })

  it('goes round again when the citizen is not satisfied', async () => {
    const id = await opened()
    for (const name of ['contact', 'rectify', 'reply']) await step(wang, id, name)
    await room.ratings.answer('ann', KEY, id, { satisfied: false, text: '还是一样' })
    expect(await step(li, id, 'reopen')).toMatchObject({ state: 'contacted', satisfied: false })
    for (const name of ['rectify', 'reply']) await step(wang, id, name)
    expect((await room.ratings.answer('ann', `${KEY}x`, id, { satisfied: true, text: '' })).order).toMatchObject({ state: 'revisited' })
  })

  it('that is appealed is reviewed by somebody else, who upholds the rating or takes it out of the figures', async () => {
    const [stands, goes] = [await opened(), await opened()]
    for (const id of [stands, goes]) {
      await step(wang, id, 'contact')
      expect(await step(rated, id, 'appeal', { text: '误评' })).toMatchObject({ state: 'appealed' })
      for (const who of [wang, rated]) await expect(step(who, id, 'withdraw')).rejects.toEqual(refused(who === rated ? 'OWN_RATING' : 'SAME_HANDS'))
    }
    expect(await step(li, stands, 'uphold')).toMatchObject({ state: 'contacted' })
    expect(await step(li, goes, 'withdraw')).toMatchObject({ state: 'withdrawn', dueAt: null })
    expect((await room.ratings.readVisit('ann', goes)).order?.steps.at(-1)).toMatchObject({ step: 'withdraw', text: '' })
    await expect(room.ratings.change(ann, `${KEY}y`, goes, good)).rejects.toEqual(refused('RATING_CHANGE_OVER'))
  })

  it('shows the rated clerk neither who rated nor the photos, and lets them do nothing but appeal', async () => {
    room.desk.photosOf.set('p', 'ann')
    const id = await opened({ ...bad, photos: ['p'] as never[], anonymous: false })
    expect(await room.orders.read(wang, id)).toMatchObject({ rater: '演*', photos: ['p'] })
    expect(await room.orders.read(rated, id)).toMatchObject({ rater: null, photos: [], may: [] })
    await expect(step(rated, id, 'contact')).rejects.toEqual(refused('OWN_RATING'))
    await expect(step(staff('clerk1'), id, 'contact')).rejects.toEqual(refused('OWN_RATING'))
    await expect(room.orders.photo(rated, id, 'p')).rejects.toEqual(refused('PHOTO_NOT_FOUND'))
    expect(await room.orders.photo(wang, id, 'p')).toEqual(Buffer.from('p'))
    for (const act of [room.orders.read(staff('clerk2', 'clerk'), id), step(staff('clerk2', 'clerk'), id, 'appeal')]) await expect(act).rejects.toEqual(refused('ORDER_NOT_FOUND'))
    await step(wang, id, 'contact')
    expect((await room.orders.read(rated, id)).may).toEqual(['appeal'])
  })

  it('is listed for its hall the next due first, for its clerk, and among the ended once it is over', async () => {
    await redis.flushdb()
    const first = await opened()
    room.desk.now += DAY
    const [second, elsewhere] = [await opened(), await opened(bad, 'other')]
    const idsOf = async (who: typeof wang, query: { hallId?: string; ended?: boolean } = {}) => (await room.orders.list(who, { ended: false, cursor: 0, ...query })).orders.map(({ ratingId }) => ratingId)
    expect(await idsOf(wang)).toEqual([first, second])
    expect(await idsOf(staff('zhao', 'supervisor', ['test', 'other']))).toEqual([first, second, elsewhere])
    expect(await idsOf(staff('zhao', 'supervisor', []), { hallId: 'other' })).toEqual([elsewhere])
    expect(await idsOf(rated)).toEqual([second, first])
    expect(await idsOf(staff('clerk2', 'clerk'))).toEqual([])
    await expect(idsOf(wang, { hallId: 'other' })).rejects.toEqual(refused('FORBIDDEN'))
    await expect(idsOf(wang, { hallId: 'nowhere' })).rejects.toEqual(refused('HALL_NOT_FOUND'))
    await room.ratings.remove('ann', first)
    expect([await idsOf(wang), await idsOf(wang, { ended: true }), await idsOf(rated)]).toEqual([[second], [first], [second]])
  })
})

describe('the sweep over work orders', () => {
  const sweeper = () => new OrderSweeper({
    orders: room.orderStore, halls: ['test', 'other'], leaderOf: (hallId) => ({ zh: `演示领导${hallId}`, en: `Demo leader of ${hallId}` }), warnMs: 4 * 3_600_000, clock: () => room.desk.now, everyMs: 60_000,
  }, (_, error) => { throw error as Error })
  const eventsOf = async (id: string) => (await redis.xrange('{hall:test}:ratings', '-', '+')).map(([, fields]) => pairsOf(fields))
    .filter(({ rating }) => rating === id).map(({ type, step: name }) => name ?? type)

  it('tells once of what is nearly due, and gives what is overdue to a named leader, once, however many sweep', async () => {
    await redis.flushdb()
    const id = await opened()
    expect(await sweeper().check()).toBe(0)
    const { dueAt } = await room.orders.read(wang, id)
    room.desk.now = (dueAt ?? 0) - 3_600_000
    expect((await Promise.all([sweeper().check(), sweeper().check(), sweeper().check()])).reduce((a, b) => a + b)).toBe(1)
    expect((await room.orders.read(wang, id)).leader).toBeNull()
    room.desk.now = (dueAt ?? 0) + 1
    expect((await Promise.all([sweeper().check(), sweeper().check(), sweeper().check()])).reduce((a, b) => a + b)).toBe(1)
    expect(await room.orders.read(wang, id)).toMatchObject({ overdue: true, leader: { en: 'Demo leader of test' } })
    expect((await room.ratings.readVisit('ann', id)).order).toMatchObject({ leader: { zh: '演示领导test' }, overdue: true })
    expect(await eventsOf(id)).toEqual(['rate', 'open', 'warn', 'escalate'])
  })
})
