import { DAY, EIGHT, MINUTE, aLine, newKey } from '../../../bff/engine/appointments/testing/book'
import { refused, type Bench } from './bench'

/** Checking in, staying away, and what the hall sees of its day. */
export const describeComing = ({ book, now, pass, set, words, who, read }: Bench): void => {
  describe('coming, and not coming', () => {
    it('checks in from half an hour before to a quarter of an hour after; later the number is an ordinary one', async () => {
      const { book: booked, hold, act } = words()
      const line = aLine()
      const [sam, tom, ulf] = [await booked(line, 600, who('sam')), await booked(line, 600, who('tom')), await booked(line, 600, who('ulf'))]
      const held = await hold(line, 630, who('vic'))
      await expect(book().arrive(line, held, act('clerk'), true)).rejects.toEqual(refused('ILLEGAL_APPOINTMENT_MOVE'))
      set(sam.startsAt - 30 * MINUTE - 1)
      await expect(book().arrive(line, sam, act(sam.owner), false)).rejects.toEqual(refused('CHECK_IN_EARLY', { minutes: 30 }))
      await expect(book().arrive(line, sam, act('clerk'), true)).rejects.toEqual(refused('CHECK_IN_EARLY', { minutes: 30 }))
      set(sam.startsAt - 30 * MINUTE)
      const key = newKey()
      const arrived = await book().arrive(line, sam, act(sam.owner, key), false)
      expect(arrived).toEqual({ ...sam, state: 'arrived', late: false })
      expect(await book().arrive(line, sam, act(sam.owner, key), false)).toEqual(arrived)
      await expect(book().arrive(line, sam, act(sam.owner), false)).rejects.toEqual(refused('ILLEGAL_APPOINTMENT_MOVE'))
      set(sam.startsAt + 15 * MINUTE)
      expect(await book().arrive(line, ulf, act(ulf.owner), false)).toMatchObject({ late: false })
      set(sam.startsAt + 15 * MINUTE + 1)
      await expect(book().arrive(line, tom, act(who('stranger')), false)).rejects.toEqual(refused('APPOINTMENT_NOT_FOUND'))
      expect(await book().arrive(line, tom, act('clerk'), true)).toEqual({ ...tom, state: 'arrived', late: true })
    })

    it('remembers which number it became', async () => {
      const { book: booked } = words()
      const line = aLine()
      const one = await booked(line, 540, who('wes'))
      await book().setTicket(one.appointmentId, `${line.hallId}.${'1'.repeat(20)}`, 'A007')
      expect(await read(one)).toEqual({ ...one, ticketId: `${line.hallId}.${'1'.repeat(20)}`, number: 'A007' })
      await expect(book().setTicket(`${line.hallId}.${'0'.repeat(20)}`, `${line.hallId}.${'1'.repeat(20)}`, 'A007')).rejects.toEqual(refused('APPOINTMENT_NOT_FOUND'))
    })

    it('counts an absence once at the end of the day; three in ninety days mean thirty without booking online', async () => {
      const { book: booked, hold, act } = words()
      const [uma, vic] = [who('uma'), who('vic')]
      for (let i = 0; i < 3; i += 1) {
        const day = `2026010${5 + i}`
        set(EIGHT + i * DAY)
        const line = aLine({ day })
        const missed = await booked(line, 540, uma)
        const came = await booked(line, 540, vic)
        pass(60)
        await book().arrive(line, came, act(vic), false)
        pass(600)
        expect(await book().closeDay(line.hallId, day, now())).toBe(2)
        expect(await book().closeDay(line.hallId, day, now())).toBe(0)
        expect(await read(missed)).toMatchObject({ state: 'missed' })
        expect((await book().standing(uma, now())).noShows).toBe(i + 1)
      }
      const last = EIGHT + 2 * DAY + 60 * MINUTE
      expect(await book().standing(uma, now())).toEqual({ noShows: 3, restrictedUntil: last + 30 * DAY })
      expect(await book().standing(vic, now())).toEqual({ noShows: 0, restrictedUntil: null })
      await expect(hold(aLine({ day: '20260108' }), 540, uma)).rejects.toEqual(refused('RESTRICTED', { at: last + 30 * DAY }))
      set(last + 30 * DAY)
      expect(await hold(aLine({ day: '20260209' }), 540, uma)).toMatchObject({ state: 'held' })
    })

    it('tells the hall who is booked, who came and how many wait, in the order of the slots', async () => {
      const { book: booked, cancel, wait, act } = words()
      const line = aLine({ capacity: 1 }, 2)
      const late = await booked(line, 570, who('xen'))
      const early = await booked(line, 540, who('yan'))
      const other = await booked({ ...line, lineId: 'B' }, 570, who('zoe'))
      await cancel(line, await booked({ ...line, day: '20260106', dayStart: line.dayStart + DAY }, 540, who('abe')))
      await wait(line, who('bea'))
      pass(30)
      const came = await book().arrive(line, early, act('clerk'), true)
      const { visits, waiting } = await book().dayOf(line.hallId, line.day, ['B', 'A', 'Q'], now())
      expect(visits.filter(({ lineId }) => lineId === 'A')).toEqual([came, late])
      expect(visits.filter(({ lineId }) => lineId === 'B')).toEqual([other])
      expect(waiting).toEqual([0, 1, 0])
      expect(await book().dayOf(aLine().hallId, line.day, ['A'], now())).toEqual({ visits: [], waiting: [0] })
    })
  })
}
