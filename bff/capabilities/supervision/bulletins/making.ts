import type { Bulletin } from '@shared/bulletins'
import type { OrderSummary } from '@shared/orders'
import type { Scoped } from '@shared/supervision'
import { indicatorsOf, sumOf } from '../indicators'
import type { Counts, FigureStore, Places } from '../port'
import { bulletinIdOf, daysOf, periodBefore, type Period } from './periods'

/** A month of so many halls is read at a time, so that whoever else asks Redis is not kept waiting. */
const HALLS_AT_ONCE = 50
const MOST_MOVERS = 10
const MOST_TAGS = 20

export interface MakingParts {
  readonly figures: Pick<FigureStore, 'counts' | 'complaints'>
  readonly places: Places
  readonly minimum: number
  /** Orders of the city that are overdue now, the longest first. */
  readonly overdue: () => Promise<readonly OrderSummary[]>
  readonly clock: () => number
}

/** The bulletin (通报) of a period; null for one in which nothing at all happened. */
export const makeBulletin = async (period: Period, { figures, places, minimum, overdue, clock }: MakingParts): Promise<Bulletin | null> => {
  const [days, daysBefore] = [daysOf(period), daysOf(periodBefore(period))]
  const sums = async (scopes: readonly string[]): Promise<{ now: Counts; before: Counts }[]> => {
    const found: { now: Counts; before: Counts }[] = []
    for (let i = 0; i < scopes.length; i += HALLS_AT_ONCE) {
      const some = await figures.counts(scopes.slice(i, i + HALLS_AT_ONCE), [...daysBefore, ...days])
      found.push(...some.map((counts) => ({ before: sumOf(counts.slice(0, daysBefore.length)), now: sumOf(counts.slice(daysBefore.length)) })))
    }
    return found
  }
  const [city] = await sums(['city'])
  if (!city || isNothing(city.now)) return null
  const [districts, departments, halls] = [places.partsOf('city'), places.departments(), places.halls().map((hallId) => `h.${hallId}`)]
  const [ofDistricts, ofDepartments, ofHalls] = [await sums(districts), await sums(departments), await sums(halls)]
  const scoped = (scope: string, counts: Counts): Scoped => ({ scope, name: places.nameOf(scope) ?? { zh: scope, en: scope }, indicators: indicatorsOf(counts, minimum) })
  const list = (scopes: readonly string[], counts: readonly { now: Counts }[]): Scoped[] =>
    scopes.flatMap((scope, i) => (counts[i] && !isNothing(counts[i].now) ? [scoped(scope, counts[i].now)] : []))
  const { tags } = await figures.complaints('city', days)
  return {
    bulletinId: bulletinIdOf(period), ...period, madeAt: clock(), city: indicatorsOf(city.now, minimum), before: indicatorsOf(city.before, minimum), minimum,
    ranking: rank(list(halls, ofHalls)), districts: list(districts, ofDistricts), departments: list(departments, ofDepartments),
    movers: moversOf(halls.flatMap((scope, i) => (ofHalls[i] ? [{ before: scoped(scope, ofHalls[i].before), now: scoped(scope, ofHalls[i].now) }] : []))),
    overdue: [...await overdue()], tags: tags.slice(0, MOST_TAGS).map(({ name: tag, count }) => ({ tag, count })),
  }
}

const isNothing = (counts: Counts): boolean => Object.values(counts).every((count) => count === 0)

/** By the share of good ratings, equal ones with one rank; who has too few ratings stands below, without a rank. */
export const rank = (halls: readonly Scoped[]): Bulletin['ranking'] => {
  const share = ({ indicators }: Scoped): number => indicators.goodRate ?? -1
  const inOrder = [...halls].sort((a, b) => share(b) - share(a) || b.indicators.ratings - a.indicators.ratings || (a.scope < b.scope ? -1 : 1))
  const fair = inOrder.filter(({ indicators }) => !indicators.few)
  return [
    ...fair.map((hall) => ({ ...hall, rank: 1 + fair.findIndex((other) => share(other) === share(hall)) })),
    ...inOrder.filter(({ indicators }) => indicators.few).map((hall) => ({ ...hall, rank: null })),
  ]
}

/** Those whose share of good ratings moved most, with enough ratings before and now. */
export const moversOf = (halls: readonly { readonly before: Scoped; readonly now: Scoped }[]): Bulletin['movers'] =>
  halls.flatMap(({ before, now }) => {
    const [was, is] = [before.indicators, now.indicators]
    if (was.few || is.few || was.goodRate === null || is.goodRate === null || was.goodRate === is.goodRate) return []
    return [{ scope: now.scope, name: now.name, before: was.goodRate, now: is.goodRate }]
  }).sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before)).slice(0, MOST_MOVERS)
