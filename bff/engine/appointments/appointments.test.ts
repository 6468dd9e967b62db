import { useRedis } from '../../../tests/support/redis'
import { createAppointmentEngine } from './engine'
import { aLine, DAY, EIGHT, MINUTE, newKey, speak, testTerms } from './testing/book'

const redis = useRedis()
const engine = createAppointmentEngine({ redis, terms: testTerms })
let now = EIGHT
const { act, hold, confirm, book, cancel } = speak(engine, () => now)
const refused = (code: string, details?: object) => expect.objectContaining({ code, ...(details && { details }) })
const taken = (line: ReturnType<typeof aLine>) => engine.free(line, now)

beforeEach(() => { now = EIGHT })

describe('booking', () => {
  it('holds a place for five minutes; confirmed it stays, else it goes back by itself', async () => {
    const line = aLine()
    const ann = await hold(line, 540, 'ann')
    expect(ann).toMatchObject({ state: 'held', heldUntil: EIGHT + 5 * MINUTE, startsAt: EIGHT + 60 * MINUTE, endsAt: EIGHT + 90 * MINUTE })
    const bob = await hold(line, 540, 'bob')
    expect((await taken(line))[0]).toBe(2)
    now += 4 * MINUTE
    expect(await confirm(line, ann)).toMatchObject({ state: 'booked', heldUntil: null })
    now += MINUTE
    expect((await taken(line))[0]).toBe(1)
    await expect(confirm(line, bob)).rejects.toEqual(refused('HOLD_EXPIRED'))
    expect(await engine.read(bob.appointmentId, 'bob', now)).toMatchObject({ state: 'lapsed' })
    // Nothing is left in the way of trying again.
    expect(await hold(line, 540, 'bob')).toMatchObject({ state: 'held' })
  })

  it('gives exactly three of fifty at once a slot of capacity three, in each of ten slots', async () => {
    const line = aLine({}, 10)
    const tries = line.slots.flatMap((at) => Array.from({ length: 50 }, (_, i) => hold(line, at, `rush-${at}-${i}`).then(() => at, (error: { code: string }) => error.code)))
    const outcomes = await Promise.all(tries)
    for (const at of line.slots) expect(outcomes.filter((one) => one === at)).toHaveLength(3)
    expect(outcomes.filter((one) => one === 'SLOT_FULL')).toHaveLength(470)
    expect(await taken(line)).toEqual(Array.from({ length: 10 }, () => 3))
  })

  it('gives the same appointment for the same key, and refuses the key with another content', async () => {
    const line = aLine()
    const key = newKey()
    const [one, two] = await Promise.all([hold(line, 540, 'cleo', { key }), hold(line, 540, 'cleo', { key })])
    expect(two.appointmentId).toBe(one.appointmentId)
    expect((await taken(line))[0]).toBe(1)
    await expect(hold(line, 570, 'cleo', { key })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    await expect(hold(aLine(), 540, 'cleo', { key })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    await expect(hold(aLine(), 540, 'cleo', { key, personId: `p${'0'.repeat(24)}` })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    await confirm(line, one)
    expect(await hold(line, 540, 'cleo', { key })).toMatchObject({ state: 'booked' })
    expect(await taken(line)).toEqual([1, 0, 0, 0, 0, 0])
  })

  it('takes as many slots as the visit is long, which must follow each other', async () => {
    const line = { ...aLine(), slots: [540, 570, 780, 810] }
    expect(await hold(line, 540, 'dan', { slots: 2 })).toMatchObject({ endsAt: EIGHT + 120 * MINUTE })
    expect(await taken(line)).toEqual([1, 1, 0, 0])
    await expect(hold(line, 570, 'eli', { slots: 2 })).rejects.toEqual(refused('SLOT_NOT_FOUND'))
    await expect(hold(line, 555, 'eli')).rejects.toEqual(refused('SLOT_NOT_FOUND'))
    expect(await taken(line)).toEqual([1, 1, 0, 0])
  })

  it('keeps a person to one appointment a day and line, and lets none overlap anywhere in the city', async () => {
    const line = aLine()
    const mine = await book(line, 540, 'fay')
    await expect(hold(line, 600, 'fay')).rejects.toEqual(refused('ONE_A_DAY'))
    await expect(hold(aLine(), 540, 'fay')).rejects.toEqual(refused('OVERLAPS'))
    expect(await hold(aLine(), 570, 'fay')).toMatchObject({ state: 'held' })
    await cancel(line, { ...mine, startsAt: mine.startsAt })
      .then(() => { throw new Error('less than two hours before') }, (error: unknown) => { expect(error).toEqual(refused('CANCEL_TOO_LATE', { hours: 2 })) })
  })

  it('keeps the rule whoever books: two who book for the same child at once get one', async () => {
    const line = aLine()
    const child = `p${'1'.repeat(24)}`
    const tries = await Promise.allSettled(line.slots.map((at, i) => hold(line, at, `parent${i}`, { personId: child })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await taken(line)).reduce((sum, one) => sum + one)).toBe(1)
  })

  it('lets a person have five appointments to come, and no more', async () => {
    for (let i = 0; i < 5; i += 1) await book(aLine(), 540 + 30 * i, 'gus')
    await expect(hold(aLine(), 540 + 30 * 5, 'gus')).rejects.toEqual(refused('TOO_MANY_BOOKINGS'))
  })

  it('answers for another’s appointment exactly as for one that does not exist', async () => {
    const line = aLine()
    const { appointmentId } = await hold(line, 540, 'hal')
    for (const id of [appointmentId, `${line.hallId}.${'0'.repeat(20)}`]) await expect(engine.read(id, 'ivy', now)).rejects.toEqual(refused('APPOINTMENT_NOT_FOUND'))
  })

  it('refuses while the clock runs back, or is far from Redis’s own, and changes nothing', async () => {
    const line = aLine()
    await hold(line, 540, 'jan')
    now -= 60 * MINUTE
    await expect(hold(line, 570, 'kim')).rejects.toEqual(refused('CLOCK_WRONG'))
    const guarded = createAppointmentEngine({ redis, terms: { ...testTerms, clockGuardMs: 5_000 } })
    now = EIGHT + MINUTE
    await expect(speak(guarded, () => now).hold(aLine(), 540, 'kim')).rejects.toEqual(refused('CLOCK_WRONG'))
    expect(await taken(line)).toEqual([1, 0, 0, 0, 0, 0])
    expect(await engine.listOf('kim', [], now)).toEqual([])
  })
})

describe('moving and cancelling', () => {
  it('takes the new slot before the old is let go; a full one leaves everything as it was', async () => {
    const line = aLine({ capacity: 1 })
    const lea = await book(line, 660, 'lea')
    await book(line, 690, 'max')
    await expect(engine.reschedule(line, line, 690, lea, act('lea'))).rejects.toEqual(refused('SLOT_FULL'))
    expect(await taken(line)).toEqual([0, 0, 0, 0, 1, 1])
    const moved = await engine.reschedule(line, line, 630, lea, act('lea'))
    expect(moved).toMatchObject({ appointmentId: lea.appointmentId, state: 'booked', startsAt: line.dayStart + 630 * MINUTE })
    expect(await taken(line)).toEqual([0, 0, 0, 1, 0, 1])
  })

  it('moves to another day, to a slot that overlaps its own, and gives the same for the same key', async () => {
    const line = aLine({ capacity: 1 })
    const next = { ...line, day: '20260106', dayStart: line.dayStart + DAY }
    const one = await book(line, 630, 'nan', { slots: 2 })
    const key = newKey()
    const shifted = await engine.reschedule(line, line, 660, one, act('nan', key))
    expect(await taken(line)).toEqual([0, 0, 0, 0, 1, 1])
    expect(await engine.reschedule(line, line, 660, one, act('nan', key))).toEqual(shifted)
    await engine.reschedule(line, next, 540, shifted, act('nan'))
    expect([await taken(line), await taken(next)]).toEqual([[0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0]])
    // The old time is free for something else again.
    expect(await hold(aLine(), 630, 'nan')).toMatchObject({ state: 'held' })
  })

  it('cancels until two hours before, and the place is free at once', async () => {
    const line = aLine()
    const oli = await book(line, 690, 'oli')
    now += 90 * MINUTE
    expect(await cancel(line, oli)).toMatchObject({ state: 'cancelled' })
    expect(await taken(line)).toEqual([0, 0, 0, 0, 0, 0])
    await expect(cancel(line, oli)).rejects.toEqual(refused('ILLEGAL_APPOINTMENT_MOVE'))
    const pia = await book(line, 690, 'pia')
    now += MINUTE
    await expect(cancel(line, pia)).rejects.toEqual(refused('CANCEL_TOO_LATE', { hours: 2 }))
  })

  it('closes a slot to new bookings, keeps those who are booked, and opens it again', async () => {
    const line = aLine()
    await book(line, 540, 'quy')
    await engine.setSlot(line, 540, true, 'boss', now)
    await expect(hold(line, 540, 'ray')).rejects.toEqual(refused('SLOT_CLOSED'))
    expect((await taken(line))[0]).toBe(-1)
    await engine.setSlot(line, 540, false, 'boss', now)
    expect((await taken(line))[0]).toBe(1)
  })
})

describe('coming, and not coming', () => {
  it('checks in from half an hour before to a quarter of an hour after; later the number is an ordinary one', async () => {
    const line = aLine()
    const [sam, tom] = [await book(line, 600, 'sam'), await book(line, 600, 'tom')]
    now = line.dayStart + 600 * MINUTE - 30 * MINUTE - 1
    await expect(engine.arrive(line, sam, act('sam'), false)).rejects.toEqual(refused('CHECK_IN_EARLY', { minutes: 30 }))
    now += 1
    expect(await engine.arrive(line, sam, act('sam'), false)).toMatchObject({ state: 'arrived', late: false })
    now = line.dayStart + 600 * MINUTE + 15 * MINUTE + 1
    expect(await engine.arrive(line, tom, act('clerk'), true)).toMatchObject({ state: 'arrived', late: true })
    await engine.setTicket(tom.appointmentId, `${line.hallId}.${'1'.repeat(20)}`, 'A007')
    expect(await engine.read(tom.appointmentId, 'tom', now)).toMatchObject({ ticketId: `${line.hallId}.${'1'.repeat(20)}`, number: 'A007' })
  })

  it('counts an absence once at the end of the day; three in ninety days mean thirty without booking online', async () => {
    for (let i = 0; i < 3; i += 1) {
      const day = `2026010${5 + i}`
      now = EIGHT + i * DAY
      const line = aLine({ day })
      await book(line, 540, 'uma')
      const came = await book(line, 540, 'vic')
      now += 60 * MINUTE
      await engine.arrive(line, came, act('vic'), false)
      now += 10 * 60 * MINUTE
      expect(await engine.closeDay(line.hallId, day, now)).toBe(2)
      expect(await engine.closeDay(line.hallId, day, now)).toBe(0)
      expect((await engine.standing('uma', now)).noShows).toBe(i + 1)
    }
    const last = EIGHT + 2 * DAY + 60 * MINUTE
    expect(await engine.standing('uma', now)).toEqual({ noShows: 3, restrictedUntil: last + 30 * DAY })
    expect(await engine.standing('vic', now)).toEqual({ noShows: 0, restrictedUntil: null })
    const line = aLine({ day: '20260108' })
    await expect(hold(line, 540, 'uma')).rejects.toEqual(refused('RESTRICTED', { at: last + 30 * DAY }))
    now = last + 30 * DAY
    expect(await hold(aLine({ day: '20260209' }), 540, 'uma')).toMatchObject({ state: 'held' })
  })

  it('tells the hall who is booked, in the order of the slots', async () => {
    const line = aLine()
    await book(line, 600, 'wes')
    const first = await book(line, 540, 'xen')
    const { visits, waiting } = await engine.dayOf(line.hallId, line.day, ['A'], now)
    expect(visits.map(({ owner }) => owner)).toEqual(['xen', 'wes'])
    expect(visits[0]).toMatchObject({ appointmentId: first.appointmentId, state: 'booked', personName: '张*' })
    expect(waiting).toEqual([0])
  })
})

it('leaves no key without an end of life, but the few that grow no further', async () => {
  const line = aLine()
  await book(line, 540, 'yan')
  for (const key of [...await redis.keys(`*${line.hallId}}:b:2*`), ...await redis.keys('{person:yan}*')]) expect(await redis.ttl(key)).toBeGreaterThan(0)
})
