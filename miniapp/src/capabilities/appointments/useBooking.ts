import { useEffect, useRef } from 'react'
import type { Appointment } from '@shared/appointments'
import type { Waiting } from '@shared/waitingList'
import { openPage, useSession, useVisible } from '@/platform'
import { holdSlot, joinWaiting, moveAppointment, presses, type Visit } from './api'
import { noteAsked } from './elsewhere'
import { boundsOf, type WaitWindow } from './fullness'
import { useAct, type Acting } from './useAct'

/** What a rush asks of a phone before it may hold a place, as its own capability does it. */
export interface Rush {
  /** Works ahead of a release. */
  readonly prepare: () => void
  /** Sends a hold, and again with the work that is asked for; always under one key. */
  readonly holdWithWork: <T>(send: (work: string | undefined) => Promise<T>) => Promise<T>
}
export type BookAct = 'hold' | 'reschedule' | 'wait'
export interface Booking extends Acting<BookAct> {
  readonly hold: (startsAt: number) => void
  readonly reschedule: (startsAt: number) => void
  readonly join: (day: string, window: WaitWindow) => void
}

interface BookingParts {
  readonly visit: Visit
  readonly personId: string
  readonly rush: Rush
  /** The appointment that is moved; empty when a new one is made. */
  readonly moving: string
  /** The address of this page, to come back to from signing in. */
  readonly here: string
  readonly onHeld: (appointment: Appointment) => void
  readonly onMoved: () => void
  readonly onWaiting: (waiting: Waiting) => void
}

/** Holds a slot, moves an appointment, joins a waiting list. A tap before signing in is carried out after it. */
export const useBooking = ({ visit, personId, rush, moving, here, onHeld, onMoved, onWaiting }: BookingParts): Booking => {
  const session = useSession()
  const visible = useVisible()
  const acting = useAct<BookAct>()
  const press = `hold/${visit.hallId}/${visit.lineId}/${visit.itemIds.join(',')}`

  const hold = (startsAt: number): void => {
    if (!session) {
      presses.note(press, startsAt)
      openPage('sign-in', { next: here })
      return
    }
    const body = { ...visit, startsAt, personId }
    void acting.run('hold', `hold/${visit.hallId}/${visit.lineId}/${startsAt}/${personId}`, body, (key) => rush.holdWithWork((work) => holdSlot(body, key, work))).then((held) => { if (held) onHeld(held) })
  }
  const reschedule = (startsAt: number): void => {
    const body = { move: 'reschedule', startsAt } as const
    noteAsked(moving, 'reschedule')
    void acting.run('reschedule', `move/${moving}/reschedule`, body, (key) => moveAppointment(moving, body, key)).then((moved) => { if (moved) onMoved() })
  }
  const join = (day: string, window: WaitWindow): void => {
    if (!session) { openPage('sign-in', { next: here }); return }
    const body = { ...visit, day, personId, ...boundsOf(day, window) }
    void acting.run('wait', `wait/${visit.hallId}/${visit.lineId}/${day}/${personId}`, body, (key) => joinWaiting(body, key)).then((waiting) => { if (waiting) onWaiting(waiting) })
  }

  const carryOut = useRef(hold)
  carryOut.current = hold
  const signedIn = session !== null
  useEffect(() => {
    if (!signedIn || !visible) return
    const pressed = presses.take(press)
    if (pressed !== null) carryOut.current(pressed)
  }, [signedIn, visible, press])
  return { ...acting, hold, reschedule, join }
}
