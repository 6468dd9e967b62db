import type { DayView, SlotView } from '@shared/appointments'
import { startOfDay } from '@shared/time'
import type { Translate } from '@/i18n'
import type { bookTexts } from '@/i18n/appointments'
import { clockLeft, dayName, instantName, spanName, type DateWords } from './dates'

const HALF_DAY_MS = 12 * 3_600_000
/** Share of places that must be free for a day to be called so; below the lesser it is nearly full. */
const AMPLE = 0.4
const SOME = 0.15

export interface BookWords { readonly say: Translate<typeof bookTexts>; readonly dates: DateWords }

/** How full something is, for its bar: 0 empty to 1 full; null when that is not known or does not matter. */
export interface DayRow {
  readonly day: string
  readonly name: string
  readonly word: string
  readonly count: string | null
  readonly taken: number | null
  readonly state: DayView['state']
  /** Not released: until when, to the second. */
  readonly countdown: string | null
}

const share = (free: number, capacity: number): number => capacity > 0 ? Math.min(1, Math.max(0, free / capacity)) : 0

/** One day of the list: its name, how full it is in words and as a bar. `now` is the server's clock. */
export const dayRow = ({ day, state, free, capacity, releasesAt }: DayView, now: number, { say, dates }: BookWords): DayRow => {
  const row = { day, state, name: dayName(startOfDay(day), now, dates), count: null, taken: null, countdown: null }
  switch (state) {
    case 'open': {
      const left = share(free, capacity)
      return { ...row, word: say(left >= AMPLE ? 'dayAmple' : left >= SOME ? 'daySome' : 'dayFew'), count: say('dayFree', { n: free }), taken: 1 - left }
    }
    case 'full': return { ...row, word: say('dayFull'), taken: 1 }
    case 'closed': return { ...row, word: say('dayClosed') }
    case 'not-released': return releasesAt === null ? { ...row, word: say('dayClosed') } : {
      ...row, word: say('released', { at: instantName(releasesAt, now, dates) }),
      countdown: releasesAt <= now ? say('releaseNow') : say('releaseIn', { clock: clockLeft(releasesAt - now) }),
    }
  }
}

export interface SlotTile {
  readonly startsAt: number
  readonly name: string
  readonly word: string
  readonly taken: number
  readonly free: boolean
}

export const slotTile = ({ startsAt, endsAt, state, free, capacity }: SlotView, { say, dates }: BookWords): SlotTile => ({
  startsAt, name: spanName(startsAt, endsAt, dates), free: state === 'open',
  word: state === 'open' ? say('slotFree', { n: free }) : say(state === 'full' ? 'slotFull' : 'slotClosed'),
  taken: state === 'open' ? 1 - share(free, capacity) : 1,
})

export type Half = 'morning' | 'afternoon'
export const noonOf = (day: string): number => startOfDay(day) + HALF_DAY_MS
const halfOf = (day: string, { startsAt }: SlotView): Half => startsAt < noonOf(day) ? 'morning' : 'afternoon'

/** The slots still to come, by half of the day. */
export const halvesOf = (day: string, slots: readonly SlotView[]): readonly { readonly half: Half; readonly slots: readonly SlotView[] }[] =>
  (['morning', 'afternoon'] as const).map((half) => ({ half, slots: slots.filter((slot) => slot.state !== 'past' && halfOf(day, slot) === half) }))
    .filter(({ slots: some }) => some.length > 0)

export type WaitWindow = 'day' | Half

/** For which part of the day one may wait: only where every place is taken; a part of it where that is so for the part alone. */
export const windowsToWait = (day: string, slots: readonly SlotView[]): readonly WaitWindow[] => {
  const halves = halvesOf(day, slots)
  const full = halves.filter(({ slots: some }) => some.every(({ state }) => state !== 'open') && some.some(({ state }) => state === 'full')).map(({ half }) => half)
  if (full.length === 0) return []
  return full.length === halves.length ? ['day', ...(full.length > 1 ? full : [])] : full
}

/** The window as it is sent: the whole day needs no bounds. */
export const boundsOf = (day: string, window: WaitWindow): { readonly from?: number; readonly until?: number } => {
  if (window === 'day') return {}
  return window === 'morning' ? { until: noonOf(day) } : { from: noonOf(day) }
}

/** Seconds until the days should be asked for again: at the next release at the latest. */
export const daysPace = (days: readonly DayView[], now: number, usual: number): number =>
  Math.min(usual, ...days.flatMap(({ releasesAt }) => releasesAt === null ? [] : [Math.max(1, Math.ceil((releasesAt - now) / 1000))]))

/** What a rush asks of a phone is worked out so long before a release: it is not good for much longer. */
const SOON_MS = 45_000
export const isReleasing = (days: readonly DayView[], now: number): boolean => days.some(({ releasesAt }) => releasesAt !== null && releasesAt - now < SOON_MS)
