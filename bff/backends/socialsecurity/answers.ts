import { z } from 'zod'
import type { CaseChange, Holdings } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { caseNo, notAhead } from '../caseFields'
import { gathered, piecesOf } from '../casePieces'
import { pieceBy } from './wire'
import { content, KINDS, stamp, whenGiven, word } from './words'

const DONE = '0000'
/** The number asked about is not in their journal: it was begun anew. */
export const JOURNAL_BEGUN_ANEW = '3001'

/** What they gave, or nothing and their code. */
export interface Answer<T> { readonly code: string; readonly body: T | null }
export interface Changes { readonly changes: readonly CaseChange[]; readonly cursor: string }

const serial = z.string().regex(/^\d{1,15}$/).transform(Number)

const enveloped = <T>(transaction: string, body: z.ZodType<T>): z.ZodType<Answer<T>> =>
  z.object({ message: z.object({ head: z.object({ jydm: z.enum([transaction, '']), fhdm: z.string().regex(/^\d{4}$/), fhxx: z.string() }), body: whenGiven(body) }) })
    .refine(({ message }) => (message.head.fhdm === DONE) === (message.body !== null), { path: ['message', 'body'], message: 'contradicts the code' })
    // An answer without a case holds no other Chinese: this shows whether it was written in the charset it declares.
    .refine(({ message }) => message.head.fhdm !== DONE || message.head.fhxx === '成功', { path: ['message', 'head', 'fhxx'], message: 'contradicts the code' })
    .transform(({ message }) => ({ code: message.head.fhdm, body: message.body }))

/** What good answers look like; the schemas name the field at fault. */
export const createAnswers = (clock: Clock) => {
  const piece = pieceBy(clock)
  const change = z.object({ xh: serial, bjbh: caseNo, bdlx: word(KINDS), aae036: notAhead(clock)(stamp) })

  return {
    /** @param strange by what a piece is not one that was asked for */
    holdings: (transaction: string, strange: Parameters<typeof piecesOf>[1]): z.ZodType<Answer<Holdings>> => enveloped(transaction,
      z.object({ bjlb: content(z.object({ bj: piecesOf(piece, strange).default([]) })) }).transform(({ bjlb }) => gathered(bjlb.bj))),

    /** @param after the number that was asked about; null: from now on */
    changes: (transaction: string, after: number | null): z.ZodType<Answer<Changes>> => enveloped(transaction,
      z.object({ bdlb: content(z.object({ bd: z.array(change).max(1_000).default([]) })), zdxh: serial }).transform(({ bdlb: { bd }, zdxh }, context) => {
        const serials = [after ?? zdxh, ...bd.map(({ xh }) => xh)]
        const inOrder = serials.every((one, index) => index === 0 || one > (serials[index - 1] ?? one))
        if (!inOrder || zdxh !== serials.at(-1)) context.addIssue({ code: 'custom', path: [inOrder ? 'zdxh' : 'bdlb'], message: 'is not in the order of the journal' })
        return {
          // Their numbers begin anew when their system does: the time tells the new event from the old.
          changes: bd.map(({ xh, bjbh, bdlx, aae036 }): CaseChange => ({ eventId: `${xh}-${aae036}`, caseNo: bjbh, at: Math.min(aae036, clock()), kind: bdlx })),
          cursor: String(zdxh),
        }
      })),
  }
}
