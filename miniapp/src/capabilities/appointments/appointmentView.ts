import type { Appointment } from '@shared/appointments'
import { clockTime, serviceDay } from '@shared/time'
import type { Language } from '@shared/errors'
import type { Translate } from '@/i18n'
import type { appointmentTexts } from '@/i18n/appointments'
import { dateName, dayName, instantName, spanName, timeLeft, type DateWords } from './dates'

/** `early`: before its check-in; `open`: now; `late`: after it, the same day; `over`: booked, and its day is gone. */
export type Face = 'held' | 'early' | 'open' | 'late' | 'over' | 'arrived' | 'cancelled' | 'lapsed' | 'missed'
export type AppointmentAct = 'checkIn' | 'seeTicket' | 'move' | 'cancel' | 'calendar' | 'bookAgain'

export interface AppointmentWords { readonly language: Language; readonly say: Translate<typeof appointmentTexts>; readonly dates: DateWords }

/** What the appointment's page says; the screen only lays it out. */
export interface AppointmentView {
  readonly face: Face
  readonly day: string
  readonly time: string
  /** How long until then; null when it does not matter any more. */
  readonly left: string | null
  readonly status: string
  readonly details: readonly string[]
  readonly tone: 'action' | 'done' | 'attention' | 'plain'
  readonly acts: readonly AppointmentAct[]
  /** Milliseconds the place is still kept; null when it need not be confirmed. */
  readonly keptMs: number | null
}

/** What it is at an instant of the server's clock: a hold that has run out is over, whatever was last heard. */
export const faceOf = ({ state, heldUntil, startsAt, checkInFrom, checkInUntil }: Appointment, at: number): Face => {
  switch (state) {
    case 'held': return heldUntil !== null && at >= heldUntil ? 'lapsed' : 'held'
    case 'booked':
      if (serviceDay(at) > serviceDay(startsAt)) return 'over'
      return at < checkInFrom ? 'early' : at <= checkInUntil ? 'open' : 'late'
    default: return state
  }
}

const statusOf = (face: Face, { offered, late, ticketId }: Appointment, say: AppointmentWords['say']): { readonly status: string; readonly details: string[]; readonly tone: AppointmentView['tone'] } => {
  switch (face) {
    case 'held': return { status: say(offered ? 'offered' : 'confirmTitle'), details: [], tone: 'action' }
    case 'early': return { status: say('toCome'), details: [], tone: 'action' }
    case 'open': return { status: say('checkInNow'), details: [], tone: 'done' }
    case 'late': return { status: say('isLate'), details: [say('isLateHow')], tone: 'attention' }
    case 'over': return { status: say('over'), details: [say('overHow')], tone: 'plain' }
    case 'arrived': return { status: say('arrived'), details: [...(late ? [say('arrivedLate')] : []), say(ticketId === null ? 'arrivedNoTicket' : 'arrivedHow')], tone: 'done' }
    case 'cancelled': return { status: say('cancelled'), details: [say('cancelledHow')], tone: 'plain' }
    case 'lapsed': return { status: say('lapsed'), details: [], tone: 'attention' }
    case 'missed': return { status: say('missed'), details: [say('missedHow')], tone: 'attention' }
  }
}

const rulesOf = (face: Face, one: Appointment, at: number, { say, dates }: AppointmentWords): string[] => {
  const lateRule = say('lateRule', { until: clockTime(one.checkInUntil) })
  const changes = at <= one.cancelBefore ? say('changeUntil', { at: instantName(one.cancelBefore, at, dates) }) : say('changeOver')
  switch (face) {
    case 'early': return [say('checkInFrom', { from: clockTime(one.checkInFrom) }), lateRule, changes]
    case 'open': return [lateRule]
    default: return []
  }
}

const actsOf = (face: Face, { ticketId, cancelBefore }: Appointment, at: number): AppointmentAct[] => {
  const changes: AppointmentAct[] = at <= cancelBefore ? ['move', 'cancel'] : []
  switch (face) {
    case 'held': return []
    case 'early': return ['calendar', ...changes]
    case 'open': case 'late': return ['checkIn', ...changes]
    case 'arrived': return ticketId === null ? ['checkIn'] : ['seeTicket']
    case 'over': case 'cancelled': case 'lapsed': case 'missed': return ['bookAgain']
  }
}

const coming: readonly Face[] = ['held', 'early', 'open']

/** `at`: the server's clock. */
export const appointmentView = (one: Appointment, at: number, words: AppointmentWords): AppointmentView => {
  const face = faceOf(one, at)
  const { status, details, tone } = statusOf(face, one, words.say)
  return {
    face, status, tone, details: [...details, ...rulesOf(face, one, at, words)],
    day: coming.includes(face) ? dayName(one.startsAt, at, words.dates) : dateName(one.startsAt, words.dates), time: spanName(one.startsAt, one.endsAt, words.dates),
    left: face === 'early' || face === 'open' ? timeLeft(one.startsAt, at, words.dates) : null,
    acts: actsOf(face, one, at), keptMs: face === 'held' && one.heldUntil !== null ? one.heldUntil - at : null,
  }
}

const SOON_MS = 60 * 60_000

/** The appointment a scan in this hall is for: one of today that can be checked in, or soon can. Of several the first. */
export const forScan = (appointments: readonly Appointment[], hallId: string): Appointment | null =>
  appointments.filter((one) => one.hallId === hallId && one.state === 'booked' && serviceDay(one.asOf) === serviceDay(one.startsAt) && one.checkInFrom - one.asOf <= SOON_MS)
    .sort((a, b) => a.startsAt - b.startsAt)[0] ?? null

/** Seconds until an appointment should be asked for again. */
export const paceOf = ({ state, startsAt, asOf }: Appointment): number => {
  if (state === 'held') return 10
  if (state !== 'booked') return 120
  return startsAt - asOf < 2 * SOON_MS ? 20 : 60
}
