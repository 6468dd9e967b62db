import { useRef, useState } from 'react'
import type { KeptByLaw } from '@shared/myData'
import { currentLanguage } from '@/i18n'
import { asApiError, dropSession, type ApiError } from '@/platform'
import { leavesOpen } from '@/platform/intents'
import { deleteMyData } from './api'

/**
 * Deletes everything; then this phone forgets the person too. `foreseen`: what stays by law, as it was told before. Once an
 * answer was lost, a session that is known no more means that it was done.
 */
export const useDelete = (foreseen: readonly KeptByLaw[]) => {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ApiError | null>(null)
  const [kept, setKept] = useState<readonly KeptByLaw[] | null>(null)
  const under = useRef(false)
  const unanswered = useRef(false)

  const done = (stays: readonly KeptByLaw[]): void => {
    setKept(stays)
    dropSession()
  }
  const remove = async (): Promise<void> => {
    if (under.current) return
    under.current = true
    setBusy(true)
    setFailed(null)
    try { done(await deleteMyData()) } catch (thrown) {
      const why = asApiError(thrown, currentLanguage())
      if (why.code === 'UNAUTHENTICATED' && unanswered.current) done(foreseen)
      else {
        if (why.code === 'OFFLINE' || leavesOpen(why.code)) unanswered.current = true
        setFailed(why)
      }
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { busy, failed, kept, remove }
}
