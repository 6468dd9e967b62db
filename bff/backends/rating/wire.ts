import { departmentOf } from '@shared/caseNumbers'
import { dateTime } from '@shared/time'
import { z } from 'zod'
import type { RatingToSend } from '../../capabilities/ratings/port'

/** 居民身份证, in GA/T 2000.156. */
const IDENTITY_CARD = '111'
const PERSON = '0'
const ON_THE_SPOT = '1'
const PROMISED = '2'

const seconds = (at: number): string => `${dateTime(at)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`

/**
 * A rating in the platform's fields. The visit is named by its ticket's id, and it is rated once: number 1. Whatever is not
 * known is sent empty; a name only when there is one to send.
 */
export const wireRating = ({ rating, visit, rater }: RatingToSend, channel: string): Readonly<Record<string, string>> => {
  const taskCode = visit.item?.code ?? ''
  return {
    projectno: rating.ticketId, taskCode, taskName: visit.item?.name ?? visit.lineName, pf: channel, satisfaction: String(rating.level),
    assessTime: seconds(rating.ratedAt), assessNumber: '1', evalDetail: rating.tags.join(','), writingEvaluation: rating.text,
    areacode: `${visit.district}000000`, windowNo: visit.windowId ?? '', workNo: visit.clerk ?? '', hallCode: visit.hallId, departmentCode: departmentOf(taskCode),
    userName: rater?.name ?? '', certificateType: rater ? IDENTITY_CARD : '', certificateNo: rater?.idNumber ?? '', contactPhone: '',
    userType: PERSON, projectType: visit.item && !visit.item.onTheSpot ? PROMISED : ON_THE_SPOT,
  }
}

/** Status 200 in any case: what is wrong stands in `code`. */
export const wireAnswer = z.object({ code: z.string().regex(/^[0-9A-Za-z_-]{1,32}$/), data: z.looseObject({ assessId: z.string().optional() }).nullable() })
  .refine(({ code, data }) => code !== DONE || data?.assessId !== undefined, { path: ['data', 'assessId'], message: 'is missing' })
export type WireAnswer = z.output<typeof wireAnswer>

export const DONE = '0'
/** 本次服务已存在评价: an earlier sending arrived. */
export const THERE_ALREADY = '20008'
/** 评价时间晚于当前时间: of two clocks one is wrong, and waiting mends it. */
export const AHEAD_OF_THEM = '20003'
/** Codes about what the rating says; the others are about who sends it, or about themselves. */
export const isAboutContent = (code: string): boolean => code.startsWith('2')
