import type { ConsoleView, StaffTicket } from '@shared/console'
import type { PriorityReason } from '@shared/halls'
import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import type { Act, Halls, QueueHall, QueuePort, StaffRank } from './port'
import { checkLine, type QueueService } from './service'
import { staffTicketView } from './view'

const SHOWN_NEXT = 10
export interface StaffActor { readonly account: string; readonly rank: StaffRank; readonly halls: readonly string[] }
export type StaffMove = { readonly move: 'recall' | 'start' | 'finish' | 'miss' } | { readonly move: 'transfer'; readonly lineId: string }

/** What the people behind the windows can do with a queue. */
export class WindowService {
  constructor(private readonly queue: QueueService, private readonly queueOf: (hall: QueueHall) => QueuePort,
    private readonly halls: Halls, private readonly clock: () => number) {}

  async console(hallId: string): Promise<ConsoleView> {
    const hall = this.queue.hall(hallId)
    const now = this.clock()
    const record = await this.queueOf(hall).board(hall, now, SHOWN_NEXT)
    return {
      hallId, asOf: record.asOf, open: this.halls.hoursAt(hallId, now).open && !record.closed, paused: record.paused,
      lines: record.lines.map(({ lineId, waiting, issued, paused, next, longestSince }) => ({
        lineId, waiting, issued, paused, next: next.map(staffTicketView),
        longestWaitMinutes: longestSince === null ? null : Math.floor((now - longestSince) / 60_000),
      })),
      windows: record.windows.map(({ windowId, state, account, current }) => ({ windowId, state, account, current: current && staffTicketView(current) })),
    }
  }

  async setWindow(actor: StaffActor, hallId: string, windowId: string, state: 'closed' | 'open' | 'paused'): Promise<ConsoleView> {
    const hall = this.queue.hall(hallId)
    await this.queueOf(hall).setWindow(hall, windowId, state, actor.account, actor.rank, this.clock())
    return this.console(hallId)
  }

  async callNext(actor: StaffActor, key: string, hallId: string, windowId: string): Promise<StaffTicket> {
    const hall = this.queue.hall(hallId)
    return staffTicketView(await this.queueOf(hall).callNext(hall, windowId, this.act(actor, key)))
  }

  async move(actor: StaffActor, key: string, ticketId: string, request: StaffMove): Promise<StaffTicket> {
    const hall = this.halls.find(hallOfTicket(ticketId))
    if (!hall) throw new ContractError('TICKET_NOT_FOUND')
    const queue = this.queueOf(hall)
    const act = this.act(actor, key)
    if (request.move === 'transfer') return staffTicketView(await queue.transfer(hall, ticketId, request.lineId, actor.rank, act))
    return staffTicketView(await queue[request.move](hall, ticketId, actor.rank, act))
  }

  /** For somebody without a phone: no presence to prove, no limit, and the green lane may be given. */
  async takeAtDesk(actor: StaffActor, key: string, hallId: string,
    request: { lineId: string; itemId?: string | undefined; priority?: PriorityReason | undefined }): Promise<StaffTicket> {
    const hall = this.queue.hall(hallId)
    const now = this.clock()
    checkLine(hall, request)
    const { ticket } = await this.queueOf(hall).take({
      hall, lineId: request.lineId, itemId: request.itemId ?? null, priority: request.priority ?? null,
      class: request.priority ? 'priority' : 'ordinary', presence: null, owner: null, actor: actor.account, key, now,
      refusal: this.queue.closedNow(hall, now),
    })
    return staffTicketView(ticket)
  }

  async setPaused(actor: StaffActor, hallId: string, lineId: string | null, paused: boolean): Promise<ConsoleView> {
    const hall = this.queue.hall(hallId)
    await this.queueOf(hall).setPaused(hall, lineId, paused, actor.account, this.clock())
    return this.console(hallId)
  }

  private act(actor: StaffActor, key: string): Act {
    return { now: this.clock(), actor: actor.account, key }
  }
}
