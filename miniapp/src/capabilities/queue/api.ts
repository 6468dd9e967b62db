import { currentSession, newKey, now } from '@/platform'
import { call } from '@/platform/api'
import { createIntents } from '@/platform/intents'
import { keep } from '@/platform/keep'
import { createDrafts } from './takeDraft'
import { createLastTickets } from './lastTickets'
import type { TakeBody } from './takeFlow'

/** What the citizen may do to a ticket. */
export type MoveBody = { readonly move: 'cancel' } | { readonly move: 'return' } | { readonly move: 'defer'; readonly places: number }

/** The last known tickets, on this phone. */
export const lastTickets = createLastTickets(keep, () => currentSession()?.expiresAt ?? null)
/** What was chosen on the page “prepare and take”, by hall. */
export const drafts = createDrafts(keep, now)
/** Acts under way: taking, and moving a ticket. */
export const takeIntents = createIntents<TakeBody>(keep, newKey, now)
export const moveIntents = createIntents<MoveBody>(keep, newKey, now)

/** `seenAt`: the `asOf` of what was last shown, so that the server tells who was placed ahead since. */
export const readTicket = (ticketId: string, seenAt: number | undefined) => call('readTicket', { params: { ticketId }, query: { seenAt } })
export const listTickets = () => call('listTickets', {})
export const takeTicket = (body: TakeBody, key: string) => call('takeTicket', { body }, { key })
export const moveTicket = (ticketId: string, body: MoveBody, key: string) => call('moveTicket', { params: { ticketId }, body }, { key })

export const readHall = (hallId: string) => call('readHall', { params: { hallId } })
export const readBoard = (hallId: string) => call('readBoard', { params: { hallId } })
export const listItems = (hallId: string) => call('listItems', { params: { hallId } })
