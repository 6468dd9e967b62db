import type { Rating } from '@shared/ratings'
import { ApiError } from '@/platform/apiError'
import { createDelivery, type Outcome } from './delivery'
import { createKeptRatings, memoryKeep } from './keptRatings'
import type { RatingBody } from './ratingForm'
import { nameOf, type RatingSubject } from './subject'

const subject = (n = 1): RatingSubject => ({ kind: 'visit', ticketId: `tianhe.${String(n).repeat(20)}` })
const body: RatingBody = { level: 2, tags: ['213'], text: '等了很久', photos: [], anonymous: true }
const rating = { ratingId: 'tianhe.0h3k9q2m7x5v8b1n4c6d' } as Rating
const failure = (code: ApiError['code']): ApiError => new ApiError(code, `message of ${code}`, 'never')

/** A server that answers as told, by turns; the last answer stays. */
const setUp = (...answers: readonly (Rating | ApiError | Promise<Rating>)[]) => {
  const keep = memoryKeep()
  const sent: { readonly name: string; readonly key: string; readonly body: RatingBody }[] = []
  const heard: (Outcome['kind'] | null)[] = []
  let keys = 0
  const make = () => createDelivery({
    kept: createKeptRatings(keep), newKey: () => `key-${keys += 1}`, now: () => 5, whyOf: (thrown) => thrown as ApiError,
    send: async (about, said, key) => {
      sent.push({ name: nameOf(about), key, body: said })
      const answer = answers[Math.min(sent.length, answers.length) - 1]
      if (answer instanceof ApiError) throw answer
      return answer as Rating
    },
  })
  const delivery = make()
  delivery.listen((_, outcome) => heard.push(outcome?.kind ?? null))
  return { delivery, keep, sent, heard, /** The app, opened again. */ again: make }
}

it('is kept before it goes out, and no longer than until it is there', async () => {
  let there = (_: Rating): void => undefined
  const { delivery, sent, heard } = setUp(new Promise<Rating>((resolve) => { there = resolve }))
  const under = delivery.submit(subject(), body)
  expect(delivery.kept.of(nameOf(subject()))).toEqual({ subject: subject(), body, key: 'key-1', madeAt: 5, refused: null })
  expect(delivery.isUnderWay(nameOf(subject()))).toBe(true)
  there(rating)
  expect(await under).toEqual({ kind: 'sent', rating })
  expect([delivery.kept.all(), sent.length, heard]).toEqual([[], 1, [null, 'sent']])
})

describe.each(['OFFLINE', 'UNKNOWN_OUTCOME', 'UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED', 'UNAUTHENTICATED', 'CASE_SYSTEMS_SILENT'] as const)('after %s', (code) => {
  it('waits, and goes out again with the same key once the app is opened again, once', async () => {
    const { delivery, again, sent } = setUp(failure(code), rating)
    expect(await delivery.submit(subject(), body)).toMatchObject({ kind: 'waits', why: { code } })
    const later = again()
    expect(later.kept.all()).toHaveLength(1)
    expect(await later.sendAll()).toBe(false)
    expect(await later.sendAll()).toBe(false)
    expect(sent).toEqual([1, 2].map(() => ({ name: nameOf(subject()), key: 'key-1', body })))
  })
})

it('asked for by the page and by the app at once, it goes out once', async () => {
  const { delivery, sent } = setUp(rating)
  await Promise.all([delivery.submit(subject(), body), delivery.sendAll(), delivery.submit(subject(), body)])
  expect(sent).toHaveLength(1)
})

it('refused later: is not sent again, and is kept with the reason until it is mended or given up', async () => {
  const { delivery, sent } = setUp(failure('OFFLINE'), failure('TEXT_REFUSED'), rating)
  await delivery.submit(subject(), body)
  expect(await delivery.sendAll()).toBe(false)
  expect(delivery.kept.of(nameOf(subject()))?.refused).toEqual({ code: 'TEXT_REFUSED', message: 'message of TEXT_REFUSED' })
  await delivery.sendAll()
  expect(sent).toHaveLength(2)
  await delivery.submit(subject(), { ...body, text: '等了' })
  expect(sent[2]).toMatchObject({ key: 'key-2', body: { text: '等了' } })
  expect(delivery.kept.all()).toEqual([])
})

it('given up, it is gone', async () => {
  const { delivery } = setUp(failure('RATING_TOO_LATE'))
  await delivery.submit(subject(), body)
  delivery.kept.all().forEach(delivery.forget)
  expect(delivery.kept.all()).toEqual([])
})

it('one that is there already needs no mending', async () => {
  const { delivery } = setUp(failure('RATING_EXISTS'))
  expect(await delivery.submit(subject(), body)).toMatchObject({ kind: 'refused', why: { code: 'RATING_EXISTS' } })
  expect(delivery.kept.all()).toEqual([])
})

it('several wait side by side; one that cannot go does not hold up the others', async () => {
  const { delivery, sent } = setUp(failure('OFFLINE'), failure('OFFLINE'), failure('UNKNOWN_OUTCOME'), rating)
  await delivery.submit(subject(1), body)
  await delivery.submit(subject(2), body)
  expect(await delivery.sendAll()).toBe(true)
  expect(sent.map(({ name }) => name)).toEqual([1, 2, 1, 2].map((n) => nameOf(subject(n))))
  expect(delivery.kept.all().map(({ subject: about }) => nameOf(about))).toEqual([nameOf(subject(1))])
})

it('what was forgotten on the phone meanwhile does not come back with an answer', async () => {
  let refuse = (_: unknown): void => undefined
  const { delivery, keep } = setUp(new Promise<Rating>((_, reject) => { refuse = reject }))
  const under = delivery.submit(subject(), body)
  keep.remove('ratings-kept')
  refuse(failure('TEXT_REFUSED'))
  await under
  expect(delivery.kept.all()).toEqual([])
})

it('somebody else who signs in while it is being sent does not send the next one', async () => {
  let fail = (_: unknown): void => undefined
  const { delivery, keep, sent } = setUp(failure('OFFLINE'), failure('OFFLINE'), new Promise<Rating>((_, reject) => { fail = reject }))
  await delivery.submit(subject(1), body)
  await delivery.submit(subject(2), body)
  const all = delivery.sendAll()
  keep.remove('ratings-kept')
  fail(failure('OFFLINE'))
  await all
  expect(sent).toHaveLength(3)
})

it('what another hand left in the storage is no rating', () => {
  const keep = memoryKeep()
  for (const rubbish of ['x', [null, { key: 'k' }], { 0: 1 }]) {
    keep.write('ratings-kept', rubbish)
    expect(createKeptRatings(keep).all()).toEqual([])
  }
})
