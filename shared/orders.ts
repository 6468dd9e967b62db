import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { hallId, windowId } from './ids'
import { checkingSteps, handlingSteps, orderStates, orderSteps, type OrderStep } from './orderStates'
import { photoId } from './photos'
import { ratingId, ratingLevel, ratingTag } from './ratingFields'

export const orderState = z.enum(orderStates).meta({ id: 'OrderState' })
const step = z.enum(['open', 'escalate', ...Object.keys(orderSteps) as [OrderStep, ...OrderStep[]]]).meta({ id: 'OrderStep' })

export const orderSummary = z.object({
  ratingId, hallId, hallName: localText, windowId: windowId.nullable(), business: z.string().meta({ description: 'The item or line, in Chinese' }),
  level: ratingLevel, tags: z.array(ratingTag), state: orderState, openedAt: instant,
  dueAt: instant.nullable().meta({ description: 'When the next step is due; null when nothing is' }), overdue: z.boolean(),
  daysLeft: z.number().int().nullable().meta({ description: 'Working days to the day it is due, 0 on that day; below zero: late by so many' }),
  leader: localText.nullable().meta({ description: 'Who took it over because it was overdue (包案)' }),
}).meta({ id: 'OrderSummary' })
export type OrderSummary = z.output<typeof orderSummary>

export const orderDetail = orderSummary.extend({
  office: localText, text: z.string(), photos: z.array(photoId),
  rater: z.string().nullable().meta({ description: 'Masked; null for an anonymous rating, and always for the rated clerk' }),
  satisfied: z.boolean().nullable().meta({ description: 'What the revisit found' }),
  steps: z.array(z.object({ at: instant, step, by: z.string().meta({ description: 'A staff account, `citizen` or `system`' }), text: z.string() })),
  may: z.array(z.enum([...handlingSteps, ...checkingSteps])).meta({ description: 'What the caller may do now' }),
}).meta({ id: 'OrderDetail' })
export type OrderDetail = z.output<typeof orderDetail>

/** A work order as the citizen sees it, on their rating. */
export const orderProgress = z.object({
  state: orderState, office: localText.meta({ description: 'Who owns it' }), dueAt: instant.nullable(), overdue: z.boolean(), leader: localText.nullable(),
  steps: z.array(z.object({ at: instant, step, text: z.string() })), asks: z.boolean().meta({ description: 'It waits for the citizen’s word on whether it is put right' }),
}).meta({ id: 'OrderProgress' })
export type OrderProgress = z.output<typeof orderProgress>

const example = {
  ratingId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', hallId: 'tianhe', hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, windowId: '5', business: '居住证办理',
  level: 1, tags: ['115'], state: 'open', openedAt: 1767232800000, dueAt: 1767369599999, overdue: false, daysLeft: 1, leader: null,
} as const
const exampleDetail = {
  ...example, office: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, text: '等了很久', photos: [], rater: null, satisfied: null,
  steps: [{ at: 1767232800000, step: 'open', by: 'citizen', text: '' }], may: ['contact'],
} as const
const staff = ['clerk', 'supervisor'] as const
const params = z.strictObject({ ratingId })
const signedIn = ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL'] as const

export const listOrders = endpoint({
  method: 'GET', path: '/api/staff/orders', summary: 'Work orders of bad ratings, the next due first; a clerk sees those about themselves', caller: staff, status: 200,
  query: z.strictObject({
    hallId: hallId.optional(), ended: z.stringbool().default(false).meta({ description: 'Those that are over instead, latest first' }),
    cursor: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  errors: [...signedIn, 'HALL_NOT_FOUND'], output: z.object({ asOf: instant, orders: z.array(orderSummary), next: z.number().int().nullable() }),
  example: { query: { hallId: 'tianhe' }, output: { asOf: 1767232800000, orders: [example], next: null } },
})

export const readOrder = endpoint({
  method: 'GET', path: '/api/staff/orders/:ratingId', summary: 'One work order: what was said, each step, what may be done now', caller: staff, status: 200,
  params, errors: [...signedIn, 'ORDER_NOT_FOUND'], output: orderDetail, example: { params: { ratingId: example.ratingId }, output: exampleDetail },
})

const text = z.string().trim().min(1).max(500)
/** The text is for the citizen too, except an appeal's. */
export const orderAct = z.discriminatedUnion('step', [
  z.strictObject({ step: z.enum(['contact', 'rectify', 'reply', 'appeal', 'reopen', 'close', 'uphold', 'withdraw']), text }),
  z.strictObject({ step: z.literal('revisit'), text, satisfied: z.boolean() }),
])
export type OrderAct = z.output<typeof orderAct>

export const stepOrder = endpoint({
  method: 'POST', path: '/api/staff/orders/:ratingId/steps', summary: 'Take the next step: contact, rectify, reply and appeal by who owns it; revisit, reopen, close and the review of an appeal by somebody else',
  caller: staff, status: 200, idempotencyKey: true, params, body: orderAct,
  errors: [...signedIn, 'IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME', 'ORDER_NOT_FOUND', 'ILLEGAL_STEP', 'OWN_RATING', 'SAME_HANDS'], output: orderDetail,
  example: { params: { ratingId: example.ratingId }, body: { step: 'contact', text: '已致歉并了解情况' }, output: { ...exampleDetail, state: 'contacted', may: ['rectify', 'appeal'] } },
})

