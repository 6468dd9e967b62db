import { Round } from '../../round'
import { nearNotice, noticesOf, type Noticing } from './noticing'
import type { Happening, Happenings, MessageJobs, MessageSettings, Notice } from './port'

/** Asked of one system at once. */
const AT_ONCE = 4
const DAY_MS = 86_400_000

/** A number in a hall whose queue is another system's; `shown`: how many were ahead when it was taken, as its holder saw. */
export interface WatchedTicket { readonly ticketId: string; readonly hallId: string; readonly owner: string; readonly shown: number | null; readonly since: number }
export interface WatchedTickets {
  readonly watch: (ticket: WatchedTicket) => Promise<void>
  readonly all: () => Promise<WatchedTicket[]>
  readonly forget: (ticketId: string) => Promise<void>
}
/** How such a number stands now. */
export interface SeenTicket {
  readonly number: string; readonly state: string; readonly lineId: string; readonly windowId: string; readonly ahead: number | null
  readonly calls: number; readonly calledAt: number | null; readonly endedAt: number | null; readonly returned: boolean; readonly defers: number
}

export interface OnlookerParts {
  readonly watched: WatchedTickets
  /** Null when the system knows it no more. Throws when it does not answer. */
  readonly look: (ticket: WatchedTicket) => Promise<SeenTicket | null>
  readonly lease: Happenings['lease']
  readonly jobs: MessageJobs
  readonly settingsOf: (citizenId: string) => Promise<Pick<MessageSettings, 'ahead'>>
  readonly noticing: Noticing
  readonly clock: () => number
  readonly everyMs: number
  readonly holder: string
}

const LIVE = ['waiting', 'returned', 'transferred', 'called', 'serving', 'missed']

/**
 * Looks now and then at numbers in halls whose own system tells us nothing by itself. What it finds has a name of its own, so that it
 * is told once, however often it is looked at. One process looks at a time.
 */
export class Onlooker extends Round {
  constructor(private readonly parts: OnlookerParts, private readonly report: (hallId: string, error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: (error) => report('', error) })
  }

  /** Gives how many numbers were looked at. */
  protected async round(): Promise<number> {
    const { watched, lease, holder, everyMs } = this.parts
    if (!await lease('onlooker', holder, 3 * everyMs)) return 0
    const all = await watched.all()
    for (let i = 0; i < all.length && !this.stopped; i += AT_ONCE) await Promise.all(all.slice(i, i + AT_ONCE).map((ticket) => this.lookAt(ticket)))
    return all.length
  }

  private async lookAt(ticket: WatchedTicket): Promise<void> {
    const { watched, look, jobs, clock } = this.parts
    try {
      const seen = await look(ticket)
      const now = clock()
      const notices = seen ? (await this.noticesFor(ticket, seen, now)).filter(({ validUntil }) => validUntil > now) : []
      if (notices.length > 0) await jobs.add(notices, now)
      if (!seen || !LIVE.includes(seen.state) || now - ticket.since > DAY_MS) await watched.forget(ticket.ticketId)
    } catch (error) {
      this.report(ticket.hallId, error)
    }
  }

  private async noticesFor({ ticketId, hallId, owner, shown }: WatchedTicket, seen: SeenTicket, now: number): Promise<Notice[]> {
    const { noticing, settingsOf } = this.parts
    const { number, lineId, windowId, state, ahead, calls, calledAt, endedAt, returned, defers } = seen
    const happened = (what: 'called' | 'recalled' | 'missed', at: number, times: number): Happening =>
      ({ id: `${ticketId}-${times}`, at, what, owner, ticketId, number, lineId, windowId, returned })
    if (state === 'called') return noticesOf(happened(calls > 1 ? 'recalled' : 'called', calledAt ?? now, (calledAt ?? 0) + calls), hallId, noticing)
    if (state === 'missed') return noticesOf(happened('missed', endedAt ?? now, endedAt ?? 0), hallId, noticing)
    const { ahead: wished } = await settingsOf(owner)
    // Moved back it is placed anew; until then whoever was that near from the first has seen it.
    const placed = `${defers}${returned ? 'r' : ''}`
    const seenAtOnce = placed === '0' && (shown ?? Infinity) <= wished
    return ahead === null || ahead > wished || seenAtOnce ? [] : [nearNotice({ ticketId, owner, number, ahead, placing: placed, shown }, hallId, lineId, now, noticing)]
  }
}
