import type { hallTexts } from '@/i18n/halls'
import type { Translate } from '@/i18n'

/** A distance as people say it: to ten metres below a kilometre, to a hundred below ten. */
export const distanceInWords = (metres: number, t: Translate<typeof hallTexts>): string => {
  if (metres < 995) return t('metres', { n: Math.max(10, Math.round(metres / 10) * 10) })
  const kilometres = metres / 1000
  return t('kilometres', { n: kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres) })
}
