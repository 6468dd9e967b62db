import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { day, hallId, lineId, windowId } from './ids'
import { orderState } from './orders'
import { ratingId, ratingTag } from './ratingFields'

/** Whose figures: the city, a district, a hall, a window, a department by its credit code, an item by its code. */
export const scopeId = z.string().regex(/^(city|d\.4401\d{2}|h\.[a-z][a-z0-9]{1,9}|w\.[a-z][a-z0-9]{1,9}\.[0-9A-Za-z]{1,8}|o\.[0-9A-Z]{18}|i\.[0-9A-Z]{31})$/).meta({ id: 'Scope', example: 'd.440106' })

const share = z.number().min(0).max(1).nullable()
/** The indicators of the rating standard. A share is null where there is nothing to divide by. Ratings by default are in none of them. */
export const indicators = z.object({
  visits: z.number().int().meta({ description: 'Services finished, as far as our own queue tells' }), ratings: z.number().int(),
  levels: z.array(z.number().int()).length(5).meta({ description: 'Ratings by level, from 1 to 5' }),
  byDefault: z.number().int(), withdrawn: z.number().int().meta({ description: 'Left the figures by a review' }),
  ratingRate: share.meta({ description: '评价率, ratings and defaults by visits' }), activeRate: share.meta({ description: '主动评价率' }),
  goodRate: share.meta({ description: '好评率, levels 3 to 5' }), badRate: share.meta({ description: '差评率' }),
  goodBetween: z.tuple([z.number(), z.number()]).nullable().meta({ description: 'Wilson interval of the share of good ratings, 95 %' }),
  few: z.boolean().meta({ description: 'Too few ratings to be ranked by' }),
  rectifiedRate: share.meta({ description: '差评整改率' }), onTimeRate: share.meta({ description: '按期整改率' }), revisitRate: share.meta({ description: '回访满意率' }),
  waitMinutes: z.number().nullable().meta({ description: 'Mean wait of those who were called' }), overPromise: z.number().int().meta({ description: 'Called later than promised' }),
}).meta({ id: 'Indicators' })
export type Indicators = z.output<typeof indicators>

export const scoped = z.object({ scope: scopeId, name: localText, indicators }).meta({ id: 'ScopedIndicators' })
export type Scoped = z.output<typeof scoped>

export const overLine = z.object({ hallId, hallName: localText, lineId, lineName: localText, waiting: z.number().int(), longestMinutes: z.number().int(), since: instant }).meta({ id: 'OverLine' })
export type OverLine = z.output<typeof overLine>

const complaints = z.object({
  tags: z.array(z.object({ tag: ratingTag, count: z.number().int() })), words: z.array(z.object({ word: z.string(), count: z.number().int() })),
}).meta({ description: 'Of bad ratings of the last seven days, the most frequent first' })

export const overview = z.object({
  scope: scopeId, name: localText, day, asOf: instant, before: scoped.shape.indicators.meta({ description: 'A week earlier, the whole day' }), today: indicators,
  path: z.array(z.object({ scope: scopeId, name: localText })).meta({ description: 'From the city down to this one' }),
  parts: z.array(scoped).meta({ description: 'Districts of the city, halls of a district, windows of a hall' }), departments: z.array(scoped),
  curve: z.array(z.object({ hour: z.number().int().min(0).max(23), called: z.number().int(), waitMinutes: z.number().nullable(), overPromise: z.number().int() })),
  waits: z.object({
    waiting: z.number().int(), longestMinutes: z.number().int().nullable(), promisedMinutes: z.number().int(), silent: z.number().int().meta({ description: 'Open halls whose queue did not answer' }),
    over: z.array(overLine),
  }),
  orders: z.object({ states: z.record(orderState, z.number().int()), overdue: z.number().int(), dueSoon: z.number().int() }), complaints,
}).meta({ id: 'Overview' })
export type Overview = z.output<typeof overview>

const none = {
  visits: 40, ratings: 12, levels: [1, 0, 2, 3, 6], byDefault: 0, withdrawn: 0, ratingRate: 0.3, activeRate: 0.3, goodRate: 0.9166666666666666, badRate: 0.08333333333333333,
  goodBetween: [0.646, 0.985], few: true, rectifiedRate: 0, onTimeRate: null, revisitRate: null, waitMinutes: 14.5, overPromise: 2,
} as const satisfies z.input<typeof indicators>
const cityName = { zh: '全市', en: 'The city' } as const
const tianhe = { zh: '天河区', en: 'Tianhe' } as const
const hallName = { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' } as const
const leaders = ['supervisor', 'operator'] as const
const signedIn = ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL'] as const
const states = { open: 1, contacted: 0, rectified: 0, replied: 0, revisited: 0, appealed: 0, closed: 3, withdrawn: 0, dropped: 0 } as const

export const readOverview = endpoint({
  method: 'GET', path: '/api/staff/supervision', summary: 'Satisfaction, waits, work orders and complaints of a part of the city, now or on a past day', caller: leaders, status: 200,
  query: z.strictObject({ scope: scopeId.default('city'), day: day.optional() }), errors: [...signedIn, 'SCOPE_NOT_FOUND'], output: overview,
  example: {
    query: { scope: 'city' },
    output: {
      scope: 'city', name: cityName, day: '20260105', asOf: 1767600000000, today: none, before: none, path: [{ scope: 'city', name: cityName }],
      parts: [{ scope: 'd.440106', name: tianhe, indicators: none }], departments: [], curve: [{ hour: 9, called: 20, waitMinutes: 14.5, overPromise: 2 }],
      waits: { waiting: 12, longestMinutes: 31, promisedMinutes: 30, silent: 0, over: [{ hallId: 'tianhe', hallName, lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, waiting: 12, longestMinutes: 31, since: 1767599940000 }] },
      orders: { states, overdue: 0, dueSoon: 1 }, complaints: { tags: [{ tag: '115', count: 1 }], words: [{ word: '排队', count: 1 }] },
    },
  },
})

const scopeList = z.string().transform((text) => text.split(',')).pipe(z.array(scopeId).min(1).max(6))
export const compareScopes = endpoint({
  method: 'GET', path: '/api/staff/supervision/comparison', summary: 'Up to six parts of the city side by side over a period of at most 93 days', caller: leaders, status: 200,
  query: z.strictObject({ scopes: scopeList.meta({ description: 'With commas between', example: 'd.440106,d.440104' }), from: day, to: day }), errors: [...signedIn, 'SCOPE_NOT_FOUND', 'PERIOD_WRONG'],
  output: z.object({ from: day, to: day, series: z.array(z.object({ ...scoped.shape, days: z.array(z.object({ day, ratings: z.number().int(), bad: z.number().int(), visits: z.number().int() })) })) }),
  example: { query: { scopes: 'd.440106', from: '20260105', to: '20260105' }, output: { from: '20260105', to: '20260105', series: [{ scope: 'd.440106', name: tianhe, indicators: none, days: [{ day: '20260105', ratings: 12, bad: 1, visits: 40 }] }] } },
})

export const alertKinds = ['bad-ratings', 'long-wait', 'order-due', 'order-overdue'] as const
export const alert = z.object({
  alertId: z.string(), at: instant, kind: z.enum(alertKinds), hallId, hallName: localText, windowId: windowId.nullable(), lineId: lineId.nullable(), ratingId: ratingId.nullable(),
  amount: z.number().int().meta({ description: 'Bad ratings, or minutes' }),
}).meta({ id: 'Alert' })
export type Alert = z.output<typeof alert>

export const listAlerts = endpoint({
  method: 'GET', path: '/api/staff/supervision/alerts', summary: 'What needs a supervisor, of the last two days, latest first', caller: leaders, status: 200, errors: signedIn,
  output: z.object({ alerts: z.array(alert) }),
  example: { output: { alerts: [{ alertId: 'bad-ratings.20260105.tianhe.5', at: 1767600000000, kind: 'bad-ratings', hallId: 'tianhe', hallName, windowId: '5', lineId: null, ratingId: null, amount: 3 }] } },
})
