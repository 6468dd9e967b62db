import type { DayView, SlotView } from '@shared/appointments'
import { startOfDay } from '@shared/time'

export interface NearestParts {
  readonly days: () => Promise<readonly DayView[]>
  readonly slots: (day: string) => Promise<readonly SlotView[]>
}

const OFFERED = 4
/** More days would be more questions than somebody who has just lost a place waits for. */
const DAYS_ASKED = 3

const near = (slots: readonly SlotView[], wanted: number): SlotView[] =>
  slots.filter(({ state }) => state === 'open').sort((a, b) => Math.abs(a.startsAt - wanted) - Math.abs(b.startsAt - wanted))

/** The free slots nearest to a lost one: of its own day, then of the open days nearest to that. In the order of time. */
export const findNearest = async (day: string, wanted: number, parts: NearestParts): Promise<readonly SlotView[]> => {
  const days = (await parts.days()).filter(({ state }) => state === 'open').map((one) => one.day)
  const distance = (one: string): number => Math.abs(startOfDay(one) - startOfDay(day))
  const nearestDays = [...days].sort((a, b) => distance(a) - distance(b)).slice(0, DAYS_ASKED)
  const found: SlotView[] = []
  for (const one of nearestDays) {
    if (found.length >= OFFERED) break
    found.push(...near(await parts.slots(one), wanted))
  }
  return found.slice(0, OFFERED).sort((a, b) => a.startsAt - b.startsAt)
}
