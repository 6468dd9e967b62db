import { useCallback, useEffect, useRef } from 'react'
import { canAskPermission, useSession, useVisible } from '@/platform'
import { asking } from './api'
import { kindsOf, type Tap } from './policy'

/**
 * Asks, within a tap, to allow messages about what the tap begins; once for each act. Ends when the citizen has answered,
 * at once when nothing is asked, and never fails: whatever the answer, the act goes on.
 */
export type Allow = (tap: Tap, act?: string) => Promise<void>

/** For pages with such a tap: learns what is allowed before it comes. */
export const useAllow = (): Allow => {
  const token = useSession()?.token
  const visible = useVisible()
  const asked = useRef(new Map<string, Promise<void>>())
  useEffect(() => {
    // Not knowing only means not asking.
    if (token !== undefined && visible && canAskPermission() && asking.due()) void asking.read().catch(() => undefined)
  }, [token, visible])
  return useCallback((tap, act = '') => {
    const name = `${tap}/${act}`
    // A second tap of the same act waits for the answer to the first.
    const before = asked.current.get(name)
    if (before) return before
    const answered = asking.ask(kindsOf[tap])
    if (answered) asked.current.set(name, answered)
    return answered ?? Promise.resolve()
  }, [])
}
