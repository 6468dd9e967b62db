import { useCallback, useEffect, useRef, useState } from 'react'
import { currentLanguage } from '@/i18n'
import { asApiError } from '@/platform/api'
import { pause } from '@/platform/clock'
import { newKey } from '@/platform/newKey'
import { untilAnswered } from './attempts'
import { isSessionOver } from './staff'

/** How long what needs no answer stays, milliseconds; a failure stays until the next act. */
const NEWS_SHOWN_MS = 5000

/** `refused`: the press was not allowed, nothing was sent. */
export type News = { readonly tone: 'done' | 'refused' | 'error'; readonly text: string } | null

/** One thing a clerk does, sent with a key that stays the same until there is an answer. */
export interface Deed<T> {
  readonly send: (key: string) => Promise<T>
  /** What is said once it is done; null says nothing. */
  readonly done: (result: T) => string | null
  readonly then?: (result: T) => void
}

export interface Acts {
  /** An act is on its way: no other may begin. */
  readonly acting: boolean
  /** No answer came yet; it is being asked for again. */
  readonly unanswered: boolean
  readonly news: News
  /** Does one thing; while one is on its way every other press is dropped. True when it was done. */
  readonly perform: <T>(deed: Deed<T>) => Promise<boolean>
  readonly giveUp: () => void
  readonly say: (news: News) => void
}

export const useActs = (onSessionOver: () => void, refresh: () => void): Acts => {
  const [acting, setActing] = useState(false)
  const [unanswered, setUnanswered] = useState(false)
  const [news, setNews] = useState<News>(null)
  /** Decides at once, where state would only be known at the next rendering: two clicks may come before it. */
  const current = useRef<{ givenUp: boolean } | null>(null)

  useEffect(() => () => { if (current.current) current.current.givenUp = true }, [])
  useEffect(() => {
    if (news === null || news.tone === 'error') return undefined
    const timer = setTimeout(() => setNews(null), NEWS_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [news])

  const perform = useCallback(async <T>({ send, done, then }: Deed<T>): Promise<boolean> => {
    if (current.current !== null) return false
    const mine = { givenUp: false }
    current.current = mine
    setActing(true)
    setNews(null)
    try {
      const result = await untilAnswered({
        send, key: newKey(), wait: pause, failureOf: (thrown) => asApiError(thrown, currentLanguage()),
        onUnanswered: () => setUnanswered(true), isGivenUp: () => mine.givenUp,
      })
      then?.(result)
      const text = done(result)
      setNews(text === null ? null : { tone: 'done', text })
      return true
    } catch (thrown) {
      const error = asApiError(thrown, currentLanguage())
      if (isSessionOver(error.code)) onSessionOver()
      setNews({ tone: 'error', text: error.message })
      refresh()
      return false
    } finally {
      current.current = null
      setActing(false)
      setUnanswered(false)
    }
  }, [onSessionOver, refresh])

  const giveUp = useCallback(() => { if (current.current) current.current.givenUp = true }, [])
  return { acting, unanswered, news, perform, giveUp, say: setNews }
}
