import { Refusal } from './codes'
import { dayStartOf, MINUTE_MS } from './times'

/** A stretch that can be booked, by minutes of the day. */
export interface Period { readonly begin: number; readonly end: number; readonly quota: number }

/** How a site gives its places. */
export interface Rule {
  /** How many minutes before its beginning a period is given out last. */
  readonly advance: number
  readonly lockMinutes: number
  readonly offerMinutes: number; readonly offersADay: number
  readonly cancelHours: number; readonly earlyMinutes: number; readonly lateMinutes: number
}

/** 10 held, 20 booked, 30 come, 40 cancelled, 50 lapsed, 60 did not come. */
export type Status = '10' | '20' | '30' | '40' | '50' | '60'

export interface Order {
  readonly orderNo: string; readonly siteCode: string; readonly bizCode: string
  readonly bookerId: string; readonly visitorId: string; readonly visitorName: string; readonly matters: string
  bizDate: string; begin: number; end: number
  status: Status
  /** Until when it is held. */
  lockUntil: number | null
  late: boolean
  ticketNo: string; callNo: string
  /** The waiting from which it came. */
  readonly waitNo: string | null
  /** What was asked for, to know a repetition from another wish under the same number. */
  readonly content: string
  /** Acts by their request number. */
  readonly requests: Map<string, string>
  /** Its day was ended. */
  archived: boolean
}

export interface Waiting {
  readonly waitNo: string; readonly siteCode: string; readonly bizCode: string; readonly bizDate: string
  readonly bookerId: string; readonly visitorId: string; readonly visitorName: string; readonly matters: string
  readonly begin: number; readonly end: number; readonly periods: number
  /** 1 waits, 2 was offered a place, 3 ended. */
  status: '1' | '2' | '3'
  offers: number; offerDate: string | null
  orderNo: string | null
  readonly content: string
}

/** What a site gives for a business on a day, and who has it. */
export interface Source {
  readonly siteCode: string; readonly bizCode: string; readonly bizDate: string
  rule: Rule
  periods: readonly Period[]
  /** Periods given to nobody any more, by their beginning. */
  readonly closed: Set<number>
  readonly orders: Set<Order>
  /** In the order in which they are asked. */
  waits: Waiting[]
}

const KEEP_PLACES: ReadonlySet<Status> = new Set(['10', '20', '30'])
export const keepsPlace = ({ status }: Order): boolean => KEEP_PLACES.has(status)
export const beginOf = ({ bizDate, begin }: Pick<Order, 'bizDate' | 'begin'>): number => dayStartOf(bizDate) + begin * MINUTE_MS
export const endOf = ({ bizDate, end }: Pick<Order, 'bizDate' | 'end'>): number => dayStartOf(bizDate) + end * MINUTE_MS

/** Places left, never below none. @param but an order whose own places are no hindrance */
export const left = ({ orders }: Source, period: Period, but?: Order): number => {
  const taken = [...orders].filter((order) => order !== but && keepsPlace(order) && order.begin < period.end && period.begin < order.end).length
  return Math.max(0, period.quota - taken)
}

/** The minute at which a visit of so many periods ends that begins at `begin`. Refused where it does not fit, is full or is closed. */
export const room = (source: Source, begin: number, count: number, but?: Order): number => {
  let [end, isFull, isClosed] = [begin, false, false]
  for (let i = 0; i < count; i += 1) {
    const period = source.periods.find((one) => one.begin === end)
    if (!period) throw new Refusal('B1002')
    isFull ||= left(source, period, but) === 0
    isClosed ||= source.closed.has(period.begin)
    end = period.end
  }
  if (isClosed) throw new Refusal('B1004')
  if (isFull) throw new Refusal('B1003')
  return end
}

/** Whether a place could be given now. */
export const hasRoom = (source: Source, begin: number, count: number): number | null => {
  try {
    return room(source, begin, count)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** The first minute that is still given out. */
export const earliest = ({ bizDate, rule }: Source, now: number): number => Math.ceil((now - dayStartOf(bizDate)) / MINUTE_MS) + rule.advance
