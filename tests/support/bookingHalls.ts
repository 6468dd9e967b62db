import { aHall, hallFile } from './halls'
import type { Hall, HallFile } from '../../bff/capabilities/halls/config'
import { spansOf } from '../../bff/capabilities/halls/hours'
import type { BookingHalls } from '../../bff/capabilities/appointments/port'

type Booking = Exclude<HallFile['lines'][number]['booking'], null | undefined>

/** A hall with office hours and the statutory calendar, whose line A takes appointments. */
export const bookingHall = (booking: Booking = {}, changes: Partial<HallFile> = {}): Hall => {
  const [a, b] = hallFile().lines
  return aHall({ weeklyHours: undefined, calendar: 'statutory', lines: [{ ...a!, booking }, b!], ...changes })
}

export const hallsOf = (...halls: Hall[]): BookingHalls => ({
  find: (hallId) => halls.find((hall) => hall.hallId === hallId),
  all: () => halls,
  near: () => halls.map((hall) => ({ hall, distanceMetres: null })),
  workOn: (hallId, dayStart, hours) => {
    const hall = halls.find((one) => one.hallId === hallId)
    return hall ? spansOf(hall, dayStart, hours ? hours.map((day) => day.map(([from, until]): [string, string] => [from, until])) : undefined) : []
  },
})

/** `yyyy-MM-dd HH:mm` in Asia/Shanghai. */
export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
