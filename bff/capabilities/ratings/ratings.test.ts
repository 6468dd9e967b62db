import { useRedis } from '../../../tests/support/redis'
import { ann, bad, ENDED, good, KEY, openDesk } from './testing/desk'

const DAY = 86_400_000
const HOUR = 3_600_000
const redis = useRedis()
const refused = (code: string) => expect.objectContaining({ code })
let it_ = openDesk(redis)
beforeEach(() => { it_ = openDesk(redis) })

describe('rating a visit', () => {
  it('keeps what was said, and shows it to who rated', async () => {
    const ticketId = it_.visit()
    const kept = await it_.ratings.rateVisit(ann, KEY, ticketId, good)
    expect(kept).toEqual({
      ratingId: ticketId, about: { kind: 'visit', hallId: 'test', hallName: { zh: '大厅test', en: 'Hall test' }, business: '居住证办理', windowId: '5' }, ...good,
      ratedAt: it_.desk.now, changedAt: null, changeUntil: it_.desk.now + DAY, order: null,
    })
    expect(await it_.ratings.readVisit('ann', ticketId)).toEqual(kept)
    expect((await it_.ratings.list('ann'))[0]).toEqual(kept)
    expect(await it_.ratings.list('bob')).toEqual([])
  })

  it('is possible once; the same key gives what was kept', async () => {
    const ticketId = it_.visit()
    const kept = await it_.ratings.rateVisit(ann, KEY, ticketId, good)
    it_.desk.now += 5_000
    expect(await it_.ratings.rateVisit(ann, KEY, ticketId, good)).toEqual(kept)
    await expect(it_.ratings.rateVisit(ann, KEY, ticketId, { ...good, level: 4, tags: [] })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    await expect(it_.ratings.rateVisit(ann, `${KEY}x`, ticketId, good)).rejects.toEqual(refused('RATING_EXISTS'))
  })

  it('keeps who rated only sealed, where a name is given at all, and forgets it once the platform was told', async () => {
    it_.desk.rater = { name: '演示用户一', idNumber: '990000190001010016' }
    const [named, nameless] = [it_.visit(), it_.visit()]
    await it_.ratings.rateVisit(ann, KEY, named, { ...good, anonymous: false })
    await it_.ratings.rateVisit(ann, KEY, nameless, good)
    expect((await it_.store.toSend(named))?.rater).toEqual(it_.desk.rater)
    expect((await it_.store.toSend(nameless))?.rater).toBeNull()
    expect(JSON.stringify(await redis.hgetall(`{hall:test}:r:${named}`))).not.toMatch(/演示用户|9900001900/)
    await it_.store.forgetRater(named)
    expect((await it_.store.toSend(named))?.rater).toBeNull()
    expect(await it_.store.toSend('test.99999999999999999999')).toBeNull()
  })

  it('lets exactly one of twenty at once win', async () => {
    const ticketId = it_.visit()
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => it_.ratings.rateVisit(ann, `${KEY}${i}`, ticketId, { ...good, level: 1 + (i % 5), text: 'x', tags: [] })))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await redis.xlen('{hall:test}:outbox:ratings')).toBeGreaterThan(0)
  })

  it('asks a bad rating for a tag or a text', async () => {
    for (const level of [1, 2]) {
      const ticketId = it_.visit()
      await expect(it_.ratings.rateVisit(ann, KEY, ticketId, { ...good, level, tags: [] })).rejects.toEqual(refused('RATING_NEEDS_REASON'))
      expect((await it_.ratings.rateVisit(ann, KEY, ticketId, { ...good, level, tags: [], text: '等了很久' })).level).toBe(level)
    }
  })

  it('is refused before the service ended, after seven days, and for another’s visit', async () => {
    await expect(it_.ratings.rateVisit(ann, KEY, it_.visit('serving'), good)).rejects.toEqual(refused('RATING_TOO_EARLY'))
    const ticketId = it_.visit()
    it_.desk.now = ENDED + 7 * DAY + 1
    await expect(it_.ratings.rateVisit(ann, KEY, ticketId, good)).rejects.toEqual(refused('RATING_TOO_LATE'))
    it_.desk.now = ENDED + 7 * DAY
    await expect(it_.ratings.rateVisit({ citizenId: 'bob', name: '演*' }, KEY, ticketId, good)).rejects.toEqual(refused('TICKET_NOT_FOUND'))
    await expect(it_.ratings.readVisit('ann', ticketId)).rejects.toEqual(refused('RATING_NOT_FOUND'))
    expect((await it_.ratings.rateVisit(ann, KEY, ticketId, good)).level).toBe(5)
  })

  it('refuses words that must not be, and keeps nothing then', async () => {
    const ticketId = it_.visit()
    await expect(it_.ratings.rateVisit(ann, KEY, ticketId, { ...good, text: '这是违规的话' })).rejects.toEqual(refused('TEXT_REFUSED'))
    await expect(it_.ratings.readVisit('ann', ticketId)).rejects.toEqual(refused('RATING_NOT_FOUND'))
  })

  it('takes only photos of who rates, and lets go those of a rating that was refused', async () => {
    const ticketId = it_.visit()
    it_.desk.photosOf.set('a', 'ann').set('b', 'bob')
    await expect(it_.ratings.rateVisit(ann, KEY, ticketId, { ...good, photos: ['a', 'b'] })).rejects.toEqual(refused('PHOTO_NOT_FOUND'))
    expect((await it_.ratings.rateVisit(ann, KEY, ticketId, { ...good, photos: ['a'] })).photos).toEqual(['a'])
    expect(await it_.ratings.photo('ann', ticketId, 'a')).toEqual(Buffer.from('a'))
    await expect(it_.ratings.photo('bob', ticketId, 'a')).rejects.toEqual(refused('RATING_NOT_FOUND'))
    await expect(it_.ratings.photo('ann', ticketId, 'b')).rejects.toEqual(refused('PHOTO_NOT_FOUND'))
    it_.desk.photosOf.set('c', 'ann')
    await expect(it_.ratings.rateVisit(ann, `${KEY}x`, ticketId, { ...good, photos: ['a', 'c'] })).rejects.toEqual(refused('RATING_EXISTS'))
    expect(it_.desk.removed).toEqual(['c'])
  })
})

describe('rating a case', () => {
  const caseNo = '11440100007482575H3440118009000202601050001'
  const theCase = { caseNo, itemName: '劳动能力复查鉴定申请', code: caseNo.slice(0, 31), onTheSpot: false, applicant: '演*', begun: true, endedAt: null }
  beforeEach(async () => {
    await redis.del(`{hall:online}:r:${it_.ratings.idOfCase(caseNo)}`)
    it_.cases.set(caseNo, theCase)
  })

  it('is one rating, whether it was found by its owner or by its receipt', async () => {
    const kept = await it_.ratings.rateCase(ann, KEY, 'self', caseNo, good)
    expect(kept).toMatchObject({ ratingId: expect.stringMatching(/^online\.[0-9a-z]{20}$/), about: { kind: 'case', hallId: null, business: '劳动能力复查鉴定申请' } })
    await expect(it_.ratings.rateReceipt(`${KEY}x`, { by: 'name', caseNo, name: '演示用户一' }, good)).rejects.toEqual(refused('RATING_EXISTS'))
    expect(await it_.ratings.readCase('ann', 'self', caseNo)).toEqual(kept)
    expect((await it_.ratings.readReceipt({ by: 'name', caseNo, name: '演示用户一' })).level).toBe(5)
  })

  it('by receipt belongs to nobody: it is neither changed nor listed, nor deleted by a stranger', async () => {
    const { ratingId, changeUntil } = await it_.ratings.rateReceipt(KEY, { by: 'name', caseNo, name: '演示用户一' }, bad)
    expect(changeUntil).toBeNull()
    for (const who of ['ann', '']) {
      await expect(it_.ratings.change({ citizenId: who, name: '' }, KEY, ratingId, good)).rejects.toEqual(refused('RATING_NOT_FOUND'))
      await expect(it_.ratings.remove(who, ratingId)).rejects.toEqual(refused('RATING_NOT_FOUND'))
      await expect(it_.ratings.answer(who, KEY, ratingId, { satisfied: true, text: '' })).rejects.toEqual(refused('RATING_NOT_FOUND'))
    }
  })

  it('is refused before it was accepted, long after it was over, and for a stranger’s', async () => {
    it_.cases.set(caseNo, { ...theCase, begun: false })
    await expect(it_.ratings.rateCase(ann, KEY, 'self', caseNo, good)).rejects.toEqual(refused('RATING_TOO_EARLY'))
    it_.cases.set(caseNo, { ...theCase, endedAt: it_.desk.now - 7 * DAY - 1 })
    await expect(it_.ratings.rateCase(ann, KEY, 'self', caseNo, good)).rejects.toEqual(refused('RATING_TOO_LATE'))
    await expect(it_.ratings.rateCase({ citizenId: 'bob', name: '' }, KEY, 'self', caseNo, good)).rejects.toEqual(refused('CASE_NOT_FOUND'))
  })
})

describe('changing one’s mind', () => {
  it('is possible once, within a day, by who rated; the same key again gives the same', async () => {
    const ticketId = it_.visit()
    const { ratedAt } = await it_.ratings.rateVisit(ann, KEY, ticketId, good)
    it_.desk.now += 24 * HOUR
    await expect(it_.ratings.change({ citizenId: 'bob', name: '' }, KEY, ticketId, good)).rejects.toEqual(refused('RATING_NOT_FOUND'))
    const changed = await it_.ratings.change(ann, KEY, ticketId, { ...good, level: 4, tags: ['406'] })
    expect(changed).toMatchObject({ level: 4, tags: ['406'], ratedAt, changedAt: it_.desk.now, changeUntil: null })
    expect(await it_.ratings.change(ann, KEY, ticketId, { ...good, level: 4, tags: ['406'] })).toEqual(changed)
    await expect(it_.ratings.change(ann, KEY, ticketId, good)).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    await expect(it_.ratings.change(ann, `${KEY}x`, ticketId, good)).rejects.toMatchObject({ code: 'RATING_CHANGE_OVER', details: { hours: 24 } })
  })

  it('is over after a day', async () => {
    const ticketId = it_.visit()
    await it_.ratings.rateVisit(ann, KEY, ticketId, good)
    it_.desk.now += 24 * HOUR + 1
    expect((await it_.ratings.readVisit('ann', ticketId)).changeUntil).toBeNull()
    await expect(it_.ratings.change(ann, KEY, ticketId, good)).rejects.toEqual(refused('RATING_CHANGE_OVER'))
  })

  it('opens a work order when good turns bad, and ends it when bad turns good', async () => {
    const [worse, better] = [it_.visit(), it_.visit()]
    await it_.ratings.rateVisit(ann, KEY, worse, good)
    expect((await it_.ratings.change(ann, KEY, worse, bad)).order).toMatchObject({ state: 'open' })
    expect((await it_.ratings.rateVisit(ann, KEY, better, bad)).order).toMatchObject({ state: 'open' })
    expect((await it_.ratings.change(ann, KEY, better, good)).order).toMatchObject({ state: 'dropped', dueAt: null, asks: false })
  })

  it('takes everything that was said away for good when it is deleted, and the visit stays rated', async () => {
    it_.desk.photosOf.set('p', 'ann')
    const ticketId = it_.visit()
    await it_.ratings.rateVisit(ann, KEY, ticketId, { ...bad, text: '独一无二的话', photos: ['p'], anonymous: false })
    await expect(it_.ratings.remove('bob', ticketId)).rejects.toEqual(refused('RATING_NOT_FOUND'))
    for (let again = 0; again < 2; again += 1) await it_.ratings.remove('ann', ticketId)
    expect(it_.desk.removed).toContain('p')
    expect(JSON.stringify(await redis.hgetall(`{hall:test}:r:${ticketId}`))).not.toMatch(/独一无二|演\*/)
    await expect(it_.ratings.readVisit('ann', ticketId)).rejects.toEqual(refused('RATING_NOT_FOUND'))
    expect((await it_.ratings.list('ann')).map(({ ratingId }) => ratingId)).not.toContain(ticketId)
    await expect(it_.ratings.rateVisit(ann, `${KEY}x`, ticketId, good)).rejects.toEqual(refused('RATING_EXISTS'))
    expect(await it_.orderStore.read(ticketId)).toMatchObject({ state: 'dropped' })
  })
})
