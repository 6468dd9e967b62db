import type { Place } from '@shared/halls'
import { call } from '@/platform/api'

export const waysOfGoing = ['foot', 'bicycle', 'transit', 'car'] as const
export type WayOfGoing = (typeof waysOfGoing)[number]

export const planDeparture = (ticketId: string, from: Place, by: WayOfGoing) => call('planDeparture', { params: { ticketId }, body: { from, by, remind: true } })
