import { useRef, useState } from 'react'
import type { Consent } from '@shared/myData'
import { currentLanguage } from '@/i18n'
import { asApiError, useRemote, useSession, type ApiError } from '@/platform'
import { refreshSession } from '@/platform/refreshSession'
import { listConsents, withdrawConsent, type Withdrawable } from './api'

/** What the citizen agreed to, and taking it back. To take it back twice does no harm. */
export const useConsents = () => {
  const session = useSession()
  const remote = useRemote<readonly Consent[]>(`consents/${session?.token ?? ''}`, listConsents, { skip: !session })
  const [busy, setBusy] = useState(false)
  const [withdrawn, setWithdrawn] = useState<Withdrawable | null>(null)
  const [refused, setRefused] = useState<ApiError | null>(null)
  // State is only seen at the next rendering; a double tap is faster.
  const under = useRef(false)

  const withdraw = async (kind: Withdrawable): Promise<void> => {
    if (under.current) return
    under.current = true
    setBusy(true)
    setRefused(null)
    setWithdrawn(null)
    try {
      await withdrawConsent(kind)
      setWithdrawn(kind)
      // The real name went with it.
      if (kind === 'idNumber') await refreshSession()
    } catch (thrown) { setRefused(asApiError(thrown, currentLanguage())) } finally {
      under.current = false
      setBusy(false)
      remote.reload()
    }
  }
  return { session, ...remote, busy, withdrawn, refused, withdraw }
}
