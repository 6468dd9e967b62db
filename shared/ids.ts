import { z } from 'zod'
import { isRealDay } from './identityNumbers'

/** At most 10 characters, so that a signed code of the hall fits a mini-program `scene` of 32. */
export const hallId = z.string().regex(/^[a-z][a-z0-9]{1,9}$/).meta({ id: 'HallId', example: 'tianhe' })
/** A line is named by the letter its numbers begin with. */
export const lineId = z.string().regex(/^[A-Z]$/).meta({ id: 'LineId', example: 'A' })
export const windowId = z.string().regex(/^[0-9A-Za-z]{1,8}$/).meta({ id: 'WindowId', example: '5' })
export const itemId = z.string().regex(/^[a-z0-9-]{2,40}$/).meta({ id: 'ItemId', example: 'residence-permit' })
/** The hall and 100 random bits: it can be routed to its hall, and not be guessed. */
export const ticketId = z.string().regex(/^[a-z][a-z0-9]{1,9}\.[0-9a-z]{20}$/).meta({ id: 'TicketId', example: 'tianhe.0h3k9q2m7x5v8b1n4c6d' })
export const staffAccount = z.string().regex(/^[a-z][a-z0-9_-]{2,31}$/).meta({ id: 'StaffAccount', example: 'clerk1' })

/** The hall a ticket, an appointment or a waiting belongs to; the id carries it. */
export const hallOfTicket = (id: string): string => id.slice(0, id.indexOf('.'))

/** The hall and 100 bits: a hash of who booked with which key, so that a repetition names the same appointment. */
export const appointmentId = z.string().regex(/^[a-z][a-z0-9]{1,9}\.[0-9a-z]{20}$/).meta({ id: 'AppointmentId', example: 'tianhe.0h3k9q2m7x5v8b1n4c6d' })
export const waitingId = z.string().regex(/^[a-z][a-z0-9]{1,9}\.[0-9a-z]{20}$/).meta({ id: 'WaitingId', example: 'tianhe.0h3k9q2m7x5v8b1n4c6d' })
/** `self`, or one of those for whom the citizen may act. */
export const personId = z.string().regex(/^(self|p[0-9a-z]{24})$/).meta({ id: 'PersonId', example: 'self' })
/** A service day, Asia/Shanghai. */
export const day = z.string().regex(/^20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/).refine(isRealDay, 'is no day of the calendar').meta({ id: 'Day', example: '20260105' })
