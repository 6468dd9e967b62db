import { appointmentId as appointmentIdForm, waitingId as waitingIdForm } from '@shared/ids'
import type { AppointmentRecord, WaitingRecord } from '../../../bff/capabilities/appointments/port'
import { DAY, EIGHT, MINUTE, aLine, newKey } from '../../../bff/engine/appointments/testing/book'
import { refused, type Bench } from './bench'

/** Places asked for on full days. */
export const describeWaiting = ({ book, now, pass, words, who, taken, read }: Bench): void => {
  describe('the waiting list', () => {
    /** A line with one slot at noon, taken by `holder`, for which the others wait in this order. */
    const full = async (count: number) => {
      const { book: booked, wait } = words()
      const line = aLine({ capacity: 1, slots: [720] })
      const holder = await booked(line, 720, who('holder'))
      const waiting: { owner: string; waitingId: string }[] = []
      for (let i = 0; i < count; i += 1) {
        const owner = who('waiter')
        waiting.push({ owner, waitingId: (await wait(line, owner)).waitingId })
      }
      const look = (i: number): Promise<WaitingRecord> => book().readWaiting(waiting[i]!.waitingId, waiting[i]!.owner)
      const offer = async (i: number): Promise<AppointmentRecord | null> => {
        const { appointmentId } = await look(i)
        return appointmentId === null ? null : book().read(appointmentId, waiting[i]!.owner, now())
      }
      return { line, holder, waiting, look, offer }
    }

    it('is for full days, once for each person, and the same key gives the same waiting', async () => {
      const { wait } = words()
      const { line, waiting, look } = await full(1)
      expect(await look(0)).toEqual({
        waitingId: waiting[0]!.waitingId, hallId: line.hallId, lineId: 'A', day: line.day, state: 'waiting', personId: 'self', personName: '张*', itemIds: ['residence-permit'],
        from: 0, until: 1440, ahead: 0, offers: 0, offerDay: 0, appointmentId: null,
      })
      expect(waitingIdForm.safeParse(waiting[0]!.waitingId).success).toBe(true)
      await expect(wait(line, waiting[0]!.owner)).rejects.toEqual(refused('ALREADY_WAITING'))
      await expect(wait(aLine(), who('gil'))).rejects.toEqual(refused('PLACES_FREE'))
      const [key, hob] = [newKey(), who('hob')]
      const one = await wait(line, hob, 0, 1440, { key })
      expect(await wait(line, hob, 0, 1440, { key })).toEqual(one)
      await expect(wait(line, hob, 0, 750, { key })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
      await expect(book().readWaiting(waiting[0]!.waitingId, hob)).rejects.toEqual(refused('WAITING_NOT_FOUND'))
      await expect(book().unwait(line, waiting[0]!.waitingId, hob, now())).rejects.toEqual(refused('WAITING_NOT_FOUND'))
      await expect(book().readWaiting(`${line.hallId}.${'0'.repeat(20)}`, hob)).rejects.toEqual(refused('WAITING_NOT_FOUND'))
      expect(await book().waitingsOf(hob)).toEqual([one])
    })

    it('offers a place that frees to who asked first, held for ten minutes and for nobody else', async () => {
      const { hold, cancel } = words()
      const { line, holder, look, offer, waiting } = await full(2)
      expect(await look(1)).toMatchObject({ state: 'waiting', ahead: 1 })
      await cancel(line, holder)
      const offered = await offer(0)
      expect(offered).toMatchObject({ state: 'held', offered: true, heldUntil: EIGHT + 10 * MINUTE, startsAt: line.dayStart + 720 * MINUTE, owner: waiting[0]!.owner })
      expect(appointmentIdForm.safeParse(offered?.appointmentId).success).toBe(true)
      expect(await look(0)).toMatchObject({ state: 'offered', offers: 1, offerDay: Math.floor((EIGHT + 8 * 60 * MINUTE) / DAY) })
      expect(await look(1)).toMatchObject({ state: 'waiting', appointmentId: null })
      await expect(hold(line, 720, who('quick'))).rejects.toEqual(refused('SLOT_FULL'))
      expect(await book().listOf(waiting[0]!.owner, [], now())).toEqual([])
    })

    it('makes the offer an appointment with one tap, and the waiting is over', async () => {
      const { hold, cancel, confirm } = words()
      const { line, holder, look, offer } = await full(1)
      await cancel(line, holder)
      const mine = await offer(0)
      expect(await confirm(line, mine!)).toMatchObject({ state: 'booked', offered: true })
      expect(await look(0)).toMatchObject({ state: 'ended', ahead: null })
      expect(await book().waitingsOf(mine!.owner)).toEqual([])
      expect(await book().listOf(mine!.owner, [], now())).toHaveLength(1)
      await expect(hold(aLine({ slots: [720] }), 720, mine!.owner)).rejects.toEqual(refused('OVERLAPS'))
    })

    it('does not let an offer be confirmed beside what its person has by then', async () => {
      const { book: booked, cancel, confirm } = words()
      const { line, holder, offer, waiting } = await full(1)
      await cancel(line, holder)
      await booked(aLine({ slots: [720] }), 720, waiting[0]!.owner)
      await expect(confirm(line, (await offer(0))!)).rejects.toEqual(refused('OVERLAPS'))
    })

    it('offers what was not answered to the next, and puts who did not answer behind; twice a day at most', async () => {
      const { hold, cancel } = words()
      const { line, holder, look, offer } = await full(2)
      await cancel(line, holder)
      pass(10)
      await taken(line)
      expect(await offer(1)).toMatchObject({ state: 'held' })
      expect(await look(0)).toMatchObject({ state: 'waiting', ahead: 1, offers: 1 })
      pass(10)
      await taken(line)
      expect(await offer(0)).toMatchObject({ state: 'held' })
      pass(10)
      await taken(line)
      expect(await offer(1)).toMatchObject({ state: 'held' })
      pass(10)
      // Both had their two: the place is anybody's.
      expect(await taken(line)).toEqual([0])
      expect([(await look(0)).offers, (await look(1)).offers]).toEqual([2, 2])
      expect(await hold(line, 720, who('quick'))).toMatchObject({ state: 'held' })
    })

    it('ends with one tap, when declining an offer too; the next is asked at once', async () => {
      const { cancel } = words()
      const { line, holder, waiting, look, offer } = await full(3)
      await cancel(line, holder)
      await cancel(line, (await offer(0))!)
      expect(await look(0)).toMatchObject({ state: 'ended' })
      expect(await offer(1)).toMatchObject({ state: 'held' })
      for (let again = 0; again < 2; again += 1) {
        expect(await book().unwait(line, waiting[1]!.waitingId, waiting[1]!.owner, now())).toMatchObject({ state: 'ended', ahead: null })
      }
      expect(await offer(2)).toMatchObject({ state: 'held' })
    })

    it('offers only what lies within the hours asked for, and only to visits it is long enough for', async () => {
      const { book: booked, cancel, wait } = words()
      const line = aLine({ capacity: 1, day: '20260106' }, 4)
      const holders: AppointmentRecord[] = []
      for (const at of line.slots) holders.push(await booked(line, at, who('holder')))
      const [lateOne, longOne] = [who('late'), who('long')]
      const late = await wait(line, lateOne, 600, 660)
      const long = await wait(line, longOne, 0, 1440, { slots: 2 })
      const states = async () => [(await book().readWaiting(late.waitingId, lateOne)).state, (await book().readWaiting(long.waitingId, longOne)).state]
      await cancel(line, holders[0]!)
      expect(await states()).toEqual(['waiting', 'waiting'])
      await cancel(line, holders[1]!)
      expect(await states()).toEqual(['waiting', 'offered'])
      await cancel(line, holders[2]!)
      expect(await states()).toEqual(['offered', 'offered'])
    })

    it('offers nothing that is too near to be given', async () => {
      const { book: booked, hold, wait } = words()
      // At eight, with two hours of lead, nothing before ten may be given.
      const line = aLine({ capacity: 1, slots: [540, 720] })
      const ivo = who('ivo')
      await hold(line, 540, who('near'))
      await booked(line, 720, who('far'))
      const { waitingId } = await wait({ ...line, earliest: 600 }, ivo)
      pass(5)
      expect(await taken({ ...line, earliest: 605 })).toEqual([0, 1])
      expect(await book().readWaiting(waitingId, ivo)).toMatchObject({ state: 'waiting' })
    })

    it('offers nothing in a closed slot before it is opened again', async () => {
      const { book: booked, cancel, wait } = words()
      const line = aLine({ capacity: 1, slots: [720] })
      const [holder, jan] = [await booked(line, 720, who('holder')), who('jan')]
      const { waitingId } = await wait(line, jan)
      await book().setSlot(line, 720, true, 'boss', now())
      await cancel(line, holder)
      expect(await book().readWaiting(waitingId, jan)).toMatchObject({ state: 'waiting' })
      await book().setSlot(line, 720, false, 'boss', now())
      expect(await book().readWaiting(waitingId, jan)).toMatchObject({ state: 'offered' })
    })

    it('gives an expired hold to who waits although nobody looks, when somebody sweeps', async () => {
      const { hold, wait } = words()
      const line = aLine({ capacity: 1, slots: [720] })
      await hold(line, 720, who('idle'))
      const eve = who('eve')
      const { waitingId } = await wait(line, eve)
      const lineOf = (hallId: string) => (hallId === line.hallId ? line : null)
      await book().sweep(now(), lineOf)
      pass(5)
      expect(await book().sweep(now(), lineOf)).toBeGreaterThanOrEqual(1)
      expect(await book().readWaiting(waitingId, eve)).toMatchObject({ state: 'offered', offers: 1 })
      pass(10)
      await book().sweep(now(), lineOf)
      expect(await book().readWaiting(waitingId, eve)).toMatchObject({ offers: 2 })
    })

    it('ends with the day, and so do holds', async () => {
      const { hold } = words()
      const { line, look } = await full(1)
      const held = await hold({ ...line, lineId: 'B' }, 720, who('pat'))
      await book().closeDay(line.hallId, line.day, now())
      expect(await look(0)).toMatchObject({ state: 'ended' })
      expect(await read(held)).toMatchObject({ state: 'lapsed' })
    })
  })
}
