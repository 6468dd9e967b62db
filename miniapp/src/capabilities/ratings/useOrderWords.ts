import { useMemo } from 'react'
import { useLocalText, useText } from '@/i18n'
import { useDayName } from '@/i18n/dayName'
import { orderNextTexts, orderStateTexts, orderStepTexts, orderTexts } from '@/i18n/ratings'
import type { OrderWords } from './orderView'

/** The words for a work order in the language now chosen. */
export const useOrderWords = (): OrderWords => {
  const say = useText(orderTexts)
  const state = useText(orderStateTexts)
  const next = useText(orderNextTexts)
  const step = useText(orderStepTexts)
  const local = useLocalText()
  const dayName = useDayName()
  return useMemo(() => ({ say, state, next, step, local, dayName }), [say, state, next, step, local, dayName])
}
