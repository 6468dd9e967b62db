import { useCallback, useRef, useState } from 'react'
import { currentLanguage } from '@/i18n'
import { type ApiError, asApiError } from '@/platform/api'
import { now } from '@/platform/clock'
import { usePoll } from '@/platform/web/usePoll'
import { isSessionOver } from './staff'

/** Unheard for so many turns the view is marked as old. */
const STALE_TURNS = 3.5

/** What the server last said, and when it came by this computer's clock. */
export interface Heard<T> { readonly view: T; readonly receivedAt: number; readonly everyMs: number }

/** The server's clock now, from its last answer. */
export const serverNow = ({ view, receivedAt }: Heard<{ readonly asOf: number }>, at: number): number => view.asOf + Math.max(0, at - receivedAt)
export const isStale = ({ receivedAt, everyMs }: Heard<unknown>, at: number): boolean => at - receivedAt > everyMs * STALE_TURNS

export interface Followed<T> {
  readonly heard: Heard<T> | null
  /** Why the last question failed; null after an answer. */
  readonly error: ApiError | null
  readonly refresh: () => void
  /** Takes in what an act's own answer told; questions asked before it are dropped when they come in. */
  readonly accept: (change: (before: T) => T) => void
}

interface Held<T> { readonly load: () => Promise<T>; readonly heard: Heard<T> | null; readonly error: ApiError | null }

/**
 * Asks again and again while the page can be seen. The server's state is the truth: a reload shows what is, not what this
 * tab remembers. Another `load` is another question, whose answers alone are shown: keep it with `useCallback`.
 */
export const useFollowed = <T>(load: () => Promise<T>, everyMs: number, onSessionOver: () => void): Followed<T> => {
  const [held, setHeld] = useState<Held<T>>({ load, heard: null, error: null })
  const acts = useRef(0)

  const ask = useCallback(async (isLeft: () => boolean) => {
    const actsBefore = acts.current
    try {
      const view = await load()
      if (isLeft() || acts.current !== actsBefore) return
      setHeld({ load, heard: { view, receivedAt: now(), everyMs }, error: null })
    } catch (thrown) {
      if (isLeft()) return
      const error = asApiError(thrown, currentLanguage())
      if (isSessionOver(error.code)) onSessionOver()
      setHeld((before) => ({ load, heard: before.load === load ? before.heard : null, error }))
    }
  }, [load, everyMs, onSessionOver])

  const refresh = usePoll(ask, everyMs)
  const accept = useCallback((change: (before: T) => T) => {
    acts.current += 1
    setHeld((before) => (before.heard && before.load === load ? { ...before, heard: { ...before.heard, view: change(before.heard.view) } } : before))
    refresh()
  }, [load, refresh])
  const mine = held.load === load
  return { heard: mine ? held.heard : null, error: mine ? held.error : null, refresh, accept }
}
