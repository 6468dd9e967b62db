import type { Translate } from '@/i18n'
import type { consoleTexts } from '@/i18n/console'

/** Running time in words, for a colon would read as an hour of the day; never negative, whatever two clocks disagree about. */
export const runningTime = (milliseconds: number, t: Translate<typeof consoleTexts>): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return t('lastedSeconds', { s: seconds })
  return minutes < 60 ? t('lastedMinutes', { m: minutes, s: seconds % 60 }) : t('lastedHours', { h: Math.floor(minutes / 60), m: minutes % 60 })
}

/** Whole minutes between two instants, never negative. */
export const minutesBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / 60_000))
