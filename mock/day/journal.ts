import { dateTime } from '@shared/time'
import type { Clock } from '../clock'

export interface Journal {
  readonly say: (line: string) => void
  /** Says a thing that may happen often at most once in ten minutes. */
  readonly sometimes: (line: string) => void
}

const SILENCE_MS = 600_000

/** One line an event, for people; never who a citizen is, nor a token. */
export const createJournal = (write: (text: string) => void, clock: Clock): Journal => {
  const said = new Map<string, number>()
  const say = (line: string): void => write(`${dateTime(clock())} ${line}\n`)
  return {
    say,
    sometimes: (line) => {
      const now = clock()
      if (now - (said.get(line) ?? -SILENCE_MS) < SILENCE_MS) return
      said.set(line, now)
      say(line)
    },
  }
}
