import { ContractError } from '@shared/errors'
import type { Alert, Indicators, Overview, Scoped } from '@shared/supervision'
import { serviceDay, startOfDay } from '@shared/time'
import { LRUCache } from 'lru-cache'
import { indicatorsOf, sumOf } from './indicators'
import type { Counts, FigureStore, Places } from './port'
import { Waits } from './waits'

const DAY_MS = 86_400_000
const WEEK = 7
const TOLD_MS = 2_000
/** Characters of pages that are kept for whoever asks next. */
const MOST_TEXT = 16_000_000
const COMPLAINTS_MS = 5_000
const MOST_CACHED = 3_000
const MOST_DAYS = 93
const MOST_COMPLAINTS = 12
const ALERTS_MS = 2 * DAY_MS
type LocalText = Scoped['name']
type Complaints = Awaited<ReturnType<FigureStore['complaints']>>

export interface SupervisionOptions {
  readonly figures: FigureStore
  readonly places: Places
  readonly lineName: (hallId: string, lineId: string) => LocalText
  readonly promisedMinutes: (hallId: string) => number
  /** Ratings that make a share fair to rank by. */
  readonly minimum: number
  /** An order due within this is due soon. */
  readonly soonMs: number
  readonly clock: () => number
}

/** The last so many days up to and with this one. */
export const daysUpTo = (day: string, count: number): string[] => Array.from({ length: count }, (_, i) => serviceDay(startOfDay(day) - (count - 1 - i) * DAY_MS))

/** What supervisors see: figures, waits, orders and complaints of a part of the city. */
export class SupervisionService {
  /** A week's words are many, and move slowly: looked at once for all who look within some seconds. */
  private readonly complaints = new LRUCache<string, Complaints>({
    max: MOST_CACHED, ttl: COMPLAINTS_MS, ignoreFetchAbort: true,
    fetchMethod: async (name) => {
      const [scope = '', day = ''] = name.split(' ')
      return this.options.figures.complaints(scope, daysUpTo(day, WEEK))
    },
  })
  private readonly waits: Waits
  /** Many look at the same at once: what one was told holds for the others for a moment. */
  private readonly told = new LRUCache<string, string>({
    maxSize: MOST_TEXT, sizeCalculation: (json) => json.length, ttl: TOLD_MS, fetchMethod: async (name) => {
      const [scope = '', day = ''] = name.split(' ')
      return JSON.stringify(await this.overview(scope, day || undefined))
    },
  })
  constructor(private readonly options: SupervisionOptions) {
    this.waits = new Waits(options)
  }

  /** The same as JSON, some seconds old at most. Throws SCOPE_NOT_FOUND. */
  async overviewText(scope: string, onDay: string | undefined): Promise<string> {
    this.nameOf(scope)
    return this.told.forceFetch(`${scope} ${onDay ?? ''}`)
  }

  /** Throws SCOPE_NOT_FOUND. */
  async overview(scope: string, onDay: string | undefined): Promise<Overview> {
    const { figures, places, clock, soonMs } = this.options
    const now = clock()
    const day = onDay ?? serviceDay(now)
    const name = this.nameOf(scope)
    const [parts, departments] = [places.partsOf(scope), scope === 'city' ? places.departments() : []]
    const [counts, hours, complaints, states, overdue, soon, waits] = await Promise.all([
      figures.counts([scope, ...parts, ...departments], [day, serviceDay(startOfDay(day) - WEEK * DAY_MS)]), figures.hours(scope, day), this.complaints.forceFetch(`${scope} ${day}`),
      figures.orderStates(scope), figures.dueBefore(scope, now), figures.dueBefore(scope, now + soonMs), this.waits.of(scope, now),
    ])
    const [today, before] = counts[0] as readonly [Counts, Counts]
    const scoped = (scopes: readonly string[], from: number): Scoped[] => scopes.map((one, i) => this.scoped(one, counts[from + i]?.[0] as Counts))
    return {
      scope, name, day, asOf: now, today: this.indicators(today), before: this.indicators(before), path: places.pathOf(scope).map((one) => ({ scope: one, name: this.nameOf(one) })),
      parts: scoped(parts, 1), departments: scoped(departments, 1 + parts.length).filter(({ indicators: { ratings, visits } }) => ratings + visits > 0),
      curve: hours.map(({ hour, called, waitSeconds, overPromise }) => ({ hour, called, waitMinutes: called === 0 ? null : Math.round(waitSeconds / called / 6) / 10, overPromise })),
      waits, orders: { states: { ...states }, overdue, dueSoon: soon - overdue },
      complaints: {
        tags: complaints.tags.slice(0, MOST_COMPLAINTS).map(({ name: tag, count }) => ({ tag, count })), words: complaints.words.slice(0, MOST_COMPLAINTS).map(({ name: word, count }) => ({ word, count })),
      },
    }
  }

  /** Throws SCOPE_NOT_FOUND or PERIOD_WRONG. */
  async compare(scopes: readonly string[], from: string, to: string) {
    const count = Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS) + 1
    if (count < 1 || count > MOST_DAYS) throw new ContractError('PERIOD_WRONG', { days: MOST_DAYS })
    const names = scopes.map((scope) => this.nameOf(scope))
    const days = daysUpTo(to, count)
    const counts = await this.options.figures.counts(scopes, days)
    return {
      from, to,
      series: scopes.map((scope, i) => ({
        scope, name: names[i] as LocalText, indicators: this.indicators(sumOf(counts[i] ?? [])),
        days: (counts[i] ?? []).map(({ l1, l2, l3, l4, l5, visits }, j) => ({ day: days[j] as string, ratings: l1 + l2 + l3 + l4 + l5, bad: l1 + l2, visits })),
      })),
    }
  }

  /** Of the halls of who asks; of all where they may act in all. */
  async alerts(halls: readonly string[]): Promise<Alert[]> {
    const all = await this.options.figures.alerts(this.options.clock() - ALERTS_MS)
    return all.filter(({ hallId }) => halls.length === 0 || halls.includes(hallId)).map((alert) => ({ ...alert, hallName: this.nameOf(`h.${alert.hallId}`) }))
  }

  scoped(scope: string, counts: Counts): Scoped {
    return { scope, name: this.nameOf(scope), indicators: this.indicators(counts) }
  }

  private indicators(counts: Counts): Indicators {
    return indicatorsOf(counts, this.options.minimum)
  }

  private nameOf(scope: string): LocalText {
    const name = this.options.places.nameOf(scope)
    if (!name) throw new ContractError('SCOPE_NOT_FOUND')
    return name
  }
}
