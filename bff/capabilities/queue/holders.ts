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
   * Why a person with several accounts gets no further number in a line: what they hold and took in all of them. Joined accounts
   * take nothing new, so that looking before is enough; of the account's own the script looks again.
   */
  async refusal(citizenId: string, hall: QueueHall, lineId: string, now: number): Promise<ErrorCode | undefined> {
    const accounts = await this.parts.accountsOf(citizenId)
    if (accounts.length === 1) return undefined
    const queue = this.parts.queueOf(hall)
    const taken = (await Promise.all(accounts.map((owner) => queue.listOf(owner, now)))).flat().map(({ ticket }) => ticket).filter(({ hallId }) => hallId === hall.hallId)
    const held = taken.filter(({ state }) => live.includes(state) && state !== 'missed')
    if (held.filter((ticket) => ticket.lineId === lineId).length >= hall.limits.perLine) return 'LIMIT_LINE'
    if (held.length >= hall.limits.perHall) return 'LIMIT_HALL'
    return taken.length >= hall.limits.perDay ? 'LIMIT_DAY' : undefined
  }

  /**
   * Two accounts turned out to be one person's: of what they wait for in one line more often than one person may, the later numbers
   * go back. Gives how many went.
   * @param booked numbers that came of appointments: they count for nobody, and may be somebody else's
   */
  async merge(citizenId: string, joined: string, booked: ReadonlySet<string>): Promise<number> {
    const now = this.parts.clock()
    const heldBy = async (owner: string): Promise<{ readonly owner: string; readonly ticket: TicketRecord }[]> =>
      (await askAll(this.parts.keepers, (queue) => queue.listOf(owner, now))).found.map(({ ticket }) => ({ owner, ticket }))
        .filter(({ ticket: { ticketId, state } }) => inLine.includes(state) && !booked.has(ticketId))
    const all = [...await heldBy(citizenId), ...await heldBy(joined)].sort((a, b) => a.ticket.takenAt - b.ticket.takenAt)
    const surplus = all.filter(({ ticket }, i) => {
      const before = all.slice(0, i).filter((other) => other.ticket.hallId === ticket.hallId && other.ticket.lineId === ticket.lineId)
      return before.length >= (this.parts.halls.find(ticket.hallId)?.limits.perLine ?? Infinity)
    })
    for (const { owner, ticket } of surplus) {
      const hall = this.parts.halls.find(ticket.hallId)
      if (hall) await this.parts.queueOf(hall).cancel(hall, ticket.ticketId, { now, actor: owner, key: `joined-${ticket.ticketId.slice(-20)}` })
    }
    return surplus.length
  }
}
