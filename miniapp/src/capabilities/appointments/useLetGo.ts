import { useEffect, useRef } from 'react'
import type { Appointment } from '@shared/appointments'
import { quietly } from '@/platform/quietly'
import { intents, moveAppointment } from './api'
import { noteAsked } from './elsewhere'

const body = { move: 'cancel' } as const

/**
 * Gives a held place back when its page is left without an answer. Not once it was tried to be confirmed: the outcome may
 * be unknown, and a confirmed one must never be cancelled by leaving. Gives what to call at that moment.
 */
export const useLetGo = (appointment: Appointment | null, wanted: boolean): (() => void) => {
  const latest = useRef(appointment)
  latest.current = appointment
  const decided = useRef(false)
  useEffect(() => {
    if (!wanted) return undefined
    return () => {
      const held = latest.current
      if (held?.state !== 'held' || decided.current) return
      const name = `move/${held.appointmentId}/cancel`
      const { key } = intents.open(name, body)
      noteAsked(held.appointmentId, 'cancel')
      quietly(async () => {
        await moveAppointment(held.appointmentId, body, key)
        intents.settle(name)
      })
    }
  }, [wanted])
  return () => { decided.current = true }
}
