import type { Indicators } from '@shared/supervision'
import type { Translate } from '@/i18n'
import type { figureTexts } from '@/i18n/supervision'

const kinds = {
  goodRate: 'share', ratings: 'count', bad: 'count', badRate: 'share', ratingRate: 'share', activeRate: 'share', visits: 'count', waitMinutes: 'minutes', overPromise: 'count',
  rectifiedRate: 'share', onTimeRate: 'share', revisitRate: 'share',
} as const
export type Figure = keyof typeof kinds
/** All of them, in the order in which they are shown. */
export const figures = Object.keys(kinds) as readonly Figure[]
export type Say = Translate<typeof figureTexts>

const tenths = (value: number): number => Math.round(value * 10) / 10

/** A figure of the indicators; null where there is nothing to divide by. */
export const valueOf = (figure: Figure, indicators: Indicators): number | null =>
  figure === 'bad' ? (indicators.levels[0] ?? 0) + (indicators.levels[1] ?? 0) : indicators[figure]

/** A share as people read it, with one decimal. */
export const percent = (share: number | null, say: Say): string => (share === null ? say('unknown') : say('percent', { n: tenths(share * 100).toFixed(1) }))

/** A figure in words, with its unit. */
export const shown = (figure: Figure, indicators: Indicators, say: Say): string => {
  const value = valueOf(figure, indicators)
  if (value === null) return say('unknown')
  switch (kinds[figure]) {
    case 'share': return percent(value, say)
    case 'minutes': return say('minutes', { n: tenths(value) })
    case 'count': return String(value)
  }
}

/**
 * How far one share lies from another, in words; null where one is missing. It is reckoned from what is shown, so that
 * nobody finds 91.7 % and 91.6 % called the same.
 */
export const shareChange = (now: number | null, before: number | null, say: Say): string | null => {
  if (now === null || before === null) return null
  const points = tenths(tenths(now * 100) - tenths(before * 100))
  return points === 0 ? say('same') : say(points > 0 ? 'higher' : 'lower', { n: Math.abs(points).toFixed(1) })
}

/** How a figure moved, in words; null where it cannot be said. */
export const changeOf = (figure: Figure, now: Indicators, before: Indicators, say: Say): string | null => {
  const [value, earlier] = [valueOf(figure, now), valueOf(figure, before)]
  if (kinds[figure] === 'share') return shareChange(value, earlier, say)
  if (value === null || earlier === null) return null
  const difference = tenths(tenths(value) - tenths(earlier))
  return difference === 0 ? say('same') : say(difference > 0 ? 'more' : 'less', { n: Math.abs(difference) })
}

/** Where the true share of good ratings lies; null for no ratings. */
export const between = ({ goodBetween }: Indicators, say: Say): string | null =>
  goodBetween && say('between', { low: percent(goodBetween[0], say), high: percent(goodBetween[1], say) })

/** A warning where ratings are too few to go by; null where there are enough. */
export const fewWords = ({ few, ratings, goodBetween }: Indicators, say: Say): string | null => {
  if (!few) return null
  return ratings === 0 || !goodBetween ? say('fewNothing') : say('fewBetween', { low: percent(goodBetween[0], say), high: percent(goodBetween[1], say) })
}
