import type { CaseDetail } from '@shared/cases'
import { decidedStates } from '@shared/caseStates'
import { serviceDay } from '@shared/time'
import type { Translate } from '@/i18n'
import type { caseTexts, stageTexts } from '@/i18n/cases'
import { bringByOf, isLate, promiseOf, standOf, type CaseWords, type Pressing, type Said } from './caseWords'

export interface CaseViewWords extends CaseWords { readonly one: Translate<typeof caseTexts>; readonly stage: Translate<typeof stageTexts> }

/** What the top of a case's page says; the screen only lays it out. */
export interface CaseView {
  readonly headline: string
  readonly tone: Pressing
  /** The day, or how late; of a case that waits for documents until when. Null while the time stands still for another reason. */
  readonly promise: Said | null
  /** Who has it, what comes next, how long it may take. */
  readonly details: readonly string[]
  /** The promised day is over and nothing was decided: how to press for it. */
  readonly late: boolean
  /** Why no time runs now; null while it does. */
  readonly stopped: string | null
  /** Of a joint case: whom all wait for; null when it is nobody's part alone. */
  readonly heldUpBy: string | null
}

const limitsOf = ({ promise }: CaseDetail, { one }: CaseViewWords): string[] => {
  if (!promise) return []
  return [promise.statutoryDays === null ? one('limit', { n: promise.days }) : one('limits', { n: promise.days, most: promise.statutoryDays })]
}

const stoppedOf = ({ promise, asOf }: CaseDetail, { one, stop, dayName }: CaseViewWords): string | null => {
  if (!promise?.stopped) return null
  const { reason, since, note } = promise.stopped
  const why = reason === 'supplement' ? one('stoppedForYou') : one('stoppedFor', { reason: stop(reason) })
  return [one('stoppedSince', { day: dayName(since, serviceDay(asOf)) }), why, note].filter(Boolean).join(one('space'))
}

const dayOf = (found: CaseDetail, words: CaseViewWords): Said | null => {
  const bring = bringByOf(found, words)
  if (bring !== null) return { text: bring, tone: 'attention' }
  return found.promise?.stopped ? null : promiseOf(found.promise, found.asOf, words)
}

/** The first step that is still to come. */
const nextOf = ({ steps }: CaseDetail, { one, stage }: CaseViewWords): string[] =>
  steps.filter(({ status }) => status === 'next').slice(0, 1).map((step) => one('nextStep', { step: stage(step.stage) }))

export const caseView = (found: CaseDetail, words: CaseViewWords): CaseView => {
  const { one } = words
  const late = isLate(found.promise)
  const stand = standOf(found, found.waitsForMe, words)
  const open = !decidedStates.includes(found.state)
  const shouts = late && found.state !== 'supplement'
  return {
    headline: shouts ? one('lateHead') : stand.text, tone: shouts ? 'attention' : stand.tone, late,
    promise: dayOf(found, words), stopped: stoppedOf(found, words),
    details: [
      ...(shouts ? [stand.text] : []), ...(open && found.department ? [one('holder', { department: found.department })] : []),
      ...(open ? nextOf(found, words) : []), ...limitsOf(found, words),
    ],
    heldUpBy: open && found.heldUpBy.length > 0 ? one('heldUpBy', { departments: found.heldUpBy.join(one('comma')) }) : null,
  }
}
