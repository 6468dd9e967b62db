import type { Bulletin } from '@shared/bulletins'
import type { LocalText } from '@shared/endpoint'
import type { OrderState, OrderStep } from '@shared/orderStates'
import type { Alert } from '@shared/supervision'

/** What the figures need of a rating: no person and none of their sentences. */
export interface Facts {
  readonly day: string; readonly hallId: string; readonly district: string; readonly windowId: string | null; readonly department: string | null; readonly item: string | null
  readonly level: number; readonly tags: readonly string[]; readonly words: readonly string[]; readonly source: 'ACTIVE' | 'DEFAULT'
}

/** What an order has counted for: rectified, in time, what the revisit found. */
export interface Counted { readonly rectified: boolean; readonly onTime: boolean; readonly satisfied: boolean | null }

/** A change of a rating or a work order, as its hall's log of events tells it. */
export type RatingEvent = { readonly at: number; readonly ratingId: string; readonly facts: Facts } & (
  | { readonly type: 'rate' }
  | { readonly type: 'change'; readonly before: Facts }
  /** `counted`: it was in the figures until then. */
  | { readonly type: 'delete'; readonly counted: boolean }
  | { readonly type: 'warn'; readonly dueAt: number }
  | {
    readonly type: 'step'; readonly step: OrderStep | 'open' | 'escalate'; readonly from: OrderState | null; readonly to: OrderState; readonly dueAt: number | null
    readonly had: Counted
    /** In time or not, when this step rectified it for the first time. */
    readonly rectified: boolean | null
    /** What this revisit found, and what an earlier one had. */
    readonly satisfied: boolean | null; readonly was: boolean | null
  })

/** A change of a queue. `takenAt`: null where nobody knows. */
export type QueueEvent =
  | { readonly type: 'call'; readonly at: number; readonly lineId: string; readonly windowId: string; readonly takenAt: number | null }
  | { readonly type: 'finish'; readonly at: number; readonly windowId: string | null; readonly itemId: string | null }

export interface Logged<Event> { readonly id: string; /** Null for one that counts for nothing here. */ readonly event: Event | null }

/** The logs of what happened in a hall, each in its order. */
export interface EventLogs {
  /** Entries after `after` (`0` for the first), at most so many. */
  readonly ratings: (hallId: string, after: string, most: number) => Promise<readonly Logged<RatingEvent>[]>
  readonly queue: (hallId: string, day: string, after: string, most: number) => Promise<readonly Logged<QueueEvent>[]>
  /** Which of these logs have more than what was read, found out cheaply for many at once. */
  readonly longer: (logs: readonly (LogName & { readonly after: string })[]) => Promise<readonly boolean[]>
}

/** A hall's log of ratings, or of its queue on a day. */
export interface LogName { readonly hallId: string; /** Null: of ratings. */ readonly day: string | null }

/**
 * Counted each day for each scope. `l1` to `l5` active ratings by level, `byDefault`, `withdrawn` by a review; orders `rectified`,
 * of them `onTime`; `revisited`, of them `satisfied`; `visits` finished; `called`, their `waitSeconds` in all, `overPromise`.
 */
export const metrics = ['visits', 'l1', 'l2', 'l3', 'l4', 'l5', 'byDefault', 'withdrawn', 'rectified', 'onTime', 'revisited', 'satisfied', 'called', 'waitSeconds', 'overPromise'] as const
export type Metric = (typeof metrics)[number]
export type Counts = Readonly<Record<Metric, number>>
export type HourMetric = 'called' | 'waitSeconds' | 'overPromise'

/** One thing to be added to the figures. All of an event's are added together, and once. */
export type Increment =
  | { readonly kind: 'day'; readonly scope: string; readonly day: string; readonly metric: Metric; readonly by: number }
  | { readonly kind: 'hour'; readonly scope: string; readonly day: string; readonly hour: number; readonly metric: HourMetric; readonly by: number }
  | { readonly kind: 'complaint'; readonly scope: string; readonly day: string; readonly of: 'tag' | 'word'; readonly name: string; readonly by: number }
  | { readonly kind: 'order'; readonly scope: string; readonly ratingId: string; readonly at: number; readonly from: OrderState | null; readonly to: OrderState; readonly dueAt: number | null }
  | { readonly kind: 'alert'; readonly alert: StoredAlert }
  /** Counts a bad rating of a window's day, and tells the supervisor when it is the so-many-th. */
  | { readonly kind: 'badAtWindow'; readonly day: string; readonly hallId: string; readonly windowId: string; readonly at: number; readonly by: number; readonly tellAt: number }

export type StoredAlert = Omit<Alert, 'hallName'>

export interface Complaint { readonly name: string; readonly count: number }
export interface LineNow { readonly lineId: string; readonly waiting: number; readonly longestMinutes: number | null; /** Since when it has been over its promise. */ readonly overSince: number | null }
export interface HallNow { readonly hallId: string; readonly at: number; readonly answered: boolean; readonly lines: readonly LineNow[] }

/** Where the figures are kept. All throw UNAVAILABLE. */
export interface FigureStore {
  /** How far each log has been counted; null when it has not. */
  readonly cursors: (logs: readonly LogName[]) => Promise<readonly (string | null)[]>
  /** Adds all and moves the log's cursor, in one step; false, and nothing added, when somebody has moved it since. */
  readonly add: (log: LogName, from: string | null, to: string, increments: readonly Increment[]) => Promise<boolean>
  /** The counts of each scope on each day, both in the order asked. */
  readonly counts: (scopes: readonly string[], days: readonly string[]) => Promise<readonly (readonly Counts[])[]>
  readonly hours: (scope: string, day: string) => Promise<readonly { readonly hour: number; readonly called: number; readonly waitSeconds: number; readonly overPromise: number }[]>
  readonly complaints: (scope: string, days: readonly string[]) => Promise<{ readonly tags: readonly Complaint[]; readonly words: readonly Complaint[] }>
  readonly orderStates: (scope: string) => Promise<Readonly<Record<OrderState, number>>>
  /** How many orders that are not over are due before an instant. */
  readonly dueBefore: (scope: string, until: number) => Promise<number>
  readonly ordersOf: (scope: string, ended: boolean, from: number, most: number) => Promise<readonly string[]>
  readonly alerts: (since: number) => Promise<readonly StoredAlert[]>
  readonly tell: (alert: StoredAlert) => Promise<void>
  readonly keepNow: (halls: readonly HallNow[]) => Promise<void>
  readonly readNow: () => Promise<readonly HallNow[]>
  /** The right to do something alone, for so long; gives whether it is ours. Who has it keeps it by asking again. */
  readonly lease: (name: string, holder: string, ms: number) => Promise<boolean>
}

/** The parts of the city, by name and in their order. */
export interface Places {
  /** Null for what there is none of. */
  readonly nameOf: (scope: string) => LocalText | null
  readonly pathOf: (scope: string) => readonly string[]
  readonly partsOf: (scope: string) => readonly string[]
  readonly departments: () => readonly string[]
  readonly halls: () => readonly string[]
}

/** A hall's queue as it stands. */
export interface WaitsNow {
  /** Halls that are open now. */
  readonly open: (now: number) => readonly string[]
  /** Throws when the hall's queue does not answer. */
  readonly read: (hallId: string, now: number) => Promise<readonly { readonly lineId: string; readonly waiting: number; readonly longestSince: number | null }[]>
}

/** Where bulletins are kept, as they were made. All throw UNAVAILABLE. */
export interface BulletinStore {
  /** Keeps it unless there is one already: what was published stays as it was. */
  readonly keep: (bulletin: Bulletin) => Promise<void>
  readonly read: (bulletinId: string) => Promise<Bulletin | null>
  readonly has: (bulletinIds: readonly string[]) => Promise<readonly boolean[]>
  /** Of a kind, latest first. */
  readonly list: (kind: Bulletin['kind'], most: number) => Promise<readonly Pick<Bulletin, 'bulletinId' | 'kind' | 'from' | 'to' | 'madeAt'>[]>
}
