import { maskName } from '@shared/masks'
import { z } from 'zod'
import type { CaseRecord, Holdings, ReceiptProof, SourceAnswer, Subject, TrackRecord } from '../capabilities/cases/port'
import { MOST_CASES } from './caseFields'
import { wholeCase, wholeTrack } from './caseWhole'
import type { Outcome } from './upstream'

/** Whose a case is, in full, as the system says: to see that it is whose was asked for. It goes no further. */
export interface Owner { readonly name: string; /** An enterprise's; null for a person. */ readonly creditCode: string | null }

/** A case of a department's own, or its part of one that is led elsewhere. */
export type Piece = { readonly owner: Owner } & ({ readonly case: CaseRecord } | { readonly track: TrackRecord })

/** As it may be shown: a person's name masked. */
export const shownOwner = ({ name, creditCode }: Owner): string => (creditCode === null ? maskName(name) : name)

const numberOf = (piece: Piece): string => ('case' in piece ? piece.case : piece.track).caseNo

/** By what a piece is not one that was asked for; undefined when it is. */
type Strange = (piece: Piece) => string | undefined

export const strangeTo = (subject: Subject): Strange => (subject.kind === 'person'
  ? ({ owner }) => (owner.creditCode === null && owner.name === subject.name.trim() ? undefined : 'owner')
  : ({ owner }) => (owner.creditCode === subject.creditCode ? undefined : 'owner'))

export const strangeToProof = (proof: ReceiptProof): Strange => (piece) => {
  if (numberOf(piece) !== proof.caseNo) return 'caseNo'
  return proof.by === 'name' && piece.owner.name !== proof.name.trim() ? 'owner' : undefined
}

// Transforms, not refinements: those would also be asked about what was refused before, and is no piece then.

/** Refuses a piece that contradicts itself. */
export const whole = (piece: Piece, context: z.RefinementCtx): Piece => {
  if ('case' in piece) wholeCase(piece.case, context)
  else wholeTrack(piece.track, context)
  return piece
}

/** A list of pieces, each there once and each asked for. */
export const piecesOf = (piece: z.ZodType<Piece>, strange: Strange) =>
  z.array(piece).max(MOST_CASES).transform((pieces, context): readonly Piece[] => {
    const seen = new Set<string>()
    pieces.forEach((one, index) => {
      const field = seen.has(numberOf(one)) ? 'caseNo' : strange(one)
      if (field) context.addIssue({ code: 'custom', path: [index, field], message: 'is another’s, or there twice' })
      seen.add(numberOf(one))
    })
    return pieces
  })

export const gathered = (pieces: readonly Piece[]): Holdings => ({
  cases: pieces.flatMap((piece) => ('case' in piece ? [piece.case] : [])),
  tracks: pieces.flatMap((piece) => ('track' in piece ? [piece.track] : [])),
})

/** What they refuse is about us, and no citizen can do anything about it: then they are not to be had. */
export const sourceAnswer = <T>(outcome: Outcome<T>): SourceAnswer<T> => {
  if (outcome.kind === 'answered') return outcome
  return { kind: outcome.kind === 'unreadable' ? 'unreadable' : 'unavailable' }
}
