import { filedOn, isCaseNo } from '@shared/caseNumbers'
import { isCreditCode } from '@shared/identityNumbers'
import { day } from '@shared/ids'
import { serviceDay } from '@shared/time'
import { z } from 'zod'
import type { Clock } from '../platform/clock'

const DAY_MS = 86_400_000
/** More of one kind in one case than any case has. */
export const MOST_A_CASE = 200
/** More cases than one person or enterprise has at a department. */
export const MOST_CASES = 5_000

export const text = z.string().max(1_000)
export const name = z.string().trim().min(1).max(200)
export const creditCode = z.string().refine(isCreditCode, 'is no credit code')
export const workingDays = z.number().int().min(0).max(1_000)
export const caseNo = z.string().refine((number) => isCaseNo(number) && day.safeParse(filedOn(number)).success, 'is no case number')

/** Milliseconds: clocks differ, but more than a day ahead of ours is a wrong clock and refused. */
export const notAhead = (clock: Clock) => (instant: z.ZodType<number>) => instant.refine((at) => at <= clock() + DAY_MS, 'lies in the future')

/** Milliseconds of when something happened: what is ahead of our clock by less is now. */
export const happenedBy = (clock: Clock) => (instant: z.ZodType<number>) => notAhead(clock)(instant).transform((at) => Math.min(at, clock()))

/** The same of a day `yyyyMMdd`: tomorrow is today, a later day is refused. */
export const dayBy = (clock: Clock) =>
  day.refine((on) => on <= serviceDay(clock() + DAY_MS), 'lies in the future').transform((on) => {
    const today = serviceDay(clock())
    return on < today ? on : today
  })
