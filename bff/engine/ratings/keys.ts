import { hallOfTicket } from '@shared/ids'

/** In the slot of its hall. */
export const ratingKey = (ticketId: string): string => `{hall:${hallOfTicket(ticketId)}}:r:${ticketId}`
