import { endpoints } from '@shared/endpoints'
import type { Ticket } from '@shared/queue'

export const aTicket = (over: Partial<Ticket> = {}): Ticket => ({ ...endpoints.readTicket.example.output, moved: [], ...over })
