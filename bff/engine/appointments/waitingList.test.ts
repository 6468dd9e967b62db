import { useRedis } from '../../../tests/support/redis'
import type { WaitingRecord } from '../../capabilities/appointments/port'
import { createAppointmentEngine } from './engine'
import { aLine, EIGHT, MINUTE, newKey, speak, testTerms } from './testing/book'

const redis = useRedis()
const engine = createAppointmentEngine({ redis, terms: testTerms })
let now = EIGHT
const { hold, confirm, book, cancel, wait } = speak(engine, () => now)
const refused = (code: string) => expect.objectContaining({ code })

beforeEach(() => { now = EIGHT })

/** A line with one slot at noon, taken by `holder`, for which the others wait in this order. */
const full = async (...waiters: string[]) => {
  const line = aLine({ capacity: 1, slots: [720] })
  const holder = await book(line, 720, `holder-of-${line.hallId}`)
  const waiting: WaitingRecord[] = []
  for (const citizen of waiters) waiting.push(await wait(line, `${citizen}-${line.hallId}`))
  const look = (i: number) => engine.readWaiting(waiting[i]!.waitingId, `${waiters[i]}-${line.hallId}`)
  const offer = async (i: number) => {
    const { appointmentId } = await look(i)
    return appointmentId ? engine.read(appointmentId, `${waiters[i]}-${line.hallId}`, now) : null
  }
  return { line, holder, waiting, look, offer, free: () => engine.free(line, now) }
}

describe('the waiting list', () => {
  it('offers a place that frees to who asked first, held for ten minutes and for nobody else', async () => {
    const { line, holder, look, offer } = await full('ann', 'bob')
    expect(await look(1)).toMatchObject({ state: 'waiting', ahead: 1 })
    await cancel(line, holder)
    expect(await offer(0)).toMatchObject({ state: 'held', offered: true, heldUntil: EIGHT + 10 * MINUTE, startsAt: line.dayStart + 720 * MINUTE })
    expect(await look(1)).toMatchObject({ state: 'waiting', appointmentId: null })
    await expect(hold(line, 720, 'quick')).rejects.toEqual(refused('SLOT_FULL'))
  })

  it('makes the offer an appointment with one tap, and the waiting is over', async () => {
    const { line, holder, look, offer } = await full('ann')
    await cancel(line, holder)
    const mine = await offer(0)
    expect(await confirm(line, mine!)).toMatchObject({ state: 'booked' })
    expect(await look(0)).toMatchObject({ state: 'ended' })
    expect(await engine.listOf(mine!.owner, [], now)).toHaveLength(1)
    await expect(hold(aLine({ slots: [720] }), 720, mine!.owner)).rejects.toEqual(refused('OVERLAPS'))
  })

  it('offers what was not answered to the next, and puts who did not answer behind; twice a day at most', async () => {
    const { line, holder, look, offer, free } = await full('ann', 'bob')
    await cancel(line, holder)
    now += 10 * MINUTE
    await free()
    expect(await offer(1)).toMatchObject({ state: 'held' })
    expect(await look(0)).toMatchObject({ state: 'waiting', ahead: 1, offers: 1 })
    now += 10 * MINUTE
    await free()
    expect(await offer(0)).toMatchObject({ state: 'held' })
    now += 10 * MINUTE
    await free()
    expect(await offer(1)).toMatchObject({ state: 'held' })
    now += 10 * MINUTE
    // Both had their two: the place is anybody's.
    expect(await free()).toEqual([0])
    expect([(await look(0)).offers, (await look(1)).offers]).toEqual([2, 2])
    expect(await hold(line, 720, 'quick')).toMatchObject({ state: 'held' })
  })

  it('gives a place that frees to who waits before anybody else, also when a hold ends by itself', async () => {
    const line = aLine({ capacity: 1, slots: [720] })
    await hold(line, 720, `slow-${line.hallId}`)
    const { waitingId } = await wait(line, `eva-${line.hallId}`)
    now += 5 * MINUTE
    await expect(hold(line, 720, `quick-${line.hallId}`)).rejects.toEqual(refused('SLOT_FULL'))
    expect(await engine.readWaiting(waitingId, `eva-${line.hallId}`)).toMatchObject({ state: 'offered' })
  })

  it('ends with one tap, when declining an offer too; the next is asked at once', async () => {
    const { line, holder, waiting, look, offer } = await full('ann', 'bob', 'cyd')
    await cancel(line, holder)
    await cancel(line, (await offer(0))!)
    expect(await look(0)).toMatchObject({ state: 'ended' })
    expect(await offer(1)).toMatchObject({ state: 'held' })
    await engine.unwait(line, waiting[1]!.waitingId, `bob-${line.hallId}`, now)
    expect(await offer(2)).toMatchObject({ state: 'held' })
    expect((await engine.waitingsOf(`bob-${line.hallId}`))).toEqual([])
  })

  it('offers only what lies within the hours asked for, and only to visits it is long enough for', async () => {
    const line = aLine({ capacity: 1, day: '20260106' }, 4)
    const holders = []
    for (const at of line.slots) holders.push(await book(line, at, `h${at}-${line.hallId}`))
    const late = await wait(line, `late-${line.hallId}`, 600, 660)
    const long = await wait(line, `long-${line.hallId}`, 0, 1440, { slots: 2 })
    const stateOf = async ({ waitingId }: typeof late, name: string) => (await engine.readWaiting(waitingId, `${name}-${line.hallId}`)).state
    await cancel(line, holders[0]!)
    expect([await stateOf(late, 'late'), await stateOf(long, 'long')]).toEqual(['waiting', 'waiting'])
    await cancel(line, holders[1]!)
    expect([await stateOf(late, 'late'), await stateOf(long, 'long')]).toEqual(['waiting', 'offered'])
    await cancel(line, holders[2]!)
    expect(await stateOf(late, 'late')).toBe('offered')
  })

  it('is for full days, once for each person, and the same key gives the same waiting', async () => {
    const { line, waiting } = await full('ann')
    await expect(wait(line, `ann-${line.hallId}`)).rejects.toEqual(refused('ALREADY_WAITING'))
    await expect(wait(aLine(), 'gil')).rejects.toEqual(refused('PLACES_FREE'))
    const key = newKey()
    const one = await wait(line, 'hob', 0, 1440, { key })
    expect(await wait(line, 'hob', 0, 1440, { key })).toMatchObject({ waitingId: one.waitingId })
    await expect(wait(line, 'hob', 0, 720, { key })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    await expect(engine.readWaiting(waiting[0]!.waitingId, 'hob')).rejects.toEqual(refused('WAITING_NOT_FOUND'))
  })

  it('tells of each offer once, for the message that is sent', async () => {
    const { line, holder } = await full('ann')
    await cancel(line, holder)
    await engine.free(line, now)
    const events = await redis.xrange(`{hall:${line.hallId}}:b:events`, '-', '+')
    expect(events.filter(([, fields]) => fields.includes('offer'))).toHaveLength(1)
  })

  it('ends with the day', async () => {
    const { line, look } = await full('ann')
    await engine.closeDay(line.hallId, line.day, now)
    expect(await look(0)).toMatchObject({ state: 'ended' })
  })
})

describe('though nobody looks', () => {
  it('an expired hold is offered to who waits when somebody sweeps, and the next end is known', async () => {
    const line = aLine({ capacity: 1, slots: [720] })
    await hold(line, 720, `idle-${line.hallId}`)
    const { waitingId } = await wait(line, `eve-${line.hallId}`)
    const lineOf = (hallId: string) => (hallId === line.hallId ? line : null)
    await engine.sweep(now, lineOf)
    now += 5 * MINUTE
    expect(await engine.sweep(now, lineOf)).toBeGreaterThanOrEqual(1)
    expect(await engine.readWaiting(waitingId, `eve-${line.hallId}`)).toMatchObject({ state: 'offered' })
    now += 10 * MINUTE
    await engine.sweep(now, lineOf)
    expect(await engine.readWaiting(waitingId, `eve-${line.hallId}`)).toMatchObject({ offers: 2 })
  })
})
