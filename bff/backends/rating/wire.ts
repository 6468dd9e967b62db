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

/** What names a rating: the visit by its ticket's id, a case by its number; each is rated once, number 1. */
export const wirePair = ({ rated }: Pick<RatingToSend, 'rated'>): Readonly<Record<string, string>> => ({ projectno: rated.projectNo, assessNumber: '1' })

/** A rating in the platform's fields. Whatever is not known is sent empty; a name only when there is one to send. */
export const wireRating = ({ rating, rated, rater, revision }: RatingToSend, channel: string): Readonly<Record<string, string>> => {
  const taskCode = rated.item?.code ?? ''
  return {
    ...wirePair({ rated }), taskCode, taskName: rated.item?.name ?? rated.lineName, pf: channel, satisfaction: String(rating.level),
    assessTime: seconds(rating.changedAt ?? rating.ratedAt), evalDetail: rating.tags.join(','), writingEvaluation: rating.text,
    areacode: `${rated.district}000000`, windowNo: rated.windowId ?? '', workNo: rated.clerk ?? '', hallCode: rated.hallId, departmentCode: departmentOf(taskCode),
    userName: rater?.name ?? '', certificateType: rater ? IDENTITY_CARD : '', certificateNo: rater?.idNumber ?? '', contactPhone: '',
    userType: PERSON, projectType: rated.item && !rated.item.onTheSpot ? PROMISED : ON_THE_SPOT, ...(revision > 1 && { revision: String(revision) }),
  }
}

/** Status 200 in any case: what is wrong stands in `code`. */
export const wireAnswer = z.object({ code: z.string().regex(/^[0-9A-Za-z_-]{1,32}$/), data: z.looseObject({ assessId: z.string().optional() }).nullable() })
  .refine(({ code, data }) => code !== DONE || data?.assessId !== undefined, { path: ['data', 'assessId'], message: 'is missing' })
export type WireAnswer = z.output<typeof wireAnswer>

export const DONE = '0'
/** 本次服务已存在评价: an earlier sending arrived. */
export const THERE_ALREADY = '20008'
/** 评价已撤销, 已有更新的评价: what we have to say has been overtaken by what they know from us already. */
export const OVERTAKEN = ['20009', '20010']
/** 评价时间晚于当前时间: of two clocks one is wrong, and waiting mends it. */
export const AHEAD_OF_THEM = '20003'
/** Codes about what the rating says; the others are about who sends it, or about themselves. */
export const isAboutContent = (code: string): boolean => code.startsWith('2')
