import { issueProof } from '../../bff/capabilities/presence/proof'
import { createSigners } from '../../bff/capabilities/presence/signers'
import { queueScripts } from '../../bff/engine/queue/scripts'
import { dayKey } from '../../bff/engine/queue/keys'
import { systemClock } from '../../bff/platform/clock'
import { newKey } from '../support/people'
import { APP_SECRET } from '../support/settings'
import type { LoadRequest } from './measure'
import type { Held, Site } from './site'

const PROOF_MS = 3_600_000

/** One number each for so many citizens, with a proof of presence of their own. */
export const takeRequests = (site: Site, count: number): LoadRequest[] => {
  const signer = createSigners(APP_SECRET).presence
  const expiresAt = systemClock() + PROOF_MS
  return site.newVisits(count).map(({ citizen, hall: { hallId }, lineId }) => ({
    method: 'POST', path: '/api/tickets', body: JSON.stringify({ hallId, lineId, presence: issueProof(signer, hallId, expiresAt) }),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${citizen.token}`, 'Idempotency-Key': newKey() },
  }))
}

/** So many of the tickets taken, spread evenly over all of them; asked of Redis as the server asks for a citizen's own. */
export const heldTickets = async (site: Site, count: number): Promise<Held[]> => {
  const visits = Array.from({ length: count }, (_, i) => site.visit(Math.floor((i * site.visited()) / count)))
  const found = await Promise.all(visits.map(async ({ hall, citizen }) =>
    await queueScripts.mine.run(site.redis, [dayKey(hall.hallId, systemClock())], [citizen.citizenId]) as [string, string[]]))
  return found.map(([, [ticketId]], i) => {
    if (!ticketId) throw new Error('a ticket that was taken is not there')
    return { ticketId, token: (visits[i] as (typeof visits)[number]).citizen.token }
  })
}

/** Each looks at its own ticket, as a phone does that has looked before. */
export const positionRequests = (held: readonly Held[], count: number): LoadRequest[] => {
  return Array.from({ length: count }, (_, i) => {
    const { ticketId, token } = held[i % held.length] as Held
    return { method: 'GET', path: `/api/tickets/${ticketId}?seen=0`, headers: { Authorization: `Bearer ${token}` } }
  })
}

/** The boards of all halls, by turns. */
export const boardRequests = ({ halls }: Site, count: number): LoadRequest[] =>
  Array.from({ length: count }, (_, i) => ({ method: 'GET', path: `/api/halls/${halls[i % halls.length]?.hallId ?? ''}/board` }))

export const bareRequests = (count: number): LoadRequest[] => Array.from({ length: count }, () => ({ method: 'GET', path: '/' }))
