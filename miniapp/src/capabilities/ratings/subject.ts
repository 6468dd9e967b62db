import type { Receipt } from '@shared/cases'

/** What is rated: a visit by its ticket, a case of mine or of whom I act for, or the case of a receipt that was just looked up. */
export type RatingSubject =
  | { readonly kind: 'visit'; readonly ticketId: string }
  | { readonly kind: 'case'; readonly caseNo: string; readonly personId: string }
  | { readonly kind: 'receipt'; readonly receipt: Receipt; readonly itemName: string }

/** Tells one subject from every other on this phone. */
export const nameOf = (subject: RatingSubject): string => {
  switch (subject.kind) {
    case 'visit': return `visit/${subject.ticketId}`
    case 'case': return `case/${subject.personId}/${subject.caseNo}`
    case 'receipt': return `receipt/${subject.receipt.caseNo}`
  }
}

/** Photos and what comes of them belong to somebody who is signed in. */
export const needsSession = (subject: RatingSubject): boolean => subject.kind !== 'receipt'
