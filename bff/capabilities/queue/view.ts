import type { StaffTicket } from '@shared/console'
import type { WaitRange } from '@shared/halls'
import type { Ticket } from '@shared/queue'
import type { QueueHall, TicketPosition, TicketRecord } from './port'
import { pollSeconds } from './wait'

/** A ticket as its holder sees it. */
export const ticketView = (hall: QueueHall, position: TicketPosition, wait: WaitRange | null, rated: boolean, now: number,
  expiresAt: number | null = null): Ticket => {
  const { ticket, ahead, paused, moved, seen } = position
  const line = hall.lines.find((one) => one.lineId === ticket.lineId)
  const window = hall.windows.find((one) => one.windowId === ticket.windowId)
  const mayReturn = ticket.state === 'missed' && !ticket.returned && ticket.endedAt !== null
  return {
    ticketId: ticket.ticketId, number: ticket.number, state: ticket.state, class: ticket.class, priority: ticket.priority,
    hallId: hall.hallId, hallName: hall.name, lineId: ticket.lineId,
    // A line may leave the configuration while its tickets are still looked at.
    lineName: line?.name ?? { zh: ticket.lineId, en: ticket.lineId }, itemId: ticket.itemId,
    windowId: ticket.windowId, windowName: window?.name ?? null,
    takenAt: ticket.takenAt, calledAt: ticket.calledAt, calls: ticket.calls, endedAt: ticket.endedAt,
    // A number does not outlive its day.
    returnBefore: mayReturn ? Math.min((ticket.endedAt as number) + hall.returnMinutes * 60_000, expiresAt ?? Number.MAX_SAFE_INTEGER) : null,
    defersLeft: Math.max(0, hall.defersAllowed - ticket.defers), rated,
    ahead, wait, moved: [...moved], seen, paused, asOf: now, nextPollSeconds: pollSeconds(ticket.state, ahead),
  }
}

/** A ticket as the windows see it: nothing about its holder. */
export const staffTicketView = (ticket: TicketRecord): StaffTicket => ({
  ticketId: ticket.ticketId, number: ticket.number, state: ticket.state, class: ticket.class, priority: ticket.priority, lineId: ticket.lineId,
  itemId: ticket.itemId, windowId: ticket.windowId, takenAt: ticket.takenAt, calledAt: ticket.calledAt, startedAt: ticket.startedAt, calls: ticket.calls,
})
