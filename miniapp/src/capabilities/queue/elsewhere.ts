import type { Ticket } from '@shared/queue'
import type { MoveBody } from './api'

/** What somebody did with my ticket who is not this phone: me on another one, most likely. */
export type Elsewhere = Extract<MoveBody['move'], 'cancel' | 'defer' | 'return'>

/**
 * What the citizen alone can have done between two answers about one ticket; null when nothing was, or when it was done here.
 * @param here whether this phone asked for such a move, whatever it heard of it
 */
export const doneElsewhere = (before: Ticket, after: Ticket, here: (move: Elsewhere) => boolean): Elsewhere | null => {
  if (before.ticketId !== after.ticketId || after.asOf < before.asOf) return null
  const done = after.state === 'cancelled' && before.state !== 'cancelled' ? 'cancel'
    : after.state === 'returned' && before.state === 'missed' ? 'return'
      : after.defersLeft < before.defersLeft ? 'defer' : null
  return done !== null && !here(done) ? done : null
}
