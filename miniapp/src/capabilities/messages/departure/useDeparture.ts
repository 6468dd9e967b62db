import { useEffect, useRef, useState } from 'react'
import { currentLanguage } from '@/i18n'
import { asApiError, findPlace, now, type ApiError } from '@/platform'
import { planDeparture, type WayOfGoing } from './api'
import type { Planned } from './departureView'

export interface Planning {
  readonly planned: Planned | null
  readonly busy: boolean
  /** Why there is no plan: the phone does not tell its place, or the server none. */
  readonly trouble: 'place' | ApiError | null
  /** `asked`: what the citizen is asked meanwhile, and answers before the phone asks for its place. Ends with whether there is a plan. */
  readonly plan: (by: WayOfGoing, asked?: Promise<void>) => Promise<boolean>
}

/** Finds out when to set out. The place is held no longer than it takes to ask. */
export const useDeparture = (ticketId: string): Planning => {
  const [planned, setPlanned] = useState<Planned | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Planning['trouble']>(null)
  const under = useRef(false)
  // Another ticket is another way.
  useEffect(() => { setPlanned(null); setTrouble(null) }, [ticketId])

  const plan = async (by: WayOfGoing, asked?: Promise<void>): Promise<boolean> => {
    if (under.current) return false
    under.current = true
    setBusy(true)
    setTrouble(null)
    try {
      await asked
      const found = await findPlace()
      if (found.kind !== 'place') { setTrouble('place'); return false }
      const departure = await planDeparture(ticketId, found.place, by)
      setPlanned({ departure, heardAt: now() })
      return true
    } catch (thrown) {
      setTrouble(asApiError(thrown, currentLanguage()))
      return false
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { planned, busy, trouble, plan }
}
