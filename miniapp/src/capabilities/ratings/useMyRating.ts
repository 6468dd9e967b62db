import { useRef, useState } from 'react'
import type { Rating } from '@shared/ratings'
import { currentLanguage } from '@/i18n'
import { asApiError, now, useOnline, useRemote, useSession, type ApiError } from '@/platform'
import { leavesOpen } from '@/platform/intents'
import { answerRevisit, changeRating, deleteRating, listRatings, ratingIntents } from './api'
import { bodyOf, type RatingForm } from './ratingForm'

export type RatingAct = 'change' | 'delete' | 'answer'
export interface MyRating {
  /** Null while unknown; `gone` when there is no such rating of mine. */
  readonly rating: Rating | 'gone' | null
  readonly failure: ApiError | null
  readonly loading: boolean
  readonly signedIn: boolean
  /** As of when it is, where nothing newer can be had; and whether that is for another reason than the network. */
  readonly oldSince: number | null
  readonly troubled: boolean
  /** What is under way, what was done last, and why it was not. */
  readonly busy: RatingAct | null
  readonly done: RatingAct | null
  readonly failed: ApiError | null
  readonly change: (form: RatingForm) => void
  readonly remove: () => void
  readonly answer: (satisfied: boolean, text: string) => void
  readonly reload: () => void
}

/** One rating of mine, and what may be done with it. Each act counts once, however often it is sent. */
export const useMyRating = (ratingId: string): MyRating => {
  const session = useSession()
  const online = useOnline()
  const key = `rating/${ratingId}/${session?.expiresAt ?? ''}`
  const remote = useRemote<Rating | 'gone'>(key, async () => (await listRatings()).find((one) => one.ratingId === ratingId) ?? 'gone', { skip: !session })
  const [busy, setBusy] = useState<RatingAct | null>(null)
  const [done, setDone] = useState<RatingAct | null>(null)
  const [failed, setFailed] = useState<ApiError | null>(null)
  /** What an act gave, until it is read anew. */
  const [given, setGiven] = useState<{ readonly rating: Rating; readonly at: number } | null>(null)
  // State is only seen at the next rendering; a double tap is faster.
  const under = useRef(false)

  const run = async (act: RatingAct, body: object, send: (key: string) => Promise<Rating | null>): Promise<void> => {
    if (under.current) return
    under.current = true
    const name = `${act}/${ratingId}`
    const intent = ratingIntents.open(name, body)
    setBusy(act)
    setFailed(null)
    setDone(null)
    try {
      const rating = await send(intent.key)
      if (rating) setGiven({ rating, at: now() })
      ratingIntents.settle(name)
      setDone(act)
    } catch (thrown) {
      const why = asApiError(thrown, currentLanguage())
      if (why.code !== 'OFFLINE' && !leavesOpen(why.code)) ratingIntents.settle(name)
      // Somebody who deletes twice has deleted.
      if (act === 'delete' && why.code === 'RATING_NOT_FOUND') setDone(act)
      else setFailed(why)
    } finally {
      under.current = false
      setBusy(null)
      // Whether it went well or not, what is shown is what the server says now.
      remote.reload()
    }
  }
  const fresh = given !== null && given.at >= (remote.heardAt ?? 0) ? given.rating : null
  const old = remote.data !== null && (!online || remote.failure !== null)
  return {
    oldSince: old ? remote.heardAt : null, troubled: online && remote.failure?.code !== 'OFFLINE',
    rating: remote.data === 'gone' ? 'gone' : fresh ?? remote.data, failure: remote.failure, loading: remote.loading, signedIn: session !== null, busy, done, failed, reload: remote.reload,
    change: (form) => { const body = bodyOf(form); if (body) void run('change', body, (once) => changeRating(ratingId, body, once)) },
    remove: () => { void run('delete', {}, async () => { await deleteRating(ratingId); return null }) },
    answer: (satisfied, text) => { void run('answer', { satisfied, text }, (once) => answerRevisit(ratingId, { satisfied, text }, once)) },
  }
}
