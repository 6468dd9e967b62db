/**
 * The table of legal moves. The engine's scripts are given this very table, so that
 * it cannot differ from what the documents and the screens say.
 */
export const ticketStates = [
  'waiting', 'called', 'serving', 'finished', 'missed', 'returned', 'transferred', 'cancelled', 'expired',
] as const
export type TicketState = (typeof ticketStates)[number]

export const moves = {
  call: { waiting: 'called', returned: 'called', transferred: 'called' },
  recall: { called: 'called' },
  start: { called: 'serving' },
  finish: { serving: 'finished' },
  miss: { called: 'missed' },
  return: { missed: 'returned' },
  transfer: { called: 'transferred', serving: 'transferred' },
  defer: { waiting: 'waiting', returned: 'returned', transferred: 'transferred' },
  cancel: { waiting: 'cancelled', returned: 'cancelled', transferred: 'cancelled', called: 'cancelled', missed: 'cancelled' },
  expire: { waiting: 'expired', returned: 'expired', transferred: 'expired', called: 'expired', missed: 'expired', serving: 'finished' },
} as const satisfies Record<string, Partial<Record<TicketState, TicketState>>>
export type Move = keyof typeof moves

/** States of somebody who stands in a line. */
export const inLine: readonly TicketState[] = ['waiting', 'returned', 'transferred']
/** States that still need the citizen's attention today. */
export const live: readonly TicketState[] = [...inLine, 'called', 'serving', 'missed']
