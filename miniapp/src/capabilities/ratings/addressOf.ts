import { pageUrl, type PageParams } from '@/platform'
import type { RatingSubject } from './subject'

/** What its rating page is opened with; a receipt's names neither number nor person. */
export const paramsOf = (subject: RatingSubject): PageParams => {
  switch (subject.kind) {
    case 'visit': return { id: subject.ticketId }
    case 'case': return { case: subject.caseNo, person: subject.personId }
    case 'receipt': return { receipt: 'last' }
  }
}

/** The address of its rating page, to come back to. */
export const addressOf = (subject: RatingSubject): string => pageUrl('rate', paramsOf(subject))
