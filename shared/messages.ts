import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { ticketId } from './ids'
import { DAILY_CAP, MOST_AHEAD, MOST_DAILY, messageKinds, NEAR_AHEAD } from './messageKinds'

const signedIn = ['UNAUTHENTICATED'] as const
export const messageKind = z.enum(messageKinds).meta({ id: 'MessageKind' })
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).meta({ description: 'Asia/Shanghai' })
const messageId = z.string().regex(/^m[0-9a-z]{24}$/).meta({ id: 'MessageId', example: 'm0h3k9q2m7x5v8b1n4c6d0z9y' })

export const messageSettings = z.strictObject({
  off: z.array(messageKind).max(messageKinds.length).meta({ description: 'Kinds not wanted, not even in the inbox; a call cannot be turned off there' }),
  ahead: z.number().int().min(1).max(MOST_AHEAD).meta({ description: 'How many are still ahead when a turn counts as near' }),
  quiet: z.strictObject({ from: timeOfDay, until: timeOfDay }).nullable().meta({ description: 'Hours without messages, calls excepted; may span midnight' }),
  cap: z.number().int().min(1).max(MOST_DAILY).meta({ description: 'How many a day at most, calls not counted' }),
}).meta({ id: 'MessageSettings' })
export type MessageSettings = z.output<typeof messageSettings>
const settingsExample = { off: ['case'], ahead: NEAR_AHEAD, quiet: { from: '22:00', until: '07:00' }, cap: DAILY_CAP } satisfies MessageSettings

export const readMessageSettings = endpoint({
  method: 'GET', path: '/api/message-settings', summary: 'Which messages I want, and when', caller: 'citizen', status: 200, errors: signedIn,
  output: messageSettings, example: { output: settingsExample },
})

export const changeMessageSettings = endpoint({
  method: 'PUT', path: '/api/message-settings', summary: 'Choose which messages I want, and when', caller: 'citizen', status: 200, errors: signedIn,
  body: messageSettings, output: messageSettings, example: { body: settingsExample, output: settingsExample },
})

export const message = z.object({
  messageId, kind: messageKind, title: localText, text: localText,
  page: z.string().nullable().meta({ description: 'Where it leads: a page of the phone, `ticket?id=…`; null when nowhere' }),
  at: instant, read: z.boolean(),
}).meta({ id: 'Message' })
export type Message = z.output<typeof message>
const messageExample = {
  messageId: 'm0h3k9q2m7x5v8b1n4c6d0z9y', kind: 'called', title: { zh: '请到 5 号窗口', en: 'Please go to window 5' },
  text: { zh: 'A001 号，请到 5 号窗口。', en: 'Number A001, please go to window 5.' }, page: 'ticket?id=tianhe.0h3k9q2m7x5v8b1n4c6d', at: 1767229200000, read: false,
} satisfies Message

export const listMessages = endpoint({
  method: 'GET', path: '/api/messages', summary: 'My inbox, newest first', caller: 'citizen', status: 200, errors: signedIn,
  query: z.strictObject({ before: z.coerce.number().int().min(0).max(8_640_000_000_000_000).optional().meta({ description: 'Only older than this' }) }),
  output: z.object({ messages: z.array(message), unread: z.number().int().min(0), more: z.boolean() }), example: { query: {}, output: { messages: [messageExample], unread: 1, more: false } },
})

export const readMessages = endpoint({
  method: 'POST', path: '/api/messages/read', summary: 'Mark as read what came until an instant', caller: 'citizen', status: 200, errors: signedIn,
  body: z.strictObject({ until: instant }), output: z.object({ unread: z.number().int().min(0) }), example: { body: { until: 1767229200000 }, output: { unread: 0 } },
})

/** A template of the platform that a citizen may allow. */
export const permit = z.object({
  templateId: z.string().min(1).max(64), kinds: z.array(messageKind),
  left: z.number().int().min(0).meta({ description: 'How many messages are still allowed by it' }), lasting: z.boolean().meta({ description: 'Allowed once and for all' }),
  refused: z.boolean().meta({ description: 'Refused for good: only the platform’s own settings can allow it again' }),
}).meta({ id: 'MessagePermit' })
export type MessagePermit = z.output<typeof permit>
const permitExample = { templateId: 'demo-template-called', kinds: ['called'], left: 1, lasting: false, refused: false } satisfies MessagePermit

export const listPermits = endpoint({
  method: 'GET', path: '/api/message-permits', summary: 'Which messages the platform I came by would carry, and how many I allowed; none on the web', caller: 'citizen', status: 200, errors: signedIn,
  output: z.object({ permits: z.array(permit) }), example: { output: { permits: [permitExample] } },
})

export const tellPermits = endpoint({
  method: 'POST', path: '/api/message-permits', summary: 'What the citizen answered when the platform asked', caller: 'citizen', status: 200, errors: [...signedIn, 'IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME'], idempotencyKey: true,
  body: z.strictObject({
    answers: z.array(z.strictObject({
      templateId: z.string().min(1).max(64),
      answer: z.enum(['accept', 'always', 'reject', 'ban']).meta({ description: 'For one message, for all, not now, or never' }),
    })).min(1).max(10),
  }),
  output: z.object({ permits: z.array(permit) }),
  example: { body: { answers: [{ templateId: 'demo-template-called', answer: 'accept' }] }, output: { permits: [permitExample] } },
})

const place = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
export const departure = z.object({
  leaveAt: instant.nullable().meta({ description: 'When to set out; null when nobody can tell how long the wait is' }), now: z.boolean(),
  travelMinutes: z.number().int().min(0), source: z.enum(['distance', 'map']).meta({ description: 'How the travel time was found' }),
  reminds: z.boolean().meta({ description: 'A message will come when it is time' }), asOf: instant,
}).meta({ id: 'Departure' })
export type Departure = z.output<typeof departure>

export const planDeparture = endpoint({
  method: 'POST', path: '/api/tickets/:ticketId/departure', summary: 'When to set out so as not to miss the call; the place is used once and not kept', caller: 'citizen', status: 200,
  params: z.strictObject({ ticketId }),
  body: z.strictObject({ from: place, by: z.enum(['foot', 'bicycle', 'transit', 'car']), remind: z.boolean().default(true) }),
  errors: ['UNAUTHENTICATED', 'TICKET_NOT_FOUND', 'NOT_WAITING'], output: departure,
  example: {
    params: { ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d' }, body: { from: { lat: 23.13, lng: 113.36 }, by: 'transit', remind: true },
    output: { leaveAt: 1767230400000, now: false, travelMinutes: 20, source: 'distance', reminds: true, asOf: 1767229200000 },
  },
})

const parkedId = z.string().regex(/^[\w.-]{8,128}$/)
/** A message no way was found for. Whom it is for is not told. */
export const parkedMessage = z.object({
  parkedId, kind: messageKind, way: z.enum(['wechat', 'alipay', 'sms']), problem: z.string(), tries: z.number().int(), parkedAt: instant,
  validUntil: instant.meta({ description: 'Afterwards it would come too late: a replay drops it' }),
}).meta({ id: 'ParkedMessage' })
const parkedExample = { parkedId: 'called-tianhe-1767229200000-0', kind: 'called', way: 'wechat', problem: 'breaker open', tries: 5, parkedAt: 1767229200000, validUntil: 1767229500000 } as const

export const listParked = endpoint({
  method: 'GET', path: '/api/parked-messages', summary: 'Messages that could not be sent', caller: ['operator'], status: 200, errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL'],
  output: z.object({ parked: z.array(parkedMessage), total: z.number().int() }), example: { output: { parked: [parkedExample], total: 1 } },
})

export const replayParked = endpoint({
  method: 'POST', path: '/api/parked-messages/:parkedId/replay', summary: 'Try a parked message again', caller: ['operator'], status: 200,
  params: z.strictObject({ parkedId }), errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL', 'PARKED_NOT_FOUND'], output: z.object({ replayed: z.literal(true) }),
  example: { params: { parkedId: parkedExample.parkedId }, output: { replayed: true } },
})
