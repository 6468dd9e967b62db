import type { Ticket } from '@shared/queue'
import { createSigners } from '../../bff/capabilities/presence/signers'
import { issueProof } from '../../bff/capabilities/presence/proof'
import { systemClock } from '../../bff/platform/clock'
import type { Citizen } from '../support/people'
import { APP_SECRET } from '../support/settings'
import type { Wire } from '../support/wire'

/** One wish for a number: who, where, under which key. Sent again it is the same wish. */
export interface Wish { readonly headers: string; readonly body: string; readonly line: string }

const PROOF_MS = 3_600_000

/** Wishes of these citizens, one each, spread over the halls' lines. */
export const wishesOf = (citizens: readonly Citizen[], halls: readonly { readonly hallId: string; readonly lineIds: readonly string[] }[], name: string): Wish[] => {
  const signer = createSigners(APP_SECRET).presence
  const expiresAt = systemClock() + PROOF_MS
  const lines = halls.flatMap(({ hallId, lineIds }) => lineIds.map((lineId) => ({ hallId, lineId })))
  return citizens.map(({ token }, i) => {
    const { hallId, lineId } = lines[i % lines.length] as { hallId: string; lineId: string }
    return {
      line: `${hallId} ${lineId}`, body: JSON.stringify({ hallId, lineId, presence: issueProof(signer, hallId, expiresAt) }),
      headers: `Authorization: Bearer ${token}\r\nIdempotency-Key: ${name}-${String(i).padStart(16, '0')}\r\n`,
    }
  })
}

export type Taken = Pick<Ticket, 'ticketId' | 'number'>

/** Sends a wish; rejects when it is refused or the connection breaks. */
export const send = async (wire: Wire, { headers, body }: Wish): Promise<Taken> => {
  const { status, text } = await wire.ask('POST', '/api/tickets', headers, body)
  if (status !== 201) throw new Error(`a number was refused: ${status} ${text}`)
  const { ticketId, number } = JSON.parse(text) as Ticket
  return { ticketId, number }
}

/** What is wrong with the numbers of each line, when each was given once and none is missing: nothing. */
export const faultsIn = (wishes: readonly Wish[], taken: readonly Taken[]): string[] => {
  const ids = new Set(taken.map(({ ticketId }) => ticketId))
  const faults = ids.size === taken.length ? [] : [`${taken.length - ids.size} tickets were given twice`]
  const byLine = new Map<string, number[]>()
  taken.forEach(({ number }, i) => {
    const { line } = wishes[i] as Wish
    const numbers = byLine.get(line) ?? []
    numbers.push(Number(number.slice(1)))
    byLine.set(line, numbers)
  })
  for (const [line, numbers] of byLine) {
    numbers.sort((a, b) => a - b)
    const wrong = numbers.findIndex((number, i) => number !== i + 1)
    if (wrong >= 0) faults.push(`line ${line} holds ${numbers[wrong]} where ${wrong + 1} should be`)
  }
  return faults
}
