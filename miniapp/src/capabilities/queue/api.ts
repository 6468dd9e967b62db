import { errorMessage } from '@shared/errors'
import { live } from '@shared/ticketStates'
import { currentLanguage } from '@/i18n'
import { currentSession, newKey, now, vibrate } from '@/platform'
import { call } from '@/platform/api'
import { ApiError } from '@/platform/apiError'
import { createIntents } from '@/platform/intents'
import { actKeep, personalKeep } from '@/platform/keep'
import { createAlarm } from './alarm'
import { createDrafts } from './takeDraft'
import { createLastTickets } from './lastTickets'
import { ANSWER_WITHIN_MS, type TakeBody } from './takeFlow'

/** What the citizen may do to a ticket. */
export type MoveBody = { readonly move: 'cancel' } | { readonly move: 'return' } | { readonly move: 'defer'; readonly places: number }

/** The last known tickets, on this phone. */
export const lastTickets = createLastTickets(personalKeep, () => currentSession()?.expiresAt ?? null, now)
/** Makes calls felt. */
export const alarm = createAlarm(personalKeep, vibrate)
/** What was chosen on the page “prepare and take”, by hall. */
export const drafts = createDrafts(personalKeep, now)
/** Acts under way: taking, and moving a ticket. */
export const takeIntents = createIntents<TakeBody>(actKeep, newKey, now)
export const moveIntents = createIntents<MoveBody>(actKeep, newKey, now)

/** `seen`: that of what was last shown, so that the server tells who was placed ahead since. */
export const readTicket = (ticketId: string, seen: number | undefined) => call('readTicket', { params: { ticketId }, query: { seen } })
export const listTickets = () => call('listTickets', {})
/** Once: `takeFlow.ts` repeats it. */
export const takeTicket = (body: TakeBody, key: string) => call('takeTicket', { body }, { key, repeat: false, timeoutMs: ANSWER_WITHIN_MS })
/** My live ticket of a line if it was taken within the last so many milliseconds, by the server's own clock. Throws while that cannot be told. */
export const findTaken = async (hallId: string, lineId: string, withinMs: number) => {
  const { tickets, missing } = await listTickets()
  const found = tickets.find((ticket) => ticket.hallId === hallId && ticket.lineId === lineId && live.includes(ticket.state) && ticket.asOf - ticket.takenAt <= withinMs)
  if (!found && missing.length > 0) throw new ApiError('UNAVAILABLE', errorMessage('UNAVAILABLE', currentLanguage()), 'later')
  return found ?? null
}
export const moveTicket = (ticketId: string, body: MoveBody, key: string) => call('moveTicket', { params: { ticketId }, body }, { key })

export const readHall = (hallId: string) => call('readHall', { params: { hallId } })
export const readBoard = (hallId: string) => call('readBoard', { params: { hallId } })
export const listItems = (hallId: string) => call('listItems', { params: { hallId } })
