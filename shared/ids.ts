import { z } from 'zod'

/** At most 10 characters, so that a signed code of the hall fits a mini-program `scene` of 32. */
export const hallId = z.string().regex(/^[a-z][a-z0-9]{1,9}$/).meta({ id: 'HallId', example: 'tianhe' })
/** A line is named by the letter its numbers begin with. */
export const lineId = z.string().regex(/^[A-Z]$/).meta({ id: 'LineId', example: 'A' })
export const windowId = z.string().regex(/^[0-9A-Za-z]{1,8}$/).meta({ id: 'WindowId', example: '5' })
export const itemId = z.string().regex(/^[a-z0-9-]{2,40}$/).meta({ id: 'ItemId', example: 'residence-permit' })
/** The hall and 100 random bits: it can be routed to its hall, and not be guessed. */
export const ticketId = z.string().regex(/^[a-z][a-z0-9]{1,9}\.[0-9a-z]{20}$/).meta({ id: 'TicketId', example: 'tianhe.0h3k9q2m7x5v8b1n4c6d' })
export const staffAccount = z.string().regex(/^[a-z][a-z0-9_-]{2,31}$/).meta({ id: 'StaffAccount', example: 'clerk1' })

/** The hall a ticket belongs to; its id carries it. */
export const hallOfTicket = (id: string): string => id.slice(0, id.indexOf('.'))
