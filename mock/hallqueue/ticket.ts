import type { CustomerType } from './setup'

/** 等候 呼叫中 办理中 已办结 过号 已回归 已转号 已取消 已过期 */
export const states = { waiting: '0', called: '1', serving: '2', done: '3', passed: '4', back: '5', moved: '6', cancelled: '7', expired: '9' } as const
export type State = (typeof states)[keyof typeof states]
export const inLine: readonly State[] = [states.waiting, states.back, states.moved]
/** What still counts towards its holder's limits. */
export const inHand: readonly State[] = [...inLine, states.called, states.serving]

/** Why somebody was placed ahead: as its type, or 4 came back (回归), 5 from another business (转号). */
export type InsertReason = CustomerType | '4' | '5'

/** A ticket as the machine keeps it. Instants are milliseconds since the epoch. */
export interface Ticket {
  readonly outerNo: string
  readonly ticketNum: string
  readonly custType: CustomerType
  readonly priorityType: string
  readonly matterCode: string
  /** Whoever holds it, as the caller names them; empty for paper. */
  readonly userNo: string
  readonly takeAt: number
  /** When it came, in the order of the day. */
  readonly arrival: number
  bizId: string
  state: State
  counterId: string
  /** Who called it. */
  workNo: string
  callAt: number | null
  beginAt: number | null
  endAt: number | null
  callTimes: number
  isBack: boolean
  giveTimes: number
  /** Where it stands: tags grow along the line. */
  tag: number
  /** How many who came later were placed ahead of it. */
  passed: number
  /** Since when it waits, in the order of the day; anew after coming back. */
  since: number
  /** Who was placed ahead of it, by the running number of placings. */
  inserts: { readonly no: number; readonly reason: InsertReason }[]
}
