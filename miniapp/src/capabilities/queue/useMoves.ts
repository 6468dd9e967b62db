import { useEffect, useRef, useState } from 'react'
import type { Ticket } from '@shared/queue'
import { currentLanguage } from '@/i18n'
import { asApiError, type ApiError } from '@/platform'
import { leavesOpen } from '@/platform/intents'
import type { Heard } from './heard'
import { doneElsewhere, type Elsewhere } from './elsewhere'
import { moveIntents, moveTicket, type MoveBody } from './api'

/** A move that succeeded. */
export interface DoneMove {
  readonly move: MoveBody['move']
  /** How many went ahead by it; null when that cannot be told. There may be fewer behind than were to be let go first. */
  readonly letFirst: number | null
  readonly ahead: number | null
}

export interface Moves {
  /** The move under way; null when none is. */
  readonly busy: MoveBody['move'] | null
  /** The move that last succeeded, to be confirmed in words. */
  readonly done: DoneMove | null
  readonly failure: ApiError | null
  /** Another phone of the same citizen did this; null when none did, or until this one does something. */
  readonly elsewhere: Elsewhere | null
  /** Carries out a move once, however often it is asked for; tells whether it succeeded. */
  readonly make: (body: MoveBody) => Promise<boolean>
}

/** Long enough to be read by somebody who was looking elsewhere. */
const ENDED_SHOWN_MS = 20_000

/** Called since the last answer may be more than were let go first; then only what stands ahead now is sure. */
const doneMove = (body: MoveBody, before: number | null, ahead: number | null): DoneMove => {
  const more = before === null || ahead === null ? 0 : ahead - before
  return { move: body.move, letFirst: body.move === 'defer' && more > 0 ? Math.min(more, body.places) : null, ahead }
}

/** Names a move by the state it is asked for in. */
const actOf = ({ ticketId, state, defersLeft }: Pick<Ticket, 'ticketId'> & Partial<Pick<Ticket, 'state' | 'defersLeft'>>): string => `move/${ticketId}/${state ?? ''}${defersLeft ?? ''}`

/** Cancel, come back, let others go first. A repeated move carries the key of the first try. */
export const useMoves = (ticketId: string, heard: Heard | null, accept: (ticket: Ticket) => void, refresh: () => void): Moves => {
  const [busy, setBusy] = useState<MoveBody['move'] | null>(null)
  const [done, setDone] = useState<DoneMove | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  // State is only seen at the next rendering; a double tap is faster.
  const under = useRef(false)
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null)
  const tried = useRef(new Set<MoveBody['move']>())
  const last = useRef<Ticket | null>(null)
  const latest = heard?.ticket ?? null
  useEffect(() => {
    const before = last.current
    last.current = latest
    if (!before || !latest || before === latest) return
    // One whose answer was lost is still pending under the state it was asked for in.
    const done = doneElsewhere(before, latest, (move) => tried.current.has(move) || moveIntents.pending(actOf(before))?.body.move === move)
    if (done) setElsewhere(done)
  }, [latest])

  useEffect(() => {
    if (!done && !failure) return undefined
    const timer = setTimeout(() => { setDone(null); setFailure(null) }, ENDED_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [done, failure])
  // What could not be done before is of no interest to somebody who is being called.
  const state = heard?.ticket.state
  useEffect(() => setFailure(null), [state])

  const make = async (body: MoveBody): Promise<boolean> => {
    if (under.current) return false
    under.current = true
    // A move that went through shows in the ticket; the same wish after that is another act.
    const name = actOf(heard?.ticket ?? { ticketId })
    tried.current.add(body.move)
    setElsewhere(null)
    const intent = moveIntents.open(name, body)
    setBusy(body.move)
    setFailure(null)
    setDone(null)
    try {
      const ticket = await moveTicket(ticketId, body, intent.key)
      moveIntents.settle(name)
      accept(ticket)
      setDone(doneMove(body, heard?.ticket.ahead ?? null, ticket.ahead))
      return true
    } catch (thrown) {
      const why = asApiError(thrown, currentLanguage())
      if (why.code !== 'OFFLINE' && !leavesOpen(why.code)) {
        moveIntents.settle(name)
        refresh()
      }
      setFailure(why)
      return false
    } finally {
      under.current = false
      setBusy(null)
    }
  }
  return { busy, done, failure, elsewhere, make }
}
