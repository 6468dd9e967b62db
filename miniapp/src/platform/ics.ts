/** What goes into a calendar. Times are instants. */
export interface CalendarEvent {
  readonly id: string
  readonly startsAt: number
  readonly endsAt: number
  readonly title: string
  readonly place: string
  readonly text: string
}

const CRLF = '\r\n'
/** RFC 5545 3.1: a line is at most 75 octets, and goes on after a line break and a space. */
const OCTETS = 75

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** No character is cut in two. */
const folded = (line: string): string => {
  let length = 0
  return [...line].map((character) => {
    const octets = octetsOf(character)
    if (length + octets <= OCTETS) { length += octets; return character }
    length = 1 + octets
    return `${CRLF} ${character}`
  }).join('')
}

/** One event as an iCalendar file. `stamp`: when it was made. */
export const icsOf = ({ id, startsAt, endsAt, title, place, text }: CalendarEvent, stamp: number): string => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Yichuang//Appointments//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
  'BEGIN:VEVENT', `UID:${id}@yichuang`, `DTSTAMP:${utc(stamp)}`, `DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`,
  `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `DESCRIPTION:${escaped(text)}`,
  'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT1H', `DESCRIPTION:${escaped(title)}`, 'END:VALARM',
  'END:VEVENT', 'END:VCALENDAR', '',
].map(folded).join(CRLF)
