import type { CasePromise, CaseSummary, CaseTrack } from '@shared/cases'
import type { StopReason } from '@shared/caseStates'
import { clockTime, dateTime, serviceDay } from '@shared/time'
import type { Translate } from '@/i18n'
import type { standTexts, stopTexts } from '@/i18n/cases'
import type { DayName } from '@/i18n/dayName'

/** The words in which a case's standing is told, in the language now chosen. */
export interface CaseWords {
  readonly say: Translate<typeof standTexts>
  readonly stop: Translate<typeof stopTexts>
  readonly dayName: DayName
}

/** How pressing what is said is; a tone repeats it. */
export type Pressing = 'plain' | 'action' | 'attention' | 'done'
export interface Said { readonly text: string; readonly tone: Pressing }

export const isLate = (promise: CasePromise | null): boolean => promise !== null && promise.stopped === null && promise.daysLeft !== null && promise.daysLeft < 0

type Standing = Pick<CaseTrack, 'state' | 'stage' | 'promise'>

const runningOf = (stage: CaseTrack['stage']) => (stage === 'apply' ? 'applied' : stage)

/** Where a case, or one department's part of it, stands. `waits`: it is the applicant's turn. */
export const standOf = ({ state, stage, promise }: Standing, waits: boolean, { say, stop }: CaseWords): Said => {
  switch (state) {
    case 'applied': return { text: say('applied'), tone: 'plain' }
    case 'in-progress': return { text: say(runningOf(stage)), tone: isLate(promise) ? 'attention' : 'action' }
    case 'supplement': return { text: say('supplement'), tone: 'attention' }
    case 'special': return { text: promise?.stopped ? say('special', { reason: stop(promise.stopped.reason) }) : say('specialBare'), tone: 'plain' }
    case 'granted': return { text: say(waits ? 'granted' : 'grantedAlone'), tone: 'done' }
    case 'delivered': return { text: say('delivered'), tone: 'done' }
    case 'refused': return { text: say('refused'), tone: 'attention' }
    case 'withdrawn': return { text: say('withdrawn'), tone: 'plain' }
  }
}

const stoppedBy = (reason: StopReason, { say, stop }: CaseWords): string => reason === 'supplement' ? say('stoppedForYou') : say('stopped', { reason: stop(reason) })

/** The promise as it stands: the day and what is left, late by how much, or why no day is promised now. Null when nothing is. */
export const promiseOf = (promise: CasePromise | null, asOf: number, words: CaseWords): Said | null => {
  if (!promise) return null
  const { days, by, daysLeft, stopped } = promise
  const { say, dayName } = words
  if (stopped) return { text: stoppedBy(stopped.reason, words), tone: 'plain' }
  if (by === null || daysLeft === null) return { text: say('notRunning', { n: days }), tone: 'plain' }
  if (daysLeft < 0) return { text: say('late', { n: -daysLeft }), tone: 'attention' }
  const left = daysLeft === 0 ? say('lastDay') : say('left', { n: daysLeft })
  return { text: `${say('by', { day: dayName(by, serviceDay(asOf)) })} · ${left}`, tone: daysLeft === 0 ? 'attention' : 'plain' }
}

/** Of when something is: the hour for today, else the day and the hour. */
export const momentName = (at: number, now: number): string => serviceDay(at) === serviceDay(now) ? clockTime(at) : dateTime(at)

/** What the citizen has to do, and until when; null when it is not their turn or nothing is to be brought. */
export const bringByOf = ({ bringBy, asOf }: CaseSummary, { say, dayName }: CaseWords): string | null =>
  bringBy === null ? null : say('bringBy', { day: dayName(bringBy, serviceDay(asOf)) })
