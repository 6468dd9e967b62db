import { DAILY_CAP, DEFAULT_QUIET, NEAR_AHEAD, URGENT, type MessageKind } from '@shared/messageKinds'
import type { MessageSettings } from '@shared/messages'
import { clockTime, serviceDay, startOfDay } from '@shared/time'

export const defaultSettings: MessageSettings = { off: [], ahead: NEAR_AHEAD, quiet: { ...DEFAULT_QUIET }, cap: DAILY_CAP }

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000]
/** `inbox`: it waits there to be read, and nobody is disturbed. `quiet`: so it is until the quiet hours end. */
export type Decision = 'send' | 'quiet' | 'inbox' | 'drop'

export const isUrgent = (kind: MessageKind): boolean => URGENT.includes(kind)

/** Whether an instant lies in the quiet hours, which may span midnight; the first minute is quiet, the last one is not. */
export const isQuiet = ({ quiet }: Pick<MessageSettings, 'quiet'>, now: number): boolean => {
  if (quiet === null) return false
  // `HH:mm` compares as text in the order of time.
  const at = clockTime(now)
  return quiet.from <= quiet.until ? quiet.from <= at && at < quiet.until : quiet.from <= at || at < quiet.until
}

/** When quiet hours that last now will end. */
export const quietEnds = ({ until }: NonNullable<MessageSettings['quiet']>, now: number): number => {
  const [hours = 0, minutes = 0] = until.split(':').map(Number)
  const today = startOfDay(serviceDay(now)) + (60 * hours + minutes) * MINUTE_MS
  return today > now ? today : today + DAY_MS
}

/** What becomes of a message: by what the citizen wants, and the hour. */
export const decide = (settings: MessageSettings, kind: MessageKind, now: number): Decision => {
  // A call waits for nobody; turned off, it is still to be read.
  if (isUrgent(kind)) return settings.off.includes(kind) ? 'inbox' : 'send'
  if (settings.off.includes(kind)) return 'drop'
  return isQuiet(settings, now) ? 'quiet' : 'send'
}
