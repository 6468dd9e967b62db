import { createHash } from 'node:crypto'
import { serviceDay, startOfDay } from '@shared/time'
import type { Happening, Leaver, Names, NearTicket, Notice } from './port'
import { spread } from './spreading'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** How long each is worth telling after it happened. */
const CALL_MS = 5 * MINUTE_MS
const NEAR_MS = 20 * MINUTE_MS
const LEAVE_MS = 15 * MINUTE_MS
const NEWS_MS = 12 * HOUR_MS
const PROGRESS_MS = 3 * DAY_MS
/** An appointment is told of so long before it, and not any more when it is so near. */
const SOON_MS = 2 * HOUR_MS
const TOO_NEAR_MS = 30 * MINUTE_MS
/** Many visits begin at one hour: their reminders come one after the other, the evening's after its hour, the day's before. */
const EVENING_SPREAD_MS = 30 * MINUTE_MS
const SOON_SPREAD_MS = 5 * MINUTE_MS

export interface Noticing {
  readonly names: Names
  /** In which hour the day before an appointment is told of, Asia/Shanghai. */
  readonly dayBeforeHour: number
}

/** An entry's id as a part of a job's name, which takes no colon. */
const named = (kind: string, ...parts: readonly string[]): string => [kind, ...parts].join('-')

/** Tells one of several apart whom one entry concerns, and no operator who it is. */
const aliasOf = (...parts: readonly string[]): string => createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 12)

/** What an entry of a hall's log tells whom; an entry of all cases has no hall. */
export const noticesOf = (happening: Happening, hallId: string, { names, dayBeforeHour }: Noticing): Notice[] => {
  const { id, at } = happening
  switch (happening.what) {
    case 'called':
    case 'recalled': {
      const { owner, ticketId, number, windowId } = happening
      return owned({
        noticeId: named('called', hallId, id), citizenId: owner, at, dueAt: null, validUntil: at + CALL_MS,
        about: { kind: 'called', ticketId, number, again: happening.what === 'recalled', hall: names.hall(hallId), window: names.window(hallId, windowId), windowId, calledAt: at },
      })
    }
    case 'missed': {
      const minutes = happening.returned ? null : names.returnMinutes(hallId)
      return owned({
        noticeId: named('missed', hallId, id), citizenId: happening.owner, at, dueAt: null, validUntil: at + (minutes ?? 30) * MINUTE_MS,
        about: { kind: 'missed', ticketId: happening.ticketId, number: happening.number, hall: names.hall(hallId), returnMinutes: minutes },
      })
    }
    case 'expired': return owned({
      noticeId: named('changed', hallId, id), citizenId: happening.owner, at, dueAt: null, validUntil: at + NEWS_MS,
      about: { kind: 'changed', what: 'expired', ticketId: happening.ticketId, number: happening.number, hall: names.hall(hallId), line: names.line(hallId, happening.lineId) },
    })
    case 'booked': return reminders(happening, hallId, names, dayBeforeHour)
    case 'cancelled':
    case 'absent': {
      const { owner, appointmentId, lineId, startsAt, byStaff } = happening
      if (happening.what === 'cancelled' && !byStaff) return []
      return owned({
        noticeId: named('changed', hallId, id), citizenId: owner, at, dueAt: null, validUntil: at + NEWS_MS,
        about: { kind: 'changed', what: happening.what, appointmentId, hall: names.hall(hallId), line: names.line(hallId, lineId), startsAt },
      })
    }
    case 'offered': {
      const { owner, appointmentId, lineId, startsAt, until } = happening
      return owned({
        noticeId: named('place', hallId, id), citizenId: owner, at, dueAt: null, validUntil: until,
        about: { kind: 'place', appointmentId, hall: names.hall(hallId), line: names.line(hallId, lineId), startsAt, until },
      })
    }
    case 'answered': return owned({
      noticeId: named('rating', hallId, id), citizenId: happening.owner, at, dueAt: null, validUntil: at + PROGRESS_MS,
      about: { kind: 'rating', ratingId: happening.ratingId, hall: names.hall(hallId) },
    })
    case 'case': return happening.followers.map(({ citizenId, personId }) => ({
      noticeId: named('case', id, aliasOf(citizenId, personId)), citizenId, at, dueAt: null, validUntil: at + PROGRESS_MS,
      about: { kind: 'case', caseNo: happening.caseNo, personId, item: names.item(happening.caseNo), change: happening.change },
    }))
    case 'moved':
    case 'nothing': return []
  }
}

/** Nobody is told who has no phone. */
const owned = (notice: Notice): Notice[] => (notice.citizenId === '' ? [] : [notice])

/** The day before and shortly before: whichever is still to come. Moved, an appointment has others; the old find that it is not so any more. */
const reminders = ({ at, owner, appointmentId, lineId, startsAt }: Happening & { what: 'booked' }, hallId: string, names: Names, hour: number): Notice[] => {
  const [hall, line] = [names.hall(hallId), names.line(hallId, lineId)]
  const evening = startOfDay(serviceDay(startsAt)) - DAY_MS + hour * HOUR_MS
  const notice = (kind: 'dayBefore' | 'soon', dueFor: (noticeId: string) => number, validUntil: number): Notice => {
    const noticeId = named(kind, appointmentId, String(startsAt))
    const dueAt = dueFor(noticeId)
    return { noticeId, citizenId: owner, at: dueAt, dueAt, validUntil, about: { kind, appointmentId, hall, line, startsAt } }
  }
  return [
    ...(evening > at ? [notice('dayBefore', (id) => evening + spread(id, EVENING_SPREAD_MS), evening + DAY_MS - hour * HOUR_MS)] : []),
    ...(startsAt - SOON_MS > at ? [notice('soon', (id) => startsAt - SOON_MS - spread(id, SOON_SPREAD_MS), startsAt - TOO_NEAR_MS)] : []),
  ]
}

/** Somebody's number is near, once for each place it takes in its line. */
export const nearNotice = ({ ticketId, owner, number, ahead, placing }: NearTicket, hallId: string, lineId: string, now: number, { names }: Noticing): Notice => ({
  noticeId: named('near', ticketId, placing), citizenId: owner, at: now, dueAt: null, validUntil: now + NEAR_MS,
  about: { kind: 'near', ticketId, number, ahead, hall: names.hall(hallId), line: names.line(hallId, lineId) },
})

export const leaveNotice = ({ ticketId, owner, number, placing, travelMinutes }: Leaver, hallId: string, now: number, { names }: Noticing): Notice => ({
  noticeId: named('leave', ticketId, placing), citizenId: owner, at: now, dueAt: null, validUntil: now + LEAVE_MS,
  about: { kind: 'leave', ticketId, number, hall: names.hall(hallId), minutes: travelMinutes },
})
