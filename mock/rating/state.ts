import type { Clock } from '../clock'
import { isKnownArea, tagsFit, type Pair, type RatingRecord } from './record'

const OFFSET_MS = 8 * 3_600_000
const LEEWAY_MS = 300_000
/** A rating is taken so long after it was given. */
const LATEST_MS = 30 * 86_400_000

export interface Verdict { readonly code: string; readonly msg: string; readonly assessId?: string }
const verdicts = {
  TIME_WRONG: { code: '20002', msg: '评价时间格式错误' },
  TIME_AHEAD: { code: '20003', msg: '评价时间晚于当前时间' },
  TIME_OVER: { code: '20004', msg: '评价时间超过期限' },
  AREA: { code: '20005', msg: '行政区划代码不存在' },
  TAGS: { code: '20006', msg: '评价详情与满意度不符' },
  REASON: { code: '20007', msg: '差评必须勾选详情或填写文字评价' },
  EXISTS: { code: '20008', msg: '本次服务已存在评价' },
  CANCELLED: { code: '20009', msg: '评价已撤销' },
  NEWER: { code: '20010', msg: '已有更新的评价' },
} as const satisfies Record<string, Verdict>

/** Undefined for what is no time of the calendar. */
const instantOf = (text: string): number | undefined => {
  const at = Date.parse(`${text.replace(' ', 'T')}Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 19).replace('T', ' ') !== text ? undefined : at - OFFSET_MS
}

interface Kept { readonly record: RatingRecord | null; readonly revision: number; readonly assessId: string }

/** The ratings received, each once. */
export const createRatingState = (clock: Clock) => {
  const received = new Map<string, Kept>()
  let issued = 0
  const nextId = (): string => `PJ${String(issued += 1).padStart(10, '0')}`
  const nameOf = ({ projectno, assessNumber }: Pair): string => `${projectno} ${assessNumber}`

  const refusalOf = (record: RatingRecord): Verdict | undefined => {
    const at = instantOf(record.assessTime)
    if (at === undefined) return verdicts.TIME_WRONG
    if (at > clock() + LEEWAY_MS) return verdicts.TIME_AHEAD
    if (at < clock() - LATEST_MS) return verdicts.TIME_OVER
    if (!isKnownArea(record.areacode)) return verdicts.AREA
    if (!tagsFit(record)) return verdicts.TAGS
    if (Number(record.satisfaction) <= 2 && record.evalDetail === '' && record.writingEvaluation.trim() === '') return verdicts.REASON
    return undefined
  }

  return {
    /** What came later in the service's life wins, in whatever order it arrives. */
    save: (record: RatingRecord, revision: number): Verdict => {
      const known = received.get(nameOf(record))
      if (known?.record === null) return verdicts.CANCELLED
      if (known && revision === 1) return verdicts.EXISTS
      if (known && known.revision >= revision) return verdicts.NEWER
      const refusal = refusalOf(record)
      if (refusal) return refusal
      const assessId = known?.assessId ?? nextId()
      received.set(nameOf(record), { record, revision, assessId })
      return { code: '0', msg: '评价成功', assessId }
    },
    /** Also of one that has not come yet: it is not taken any more. */
    cancel: (pair: Pair): Verdict => {
      const known = received.get(nameOf(pair))
      if (known?.record === null) return verdicts.CANCELLED
      const assessId = known?.assessId ?? nextId()
      received.set(nameOf(pair), { record: null, revision: known?.revision ?? 0, assessId })
      return { code: '0', msg: '撤销成功', assessId }
    },
    /** How many stand, and the latest of them, without who rated: only whether a name came along. */
    received: (last: number) => {
      const standing = [...received.values()].flatMap(({ record, revision }) => (record ? [{ ...record, revision }] : []))
      return {
        count: standing.length,
        last: standing.slice(-last).map(({ userName, certificateType: _type, certificateNo: _no, contactPhone: _phone, ...rest }) => ({ ...rest, named: userName !== '' })),
      }
    },
  }
}
