import type { Appointment } from '@shared/appointments'
import type { AppointmentMove } from './api'

type Move = AppointmentMove['move']

/** What somebody did with my appointment who is not this phone: me on another one, most likely. */
export type Elsewhere = { readonly kind: 'booked' | 'cancelled' } | { readonly kind: 'moved'; /** When it was before. */ readonly from: number }

const moveOf = { booked: 'confirm', cancelled: 'cancel', moved: 'reschedule' } as const satisfies Record<Elsewhere['kind'], Move>

const changeOf = (before: Appointment, after: Appointment): Elsewhere | null => {
  if (after.state === 'cancelled' && before.state !== 'cancelled') return { kind: 'cancelled' }
  if (after.state === 'booked' && before.state === 'held') return { kind: 'booked' }
  return after.startsAt === before.startsAt ? null : { kind: 'moved', from: before.startsAt }
}

/**
 * What the citizen alone can have done between two answers about one appointment; null when nothing was, or when it was done here.
 * @param here whether this phone asked for such a move, whatever it heard of it
 */
export const doneElsewhere = (before: Appointment, after: Appointment, here: (move: Move) => boolean): Elsewhere | null => {
  if (before.appointmentId !== after.appointmentId || after.asOf < before.asOf) return null
  const change = changeOf(before, after)
  return change && !here(moveOf[change.kind]) ? change : null
}

const asked = new Set<string>()
/** This phone asks for a move, on whichever of its pages. */
export const noteAsked = (appointmentId: string, move: Move): void => { asked.add(`${appointmentId}/${move}`) }
export const wasAsked = (appointmentId: string, move: Move): boolean => asked.has(`${appointmentId}/${move}`)
