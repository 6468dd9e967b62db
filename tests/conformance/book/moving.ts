import { DAY, MINUTE, aLine, newKey } from '../../../bff/engine/appointments/testing/book'
import { refused, type Bench } from './bench'

/** Moving, cancelling, and what the hall changes. */
export const describeMoving = ({ book, now, pass, words, who, taken, read }: Bench): void => {
  describe('moving and cancelling', () => {
    it('takes the new slot before the old is let go; a full one leaves everything as it was', async () => {
      const { book: booked, act } = words()
      const [line, lea] = [aLine({ capacity: 1 }), who('lea')]
      const mine = await booked(line, 660, lea)
      await booked(line, 690, who('max'))
      await expect(book().reschedule(line, line, 690, mine, act(lea))).rejects.toEqual(refused('SLOT_FULL'))
      await expect(book().reschedule(line, line, 645, mine, act(lea))).rejects.toEqual(refused('SLOT_NOT_FOUND'))
      expect(await taken(line)).toEqual([0, 0, 0, 0, 1, 1])
      expect(await read(mine)).toEqual(mine)
      const moved = await book().reschedule(line, line, 630, mine, act(lea))
      expect(moved).toEqual({ ...mine, startsAt: line.dayStart + 630 * MINUTE, endsAt: line.dayStart + 660 * MINUTE })
      expect(await taken(line)).toEqual([0, 0, 0, 1, 0, 1])
    })

    it('moves to another day, to a slot that overlaps its own, and gives the same for the same key', async () => {
      const { book: booked, hold, act } = words()
      const line = aLine({ capacity: 1 })
      const [next, nan, key] = [{ ...line, day: '20260106', dayStart: line.dayStart + DAY }, who('nan'), newKey()]
      const one = await booked(line, 630, nan, { slots: 2 })
      const shifted = await book().reschedule(line, line, 660, one, act(nan, key))
      expect(await taken(line)).toEqual([0, 0, 0, 0, 1, 1])
      expect(await book().reschedule(line, line, 660, one, act(nan, key))).toEqual(shifted)
      expect(await book().reschedule(line, next, 540, shifted, act(nan))).toMatchObject({ appointmentId: one.appointmentId, day: '20260106', state: 'booked' })
      expect([await taken(line), await taken(next)]).toEqual([[0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0]])
      // The old time is free for something else again.
      expect(await hold(aLine(), 630, nan)).toMatchObject({ state: 'held' })
    })

    it('keeps the end of a hold that is moved', async () => {
      const { hold, confirm, act } = words()
      const [line, oda] = [aLine(), who('oda')]
      const held = await hold(line, 540, oda)
      pass(3)
      const moved = await book().reschedule(line, line, 570, held, act(oda))
      expect(moved).toMatchObject({ state: 'held', heldUntil: held.heldUntil })
      pass(2)
      await expect(confirm(line, moved)).rejects.toEqual(refused('HOLD_EXPIRED'))
      expect(await taken(line)).toEqual([0, 0, 0, 0, 0, 0])
    })

    it('cancels until two hours before, and the place is free at once; not twice, and no later', async () => {
      const { book: booked, cancel, act } = words()
      const line = aLine()
      const oli = await booked(line, 690, who('oli'))
      pass(90)
      expect(await cancel(line, oli)).toMatchObject({ state: 'cancelled' })
      expect(await taken(line)).toEqual([0, 0, 0, 0, 0, 0])
      await expect(cancel(line, oli)).rejects.toEqual(refused('ILLEGAL_APPOINTMENT_MOVE'))
      const pia = await booked(line, 690, who('pia'))
      pass(1)
      await expect(cancel(line, pia)).rejects.toEqual(refused('CANCEL_TOO_LATE', { hours: 2 }))
      await expect(book().reschedule(line, line, 660, pia, act(pia.owner))).rejects.toEqual(refused('CANCEL_TOO_LATE', { hours: 2 }))
      expect(await read(pia)).toEqual(pia)
    })

    it('closes a slot to new bookings, keeps those who are booked, and opens it again', async () => {
      const { book: booked, hold, act } = words()
      const line = aLine()
      const quy = await booked(line, 540, who('quy'))
      const sue = await booked(line, 660, who('sue'))
      for (let again = 0; again < 2; again += 1) await book().setSlot(line, 540, true, 'boss', now())
      await expect(hold(line, 540, who('ray'))).rejects.toEqual(refused('SLOT_CLOSED'))
      await expect(book().reschedule(line, line, 540, sue, act(sue.owner))).rejects.toEqual(refused('SLOT_CLOSED'))
      expect(await taken(line)).toEqual([-1, 0, 0, 0, 1, 0])
      expect(await read(quy)).toEqual(quy)
      await book().setSlot(line, 540, false, 'boss', now())
      expect(await taken(line)).toEqual([1, 0, 0, 0, 1, 0])
      await expect(book().setSlot(line, 555, true, 'boss', now())).rejects.toEqual(refused('SLOT_NOT_FOUND'))
    })

    it('follows the hall’s file: fewer places take none away, a slot that is gone is given to nobody', async () => {
      const { book: booked, hold } = words()
      const line = aLine()
      for (let i = 0; i < 3; i += 1) await booked(line, 540, who('tia'))
      const less = { ...line, capacity: 2, slots: line.slots.slice(0, 4) }
      expect(await taken(less)).toEqual([2, 0, 0, 0])
      await expect(hold(less, 540, who('una'))).rejects.toEqual(refused('SLOT_FULL'))
      await expect(hold(less, 690, who('una'))).rejects.toEqual(refused('SLOT_NOT_FOUND'))
      expect((await book().dayOf(line.hallId, line.day, ['A'], now())).visits).toHaveLength(3)
    })
  })
}
