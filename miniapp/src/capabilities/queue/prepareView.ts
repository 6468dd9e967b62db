import type { ItemView } from '@shared/catalogue'
import type { Language } from '@shared/errors'
import type { Board, HallDetail, LineView, PriorityReason } from '@shared/halls'
import { clockTime, serviceDay, dateTime } from '@shared/time'
import type { Translate } from '@/i18n'
import type { takeTexts } from '@/i18n/queue'

/** What the citizen may claim by phone; the green lane is given at the desk. */
export type ClaimedPriority = Exclude<PriorityReason, 'green-lane'>

export interface LineChoice {
  readonly lineId: string
  readonly name: string
  /** People waiting and the wait range, in words; null when unknown. */
  readonly waiting: string | null
  readonly wait: string | null
  /** Why no number can be taken here now; null when one can. */
  readonly shut: string | null
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, '')

/** Items whose name or summary holds every typed word, in either language, in the hall's order. */
export const findItems = (items: readonly ItemView[], typed: string): ItemView[] => {
  const words = typed.trim().split(/\s+/).map(folded).filter((word) => word !== '')
  return items.filter((item) => {
    const text = folded([item.name.zh, item.name.en, item.summary.zh, item.summary.en].join('|'))
    return words.every((word) => text.includes(word))
  })
}

export const lineChoice = (line: LineView, board: Board | null, language: Language, say: Translate<typeof takeTexts>): LineChoice => {
  const now = board?.lines.find(({ lineId }) => lineId === line.lineId)
  const wait = now?.wait
  const shut = now?.paused ? say('linePaused') : now && now.issued >= line.capacity ? say('lineFull') : null
  const range = (low: number, high: number): string => low === high ? say('lineWaitExact', { n: high }) : say('lineWait', { low, high })
  return {
    lineId: line.lineId, name: line.name[language],
    waiting: now ? (now.waiting === 0 ? say('lineEmpty') : say('lineWaiting', { n: now.waiting })) : null,
    wait: !now || now.waiting === 0 ? null : wait ? range(wait.low, wait.high) : say('lineWaitUnknown'),
    shut,
  }
}

/**
 * The line somebody without a matter in mind is put into, so that one tap is enough: the hall's
 * first that gives numbers now (halls name their general line first), else simply the first.
 */
export const generalLine = (lines: readonly LineChoice[]): string | null =>
  (lines.find((line) => line.shut === null) ?? lines[0])?.lineId ?? null

/** Priorities the line offers to somebody with a phone, in the order of the rule. */
export const offeredPriorities = (line: LineView | undefined): ClaimedPriority[] =>
  (line?.priorities ?? []).filter((reason): reason is ClaimedPriority => reason !== 'green-lane')

/** What must still be found: things the city does not hold. */
export const toBring = (item: ItemView): number[] => item.materials.flatMap((material, index) => material.heldByCity ? [] : [index])

const DAY_MS = 86_400_000

/** Why the whole hall gives no number now; null when it does. `now` is the server's clock. */
export const hallShut = (hall: HallDetail, board: Board | null, now: number, say: Translate<typeof takeTexts>): string | null => {
  const open = board?.open ?? hall.hours.open
  if (!open) {
    const { opensAt } = hall.hours
    if (opensAt === null) return say('closed')
    const day = serviceDay(opensAt)
    if (day === serviceDay(now + DAY_MS)) return say('closedTomorrow', { time: clockTime(opensAt) })
    return say('closedUntil', { time: day === serviceDay(now) ? clockTime(opensAt) : dateTime(opensAt).slice(5) })
  }
  return board?.paused ? say('hallPaused') : null
}
