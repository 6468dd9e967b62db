import { useCallback, useEffect, useRef, useState } from 'react'
import type { Ticket } from '@shared/queue'
import { currentLanguage } from '@/i18n'
import { asApiError, now, useOnline, useSession, useVisible, type ApiError } from '@/platform'
import { lastTickets, readTicket } from './api'
import { hear, isLive, type Heard } from './heard'
import { createPolling, type Polling } from './polling'

export interface FollowedTicket {
  /** Null until something is known. */
  readonly heard: Heard | null
  /** Why the last question failed; null when it did not. */
  readonly failure: ApiError | null
  readonly refresh: () => void
  /** Takes in a ticket that came as the answer to an act. */
  readonly accept: (ticket: Ticket) => void
}

/** Nothing to be gained from asking again: not signed in, not theirs, or no such number. */
const pointless = (failure: ApiError): boolean =>
  failure.code === 'UNAUTHENTICATED' || failure.code === 'TICKET_NOT_FOUND' || failure.code === 'INVALID_INPUT' || failure.code === 'FORBIDDEN'

/**
 * Follows a ticket for as long as the page is open: from storage at first, then from the server at the pace it names,
 * through a hidden page and a lost network. Starts anew for another ticket or another citizen.
 */
export const useTicket = (ticketId: string): FollowedTicket => {
  const session = useSession()
  const online = useOnline()
  const visible = useVisible()
  const [heard, setHeard] = useState<Heard | null>(() => lastTickets.read(ticketId))
  const [failure, setFailure] = useState<ApiError | null>(null)
  const latest = useRef(heard)
  const polling = useRef<Polling | null>(null)
  const seen = useRef(visible)
  const token = session?.token

  const accept = useCallback((ticket: Ticket): void => {
    latest.current = hear(latest.current, ticket, now())
    lastTickets.write(latest.current)
    setHeard(latest.current)
    setFailure(null)
  }, [])

  const begin = useCallback((): void => {
    polling.current?.stop()
    polling.current = createPolling<Ticket>({
      ask: () => readTicket(ticketId, latest.current?.ticket.seen),
      onAnswer: accept,
      onFailure: (thrown) => {
        const why = asApiError(thrown, currentLanguage())
        setFailure(why)
        return pointless(why) ? 'stop' : 'again'
      },
      paceSeconds: (ticket) => isLive(ticket) ? ticket.nextPollSeconds : null,
      lastPace: latest.current?.ticket.nextPollSeconds ?? null,
    })
    if (!seen.current) polling.current.hide()
    polling.current.start()
  }, [ticketId, accept])
  const refresh = useCallback((): void => { if (polling.current?.running()) polling.current.now(); else begin() }, [begin])

  useEffect(() => {
    latest.current = lastTickets.read(ticketId)
    setHeard(latest.current)
    setFailure(null)
    begin()
    return () => polling.current?.stop()
  }, [ticketId, token, begin])

  useEffect(() => {
    seen.current = visible
    if (!visible) { polling.current?.hide(); return }
    polling.current?.show()
    // It has ended, but the citizen may come back from rating it.
    const ticket = latest.current?.ticket
    if (polling.current?.running() === false && ticket?.state === 'finished' && !ticket.rated) begin()
  }, [visible, begin])
  // Only coming back matters: the first question is asked anyway.
  const wasOnline = useRef(online)
  useEffect(() => {
    if (online && !wasOnline.current) polling.current?.now()
    wasOnline.current = online
  }, [online])

  return { heard, failure, accept, refresh }
}
