import type { ErrorCode } from '@shared/errors'
import type { TicketClass } from '@shared/queue'
import type { PriorityReason } from '@shared/halls'
import type { TicketState } from '@shared/ticketStates'

/** How a hall interleaves its classes; published with the hall. */
export interface CallingPolicy {
  /** Calls each class gets of a cycle in which all of them wait. */
  readonly weights: Readonly<Record<TicketClass, number>>
  /** No ordinary ticket is passed by more later arrivals than this. */
  readonly passLimit: number
}

/** What the queue needs to know of a hall. */
export interface QueueHall {
  readonly hallId: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly lines: readonly {
    readonly lineId: string; readonly name: { readonly zh: string; readonly en: string }; readonly itemIds: readonly string[]
    readonly capacity: number; readonly priorities: readonly PriorityReason[]
  }[]
  readonly windows: readonly { readonly windowId: string; readonly name: { readonly zh: string; readonly en: string }; readonly lineIds: readonly string[] }[]
  readonly policy: CallingPolicy
  /** Tickets a citizen may hold at once, and take in a day. */
  readonly limits: { readonly perLine: number; readonly perHall: number; readonly perDay: number }
  readonly callsBeforeMissed: number
  readonly returnMinutes: number
  /** Behind how many of the next a returned ticket stands. */
  readonly returnBehind: number
  readonly defersAllowed: number
}

export interface Halls {
  readonly find: (hallId: string) => QueueHall | undefined
  readonly all: () => readonly QueueHall[]
  /** `expiresAt`: when the numbers of the day of `now` expire; null when the hall does not open on it. */
  readonly hoursAt: (hallId: string, now: number) => { readonly open: boolean; readonly expiresAt: number | null }
  /** The instant at which the hall will have been open for so many more minutes today; null when it closes before. */
  readonly afterOpenMinutes: (hallId: string, now: number, minutes: number) => number | null
}

/** Proof that somebody was in the hall. */
export interface Presences {
  /** Throws PRESENCE_REQUIRED, PRESENCE_EXPIRED or CODE_OTHER_HALL. */
  readonly verify: (presence: string, hallId: string, now: number) => { readonly nonce: string; readonly expiresAt: number }
}

/** In which halls a citizen took a number on a day. */
export interface Visits {
  readonly remember: (citizenId: string, hallId: string, now: number) => Promise<void>
  readonly hallsOf: (citizenId: string, now: number) => Promise<readonly string[]>
}

/** A ticket as the queue keeps it. Instants are milliseconds since the epoch. */
export interface TicketRecord {
  readonly ticketId: string; readonly hallId: string; readonly day: string; readonly number: string; readonly state: TicketState
  readonly class: TicketClass; readonly priority: PriorityReason | null; readonly lineId: string; readonly itemId: string | null
  readonly windowId: string | null; readonly takenAt: number; readonly calledAt: number | null; readonly startedAt: number | null
  /** When it was finished, missed, cancelled or expired. */
  readonly endedAt: number | null
  readonly calls: number; readonly returned: boolean; readonly defers: number
  /** The account that called it; left out while nobody has, or where the hall's system does not tell. */
  readonly clerk?: string
}
export interface TicketPosition {
  readonly ticket: TicketRecord
  /** People ahead in its line; null when it stands in none. */
  readonly ahead: number | null
  readonly paused: boolean
  /** Who was placed ahead since `seen` of an earlier answer. */
  readonly moved: readonly { readonly reason: 'ordinary' | 'priority' | 'appointment' | 'returned' | 'transferred'; readonly people: number }[]
  /** How many placings there were: asked again with it, only later ones are told. */
  readonly seen: number
}

/** Names one act of one caller, so that a repetition gives the same ticket. */
export interface Act { readonly now: number; readonly key: string; readonly actor: string }
export interface TakeOrder extends Act {
  readonly hall: QueueHall; readonly lineId: string; readonly class: TicketClass; readonly priority: PriorityReason | null; readonly itemId: string | null
  /** Null for somebody without a phone: the desk holds it, and no limit applies. */
  readonly owner: string | null
  /** Neither the citizen's limits nor the line's capacity apply: the place was booked. */
  readonly booked?: true
  readonly presence: { readonly nonce: string; readonly expiresAt: number } | null
  /** Why a new number is refused; an act that was done before is answered all the same. */
  readonly refusal?: ErrorCode | undefined
}
export type StaffRank = 'clerk' | 'leader'

export interface BoardLine {
  readonly lineId: string; readonly waiting: number; readonly issued: number; readonly paused: boolean
  /** Calls in the last `minutes` minutes. */
  readonly calls: number; readonly minutes: number
  /** Who has waited longest since taking the number. */
  readonly longestSince: number | null
  readonly next: readonly TicketRecord[]
}
export interface BoardWindow { readonly windowId: string; readonly state: 'closed' | 'open' | 'paused'; readonly account: string | null; readonly current: TicketRecord | null }
export interface BoardRecord { readonly asOf: number; readonly paused: boolean; readonly closed: boolean; readonly lines: readonly BoardLine[]; readonly windows: readonly BoardWindow[] }

/**
 * A hall's queue: our own engine, or an adapter to the system the hall keeps.
 * Every refusal is a ContractError; a write whose answer was lost is UNKNOWN_OUTCOME
 * and is resolved by the same act again.
 */
export interface QueuePort {
  readonly take: (order: TakeOrder) => Promise<TicketPosition>
  readonly read: (ticketId: string, owner: string, seen: number | null) => Promise<TicketPosition>
  readonly listOf: (owner: string, now: number) => Promise<readonly TicketPosition[]>
  readonly cancel: (hall: QueueHall, ticketId: string, act: Act) => Promise<TicketPosition>
  readonly comeBack: (hall: QueueHall, ticketId: string, act: Act) => Promise<TicketPosition>
  readonly defer: (hall: QueueHall, ticketId: string, places: number, act: Act) => Promise<TicketPosition>
  readonly callNext: (hall: QueueHall, windowId: string, act: Act) => Promise<TicketRecord>
  readonly recall: (hall: QueueHall, ticketId: string, rank: StaffRank, act: Act) => Promise<TicketRecord>
  readonly start: (hall: QueueHall, ticketId: string, rank: StaffRank, act: Act) => Promise<TicketRecord>
  readonly finish: (hall: QueueHall, ticketId: string, rank: StaffRank, act: Act) => Promise<TicketRecord>
  readonly miss: (hall: QueueHall, ticketId: string, rank: StaffRank, act: Act) => Promise<TicketRecord>
  readonly transfer: (hall: QueueHall, ticketId: string, lineId: string, rank: StaffRank, act: Act) => Promise<TicketRecord>
  readonly setWindow: (hall: QueueHall, windowId: string, state: 'closed' | 'open' | 'paused', account: string, rank: StaffRank, now: number) => Promise<void>
  /** `lineId` null pauses the hall. */
  readonly setPaused: (hall: QueueHall, lineId: string | null, paused: boolean, account: string, now: number) => Promise<void>
  readonly board: (hall: QueueHall, now: number, next: number) => Promise<BoardRecord>
  /** Ends the service day that `day` lies in; may be repeated. Gives how many tickets it ended. */
  readonly closeDay: (hall: QueueHall, day: number, now: number) => Promise<number>
}
