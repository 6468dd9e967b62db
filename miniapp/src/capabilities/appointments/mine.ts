import type { Appointment } from '@shared/appointments'
import { serviceDay } from '@shared/time'
import { faceOf } from './appointmentView'

/** Those still to come, soonest first, and the others, latest first. `at`: the server's clock. */
export const parted = (appointments: readonly Appointment[], at: number): { readonly toCome: readonly Appointment[]; readonly past: readonly Appointment[] } => {
  const comes = (one: Appointment): boolean => {
    const face = faceOf(one, at)
    return face === 'held' || face === 'early' || face === 'open' || face === 'late' || (one.state === 'arrived' && serviceDay(one.startsAt) === serviceDay(at))
  }
  return {
    toCome: appointments.filter(comes).sort((a, b) => a.startsAt - b.startsAt),
    past: appointments.filter((one) => !comes(one)).sort((a, b) => b.startsAt - a.startsAt),
  }
}

/** What needs the citizen first: an offer, then a place to confirm, then the next to come; null when nothing does. */
export const nextOf = (appointments: readonly Appointment[], at: number): Appointment | null => {
  const coming = parted(appointments, at).toCome.filter(({ state }) => state !== 'arrived')
  const rank = ({ state, offered }: Appointment): number => (state !== 'held' ? 2 : offered ? 0 : 1)
  return [...coming].sort((a, b) => rank(a) - rank(b))[0] ?? null
}

interface Listed { readonly appointments: readonly Appointment[]; readonly missing: readonly unknown[] }
/** Soon enough for an offer's ten minutes, and for what a silent platform keeps to come without a reload; once a minute when nothing runs out. */
export const minePace = (listed: Listed | null): number => listed && (listed.missing.length > 0 || listed.appointments.some(({ state }) => state === 'held')) ? 15 : 60
