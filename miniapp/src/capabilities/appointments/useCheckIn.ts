import { useEffect, useRef, useState } from 'react'
import type { Appointment } from '@shared/appointments'
import { codeInText } from '@shared/link'
import { useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import { replacePage, scan, useVisible } from '@/platform'
import { presses } from './api'
import type { AppointmentActs } from './useAppointmentActs'

/** The proof that the citizen is in a hall, as its own capability keeps it. */
export interface Presences {
  readonly of: (hallId: string) => { readonly presence: string } | null
  readonly drop: (hallId: string) => void
}

/** A proof is worth nothing after these. */
const spent: readonly string[] = ['PRESENCE_EXPIRED', 'PRESENCE_REQUIRED', 'CODE_OTHER_HALL']

export interface CheckingIn {
  /** The citizen has just scanned in this hall. */
  readonly present: boolean
  /** Why scanning gave nothing; null when it did. */
  readonly trouble: string | null
  readonly checkIn: () => void
  readonly openScanner: () => void
}

/** Checks in with the proof at hand, or goes to scan for one and then checks in by itself. */
export const useCheckIn = (appointment: Appointment | null, canCheckIn: boolean, acts: AppointmentActs, presences: Presences): CheckingIn => {
  const t = useText(appointmentTexts)
  const visible = useVisible()
  const [trouble, setTrouble] = useState<string | null>(null)
  const hallId = appointment?.hallId ?? ''
  const proof = appointment ? presences.of(hallId) : null
  const press = `checkIn/${appointment?.appointmentId ?? ''}`

  const checkIn = (): void => {
    if (!proof) return
    void acts.make({ move: 'checkIn', presence: proof.presence }).then((arrived) => {
      if (!arrived) return
      presences.drop(hallId)
      // Whoever is late is told so first.
      if (arrived.ticketId !== null && !arrived.late) replacePage('ticket', { id: arrived.ticketId })
    })
  }
  const openScanner = async (): Promise<void> => {
    setTrouble(null)
    const scanned = await scan()
    if (scanned.kind === 'unreadable') setTrouble(t('scanUnreadable'))
    if (scanned.kind === 'refused') setTrouble(t('cameraRefused'))
    if (scanned.kind !== 'read') return
    presses.note(press, 0)
    replacePage('scan', { c: codeInText(scanned.text) ?? scanned.text.slice(0, 100), hall: hallId })
  }

  const code = acts.failed?.act === 'checkIn' ? acts.failed.why.code : ''
  const drop = presences.drop
  useEffect(() => { if (spent.includes(code) && hallId) drop(hallId) }, [code, hallId, drop])
  // The button was pressed before the scan.
  const carryOut = useRef(checkIn)
  carryOut.current = checkIn
  const ready = canCheckIn && proof !== null && visible
  useEffect(() => { if (ready && presses.take(press) !== null) carryOut.current() }, [ready, press])

  return { present: proof !== null, trouble, checkIn, openScanner: () => { void openScanner() } }
}
