import { currentSession, pause } from '@/platform'
import { listAppointments } from './api'
import { forScan } from './appointmentView'

/** Somebody who has just scanned waits no longer than this to hear that they may take a number. */
const LOOK_WITHIN_MS = 4_000

/** The appointment a scan in this hall is for, so that nobody who has booked queues a second time; null when there is none or it cannot be told. */
export const appointmentForScan = async (hallId: string): Promise<string | null> => {
  if (!currentSession()) return null
  const look = listAppointments().then(({ appointments }) => forScan(appointments, hallId)?.appointmentId ?? null, () => null)
  return Promise.race([look, pause(LOOK_WITHIN_MS).then(() => null)])
}
