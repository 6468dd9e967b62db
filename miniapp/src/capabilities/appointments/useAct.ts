import { useRef, useState } from 'react'
import { currentLanguage } from '@/i18n'
import { asApiError, type ApiError } from '@/platform'
import { leavesOpen } from '@/platform/intents'
import { intents } from './api'

export interface Acting<K extends string> {
  /** The act under way; null when none is. */
  readonly busy: K | null
  /** Which act failed last, and why; null when none did. */
  readonly failed: { readonly act: K; readonly why: ApiError } | null
  /** Carries an act out once, however often it is asked for; null when it did not succeed. `name` tells it from every other act. */
  readonly run: <T>(act: K, name: string, body: object, send: (key: string) => Promise<T>) => Promise<T | null>
  readonly dismiss: () => void
}

/** Whether nobody knows what became of an act, so that the same may be asked for again. */
export const isOpen = ({ code }: ApiError): boolean => code === 'OFFLINE' || code === 'UNKNOWN_OUTCOME' || code === 'INTERNAL'

/** Writes of this page, each with a key that is kept until the server has answered for good. */
export const useAct = <K extends string>(): Acting<K> => {
  const [busy, setBusy] = useState<K | null>(null)
  const [failed, setFailed] = useState<Acting<K>['failed']>(null)
  // State is only seen at the next rendering; a double tap is faster.
  const under = useRef(false)

  const run: Acting<K>['run'] = async (act, name, body, send) => {
    if (under.current) return null
    under.current = true
    const intent = intents.open(name, body)
    setBusy(act)
    setFailed(null)
    try {
      const answer = await send(intent.key)
      intents.settle(name)
      return answer
    } catch (thrown) {
      const why = asApiError(thrown, currentLanguage())
      if (why.code !== 'OFFLINE' && !leavesOpen(why.code)) intents.settle(name)
      setFailed({ act, why })
      return null
    } finally {
      under.current = false
      setBusy(null)
    }
  }
  return { busy, failed, run, dismiss: () => setFailed(null) }
}
