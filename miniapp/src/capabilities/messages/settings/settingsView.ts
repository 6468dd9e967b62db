import { DEFAULT_QUIET, type MessageKind } from '@shared/messageKinds'
import type { MessageSettings } from '@shared/messages'

/** The kinds as people think of them: by what they came for. */
export const groups: readonly { readonly name: 'queue' | 'visits' | 'afterwards'; readonly kinds: readonly MessageKind[] }[] = [
  { name: 'queue', kinds: ['near', 'called', 'missed', 'leave'] },
  { name: 'visits', kinds: ['dayBefore', 'soon', 'changed', 'place'] },
  { name: 'afterwards', kinds: ['case', 'rating'] },
]

export const withKind = (settings: MessageSettings, kind: MessageKind, on: boolean): MessageSettings =>
  ({ ...settings, off: on ? settings.off.filter((one) => one !== kind) : [...settings.off.filter((one) => one !== kind), kind] })

export const withQuiet = (settings: MessageSettings, on: boolean): MessageSettings => ({ ...settings, quiet: on ? { ...DEFAULT_QUIET } : null })

const DAY = 1440
const STEP = 30
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const two = (n: number): string => String(n).padStart(2, '0')
const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** The half hour before or after a time of day, around the clock. */
const stepped = (time: string, by: 1 | -1): string => {
  const halves = minutesOf(time) / STEP
  const next = by > 0 ? Math.floor(halves) + 1 : Math.ceil(halves) - 1
  return timeOf((next * STEP + DAY) % DAY)
}

/** Moves one end of the quiet hours by half an hour. The two never meet: that could mean a whole day, or none of it. */
export const withQuietEnd = (settings: MessageSettings, end: 'from' | 'until', by: 1 | -1): MessageSettings => {
  const { quiet } = settings
  if (!quiet) return settings
  const other = end === 'from' ? quiet.until : quiet.from
  const next = stepped(quiet[end], by)
  return { ...settings, quiet: { ...quiet, [end]: next === other ? stepped(next, by) : next } }
}

/** Whether quiet hours end on the day after they begin. */
export const spansMidnight = ({ from, until }: NonNullable<MessageSettings['quiet']>): boolean => minutesOf(until) < minutesOf(from)
