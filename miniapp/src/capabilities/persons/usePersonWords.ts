import { useCallback } from 'react'
import type { Person } from '@shared/persons'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { grantTexts, personTexts, relationTexts } from '@/i18n/persons'

/** `20261231` as `2026-12-31`. */
export const shownDay = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`

/** What an enterprise has granted its agent; null for a family member, for whom there is nothing to tell apart. */
export const useGrantWords = (): ((person: Person) => string | null) => {
  const t = useText(personTexts)
  const grant = useText(grantTexts)
  const comma = useText(kitTexts)
  return useCallback(({ kind, expired, grants }: Person) => {
    if (kind === 'family' || expired) return null
    return grants.length === 0 ? t('nothingGranted') : grants.map((one) => grant(one)).join(comma('comma'))
  }, [t, grant, comma])
}

/** What a person is to the citizen, and until when. */
export const usePersonWords = (): ((person: Person) => string) => {
  const t = useText(personTexts)
  const relation = useText(relationTexts)
  return useCallback(({ kind, relation: kin, until, expired }: Person) => {
    if (expired) return t(kind === 'family' ? 'consentEnded' : 'expired')
    if (until !== null) return t('until', { day: shownDay(until) })
    return kin === null ? t('enterprise') : relation(kin)
  }, [t, relation])
}
