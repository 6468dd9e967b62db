import { useCallback, useEffect, useRef, useState } from 'react'
import type { Ticket } from '@shared/queue'
import type { ErrorCode } from '@shared/errors'
import { currentLanguage } from '@/i18n'
import { ApiError, asApiError, now, openPage, pageUrl, pause, useSession, useVisible } from '@/platform'
import { findTaken, takeIntents, takeTicket } from './api'
import { intentName, resume, take, type TakeBody, type TakeOutcome, type TakeParts, type TakeWish } from './takeFlow'
import { useCallWatch } from './useCallWatch'

export type TakePhase =
  | { readonly step: 'idle' | 'sending' | 'checking' }
  | { readonly step: 'refused'; readonly code: ErrorCode; readonly message: string; readonly requestId?: string }
  /** `message`: what the server said instead; null when it said nothing. */
  | { readonly step: 'unknown'; readonly message: string | null; readonly requestId?: string }
  /** A number of an earlier wish had been given after all. */
  | { readonly step: 'earlier'; readonly ticket: Ticket }

export interface Taking {
  readonly phase: TakePhase
  /** Sends the wish; asks to sign in first where that is needed. What is `asked` of the citizen meanwhile is answered before another page opens. */
  readonly send: (wish: TakeBody, asked?: Promise<void>) => void
  /** Asks again what became of an act without an answer. */
  readonly check: () => void
  readonly dismiss: () => void
}

interface TakingParts {
  readonly hallId: string
  /** What would be asked for now; null while the page does not know yet. */
  readonly wish: TakeWish | null
  readonly onTicket: (ticket: Ticket) => void
  /** The press must be remembered until the citizen is back from signing in. */
  readonly onSignIn: () => void
}

const codeOf = (thrown: unknown): ErrorCode | null => {
  const { code } = asApiError(thrown, currentLanguage())
  return code === 'OFFLINE' ? null : code
}

/** Takes a number once, and settles what an earlier visit of the page left unanswered. */
export const useTake = ({ hallId, wish, onTicket, onSignIn }: TakingParts): Taking => {
  const session = useSession()
  const visible = useVisible()
  const [phase, setPhase] = useState<TakePhase>({ step: 'idle' })
  const under = useRef(false)
  const told = useRef({ onTicket, onSignIn })
  told.current = { onTicket, onSignIn }
  const wished = useRef(wish)
  wished.current = wish
  // Whoever has left the page is not pulled to another one; home shows the ticket.
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => { left.current = true }
  }, [])

  const signIn = useCallback((): void => {
    told.current.onSignIn()
    openPage('sign-in', { next: pageUrl('take', { hall: hallId }) })
  }, [hallId])

  const finish = useCallback((outcome: TakeOutcome<Ticket> | null): void => {
    if (left.current) return
    const reference = (error: unknown) => error instanceof ApiError && error.requestId ? { requestId: error.requestId } : {}
    switch (outcome?.kind) {
      case 'ticket': setPhase({ step: 'sending' }); told.current.onTicket(outcome.ticket); break
      case 'sign-in': setPhase({ step: 'idle' }); signIn(); break
      case 'refused': {
        const { message } = asApiError(outcome.error, currentLanguage())
        setPhase({ step: 'refused', code: outcome.code, message, ...reference(outcome.error) })
        break
      }
      case 'unknown': {
        const { code, message } = asApiError(outcome.error, currentLanguage())
        setPhase({ step: 'unknown', message: code === 'RATE_LIMITED' || code === 'UNAVAILABLE' || code === 'UNREADABLE' ? message : null, ...reference(outcome.error) })
        break
      }
      case 'earlier': setPhase({ step: 'earlier', ticket: outcome.ticket }); break
      case undefined: setPhase({ step: 'idle' })
    }
  }, [signIn])

  const run = useCallback(async (act: (parts: TakeParts<Ticket>) => Promise<TakeOutcome<Ticket> | null>, asked?: Promise<void>): Promise<void> => {
    // State is only seen at the next rendering; a double tap is faster.
    if (under.current) return
    under.current = true
    setPhase({ step: 'sending' })
    try {
      const outcome = await act({ intents: takeIntents, send: takeTicket, findTaken, codeOf, sleep: pause, now, onChecking: () => setPhase({ step: 'checking' }) })
      await asked
      finish(outcome)
    } finally { under.current = false }
  }, [finish])

  const settle = useCallback((): void => {
    const wish = wished.current
    if (wish) void run((parts) => resume(wish, parts))
  }, [run])

  // Back on the page: an act that was never answered comes first.
  const known = wish !== null
  useEffect(() => {
    if (visible && session && known && takeIntents.pending(intentName(hallId))) settle()
  }, [visible, session, known, hallId, settle])
  useCallWatch({ paused: phase.step === 'sending' || phase.step === 'checking' })

  return {
    phase,
    send: (wish, asked) => { if (session) void run((parts) => take(wish, parts), asked); else signIn() },
    check: settle,
    dismiss: () => setPhase({ step: 'idle' }),
  }
}
