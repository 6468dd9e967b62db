import type { AppointmentRecord, BookPort, DayOfLine } from '../../../bff/capabilities/appointments/port'
import { EIGHT, MINUTE, speak } from '../../../bff/engine/appointments/testing/book'

/** A book to be tried, by the terms of `testTerms` and by the clock given. Called within a `describe`; its book is asked for within tests. */
export type OpenBook = (clock: () => number) => () => BookPort

let named = 0
/** Somebody who is nobody else's. */
export const who = (name: string): string => `${name}-${named += 1}`
export const refused = (code: string, details?: object) => expect.objectContaining({ code, ...(details && { details }) })

/** What a test of a book works with: a clock that it moves, and few words. */
export const createBench = (open: OpenBook) => {
  let now = EIGHT
  const book = open(() => now)
  beforeEach(() => { now = EIGHT })
  return {
    book, who, now: () => now,
    pass: (minutes: number): void => { now += minutes * MINUTE },
    set: (at: number): void => { now = at },
    words: () => speak(book(), () => now),
    child: (): string => `p${String(named += 1).padStart(24, '0')}`,
    taken: (line: DayOfLine) => book().free(line, now),
    read: ({ appointmentId, owner }: AppointmentRecord) => book().read(appointmentId, owner, now),
  }
}
export type Bench = ReturnType<typeof createBench>
