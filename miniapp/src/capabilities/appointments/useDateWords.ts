import { useMemo } from 'react'
import { useText } from '@/i18n'
import { dateTexts, monthTexts } from '@/i18n/appointments'
import { weekdayTexts } from '@/i18n/halls'
import type { DateWords } from './dates'

/** The words dates are made of; renders anew when the language changes. */
export const useDateWords = (): DateWords => {
  const say = useText(dateTexts)
  const month = useText(monthTexts)
  const weekday = useText(weekdayTexts)
  return useMemo(() => ({ say, month, weekday }), [say, month, weekday])
}
