import type { OrderState, OrderStep } from '@shared/orderStates'

export interface LocalName { readonly zh: string; readonly en: string }

export interface OrderStepRecord { readonly at: number; readonly step: OrderStep | 'open' | 'escalate'; /** A staff account, `citizen` or `system`. */ readonly by: string; readonly text: string }

/** A work order as it is kept, beside its rating. Instants are milliseconds since the epoch. */
export interface OrderRecord {
  readonly ratingId: string; readonly state: OrderState; readonly openedAt: number
  /** Null once it ended. */
  readonly dueAt: number | null
  /** Until when it must be rectified and answered. */
  readonly rectifyBy: number
  /** The account that was rated; null when nobody knows. */
  readonly clerk: string | null
  readonly handlers: readonly string[]; readonly checkers: readonly string[]
  readonly leader: LocalName | null; readonly satisfied: boolean | null
  readonly steps: readonly OrderStepRecord[]
}

export interface StepAct {
  readonly ratingId: string; readonly step: OrderStep; readonly now: number; readonly key: string
  readonly actor: string
  readonly side: 'handle' | 'check' | 'citizen'
  /** Of a citizen's step: whose rating it must be. */
  readonly owner: string | null
  /** When the step after this is due; `rectify`: by the day it must be rectified; null: nothing more is. */
  readonly due: number | 'rectify' | null
  /** Moves the day by which it must be rectified. */
  readonly rectifyBy: number | null
  readonly satisfied: boolean | null
  readonly text: string
}

/** Where work orders are kept. All throw UNAVAILABLE, writes UNKNOWN_OUTCOME. */
export interface OrderStore {
  readonly read: (ratingId: string) => Promise<OrderRecord | null>
  /** Those that are there, in the order asked. */
  readonly readAll: (ratingIds: readonly string[]) => Promise<readonly OrderRecord[]>
  /** The same key again changes nothing. Throws ORDER_NOT_FOUND, RATING_NOT_FOUND, OWN_RATING, ILLEGAL_STEP, SAME_HANDS, IDEMPOTENCY_KEY_REUSED. */
  readonly step: (act: StepAct) => Promise<void>
  /** Ids of a hall's: the next due first, or those that ended, latest first. */
  readonly listOf: (hallId: string, ended: boolean, from: number, most: number) => Promise<readonly string[]>
  /** Of those about one clerk in one hall, latest first. */
  readonly listAbout: (hallId: string, clerk: string, from: number, most: number) => Promise<readonly string[]>
  /** Ids of a hall's that are due by `until`, the next due first. */
  readonly dueBefore: (hallId: string, until: number) => Promise<readonly string[]>
  /** Gives an overdue order to a leader (包案), once; gives whether it did. */
  readonly escalate: (ratingId: string, leader: LocalName, now: number) => Promise<boolean>
  /** Tells, once for each due day, that it is near. */
  readonly warn: (ratingId: string, now: number) => Promise<boolean>
}

/** Work orders of the whole city, the next due first, or those that ended, latest first. It may lag by some seconds. */
export interface OrderIndex { readonly listCity: (ended: boolean, from: number, most: number) => Promise<readonly string[]> }

/** Whether a day, `yyyyMMdd`, is worked: the State Council's table, not arithmetic. */
export type WorkCalendar = (day: string) => boolean
