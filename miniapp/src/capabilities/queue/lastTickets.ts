import type { Ticket } from '@shared/queue'
import { ticketStates } from '@shared/ticketStates'
import type { Keep } from '@/platform/keep'
import { isRecord } from '@/platform/guards'
import type { Heard } from './heard'

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
export const createLastTickets = (keep: Keep, sessionEnd: () => number | null) => {
  const all = (): Kept[] => {
    const kept = keep.read(NAME)
    return Array.isArray(kept) ? kept.filter(isKept) : []
  }
  return {
    /** As it was heard, marked as coming from storage. */
    read: (ticketId: string): Heard | null => {
      const found = all().find(({ session, heard }) => session === sessionEnd() && heard.ticket.ticketId === ticketId)
      return found ? { ...found.heard, from: 'storage' } : null
    },
    write: (heard: Heard): void => {
      const session = sessionEnd()
      if (session === null) return
      const others = all().filter((kept) => kept.session === session && kept.heard.ticket.ticketId !== heard.ticket.ticketId)
      keep.write(NAME, [{ session, heard }, ...others].slice(0, KEPT_AT_MOST))
    },
  }
}
