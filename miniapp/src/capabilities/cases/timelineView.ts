import type { CaseDetail } from '@shared/cases'
import { serviceDay } from '@shared/time'
import type { CaseViewWords } from './caseView'

export interface Entry {
  readonly key: string
  readonly status: 'done' | 'now' | 'next'
  readonly title: string
  /** The day, and who did it. */
  readonly note: string
  /** What the department wrote about it. */
  readonly remark: string
  /** Where a tap leads: to the visit's number, or to its rating. */
  readonly opens: 'ticket' | 'rate' | null
}

/** The visit, the steps of the case, and the rating of the visit, as one line of time. */
export const timelineOf = ({ visit, steps, asOf }: CaseDetail, { one, stage, dayName }: CaseViewWords): readonly Entry[] => {
  const day = (at: number | null): string | null => at === null ? null : dayName(serviceDay(at), serviceDay(asOf))
  const noteOf = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ')
  const came: Entry[] = visit ? [{ key: 'visit', status: 'done', title: one('visit', { number: visit.number }), note: noteOf(day(visit.finishedAt)), remark: '', opens: 'ticket' }] : []
  const rating: Entry[] = visit && visit.finishedAt !== null
    ? [visit.rated
        ? { key: 'rating', status: 'done', title: one('rated'), note: '', remark: '', opens: 'rate' }
        : { key: 'rating', status: 'next', title: one('rate'), note: one('rateHow'), remark: '', opens: 'rate' }]
    : []
  const gone = steps.map((step): Entry => ({
    key: step.stage, status: step.status, title: stage(step.stage), note: noteOf(day(step.at), step.department), remark: step.note, opens: null,
  }))
  return [...came, ...gone, ...rating]
}

export interface StopEntry { readonly reason: string; readonly span: string; readonly note: string }

/** The stretches that do not count, newest first. */
export const stopsOf = ({ stops, asOf }: CaseDetail, { one, stop, dayName }: CaseViewWords): readonly StopEntry[] => {
  const today = serviceDay(asOf)
  return [...stops].reverse().map(({ reason, from, until, note }) => ({
    reason: stop(reason), note,
    span: until === null ? one('stopOpen', { from: dayName(from, today) }) : one('stopSpan', { from: dayName(from, today), until: dayName(until, today) }),
  }))
}
