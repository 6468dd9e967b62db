import { useCallback, useEffect, useRef, useState } from 'react'
import { currentLanguage, useLanguage } from '@/i18n'
import { asApiError, type ApiError } from './apiError'
import { now } from './clock'
import { useOnline } from './network'
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

interface Held<T> { readonly key: string; readonly data: T | null; readonly heardAt: number | null; readonly failure: ApiError | null }

/**
 * Keeps an answer of the server current: asks at once, when `key` changes, when the page is seen again, when the network
 * comes back, and at the given pace. An answer to an older question never replaces a newer one.
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

  const ask = useCallback(async (): Promise<void> => {
    const mine = question.current += 1
    setLoading(true)
    try {
      const data = await latest.current.load()
      if (mine === question.current) setHeld({ key, data, heardAt: now(), failure: null })
    } catch (thrown) {
      const failure = asApiError(thrown, currentLanguage())
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
    const timer = setTimeout(() => { void ask() }, Math.max(1, seconds) * 1000)
    return () => clearTimeout(timer)
  }, [ask, skip, visible, loading, held, key])

  const mine = held.key === key && !skip ? held : { data: null, heardAt: null, failure: null }
  return { data: mine.data, heardAt: mine.heardAt, failure: mine.failure, loading: loading || (!skip && mine.data === null && mine.failure === null), reload: () => { void ask() } }
}
