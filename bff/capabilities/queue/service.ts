import { ContractError, type ErrorCode } from '@shared/errors'
import type { PriorityReason } from '@shared/halls'
import { hallOfTicket } from '@shared/ids'
import type { LocalText } from '@shared/endpoint'
import type { Ticket } from '@shared/queue'
import { asOwner, type AccountsOf } from '../../accounts'
import { askAll, type Keeper } from '../../keepers'
import { Boards } from './boards'
import { createCounts } from './counts'
import { Holders } from './holders'
import type { Act, Halls, Presences, QueueHall, QueuePort, TicketPosition, TicketRecord } from './port'
import { ticketView } from './view'

export interface QueueServiceOptions {
  readonly halls: Halls
  readonly presences: Presences
  /** The hall's own system where it keeps one, else the built-in engine. */
  readonly queueOf: (hall: QueueHall) => QueuePort
  /** Every queue there is. */
  readonly keepers: readonly Keeper<QueuePort>[]
  /** The city does this no more. */
  readonly isWithdrawn: (itemId: string) => boolean
  /** The accounts of one person: what one of them holds is theirs on every channel, and counts once. */
  readonly accountsOf: AccountsOf
  /** Which of these tickets have been rated. */
  readonly ratedAmong: (ticketIds: readonly string[]) => Promise<ReadonlySet<string>>
  readonly clock: () => number
}

export interface BookedVisit {
  readonly hallId: string; readonly lineId: string; readonly itemId: string | null; readonly citizenId: string; readonly key: string; readonly late: boolean
}

export interface TakeRequest {
  readonly hallId: string; readonly lineId: string; readonly itemId?: string | undefined
  readonly priority?: PriorityReason | undefined; readonly presence: string
}
export type CitizenMove = { readonly move: 'cancel' } | { readonly move: 'return' } | { readonly move: 'defer'; readonly places: number }

/** What a citizen can do with a queue. Every refusal is a ContractError of the endpoint's list. */
export class QueueService {
  readonly boards: Boards
  readonly holders: Holders
  /** People waiting in each hall, for lists of halls; a hall whose queue does not answer soon is left out. */
  readonly waiting: (hallIds: readonly string[]) => Promise<ReadonlyMap<string, number>>
  constructor(private readonly options: QueueServiceOptions) {
    this.holders = new Holders(options)
    this.boards = new Boards(options.queueOf, options.halls, options.clock)
    this.waiting = createCounts(async (hallId) => (await this.boards.get(this.hall(hallId))).board.lines.reduce((sum, { waiting }) => sum + waiting, 0))
  }

  hall(hallId: string): QueueHall {
    const hall = this.options.halls.find(hallId)
    if (!hall) throw new ContractError('HALL_NOT_FOUND')
    return hall
  }

  async take(citizenId: string, key: string, request: TakeRequest): Promise<Ticket> {
    const now = this.options.clock()
    const hall = this.hall(request.hallId)
    checkLine(hall, request)
    const [presence, spent] = this.presenceIn(request.presence, hall.hallId, now)
    const position = await this.options.queueOf(hall).take({
      hall, lineId: request.lineId, itemId: request.itemId ?? null, priority: request.priority ?? null,
      class: request.priority ? 'priority' : 'ordinary', presence, owner: citizenId, actor: citizenId, key, now,
      refusal: this.withdrawn(request.itemId) ?? spent ?? this.closedNow(hall, now) ?? await this.holders.refusal(citizenId, hall, request.lineId, now),
    })
    return this.view(hall, position)
  }

  /** The number of somebody who booked and has come: in time it is called as an appointment, else as an ordinary one. */
  async takeBooked({ hallId, lineId, itemId, citizenId, key, late }: BookedVisit): Promise<TicketRecord> {
    const now = this.options.clock()
    const hall = this.hall(hallId)
    const { ticket } = await this.options.queueOf(hall).take({
      hall, lineId, itemId, priority: null, class: late ? 'ordinary' : 'appointment', presence: null, owner: citizenId, actor: citizenId, key, now, booked: true,
      refusal: this.closedNow(hall, now),
    })
    return ticket
  }

  async read(citizenId: string, ticketId: string, seen: number | null): Promise<Ticket> {
    const hall = this.hallOf(ticketId)
    return this.view(hall, await asOwner(this.options.accountsOf, citizenId, 'TICKET_NOT_FOUND', (owner) => this.options.queueOf(hall).read(ticketId, owner, seen)))
  }

  /** `missing`: systems outside that could not tell of their halls. */
  async list(citizenId: string): Promise<{ tickets: Ticket[]; missing: LocalText[] }> {
    const accounts = await this.options.accountsOf(citizenId)
    const { found, missing } = await askAll(this.options.keepers, async (queue) =>
      (await Promise.all(accounts.map((owner) => queue.listOf(owner, this.options.clock())))).flat())
    const known = found.filter(({ ticket }) => this.options.halls.find(ticket.hallId))
    return { tickets: await Promise.all(known.map((position) => this.view(this.hall(position.ticket.hallId), position))), missing: [...missing] }
  }

  async move(citizenId: string, key: string, ticketId: string, request: CitizenMove): Promise<Ticket> {
    const hall = this.hallOf(ticketId)
    const queue = this.options.queueOf(hall)
    const now = this.options.clock()
    return this.view(hall, await asOwner(this.options.accountsOf, citizenId, 'TICKET_NOT_FOUND', (actor) => {
      const act: Act = { now, actor, key }
      if (request.move === 'cancel') return queue.cancel(hall, ticketId, act)
      if (request.move === 'return') return queue.comeBack(hall, ticketId, act)
      return queue.defer(hall, ticketId, request.places, act)
    }))
  }

  private withdrawn(itemId: string | undefined): ErrorCode | undefined {
    return itemId !== undefined && this.options.isWithdrawn(itemId) ? 'ITEM_WITHDRAWN' : undefined
  }

  closedNow(hall: QueueHall, now: number): ErrorCode | undefined {
    return this.options.halls.hoursAt(hall.hallId, now).open ? undefined : 'HALL_CLOSED'
  }

  /** The proof, or why there is none: a repeated act must still find its number. */
  private presenceIn(token: string, hallId: string, now: number): [{ nonce: string; expiresAt: number } | null, ErrorCode | undefined] {
    try {
      return [this.options.presences.verify(token, hallId, now), undefined]
    } catch (error) {
      if (error instanceof ContractError) return [null, error.code]
      throw error
    }
  }

  /** A hall that is not ours cannot have the ticket; the answer is the same as for an unknown ticket. */
  private hallOf(ticketId: string): QueueHall {
    const hall = this.options.halls.find(hallOfTicket(ticketId))
    if (!hall) throw new ContractError('TICKET_NOT_FOUND')
    return hall
  }

  private async view(hall: QueueHall, position: TicketPosition): Promise<Ticket> {
    const now = this.options.clock()
    if (position.ahead === null) {
      const { ticketId, state } = position.ticket
      const rated = state === 'finished' && (await this.options.ratedAmong([ticketId])).has(ticketId)
      const { expiresAt } = this.options.halls.hoursAt(hall.hallId, now)
      return ticketView(hall, position, null, rated, now, expiresAt)
    }
    // The wait is a help: without it the ticket is still the ticket.
    const wait = position.paused ? null : await this.boards.waitIn(hall, position.ticket.lineId, position.ahead).catch(() => null)
    return ticketView(hall, position, wait, false, now)
  }
}

/** The line exists, handles the item, and offers the priority. */
export const checkLine = (hall: QueueHall, request: { lineId: string; itemId?: string | undefined; priority?: PriorityReason | undefined }): void => {
  const line = hall.lines.find((one) => one.lineId === request.lineId)
  if (!line) throw new ContractError('LINE_NOT_FOUND')
  if (request.itemId !== undefined && !line.itemIds.includes(request.itemId)) throw new ContractError('ITEM_NOT_IN_LINE')
  if (request.priority !== undefined && !line.priorities.includes(request.priority)) throw new ContractError('PRIORITY_NOT_OFFERED')
}
