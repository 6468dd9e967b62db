import type { Answer } from '@/platform/api'

export type Series = Answer<'compareScopes'>['series'][number]
type Day = Series['days'][number]

/** The share of good ratings of a day; null for a day without any. */
export const goodOf = ({ ratings, bad }: Day): number | null => (ratings === 0 ? null : (ratings - bad) / ratings)

/** The highest and the lowest day; null when no day had a rating. */
export const rangeOf = (days: readonly Day[]): { readonly high: number; readonly low: number } | null => {
  const shares = days.map(goodOf).filter((share) => share !== null)
  return shares.length === 0 ? null : { high: Math.max(...shares), low: Math.min(...shares) }
}

export interface Pair { readonly now: Series; readonly before: Series }
/** Each part in this period and in the one before, by its scope and not by its place in the answer. */
export const pairsOf = (now: readonly Series[], before: readonly Series[]): readonly Pair[] =>
  now.flatMap((series) => {
    const earlier = before.find(({ scope }) => scope === series.scope)
    return earlier ? [{ now: series, before: earlier }] : []
  })
