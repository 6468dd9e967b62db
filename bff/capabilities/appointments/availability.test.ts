import { Availability } from './availability'
import type { BookPort } from './port'
import { Schedule, type Bookable } from './schedule'
import { at, bookingHall, hallsOf } from '../../../tests/support/bookingHalls'

const hall = bookingHall({ capacity: 2, slotMinutes: 60 })
const [line] = hall.lines
const bookable: Bookable = { hall, line: line!, rule: line!.booking! }
const schedule = new Schedule(hallsOf(hall))
const now = at('2026-03-01 12:00')
const monday = schedule.lineOn(bookable, at('2026-03-02 00:00'), now)!

/** A book whose answers wait until they are let go. */
const slowBook = () => {
  const waiting: ((taken: number[]) => void)[] = []
  const free: BookPort['free'] = () => new Promise((resolve) => { waiting.push(resolve) })
  return { waiting, availability: new Availability(schedule, () => ({ free }) as unknown as BookPort) }
}

test('who asked before a change gets an answer, and who asks after it a newer one', async () => {
  const { waiting, availability } = slowBook()
  const before = availability.slots(monday, 1, now)
  availability.forget(monday.hallId, monday.lineId, monday.day)
  const after = availability.slots(monday, 1, now)
  waiting.forEach((answer, i) => { answer(monday.slots.map(() => i)) })
  expect((await before)[0]).toMatchObject({ free: 2 })
  expect((await after)[0]).toMatchObject({ free: 1 })
})

test('many who look at once are one question', async () => {
  const { waiting, availability } = slowBook()
  const all = Promise.all(Array.from({ length: 50 }, () => availability.slots(monday, 1, now)))
  expect(waiting).toHaveLength(1)
  waiting[0]!(monday.slots.map(() => 0))
  expect((await all).every((slots) => slots.length === 7)).toBe(true)
})

test('a longer visit begins only where it fits, and has the places of its fullest slot', async () => {
  const { waiting, availability } = slowBook()
  const looking = availability.slots(monday, 2, now)
  // Nine to twelve and one to five; ten is full, three o’clock closed.
  waiting[0]!([0, 2, 0, 1, 0, -1, 0])
  expect((await looking).map(({ state, free }) => `${state} ${free}`)).toEqual(['full 0', 'full 0', 'open 1', 'closed 0', 'closed 0'])
})
