import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { day } from './ids'
import { orderSummary } from './orders'
import { ratingTag } from './ratingFields'
import { indicators, scoped, scopeId } from './supervision'

export const bulletinKind = z.enum(['daily', 'weekly', 'monthly']).meta({ id: 'BulletinKind' })
/** The kind and the first day of the period. */
export const bulletinId = z.string().regex(/^(daily|weekly|monthly)-20\d{6}$/).meta({ id: 'BulletinId', example: 'daily-20260105' })

const heading = { bulletinId, kind: bulletinKind, from: day, to: day, madeAt: instant } as const
export const bulletin = z.object({
  ...heading, city: indicators, before: indicators.meta({ description: 'The period before' }),
  minimum: z.number().int().meta({ description: 'Ratings a hall needs to be ranked' }),
  ranking: z.array(z.object({ ...scoped.shape, rank: z.number().int().nullable().meta({ description: 'Null for too few ratings' }) })),
  districts: z.array(scoped), departments: z.array(scoped),
  movers: z.array(z.object({ scope: scopeId, name: localText, before: z.number(), now: z.number() })).meta({ description: 'Whose share of good ratings moved most, of those with enough ratings in both periods' }),
  overdue: z.array(orderSummary), tags: z.array(z.object({ tag: ratingTag, count: z.number().int() })),
}).meta({ id: 'Bulletin' })
export type Bulletin = z.output<typeof bulletin>

const none = {
  visits: 40, ratings: 12, levels: [1, 0, 2, 3, 6], byDefault: 0, withdrawn: 0, ratingRate: 0.3, activeRate: 0.3, goodRate: 0.9, badRate: 0.1,
  goodBetween: [0.646, 0.985], few: true, rectifiedRate: 0, onTimeRate: null, revisitRate: null, waitMinutes: 14.5, overPromise: 2,
} as const satisfies z.input<typeof indicators>
const head = { bulletinId: 'daily-20260105', kind: 'daily', from: '20260105', to: '20260105', madeAt: 1767657600000 } as const
const leaders = ['supervisor', 'operator'] as const
const signedIn = ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL'] as const
const params = z.strictObject({ bulletinId })

export const listBulletins = endpoint({
  method: 'GET', path: '/api/staff/bulletins', summary: 'The bulletins there are, latest first', caller: leaders, status: 200,
  query: z.strictObject({ kind: bulletinKind.optional() }), errors: signedIn, output: z.object({ bulletins: z.array(z.object(heading)) }),
  example: { query: { kind: 'daily' }, output: { bulletins: [head] } },
})

export const readBulletin = endpoint({
  method: 'GET', path: '/api/staff/bulletins/:bulletinId', summary: 'One bulletin, as it was made', caller: leaders, status: 200, params, errors: [...signedIn, 'BULLETIN_NOT_FOUND'], output: bulletin,
  example: { params: { bulletinId: head.bulletinId }, output: { ...head, city: none, before: none, minimum: 30, ranking: [{ scope: 'h.tianhe', name: { zh: '天河区政务服务中心', en: 'Tianhe' }, indicators: none, rank: null }], districts: [], departments: [], movers: [], overdue: [], tags: [] } },
})

export const exportBulletin = endpoint({
  method: 'GET', path: '/api/staff/bulletins/:bulletinId/workbook', summary: 'A bulletin as an .xlsx workbook', caller: leaders, status: 200, params, errors: [...signedIn, 'BULLETIN_NOT_FOUND'],
  output: z.object({ fileName: z.string(), base64: z.string() }), example: { params: { bulletinId: head.bulletinId }, output: { fileName: 'daily-20260105.xlsx', base64: 'UEsDBA==' } },
})
