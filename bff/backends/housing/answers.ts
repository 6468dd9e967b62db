import { z } from 'zod'
import type { CaseChange, Holdings } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { caseNo, notAhead } from '../caseFields'
import { gathered, piecesOf } from '../casePieces'
import { pieceBy, seconds } from './wire'

const KINDS = { SL: 'accepted', BZ: 'supplement', GQ: 'stopped', HF: 'resumed', JD: 'decided', ZZ: 'issued', SD: 'delivered', QT: 'other' } as const satisfies Record<string, CaseChange['kind']>

/** How far the changes were read: a second, and the id of the last within it. Nulls: from now on. */
export type Position = { readonly sj: number; readonly id: number } | { readonly sj: null; readonly id: null }
export interface Changes { readonly changes: readonly CaseChange[]; readonly cursor: string }

const id = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** Zero before the first change. */
const second = z.number().int().min(0).max(4_102_415_999)

export const writeCursor = ({ sj, id: last }: { readonly sj: number; readonly id: number }): string => `${sj}-${last}`
export const readCursor = (cursor: string | null): Position => {
  const [, sj, last] = /^(\d+)-(\d+)$/.exec(cursor ?? '') ?? []
  return sj === undefined ? { sj: null, id: null } : { sj: Number(sj), id: Number(last) }
}

const enveloped = <T>(data: z.ZodType<T>): z.ZodType<T> => z.object({ code: z.literal(0), data }).transform((answer) => answer.data)

const isAfter = (one: { readonly sj: number; readonly id: number }, other: { readonly sj: number; readonly id: number }): boolean =>
  one.sj > other.sj || (one.sj === other.sj && one.id > other.id)

/** What good answers look like; the schemas name the field at fault. */
export const createAnswers = (clock: Clock) => {
  const piece = pieceBy(clock)
  const change = z.object({ id, sj: notAhead(clock)(seconds).transform((at) => at / 1000), slbh: caseNo, lx: z.enum(['SL', 'BZ', 'GQ', 'HF', 'JD', 'ZZ', 'SD', 'QT']) })

  return {
    /** @param strange by what a piece is not one that was asked for */
    holdings: (strange: Parameters<typeof piecesOf>[1]): z.ZodType<Holdings> => enveloped(
      z.object({ count: z.number().int().min(0), list: piecesOf(piece, strange) })
        .refine(({ count, list }) => count === list.length, { path: ['count'], message: 'is not how many there are' })
        .transform(({ list }) => gathered(list))),

    /** @param since what was asked with */
    changes: (since: Position): z.ZodType<Changes> => enveloped(
      z.object({ bd: z.array(change).max(1_000), sj: second, id }).transform(({ bd, ...reached }, context) => {
        const positions = [since.sj === null ? reached : since, ...bd]
        const inOrder = positions.every((one, index) => index === 0 || isAfter(one, positions[index - 1] ?? one))
        const last = positions.at(-1) ?? reached
        if (!inOrder || last.sj !== reached.sj || last.id !== reached.id) context.addIssue({ code: 'custom', path: [inOrder ? 'id' : 'bd'], message: 'is not in the order of changes' })
        return {
          // Their ids begin anew when their system does: the time tells the new event from the old.
          changes: bd.map(({ sj, id: number, slbh, lx }): CaseChange => ({ eventId: writeCursor({ sj, id: number }), caseNo: slbh, at: Math.min(sj * 1000, clock()), kind: KINDS[lx] })),
          cursor: writeCursor(reached),
        }
      })),
  }
}
