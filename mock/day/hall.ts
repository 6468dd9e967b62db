import type { LineView } from '@shared/halls'
import type { Call } from './api'
import { manners } from './manners'
import type { Session } from './session'
import { windowForPeople, type HallWindow } from './windows'

/** What the simulation knows of a hall's plan. */
export interface KnownHall {
  readonly hallId: string
  readonly lines: readonly LineView[]
  /** Those that simulated clerks run. */
  readonly windows: readonly HallWindow[]
  /** Usual minutes of each item. */
  readonly minutes: ReadonlyMap<string, number>
  readonly screenKey: string
}

/** Asks the server for the plan of a hall and the key of its screen. */
export const learnHall = async (call: Call, operator: Session, hallId: string): Promise<KnownHall> => {
  const { lines, windows } = await call('readHall', { params: { hallId } })
  const { items } = await call('listItems', { params: { hallId } })
  const { screen } = await operator((token) => call('readScreenLink', { params: { hallId } }, { token }))
  const forPeople = windowForPeople(windows)
  return {
    hallId, lines, windows: windows.filter(({ windowId }) => windowId !== forPeople),
    minutes: new Map(items.map(({ itemId, minutes }) => [itemId, minutes])),
    screenKey: new URLSearchParams(new URL(screen).hash.slice(1)).get('key') ?? '',
  }
}

/** The mean of a line's items, minutes at the window. */
export const lineMinutes = (hall: KnownHall, { itemIds }: LineView): number => {
  const known = itemIds.flatMap((itemId) => hall.minutes.get(itemId) ?? [])
  return known.length > 0 ? known.reduce((sum, minutes) => sum + minutes, 0) / known.length : manners.minutesUnknown
}
