import { useState } from 'react'
import type { Appointment } from '@shared/appointments'
import { now, useOnline, useRemote, useSession, type ApiError } from '@/platform'
import { useElapsed } from '@/ui'
import { readAppointment } from './api'
import { paceOf } from './appointmentView'

export interface FollowedAppointment {
  /** Null until something is known. */
  readonly appointment: Appointment | null
  /** When it was heard, by the phone's clock. */
  readonly heardAt: number | null
  readonly failure: ApiError | null
  readonly loading: boolean
  /** It may have changed since, and must not be shown as now. */
  readonly old: boolean
  readonly reload: () => void
  /** Takes in an appointment that came as the answer to an act. */
  readonly accept: (appointment: Appointment) => void
}

/** Slack on top of the pace before what was heard counts as old: one slow answer is no reason to alarm. */
const GRACE_MS = 15_000
const FIRST_PACE = 10

interface Heard { readonly appointment: Appointment; readonly heardAt: number }

/** Follows an appointment for as long as its page is seen. An answer never replaces a newer one. */
export const useAppointment = (appointmentId: string): FollowedAppointment => {
  const session = useSession()
  const online = useOnline()
  const [accepted, setAccepted] = useState<Heard | null>(null)
  const remote = useRemote(`appointment/${appointmentId}/${session?.expiresAt ?? ''}`, () => readAppointment(appointmentId),
    { everySeconds: (data) => data ? paceOf(data) : FIRST_PACE })
  const asked: Heard | null = remote.data && remote.heardAt !== null ? { appointment: remote.data, heardAt: remote.heardAt } : null
  const mine = accepted?.appointment.appointmentId === appointmentId ? accepted : null
  const latest = mine && (!asked || mine.appointment.asOf >= asked.appointment.asOf) ? mine : asked
  const tooLong = useElapsed(latest?.heardAt ?? null, (latest ? paceOf(latest.appointment) : FIRST_PACE) * 1000 + GRACE_MS, now)
  return {
    appointment: latest?.appointment ?? null, heardAt: latest?.heardAt ?? null, failure: remote.failure, loading: remote.loading,
    old: latest !== null && (!online || tooLong || remote.failure !== null), reload: remote.reload,
    accept: (appointment) => setAccepted({ appointment, heardAt: now() }),
  }
}
