import type { Rating } from '@shared/ratings'
import type { ApiError } from '@/platform/apiError'
import { leavesOpen } from '@/platform/intents'
import type { KeptRating, KeptRatings } from './keptRatings'
import type { RatingBody } from './ratingForm'
import { nameOf, type RatingSubject } from './subject'

/** What became of sending: it is there, it waits on this phone, or the server would not have it. */
export type Outcome = { readonly kind: 'sent'; readonly rating: Rating } | { readonly kind: 'waits' | 'refused'; readonly why: ApiError }
type Listener = (name: string, outcome: Outcome | null) => void

export interface DeliveryParts {
  readonly kept: KeptRatings
  readonly send: (subject: RatingSubject, body: RatingBody, key: string) => Promise<Rating>
  readonly whyOf: (thrown: unknown) => ApiError
  readonly newKey: () => string
  readonly now: () => number
}

/** Nobody knows what became of it, or nothing could become of it yet: the same goes out again by itself. */
const waits = ({ code }: ApiError): boolean => code === 'OFFLINE' || code === 'CASE_SYSTEMS_SILENT' || leavesOpen(code)

/**
 * Sends ratings, each once: kept on the phone before it goes out, and until the server has answered for good. The page that
 * was filled in, the network coming back and the app opened again may all ask at once; what is under way is not sent twice.
 */
export const createDelivery = ({ kept, send, whyOf, newKey, now }: DeliveryParts) => {
  const flights = new Map<string, Promise<Outcome>>()
  const listeners = new Set<Listener>()
  const tell: Listener = (name, outcome) => listeners.forEach((listener) => listener(name, outcome))

  const attempt = async ({ subject, body, key }: KeptRating): Promise<Outcome> => {
    try {
      const rating = await send(subject, body, key)
      kept.drop(key)
      return { kind: 'sent', rating }
    } catch (thrown) {
      const why = whyOf(thrown)
      if (waits(why)) return { kind: 'waits', why }
      // One that is there already is shown instead; there is nothing to mend.
      if (why.code === 'RATING_EXISTS') kept.drop(key)
      else kept.refuse(key, { code: why.code, message: why.message })
      return { kind: 'refused', why }
    }
  }
  const deliver = (entry: KeptRating): Promise<Outcome> => {
    const name = nameOf(entry.subject)
    const under = flights.get(name)
    if (under) return under
    const flight = attempt(entry).then((outcome) => {
      flights.delete(name)
      tell(name, outcome)
      return outcome
    })
    flights.set(name, flight)
    tell(name, null)
    return flight
  }
  return {
    kept,
    submit: (subject: RatingSubject, body: RatingBody): Promise<Outcome> => {
      const before = kept.of(nameOf(subject))
      const same = before && before.refused === null && JSON.stringify(before.body) === JSON.stringify(body)
      const entry = same ? before : { subject, body, key: newKey(), madeAt: now(), refused: null }
      if (!same) kept.put(entry)
      return deliver(entry)
    },
    /** Sends what waits; tells whether anything still does. */
    sendAll: async (): Promise<boolean> => {
      for (const { subject, key } of kept.all()) {
        // Read anew: somebody else may have signed in since the one before.
        const entry = kept.of(nameOf(subject))
        if (entry?.key === key && entry.refused === null) await deliver(entry)
      }
      return kept.all().some(({ refused }) => refused === null)
    },
    isUnderWay: (name: string): boolean => flights.has(name),
    /** Gives up a rating that was refused. */
    forget: (entry: KeptRating): void => { kept.drop(entry.key); tell(nameOf(entry.subject), null) },
    /** Hears that something goes out (null), and how that ended. Gives the way to stop. */
    listen: (listener: Listener): (() => void) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
  }
}
export type Delivery = ReturnType<typeof createDelivery>
