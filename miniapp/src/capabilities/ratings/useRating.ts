import { useEffect, useRef, useState } from 'react'
import type { LocalText } from '@shared/endpoint'
import type { Rating } from '@shared/ratings'
import { currentLanguage } from '@/i18n'
import { asApiError, useRemote, useSession, type ApiError } from '@/platform'
import { deliveryOf, readCase, readRating, readTicket } from './api'
import type { KeptRating } from './keptRatings'
import { bodyOf, type RatingForm } from './ratingForm'
import { nameOf, needsSession, type RatingSubject } from './subject'
import { useKept } from './useKept'

/** What a rating is about, as far as it is known; not knowing it stops nobody from rating. */
export interface About {
  readonly place: LocalText | null
  readonly number: string | null
  readonly business: LocalText | string
  /** A visit that is still under way. */
  readonly early: boolean
}

export interface RatingPage {
  readonly about: About | null
  /** The rating there is; `none` when there is none yet; null while unknown. */
  readonly rating: Rating | 'none' | null
  /** Given just now, with this page open. */
  readonly fresh: boolean
  /** What is kept on this phone: waiting to be sent, or refused. */
  readonly kept: KeptRating | null
  /** What was just filled in goes out for the first time. */
  readonly trying: boolean
  /** Why the rating cannot be shown. */
  readonly failure: ApiError | null
  readonly sending: boolean
  readonly signedIn: boolean
  readonly send: (form: RatingForm) => void
  readonly sendKept: () => void
  readonly giveUp: () => void
  readonly reload: () => void
}

const readOrNone = async (subject: RatingSubject): Promise<Rating | 'none'> => {
  try { return await readRating(subject) } catch (thrown) {
    if (asApiError(thrown, currentLanguage()).code === 'RATING_NOT_FOUND') return 'none'
    throw thrown
  }
}

const readAbout = async (subject: RatingSubject): Promise<About> => {
  switch (subject.kind) {
    case 'visit': {
      const { hallName, number, lineName, state } = await readTicket(subject.ticketId)
      return { place: hallName, number, business: lineName, early: state !== 'finished' }
    }
    case 'case': return { place: null, number: null, business: (await readCase(subject.caseNo, subject.personId)).itemName, early: false }
    case 'receipt': return { place: null, number: null, business: subject.itemName, early: false }
  }
}

/** The rating of a subject: the one there is, the one that waits on this phone, or the sending of one, once. */
export const useRating = (subject: RatingSubject): RatingPage => {
  const session = useSession()
  const name = nameOf(subject)
  const owner = needsSession(subject) ? session?.expiresAt ?? '' : ''
  const delivery = deliveryOf(subject)
  const kept = useKept(delivery).of(name)
  const remote = useRemote(`rating/${name}/${owner}`, () => readOrNone(subject))
  const about = useRemote(`rated/${name}/${owner}`, () => readAbout(subject))
  const [answered, setAnswered] = useState<{ readonly owner: string | number; readonly rating: Rating } | null>(null)
  const [trying, setTrying] = useState(false)
  const reload = useRef(remote.reload)
  useEffect(() => { reload.current = remote.reload })

  useEffect(() => delivery.listen((at, outcome) => {
    if (at !== name || outcome === null) return
    setTrying(false)
    if (outcome.kind === 'sent') setAnswered({ owner, rating: outcome.rating })
    if (outcome.kind === 'refused' && outcome.why.code === 'RATING_EXISTS') reload.current()
  }), [delivery, name, owner])

  // What somebody else gave, who was signed in before, is not shown.
  const given = answered?.owner === owner ? answered.rating : null
  const send = (form: RatingForm): void => {
    const body = bodyOf(form)
    if (!body) return
    setTrying(true)
    void delivery.submit(subject, body)
  }
  // Without a network nobody can tell whether there is one; it may be given all the same.
  const offline = remote.data === null && remote.failure?.code === 'OFFLINE'
  return {
    about: about.data, rating: given ?? remote.data ?? (offline ? 'none' : null), fresh: given !== null, kept, trying,
    failure: remote.data === null && given === null ? remote.failure : null, sending: delivery.isUnderWay(name),
    signedIn: !needsSession(subject) || session !== null,
    send, sendKept: () => { if (kept) void delivery.submit(subject, kept.body) }, giveUp: () => { if (kept) delivery.forget(kept) },
    reload: () => { remote.reload(); about.reload() },
  }
}
