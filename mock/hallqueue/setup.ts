import { Refusal } from './codes'
import { fieldsOf, type Fields } from './fields'

/** Ordinary (普通), priority (优先), with an appointment (预约). */
export const customerTypes = ['1', '2', '3'] as const
export type CustomerType = (typeof customerTypes)[number]

export interface Business {
  readonly bizId: string
  readonly bizName: string
  /** What its numbers begin with. */
  readonly bizLetter: string
  /** Numbers a day. */
  readonly dayNum: number
  /** The first of them, 1 unless the engineer set another. */
  readonly startNum: number
}
export interface Counter {
  readonly counterId: string
  /** As the sign over it says. */
  readonly counterNo: string
  readonly bizIds: readonly string[]
}

/** A hall as the vendor's engineer set the machine up for it. */
export interface HallSetup {
  readonly hallCode: string
  readonly hallName: string
  readonly businesses: readonly Business[]
  readonly counters: readonly Counter[]
  /** Shares of a round in which customers of all types wait. */
  readonly weights: Readonly<Record<CustomerType, number>>
  /** So many later comers pass an ordinary customer, no more. */
  readonly passMost: number
  readonly limitBiz: number
  readonly limitHall: number
  readonly limitDay: number
  readonly callTimes: number
  readonly backMinutes: number
  readonly backBehind: number
  readonly giveTimes: number
}

export const HALL_CODE = /^[a-z][a-z0-9]{1,9}$/
const NAME = /^.{1,60}$/u

/** Reads what the engineer typed; throws a Refusal that names the field at fault. */
export const readSetup = (value: unknown): HallSetup => {
  const fields = fieldsOf(value)
  const businesses = fields.list('businesses').map((one) => ({
    bizId: one.text('bizId', /^\d{4,8}$/), bizName: one.text('bizName', NAME), bizLetter: one.text('bizLetter', /^[A-Z]$/), dayNum: one.whole('dayNum', 1, 999_999),
    startNum: one.whole('startNum', 1, 999_999),
  }))
  const counters = fields.list('counters').map((one) => readCounter(one))
  if (counters.some(({ bizIds }) => bizIds.some((bizId) => !businesses.some((business) => business.bizId === bizId)))) throw new Refusal(1002, { field: 'bizIds' })
  return {
    hallCode: fields.text('hallCode', HALL_CODE), hallName: fields.text('hallName', NAME), businesses, counters,
    weights: { 1: fields.whole('weightOrdinary', 1, 12), 2: fields.whole('weightPriority', 1, 12), 3: fields.whole('weightReserved', 1, 12) },
    passMost: fields.whole('passMost', 1, 100), limitBiz: fields.whole('limitBiz', 1, 20), limitHall: fields.whole('limitHall', 1, 50), limitDay: fields.whole('limitDay', 1, 10_000),
    callTimes: fields.whole('callTimes', 1, 10), backMinutes: fields.whole('backMinutes', 0, 480), backBehind: fields.whole('backBehind', 0, 50), giveTimes: fields.whole('giveTimes', 0, 10),
  }
}

const readCounter = (one: Fields): Counter => ({
  counterId: one.text('counterId', /^C\d{3}$/), counterNo: one.text('counterNo', /^[0-9A-Za-z]{1,8}$/), bizIds: one.text('bizIds', /^\d{4,8}(,\d{4,8})*$/).split(','),
})

/** The hall of the demo that keeps this machine. */
export const demoSetup: HallSetup = {
  hallCode: 'town4', hallName: '增城区演示镇政务服务中心',
  businesses: [{ bizId: '10001', bizName: '综合业务', bizLetter: 'A', dayNum: 200, startNum: 1 }, { bizId: '10002', bizName: '社保医保', bizLetter: 'B', dayNum: 150, startNum: 1 }],
  counters: [
    { counterId: 'C001', counterNo: '1', bizIds: ['10001'] }, { counterId: 'C002', counterNo: '2', bizIds: ['10001', '10002'] }, { counterId: 'C003', counterNo: '3', bizIds: ['10002'] },
  ],
  weights: { 1: 3, 2: 2, 3: 2 }, passMost: 10, limitBiz: 1, limitHall: 2, limitDay: 8, callTimes: 3, backMinutes: 30, backBehind: 3, giveTimes: 2,
}
