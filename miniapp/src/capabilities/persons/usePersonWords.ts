import { useCallback } from 'react'
import type { Person } from '@shared/persons'
import { useText } from '@/i18n'
import { personTexts, relationTexts } from '@/i18n/persons'

/** `20261231` as `2026-12-31`. */
export const shownDay = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`

/** What a person is to the citizen, and until when. */
export const usePersonWords = (): ((person: Person) => string) => {
  const t = useText(personTexts)
  const relation = useText(relationTexts)
  return useCallback(({ relation: kin, until, expired }: Person) => {
    if (expired) return t('expired')
    if (until !== null) return t('until', { day: shownDay(until) })
    return kin === null ? t('enterprise') : relation(kin)
  }, [t, relation])
}
