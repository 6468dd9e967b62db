import { dayEnds } from '../happenings'
import type { Scene } from '../scene'
import { screen, state, type Shot } from '../shot'

const ticket = ({ latecomer }: Scene): string => `/pages/ticket/index?id=${latecomer.ticketId}`

/** After the halls have closed. */
export const eveningShots: readonly Shot[] = [
  screen('ticket-expired', 'The day ended before the turn came', 'latecomer', ticket, { before: dayEnds, whole: true }),
  state('home-evening', 'Home, after the halls have closed', 'latecomer', '/', { before: dayEnds, whole: true }),
  state('take-evening', 'Prepare and take, after closing', 'latecomer', '/pages/take/index?hall=tianhe', { before: dayEnds, scan: 'none' }),
]
