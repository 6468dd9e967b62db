import { useRef, useState } from 'react'
import type { NewPerson } from '@shared/persons'
import { currentLanguage } from '@/i18n'
import { asApiError, newKey, now, type ApiError } from '@/platform'
import { createIntents, leavesOpen } from '@/platform/intents'
import type { Keep } from '@/platform/keep'
import { addPerson } from './api'

/** In memory and only as long as the page: what is sent holds an ID number, which this phone must not store. */
const createPageKeep = (): Keep => {
  const kept = new Map<string, unknown>()
  return { read: (name) => kept.get(name), write: (name, value) => { kept.set(name, value) }, remove: (name) => { kept.delete(name) } }
}
const NAME = 'add'

/** Adds somebody once, however often it is asked for. */
export const useAddPerson = (onAdded: () => void) => {
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<ApiError | null>(null)
  const [intents] = useState(() => createIntents<NewPerson>(createPageKeep(), newKey, now))
  // State is only seen at the next rendering; a double tap is faster.
  const under = useRef(false)

  const send = async (body: NewPerson): Promise<void> => {
    if (under.current) return
    under.current = true
    setSending(true)
    setRefused(null)
    const intent = intents.open(NAME, body)
    try {
      await addPerson(intent.body, intent.key)
      intents.settle(NAME)
      onAdded()
    } catch (thrown) {
      const why = asApiError(thrown, currentLanguage())
      if (why.code !== 'OFFLINE' && !leavesOpen(why.code)) intents.settle(NAME)
      setRefused(why)
    } finally {
      under.current = false
      setSending(false)
    }
  }
  return { sending, refused, send: (body: NewPerson) => { void send(body) } }
}
