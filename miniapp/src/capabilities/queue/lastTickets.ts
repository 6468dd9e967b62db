import type { Ticket } from '@shared/queue'
import { ticketStates } from '@shared/ticketStates'
import type { Keep } from '@/platform/keep'
import { isRecord } from '@/platform/guards'
import { hear, isLive, type Heard } from './heard'

/** What is kept: whose it is, told by the session's end, which no two sessions of a phone share. */
interface Kept { readonly session: number; readonly heard: Heard }

const NAME = 'tickets'
/** A citizen holds at most two in a hall; more is history. */
const KEPT_AT_MOST = 4

const isTicket = (value: unknown): value is Ticket =>
  isRecord(value) && typeof value.ticketId === 'string' && typeof value.asOf === 'number' && typeof value.takenAt === 'number'
  && ticketStates.some((state) => state === value.state) && isRecord(value.lineName) && isRecord(value.hallName)

const isKept = (value: unknown): value is Kept =>
  isRecord(value) && typeof value.session === 'number' && isRecord(value.heard) && typeof value.heard.heardAt === 'number'
  && Array.isArray(value.heard.notes) && isTicket(value.heard.ticket)

/** The last known state of the citizen's tickets, for a start without a network. Another citizen on this phone sees none of them. */
export const createLastTickets = (keep: Keep, sessionEnd: () => number | null, now: () => number) => {
  const all = (): Kept[] => {
    const kept = keep.read(NAME)
    return Array.isArray(kept) ? kept.filter(isKept) : []
  }
  const ofThisSession = (): Kept[] => {
    const session = sessionEnd()
    return session === null ? [] : all().filter((kept) => kept.session === session)
  }
  const write = (heard: Heard): void => {
    const session = sessionEnd()
    if (session === null) return
    const others = ofThisSession().filter((kept) => kept.heard.ticket.ticketId !== heard.ticket.ticketId)
    keep.write(NAME, [{ session, heard }, ...others].slice(0, KEPT_AT_MOST))
  }
  return {
    /** Every ticket known, as last heard. */
    all: (): Ticket[] => ofThisSession().map(({ heard }) => heard.ticket),
    /** As it was heard, marked as coming from storage. */
    read: (ticketId: string): Heard | null => {
      const found = ofThisSession().find(({ heard }) => heard.ticket.ticketId === ticketId)
      return found ? { ...found.heard, from: 'storage' } : null
    },
    write,
    /**
     * Takes in a list of tickets: those not known yet, and what has become of the others. One that only stands elsewhere in
     * its line stays as the citizen last saw it, so that its page still tells why that changed.
     * @param whole whether the list names every ticket of the day; not when a hall's own system could not be asked
     */
    note: (tickets: readonly Ticket[], whole = true): void => {
      const session = sessionEnd()
      const listed = (ticket: Ticket): boolean => tickets.some(({ ticketId }) => ticketId === ticket.ticketId)
      const still = ofThisSession().filter(({ heard }) => !whole || !isLive(heard.ticket) || listed(heard.ticket))
      if (session !== null) keep.write(NAME, still)
      const known = still.map(({ heard }) => heard.ticket)
      // The newest come first, and should do so here too.
      for (const ticket of [...tickets].reverse()) {
        const before = known.find(({ ticketId }) => ticketId === ticket.ticketId)
        if (before ? before.state !== ticket.state && before.asOf <= ticket.asOf : isLive(ticket)) write(hear(null, ticket, now()))
      }
    },
  }
}
