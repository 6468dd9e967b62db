import { icsOf } from './ics'

// 2026-01-05 10:00 in the halls' zone.
const TEN = 1_767_578_400_000
const event = { id: 'tianhe.0h3k9q2m7x5v8b1n4c6d', startsAt: TEN, endsAt: TEN + 1_800_000, title: 'General', place: 'Hall', text: 'Code 7X5V8B.' }

test('is an iCalendar of one event, in UTC, with a name that stays and the instant it was made', () => {
  expect(icsOf(event, TEN - 86_400_000).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Yichuang//Appointments//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    'BEGIN:VEVENT', 'UID:tianhe.0h3k9q2m7x5v8b1n4c6d@yichuang', 'DTSTAMP:20260104T020000Z', 'DTSTART:20260105T020000Z', 'DTEND:20260105T023000Z',
    'SUMMARY:General', 'LOCATION:Hall', 'DESCRIPTION:Code 7X5V8B.',
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT1H', 'DESCRIPTION:General', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
  ])
})

test('escapes what has a meaning of its own', () => {
  const text = icsOf({ ...event, title: 'a,b;c\\d', text: 'one\ntwo\r\nthree' }, TEN)
  expect(text).toContain('SUMMARY:a\\,b\\;c\\\\d\r\n')
  expect(text).toContain('DESCRIPTION:one\\ntwo\\nthree\r\n')
})

test('folds lines at 75 octets, and never within a character', () => {
  const place = '广州市天河区软件路十三号天河区政务服务中心'.repeat(4)
  const lines = icsOf({ ...event, place }, TEN).split('\r\n')
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`LOCATION:${place}`)
})
