import { z } from 'zod'
import type { CaseChange } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { caseNo, happenedBy } from '../caseFields'
import { time } from './wire'

const KINDS = {
  ACCEPTED: 'accepted', SUPPLEMENT: 'supplement', STOPPED: 'stopped', RESUMED: 'resumed', DECIDED: 'decided', ISSUED: 'issued', DELIVERED: 'delivered', OTHER: 'other',
} as const satisfies Record<string, CaseChange['kind']>

export interface Changes { readonly changes: readonly CaseChange[]; readonly cursor: string }

const cursor = z.string().min(1).max(200)

/** What changed, as it must be. @param since the cursor that was asked with */
export const changesAnswer = (clock: Clock, since: string | null): z.ZodType<Changes> => z.object({
  success: z.literal(true), cursor, changes: z.array(z.object({
    changeId: z.string().regex(/^[\w.-]{1,100}$/), caseNumber: caseNo, time: happenedBy(clock)(time),
    type: z.enum(['ACCEPTED', 'SUPPLEMENT', 'STOPPED', 'RESUMED', 'DECIDED', 'ISSUED', 'DELIVERED', 'OTHER']),
  })).max(1_000),
}).transform((answer, context): Changes => {
  const ids = answer.changes.map(({ changeId }) => changeId)
  if (new Set(ids).size !== ids.length || (since === null && ids.length > 0)) context.addIssue({ code: 'custom', path: ['changes'], message: 'holds what was not asked for, or the same twice' })
  if (answer.cursor === since && ids.length > 0) context.addIssue({ code: 'custom', path: ['cursor'], message: 'does not move' })
  return { cursor: answer.cursor, changes: answer.changes.map((change): CaseChange => ({ eventId: change.changeId, caseNo: change.caseNumber, at: change.time, kind: KINDS[change.type] })) }
})

/** The cursor to begin with again, when they no longer know the one they gave; undefined for any other refusal. */
export const beginningOf = (refusal: unknown): string | undefined => {
  const read = z.object({ errorCode: z.literal('CURSOR_EXPIRED'), beginning: cursor }).safeParse(refusal)
  return read.success ? read.data.beginning : undefined
}
