import { day } from '@shared/ids'
import { z } from 'zod'
import type { CaseChange } from '../../capabilities/cases/port'
import { workingDays } from '../caseFields'

export const STATES = {
  待受理: 'applied', 审核中: 'in-progress', 待补正: 'supplement', 特别程序: 'special', 准予: 'granted', 待领取: 'granted', 已送达: 'delivered', 不予: 'refused', 已撤回: 'withdrawn',
} as const
export const STAGES = { 申请: 'apply', 受理: 'accept', 审查: 'examine', 决定: 'decide', 制证: 'issue', 送达: 'deliver' } as const
export const REASONS = { 补正: 'supplement', 听证: 'hearing', 现场核查: 'inspection', 检验检测: 'testing', 专家评审: 'expert-review', 其他: 'other' } as const
export const OUTCOMES = { 准予: 'granted', 不予: 'refused' } as const
export const WAYS = { 窗口: 'window', 邮寄: 'post', 自助柜: 'locker', 电子: 'electronic' } as const
export const KINDS = { 受理: 'accepted', 补正: 'supplement', 中止: 'stopped', 恢复: 'resumed', 决定: 'decided', 制证: 'issued', 送达: 'delivered', 其他: 'other' } as const satisfies Record<string, CaseChange['kind']>

/** One of their words; gives ours. A word we do not know, or that was garbled on its way, is refused. */
export const word = <const T extends Readonly<Record<string, string>>>(words: T) =>
  z.string().refine((given) => Object.hasOwn(words, given), 'is a word we do not know').transform((given) => words[given] as T[keyof T])

/** An empty text is “not yet”: null. */
export const whenGiven = <T>(schema: z.ZodType<T>): z.ZodType<T | null> => z.preprocess((given) => (given === '' ? null : given), schema.nullable())

/** An element without content is an empty text. */
export const content = <T>(schema: z.ZodType<T>): z.ZodType<T> => z.preprocess((given) => (given === '' ? {} : given), schema)

export const days = z.string().regex(/^\d{1,4}$/).transform(Number).pipe(workingDays)

/** `yyyyMMddHHmmss` of Beijing; gives milliseconds. */
export const stamp = z.string().regex(/^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/).refine((given) => day.safeParse(given.slice(0, 8)).success, 'is no day of the calendar')
  .transform((given) => Date.parse(`${given.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6')}+08:00`))
