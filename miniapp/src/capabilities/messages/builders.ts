import { endpoints } from '@shared/endpoints'
import type { Departure, Message, MessagePermit, MessageSettings } from '@shared/messages'

/** 2026-01-05, a Monday, 10:00 in the halls' zone. */
export const TEN = 1_767_578_400_000
export const minute = 60_000
export const day = 1440 * minute

export const aMessage = (n = 1, change: Partial<Message> = {}): Message => ({
  ...(endpoints.listMessages.example.output.messages[0] as Message), messageId: `m${String(n).padStart(24, '0')}`, at: TEN - n * minute, read: true, ...change,
})
export const someSettings = (change: Partial<MessageSettings> = {}): MessageSettings => ({ off: [], ahead: 3, quiet: null, cap: 10, ...change })
export const aPermit = (change: Partial<MessagePermit> = {}): MessagePermit => ({ templateId: 'called', kinds: ['called'], left: 0, lasting: false, refused: false, ...change })
export const aDeparture = (change: Partial<Departure> = {}): Departure => ({ ...endpoints.planDeparture.example.output, leaveAt: TEN + 20 * minute, asOf: TEN, ...change })
