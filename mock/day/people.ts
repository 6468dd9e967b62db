import { PRIVACY_VERSION } from '@shared/privacy'
import { randomBytes } from 'node:crypto'
import { live } from '@shared/ticketStates'
import type { Ticket } from '@shared/queue'
import type { Call } from './api'
import { Unheard } from './failures'
import { createSession, type Session } from './session'

/** A simulated citizen. */
export interface Person {
  readonly session: Session
  /** Whether what they hold is known; not so before their first sign-in, or when an answer was lost. */
  known: boolean
}

/**
 * The simulated WeChat takes a code that names any demo citizen. These numbers are far from those a person is likely to
 * try out, so that nobody meets the simulation's tickets under their own name.
 */
const FIRST = 700_001
/** Enough for every line of a hall at its fullest, and those who have left and may come back or rate. */
export const PEOPLE_PER_HALL = 80

const personOf = (call: Call, n: number): Person => ({
  known: false,
  session: createSession(async () => {
    const code = `demo-${n}-${randomBytes(9).toString('base64url')}`
    return (await call('createSession', { body: { channel: 'wechat', code, privacy: PRIVACY_VERSION } })).token
  }),
})

/** The citizens of the nth simulated hall: the same ones after a restart, so that they find their numbers again. */
export const createPeople = (call: Call, nthHall: number): Person[] =>
  Array.from({ length: PEOPLE_PER_HALL }, (_, i) => personOf(call, FIRST + nthHall * PEOPLE_PER_HALL + i))

/** Asks what a citizen holds in a hall that still needs their attention. */
export const liveTickets = async (call: Call, person: Person, hallId: string): Promise<Ticket[]> => {
  const { tickets, missing } = await person.session((token) => call('listTickets', {}, { token }))
  // Without what its hall's own system keeps, somebody would be sent to take a second number.
  if (missing.length > 0) throw new Unheard('listTickets', 'a hall’s own system is silent')
  person.known = true
  return tickets.filter((ticket) => ticket.hallId === hallId && live.includes(ticket.state))
}
