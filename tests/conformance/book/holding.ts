import { appointmentId as appointmentIdForm } from '@shared/ids'
import { DAY, EIGHT, MINUTE, aLine, newKey } from '../../../bff/engine/appointments/testing/book'
import { refused, type Bench } from './bench'

/** Holds and confirmations, and what a key used again means. */
export const describeHolding = ({ book, pass, words, who, child, taken, read }: Bench): void => {
  describe('holding and confirming', () => {
    it('holds a place for five minutes; confirmed it stays, else it goes back by itself', async () => {
      const { hold, confirm } = words()
      const line = aLine()
      const [ann, bob] = [who('ann'), who('bob')]
      const first = await hold(line, 540, ann)
      expect(first).toEqual({
        appointmentId: expect.stringMatching(new RegExp(`^${line.hallId}\\.`)) as string, hallId: line.hallId, lineId: 'A', day: line.day, state: 'held', owner: ann, personId: 'self', personName: '张*',
        itemIds: ['residence-permit'], startsAt: EIGHT + 60 * MINUTE, endsAt: EIGHT + 90 * MINUTE, heldUntil: EIGHT + 5 * MINUTE, offered: false, late: false, ticketId: null, number: null,
      })
      expect(appointmentIdForm.safeParse(first.appointmentId).success).toBe(true)
      expect(await read(first)).toEqual(first)
      const second = await hold(line, 540, bob)
      expect(await taken(line)).toEqual([2, 0, 0, 0, 0, 0])
      pass(4)
      expect(await confirm(line, first)).toEqual({ ...first, state: 'booked', heldUntil: null })
      pass(1)
      expect(await taken(line)).toEqual([1, 0, 0, 0, 0, 0])
      await expect(confirm(line, second)).rejects.toEqual(refused('HOLD_EXPIRED'))
      expect(await read(second)).toMatchObject({ state: 'lapsed', heldUntil: null })
      // Nothing is left in the way of trying again.
      expect(await hold(line, 540, bob)).toMatchObject({ state: 'held' })
    })

    it('gives exactly three of fifty at once a slot of three', async () => {
      const line = aLine()
      const { hold } = words()
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => hold(line, 540, who('rush')).then(() => 'held', (error: { code: string }) => error.code)))
      expect(outcomes.filter((one) => one === 'held')).toHaveLength(3)
      expect(outcomes.filter((one) => one === 'SLOT_FULL')).toHaveLength(47)
      expect(await taken(line)).toEqual([3, 0, 0, 0, 0, 0])
    })

    it('gives the same for a key used again, at once or later, and refuses it with another content', async () => {
      const { hold, confirm, act } = words()
      const [line, key, cleo] = [aLine(), newKey(), who('cleo')]
      const [one, two] = await Promise.all([hold(line, 540, cleo, { key }), hold(line, 540, cleo, { key })])
      expect(two).toEqual(one)
      expect(await taken(line)).toEqual([1, 0, 0, 0, 0, 0])
      await expect(hold(line, 570, cleo, { key })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
      await expect(hold(aLine(), 540, cleo, { key })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
      await expect(hold(line, 540, cleo, { key, personId: child() })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
      const confirming = newKey()
      const booked = await confirm(line, one, confirming)
      expect(await confirm(line, one, confirming)).toEqual(booked)
      await expect(book().cancel(line, one, act(cleo, confirming))).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
      expect(await hold(line, 540, cleo, { key })).toEqual(booked)
      await expect(confirm(line, one)).rejects.toEqual(refused('ILLEGAL_APPOINTMENT_MOVE'))
      // The same words in another’s mouth are another act.
      expect((await hold(line, 540, who('dora'), { key })).appointmentId).not.toBe(one.appointmentId)
      expect(await taken(line)).toEqual([2, 0, 0, 0, 0, 0])
    })

    it('lets a key be used for another wish when nothing came of the first', async () => {
      const { hold } = words()
      const [line, key, eli] = [aLine({ capacity: 1 }), newKey(), who('eli')]
      await hold(line, 540, who('ann'))
      await expect(hold(line, 540, eli, { key })).rejects.toEqual(refused('SLOT_FULL'))
      expect(await hold(line, 570, eli, { key })).toMatchObject({ state: 'held' })
    })

    it('takes as many slots as the visit is long, which must follow each other', async () => {
      const { hold } = words()
      const line = { ...aLine(), slots: [540, 570, 780, 810] }
      expect(await hold(line, 540, who('dan'), { slots: 2 })).toMatchObject({ endsAt: EIGHT + 120 * MINUTE })
      const eli = who('eli')
      await expect(hold(line, 570, eli, { slots: 2 })).rejects.toEqual(refused('SLOT_NOT_FOUND'))
      await expect(hold(line, 555, eli)).rejects.toEqual(refused('SLOT_NOT_FOUND'))
      await expect(hold(line, 810, eli, { slots: 2 })).rejects.toEqual(refused('SLOT_NOT_FOUND'))
      expect(await taken(line)).toEqual([1, 1, 0, 0])
    })

    it('takes slots to the end of a day that ends at midnight', async () => {
      const { hold } = words()
      const line = { ...aLine(), slots: [1380, 1410] }
      const held = await hold(line, 1380, who('ida'), { slots: 2 })
      expect(held.endsAt).toBe(line.dayStart + DAY)
      expect(await read(held)).toEqual(held)
    })
  })
}
