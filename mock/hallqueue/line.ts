import type { CustomerType, HallSetup } from './setup'
import type { InsertReason, Ticket } from './ticket'

const MOST_INSERTS = 50

/** What of a hall's set-up makes the order. */
export type LineRules = Pick<HallSetup, 'weights' | 'passMost'>

/**
 * Who waits for one business, in the order of calling. A newcomer stands where the last of its type would be done, as each
 * type gets its share of the calls; and never ahead of an ordinary customer whom `passMost` later ones have passed.
 * @param nextInsert the running number of another placing ahead of somebody
 */
export const createLine = ({ weights, passMost }: LineRules, nextInsert: () => number) => {
  const waiting: Ticket[] = []
  const finish: Record<CustomerType, number> = { 1: 0, 2: 0, 3: 0 }
  let reached = 0
  let lastBack: Ticket | undefined

  const placeAt = (ticket: Ticket, index: number, reason: InsertReason | null): void => {
    const [before, after] = [waiting[index - 1], waiting[index]]
    ticket.tag = before?.tag ?? after?.tag ?? reached
    waiting.splice(index, 0, ticket)
    const behind = waiting.slice(index + 1)
    if (reason === null || behind.length === 0) return
    const no = nextInsert()
    for (const one of behind) one.inserts = [...one.inserts.slice(1 - MOST_INSERTS), { no, reason }]
  }
  const newcomerIndex = (custType: CustomerType, tag: number): number => {
    let index = waiting.findIndex((one) => one.tag > tag)
    if (index < 0) return waiting.length
    if (custType === '1') return index
    for (let i = index; i < waiting.length; i += 1) {
      const one = waiting[i] as Ticket
      if (one.custType === '1' && one.passed >= passMost) index = i + 1
    }
    return index
  }
  const startOf = (custType: CustomerType): number => Math.max(reached, finish[custType])
  const enterAs = (ticket: Ticket, index: number, reason: InsertReason): void => {
    const start = startOf(ticket.custType)
    placeAt(ticket, index, reason)
    ticket.tag = Math.max(start, waiting[index - 1]?.tag ?? start)
    finish[ticket.custType] = ticket.tag + 1 / weights[ticket.custType]
  }
  const remove = (ticket: Ticket): void => { waiting.splice(waiting.indexOf(ticket), 1) }

  return {
    get waiting(): readonly Ticket[] { return waiting },
    ahead: (ticket: Ticket): number => waiting.indexOf(ticket),
    remove,
    enter: (ticket: Ticket): void => {
      const index = newcomerIndex(ticket.custType, startOf(ticket.custType))
      enterAs(ticket, index, ticket.custType)
      for (const one of waiting.slice(index + 1)) one.passed += 1
    },
    /** From another business: as if it had waited here from the start, or as its type gives it, whichever is sooner. */
    enterMoved: (ticket: Ticket): void => {
      const later = waiting.findIndex((one) => one.custType === '1' && one.arrival > ticket.arrival)
      const fair = newcomerIndex(ticket.custType, startOf(ticket.custType))
      if (later < 0 || (ticket.custType !== '1' && fair < later)) enterAs(ticket, fair, '5')
      else placeAt(ticket, later, '5')
    },
    /** Behind the next few, and behind whoever came back just before. */
    enterBack: (ticket: Ticket, behind: number): void => {
      const after = lastBack && waiting.includes(lastBack) ? waiting.indexOf(lastBack) + 1 : 0
      placeAt(ticket, behind === 0 ? 0 : Math.min(Math.max(behind, after), waiting.length), '4')
      lastBack = ticket
    },
    /** Lets so many of those behind go first. */
    giveWay: (ticket: Ticket, places: number): void => {
      const index = Math.min(waiting.indexOf(ticket) + places, waiting.length - 1)
      remove(ticket)
      placeAt(ticket, index, null)
      ticket.inserts = []
      if (lastBack === ticket) lastBack = undefined
    },
    callFirst: (): Ticket | undefined => {
      const first = waiting.shift()
      if (first) reached = Math.max(reached, first.tag)
      return first
    },
    /** Since when the one waits who waits longest, in the order of the day. */
    longest: (): number => Math.min(...waiting.map(({ since }) => since)),
  }
}
export type Line = ReturnType<typeof createLine>
