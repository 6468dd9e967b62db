import { serviceDay, startOfDay } from '@shared/time'

const DAY_MS = 86_400_000
/** The tag braces keep everything of a hall in one slot of a Redis Cluster. */
export const dayKey = (hallId: string, now: number): string => `{hall:${hallId}}:${serviceDay(now)}`
export const ticketKey = (hallId: string, ticketId: string): string => `{hall:${hallId}}:t:${ticketId}`
/** Which halls a citizen took a number in on a day: written before the number, so that none is ever missed. */
export const visitsKey = (citizenId: string, now: number): string => `{citizen:${citizenId}}:halls:${serviceDay(now)}`

/** Seconds until a day's keys may go: `days` after the day has ended. */
export const secondsToKeep = (now: number, days: number): number =>
  Math.ceil((startOfDay(serviceDay(now)) + (days + 1) * DAY_MS - now) / 1000)

/** Calls are counted in slots of five minutes. */
export const PACE_SLOT_MS = 300_000
export const paceSlot = (now: number): number => Math.floor(now / PACE_SLOT_MS)
