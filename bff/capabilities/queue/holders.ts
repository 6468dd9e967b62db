import type { ErrorCode } from '@shared/errors'
import { inLine, live } from '@shared/ticketStates'
import type { AccountsOf } from '../../accounts'
import { askAll, type Keeper } from '../../keepers'
import type { Halls, QueueHall, QueuePort, TicketRecord } from './port'

export interface HoldersParts {
  readonly accountsOf: AccountsOf
  readonly halls: Halls
  readonly queueOf: (hall: QueueHall) => QueuePort
  readonly keepers: readonly Keeper<QueuePort>[]
  readonly clock: () => number
}

/** One person is one holder of numbers, whichever of their accounts took them. */
export class Holders {
  constructor(private readonly parts: HoldersParts) {}

  /**
   * Why a person gets no further number in a line, for what their other accounts hold; the account's own is counted where the
   * number is given out. Joined accounts take nothing new, so that looking before is enough.
   */
  async refusal(citizenId: string, hall: QueueHall, lineId: string, now: number): Promise<ErrorCode | undefined> {
    const others = (await this.parts.accountsOf(citizenId)).filter((owner) => owner !== citizenId)
    if (others.length === 0) return undefined
    const queue = this.parts.queueOf(hall)
    const held = (await Promise.all(others.map((owner) => queue.listOf(owner, now)))).flat().map(({ ticket }) => ticket)
      .filter(({ hallId, state }) => hallId === hall.hallId && live.includes(state) && state !== 'missed')
    if (held.filter((ticket) => ticket.lineId === lineId).length >= hall.limits.perLine) return 'LIMIT_LINE'
    return held.length >= hall.limits.perHall ? 'LIMIT_HALL' : undefined
  }

  /** Two accounts turned out to be one person's: where both wait in one line, the later number goes back. Gives how many went. */
  async merge(citizenId: string, joined: string): Promise<number> {
    const now = this.parts.clock()
    const heldBy = async (owner: string): Promise<TicketRecord[]> =>
      (await askAll(this.parts.keepers, (queue) => queue.listOf(owner, now))).found.map(({ ticket }) => ticket).filter(({ state }) => inLine.includes(state))
    const [own, theirs] = await Promise.all([heldBy(citizenId), heldBy(joined)])
    const twice = own.flatMap((one) => theirs.filter((other) => other.hallId === one.hallId && other.lineId === one.lineId)
      .map((other) => (other.takenAt < one.takenAt ? { owner: citizenId, ticket: one } : { owner: joined, ticket: other })))
    for (const { owner, ticket } of twice) {
      const hall = this.parts.halls.find(ticket.hallId)
      if (hall) await this.parts.queueOf(hall).cancel(hall, ticket.ticketId, { now, actor: owner, key: `joined-${ticket.ticketId.slice(-20)}` })
    }
    return twice.length
  }
}
