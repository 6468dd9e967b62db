import { useRef, useState } from 'react'
import type { Rating } from '@shared/ratings'
import { currentLanguage } from '@/i18n'
import { asApiError, useRemote, useSession, type ApiError } from '@/platform'
import { leavesOpen } from '@/platform/intents'
import { rateIntents, rateVisit, readRating, readTicket } from './api'
import { bodyOf, type RatingForm } from './ratingForm'

export interface RatingVisit {
  /** The visit's number and line; null while unknown, which does not stop anybody from rating. */
  readonly visit: Awaited<ReturnType<typeof readTicket>> | null
  /** The rating there is; `none` when the visit has not been rated; null while unknown. */
  readonly rating: Rating | 'none' | null
  /** Given just now, on this page. */
  readonly fresh: boolean
  /** Why it cannot be shown. */
  readonly failure: ApiError | null
  /** Why it could not be sent. */
  readonly refused: ApiError | null
  readonly sending: boolean
  readonly send: (form: RatingForm) => void
  readonly reload: () => void
}

const readOrNone = async (ticketId: string): Promise<Rating | 'none'> => {
  try { return await readRating(ticketId) } catch (thrown) {
    if (asApiError(thrown, currentLanguage()).code === 'RATING_NOT_FOUND') return 'none'
    throw thrown
  }
}

/** The rating of a visit: the one there is, or the sending of one, once. */
export const useRating = (ticketId: string): RatingVisit => {
  const session = useSession()
  const owner = session?.expiresAt ?? ''
  const kept = useRemote(`rating/${ticketId}/${owner}`, () => readOrNone(ticketId))
  const visit = useRemote(`visit/${ticketId}/${owner}`, () => readTicket(ticketId))
  const [given, setGiven] = useState<Rating | null>(null)
  const [refused, setRefused] = useState<ApiError | null>(null)
  const [sending, setSending] = useState(false)
  const under = useRef(false)

  const send = async (form: RatingForm): Promise<void> => {
    const body = bodyOf(form)
    // State is only seen at the next rendering; a double tap is faster.
    if (!body || under.current) return
    under.current = true
    setSending(true)
    setRefused(null)
    const name = `rate/${ticketId}`
    const intent = rateIntents.open(name, body)
    try {
      setGiven(await rateVisit(ticketId, intent.body, intent.key))
      rateIntents.settle(name)
    } catch (thrown) {
      const why = asApiError(thrown, currentLanguage())
      if (why.code !== 'OFFLINE' && !leavesOpen(why.code)) rateIntents.settle(name)
      if (why.code === 'RATING_EXISTS') kept.reload()
      setRefused(why)
    } finally {
      under.current = false
      setSending(false)
    }
  }
  return {
    visit: visit.data, rating: given ?? kept.data, fresh: given !== null, failure: kept.data === null && given === null ? kept.failure : null,
    refused, sending, send: (form) => { void send(form) }, reload: () => { kept.reload(); visit.reload() },
  }
}
