import { useMemo } from 'react'
import { useText } from '@/i18n'
import { standTexts, stopTexts } from '@/i18n/cases'
import { useDayName } from '@/i18n/dayName'
import type { CaseWords } from './caseWords'

/** The words of a case's standing; renders anew when the language changes. */
export const useCaseWords = (): CaseWords => {
  const say = useText(standTexts)
  const stop = useText(stopTexts)
  const dayName = useDayName()
  return useMemo(() => ({ say, stop, dayName }), [say, stop, dayName])
}
