import type { Appointment } from '@shared/appointments'
import { moveAppointment, type AppointmentMove } from './api'
import { noteAsked } from './elsewhere'
import { useAct, type Acting } from './useAct'

export type MoveName = AppointmentMove['move']
export interface AppointmentActs extends Omit<Acting<MoveName>, 'run'> {
  /** Carries a move out once, however often it is asked for; null when it did not succeed. */
  readonly make: (body: AppointmentMove) => Promise<Appointment | null>
}

/** Confirm, cancel, move, check in. What the server refuses is looked at anew: it knows something the page does not. */
export const useAppointmentActs = (appointmentId: string, accept: (appointment: Appointment) => void, reload: () => void): AppointmentActs => {
  const { busy, failed, dismiss, run } = useAct<MoveName>()
  const make = async (body: AppointmentMove): Promise<Appointment | null> => {
    noteAsked(appointmentId, body.move)
    const moved = await run(body.move, `move/${appointmentId}/${body.move}`, body, (key) => moveAppointment(appointmentId, body, key))
    if (moved) accept(moved)
    else reload()
    return moved
  }
  return { busy, failed, dismiss, make }
}
