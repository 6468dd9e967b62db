import { z } from 'zod'
import type { CaseChange, Holdings } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { happenedBy, nearTo } from './moments'
import { readCase } from './reading'
import { wireCase, wireCaseNo, type WireCase } from './wire'

const DONE = '0'
/** The cursor is of another start of theirs, or older than what they keep. */
export const CURSOR_ENDED = '1410'
/** 系统繁忙: they did nothing. */
export const BUSY = '9999'

/** What they gave, or nothing and their code. */
export interface Answer<T> { readonly code: string; readonly data: T | null }

const KINDS = { 1: 'accepted', 2: 'supplement', 3: 'stopped', 4: 'resumed', 5: 'decided', 6: 'issued', 7: 'delivered', 9: 'other' } as const satisfies Record<string, CaseChange['kind']>

export interface ChangesPage { readonly changes: readonly CaseChange[]; readonly cursor: string; readonly isLast: boolean }

/**
 * What good answers look like, judged by our clock.
 * @returns schemas that give ours of theirs, and name the field at fault
 */
export const createAnswers = (clock: Clock) => {
  const cases = z.array(wireCase(clock)).max(5_000)
  const happened = happenedBy(clock)
  const change = z.object({ bgbh: z.string().regex(/^[0-9a-f]{32}$/), bjbh: wireCaseNo, bgsj: happened, bglx: z.enum(['1', '2', '3', '4', '5', '6', '7', '9']) })
    .transform(({ bgbh, bjbh, bgsj, bglx }): CaseChange => ({ eventId: bgbh, caseNo: bjbh, at: bgsj, kind: KINDS[bglx] }))

  const enveloped = <T>(data: z.ZodType<T>): z.ZodType<Answer<T>> =>
    z.object({ head: z.object({ fssj: nearTo(clock) }), code: z.enum([DONE, CURSOR_ENDED, BUSY]), data: data.nullable() })
      .refine(({ code, data: given }) => (code === DONE) === (given !== null), { path: ['data'], message: 'contradicts the code' })

  return {
    /** @param strangeField the field by which a case is not one that was asked for; undefined when it is */
    holdings: (strangeField: (one: WireCase) => keyof WireCase | undefined): z.ZodType<Answer<Holdings>> => enveloped(
      z.object({ zs: z.number().int().min(0), bjlb: cases }).superRefine(({ zs, bjlb }, context) => {
        if (zs !== bjlb.length) context.addIssue({ code: 'custom', path: ['zs'], message: 'is not how many there are' })
        bjlb.forEach((one, index) => {
          const field = bjlb.findIndex(({ bjbh }) => bjbh === one.bjbh) < index ? 'bjbh' : strangeField(one)
          if (field) context.addIssue({ code: 'custom', path: ['bjlb', index, field], message: 'is another’s, or there twice' })
        })
      }).transform(({ bjlb }) => ({ cases: bjlb.map(readCase), tracks: [] })),
    ),

    /** @param since the cursor that was asked with */
    changes: (since: string): z.ZodType<Answer<ChangesPage>> => enveloped(
      z.object({ yb: z.string().min(1).max(64), sfjs: z.enum(['0', '1']), bglb: z.array(change).max(500) })
        .refine(({ yb, sfjs }) => sfjs === '1' || yb !== since, { path: ['yb'], message: 'says there is more, and does not move' })
        .transform(({ yb, sfjs, bglb }) => ({ changes: bglb, cursor: yb, isLast: sfjs === '1' })),
    ),
  }
}
