import { DAY, aLine } from '../../../bff/engine/appointments/testing/book'
import { refused, type Bench } from './bench'

/** What one person may have, and who is told of it. */
export const describePersons = ({ book, now, pass, words, who, child, taken, read }: Bench): void => {
  describe('what one person may have', () => {
    it('is one appointment a day and line, and none that overlap anywhere in the city', async () => {
      const { hold, book: booked } = words()
      const [line, fay] = [aLine(), who('fay')]
      await booked(line, 540, fay)
      await expect(hold(line, 600, fay)).rejects.toEqual(refused('ONE_A_DAY'))
      await expect(hold(aLine(), 540, fay)).rejects.toEqual(refused('OVERLAPS'))
      expect(await hold({ ...line, lineId: 'B' }, 570, fay)).toMatchObject({ state: 'held', lineId: 'B' })
      expect(await hold(aLine(), 600, fay)).toMatchObject({ state: 'held' })
      expect(await hold({ ...line, day: '20260106', dayStart: line.dayStart + DAY }, 540, fay)).toMatchObject({ day: '20260106' })
    })

    it('is the same whoever books: two who book for the same child at once get one', async () => {
      const [line, kid] = [aLine(), child()]
      const tries = await Promise.allSettled(line.slots.map((at) => words().hold(line, at, who('parent'), { personId: kid })))
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect((await taken(line)).reduce((sum, one) => sum + one)).toBe(1)
    })

    it('is five appointments to come, and no more', async () => {
      const { hold, book: booked } = words()
      const gus = who('gus')
      for (let i = 0; i < 5; i += 1) await booked(aLine(), 540 + 30 * i, gus)
      await expect(hold(aLine(), 540 + 30 * 5, gus)).rejects.toEqual(refused('TOO_MANY_BOOKINGS'))
    })

    it('is told to them alone: what they and theirs have, without what ended', async () => {
      const { hold, book: booked, cancel } = words()
      const [line, hal, kid] = [aLine(), who('hal'), child()]
      const mine = await booked(line, 600, hal)
      const childs = await hold(line, 630, hal, { personId: kid })
      await cancel(line, await hold(aLine(), 690, hal))
      await booked(line, 630, who('ivy'), { personId: child() })
      const listed = await book().listOf(hal, [kid], now())
      expect(listed.map(({ appointmentId }) => appointmentId).sort()).toEqual([mine.appointmentId, childs.appointmentId].sort())
      expect(listed.find(({ appointmentId }) => appointmentId === childs.appointmentId)).toEqual(childs)
      expect(await book().listOf(hal, [], now())).toEqual([mine])
      pass(5)
      expect(await book().listOf(hal, [kid], now())).toEqual([mine])
    })

    it('is nobody else’s: another’s appointment is as one that does not exist', async () => {
      const { hold, act } = words()
      const [line, joe] = [aLine(), who('joe')]
      const held = await hold(line, 540, who('kim'))
      for (const appointmentId of [held.appointmentId, `${line.hallId}.${'0'.repeat(20)}`]) {
        const one = { ...held, appointmentId }
        await expect(book().read(appointmentId, joe, now())).rejects.toEqual(refused('APPOINTMENT_NOT_FOUND'))
        await expect(book().cancel(line, one, act(joe))).rejects.toEqual(refused('APPOINTMENT_NOT_FOUND'))
        await expect(book().arrive(line, one, act(joe), false)).rejects.toEqual(refused('APPOINTMENT_NOT_FOUND'))
      }
      await expect(book().reschedule(line, line, 570, held, act(joe))).rejects.toEqual(refused('APPOINTMENT_NOT_FOUND'))
      expect(await read(held)).toEqual(held)
    })
  })
}
