import { useRef, useState } from 'react'
import type { Receipt } from '@shared/cases'
import { currentLanguage } from '@/i18n'
import { asApiError, openPage, type ApiError } from '@/platform'
import { findCase } from './api'
import { proofs } from './proofs'

/** Looks a receipt up, and opens the case it belongs to. */
export const useLookUp = () => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const under = useRef(false)
  const lookUp = async (receipt: Receipt): Promise<void> => {
    // State is only seen at the next rendering; a double tap is faster, and every try counts.
    if (under.current) return
    under.current = true
    setBusy(true)
    setFailure(null)
    try {
      proofs.keep(receipt, await findCase(receipt))
      openPage('case')
    } catch (thrown) { setFailure(asApiError(thrown, currentLanguage())) } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { busy, failure, lookUp: (receipt: Receipt) => { void lookUp(receipt) }, clear: () => setFailure(null) }
}
