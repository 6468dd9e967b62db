import { useRef, useState } from 'react'
import { currentLanguage } from '@/i18n'
import { asApiError, type ApiError } from '@/platform'
import { removePerson } from './api'

/** Removes somebody; to ask again does no harm. `onEnd` follows whether it was done or not. */
export const useRemovePerson = (onEnd: () => void) => {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<ApiError | null>(null)
  const under = useRef(false)
  const remove = async (personId: string): Promise<void> => {
    if (under.current) return
    under.current = true
    setBusy(true)
    setRefused(null)
    try {
      await removePerson(personId)
    } catch (thrown) {
      const why = asApiError(thrown, currentLanguage())
      // Gone already, from another phone.
      if (why.code !== 'PERSON_NOT_FOUND') setRefused(why)
    } finally {
      under.current = false
      setBusy(false)
      onEnd()
    }
  }
  return { busy, refused, remove: (personId: string) => { void remove(personId) } }
}
