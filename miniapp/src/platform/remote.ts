import { useCallback, useEffect, useRef, useState } from 'react'
import { currentLanguage, useLanguage } from '@/i18n'
import { asApiError, type ApiError } from './apiError'
import { now } from './clock'
import { useOnline } from './network'
import { retryDelay } from './retry'
import { useVisible } from './visibility'

export interface Remote<T> {
  /** The last answer; stays while a newer one fails. Null before the first. */
  readonly data: T | null
  /** When it came, by the phone's clock. */
  readonly heardAt: number | null
  /** Why the latest attempt failed; null when it did not. */
  readonly failure: ApiError | null
  readonly loading: boolean
  readonly reload: () => void
}

interface RemoteOptions<T> {
  /** Asks again after so many seconds while people can see the page; not at all without it. */
  readonly everySeconds?: number | ((data: T | null) => number)
  /** Does not ask, e.g. because nobody is signed in. */
  readonly skip?: boolean
}

/** In a row of failures the pace slows down to a fourth, but never below once a minute: what is shown is getting old. */
const SLOWEST_TIMES = 4
const LONGEST_RETRY_MS = 60_000

/** Milliseconds until the next question; `paceMs` apart, and after failures less often. */
export const nextQuestion = (paceMs: number, failures: number, random: number): number =>
  failures === 0 ? paceMs : retryDelay(failures, 2 * paceMs, Math.max(paceMs, Math.min(SLOWEST_TIMES * paceMs, LONGEST_RETRY_MS)), random)

interface Held<T> { readonly key: string; readonly data: T | null; readonly heardAt: number | null; readonly failure: ApiError | null }

/**
 * Keeps an answer of the server current: asks at once, when `key` changes, when the page is seen again, when the network
 * comes back, and at the given pace, less often while it fails. An answer to an older question never replaces a newer one.
 */
export const useRemote = <T>(key: string, load: () => Promise<T>, { everySeconds, skip = false }: RemoteOptions<T> = {}): Remote<T> => {
  const visible = useVisible()
  const online = useOnline()
  const language = useLanguage()
  const [held, setHeld] = useState<Held<T>>({ key, data: null, heardAt: null, failure: null })
  const [loading, setLoading] = useState(false)
  const latest = useRef({ load, everySeconds })
  latest.current = { load, everySeconds }
  const question = useRef(0)
  const failures = useRef(0)

  const ask = useCallback(async (): Promise<void> => {
    const mine = question.current += 1
    setLoading(true)
    try {
      const data = await latest.current.load()
      failures.current = 0
      if (mine === question.current) setHeld({ key, data, heardAt: now(), failure: null })
    } catch (thrown) {
      const failure = asApiError(thrown, currentLanguage())
      failures.current += 1
      if (mine === question.current) setHeld((before) => (before.key === key ? { ...before, failure } : { key, data: null, heardAt: null, failure }))
    } finally {
      if (mine === question.current) setLoading(false)
    }
  }, [key])

  useEffect(() => {
    if (skip || !visible) return undefined
    void ask()
    // What is under way when the page goes away must not land in it.
    return () => { question.current += 1; setLoading(false) }
  }, [ask, skip, visible, online, language])

  useEffect(() => {
    const pace = latest.current.everySeconds
    if (skip || !visible || loading || pace === undefined) return undefined
    const seconds = typeof pace === 'function' ? pace(held.key === key ? held.data : null) : pace
    const timer = setTimeout(() => { void ask() }, nextQuestion(Math.max(1, seconds) * 1000, failures.current, Math.random()))
    return () => clearTimeout(timer)
  }, [ask, skip, visible, loading, held, key])

  const mine = held.key === key && !skip ? held : { data: null, heardAt: null, failure: null }
  return { data: mine.data, heardAt: mine.heardAt, failure: mine.failure, loading: loading || (!skip && mine.data === null && mine.failure === null), reload: () => { void ask() } }
}
