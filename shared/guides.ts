import { z } from 'zod'
import { isImplementationCode } from './caseNumbers'
import { endpoint, instant, localText } from './endpoint'
import { districtCode, hallLevel } from './halls'
import { day, hallId, itemId, lineId } from './ids'

export const implementationCode = z.string().refine(isImplementationCode, 'is no implementation code: its form or its check character is wrong')
  .meta({ id: 'ImplementationCode', description: '实施编码, 31 characters (GB/T 39554.1)', example: '11440100007482575H3440118009000' })

const replacement = z.object({ itemId, name: localText }).meta({ id: 'Replacement' })

export const withdrawal = z.object({
  since: day, reason: z.string().meta({ description: 'As the catalogue says it, in Chinese; may be empty' }),
  replacedBy: z.array(replacement).meta({ description: 'What to ask for instead; empty when nothing took its place' }),
}).meta({ id: 'Withdrawal' })
export type Withdrawal = z.output<typeof withdrawal>

export const guideMaterial = z.object({
  name: localText, note: localText.optional(),
  heldByCity: z.boolean().meta({ description: 'The city holds it already: it need not be brought' }),
  heldBy: z.string().nullable().meta({ description: 'Which office holds it; null when nobody does or it is not known' }),
  form: z.enum(['original', 'copy', 'original-and-copy', 'electronic']).nullable().meta({ description: 'Null when the catalogue was never reached' }),
  copies: z.number().int().nullable().meta({ description: 'How many copies are kept; 0: it is only shown' }),
}).meta({ id: 'GuideMaterial' })
export type GuideMaterial = z.output<typeof guideMaterial>

export const guideHall = z.object({
  hallId, name: localText, level: hallLevel, district: districtCode, address: localText, lineId, lineName: localText,
  bookable: z.boolean().meta({ description: 'The line takes appointments' }),
}).meta({ id: 'GuideHall' })
export type GuideHall = z.output<typeof guideHall>

const limit = z.object({ days: z.number().int(), unit: z.enum(['working', 'calendar']) }).meta({ id: 'TimeLimit' })

export const itemChange = z.object({
  version: z.number().int(), change: z.enum(['added', 'changed', 'handed-down', 'withdrawn']), on: day, note: z.string(),
}).meta({ id: 'ItemChange', description: 'One version of the item in the city’s catalogue; 新增, 变更, 下放, 取消' })
export type ItemChange = z.output<typeof itemChange>

/** What only the catalogue knows is null, or an empty list, while the catalogue was never reached: then `version` is null too. */
export const itemGuide = z.object({
  itemId, name: localText, summary: localText,
  code: implementationCode.nullable(), level: hallLevel.nullable().meta({ description: 'Who exercises it: 市, 区, 镇街, 村居' }),
  department: z.string().nullable(), audience: z.enum(['person', 'enterprise', 'both']).nullable().meta({ description: 'Who may apply' }),
  withdrawn: withdrawal.nullable(),
  conditions: z.array(localText).meta({ description: 'Can I: what an applicant must meet' }),
  materials: z.array(guideMaterial),
  where: z.object({
    halls: z.array(guideHall).meta({ description: 'The nearest to the top of the city’s levels, 30 at most' }), hallCount: z.number().int(),
    place: localText.nullable().meta({ description: 'As the catalogue says it' }),
  }),
  time: z.object({
    onTheSpot: z.boolean().nullable().meta({ description: '即办件: done while you wait' }),
    promised: limit.nullable(), lawful: limit.nullable(), minutes: z.number().int().nullable().meta({ description: 'Usual minutes at the window' }),
  }),
  fee: z.object({ free: z.boolean(), text: localText.nullable() }).nullable(),
  online: z.object({ possible: z.boolean(), visits: z.number().int().meta({ description: 'How often one must come all the same' }) }).nullable(),
  history: z.array(itemChange).meta({ description: 'Newest first' }),
  version: z.number().int().nullable().meta({ description: 'Of the city’s catalogue, in which this was read' }),
  asOf: instant.nullable().meta({ description: 'When the catalogue last confirmed it; null when it was never reached and the guide is our own' }),
}).meta({ id: 'ItemGuide', description: 'Can I, what to bring, where, how long, how much' })
export type ItemGuide = z.output<typeof itemGuide>

const exampleGuide: ItemGuide = {
  itemId: 'residence-permit', name: { zh: '居住证办理', en: 'Residence permit' }, summary: { zh: '首次申领居住证', en: 'First issue of a residence permit' },
  code: '11990000DEPT00005Y3442009001000', level: 'city', department: '公安局', audience: 'person', withdrawn: null,
  conditions: [{ zh: '在本市居住半年以上', en: 'Have lived in the city for more than half a year' }],
  materials: [{ name: { zh: '居住登记信息', en: 'Residence registration' }, heldByCity: true, heldBy: '公安局', form: 'electronic', copies: 0 }],
  where: {
    halls: [{
      hallId: 'tianhe', name: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, level: 'district', district: '440106',
      address: { zh: '天河区软件路13号', en: '13 Ruanjian Road, Tianhe' }, lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, bookable: true,
    }],
    hallCount: 1, place: { zh: '各级政务服务中心综合窗口', en: 'General windows of service centres' },
  },
  time: { onTheSpot: false, promised: { days: 10, unit: 'working' }, lawful: { days: 15, unit: 'working' }, minutes: 12 },
  fee: { free: true, text: null }, online: { possible: true, visits: 1 },
  history: [{ version: 1, change: 'added', on: '20250102', note: '目录首次发布' }], version: 12, asOf: 1767229200000,
}

export const readGuide = endpoint({
  method: 'GET', path: '/api/items/:itemId/guide', summary: 'The guide of an item: can I, what to bring, where, how long, how much', caller: 'anyone', status: 200,
  params: z.strictObject({ itemId }), errors: ['ITEM_NOT_FOUND'], output: itemGuide, example: { params: { itemId: 'residence-permit' }, output: exampleGuide },
})

export const foundItem = z.object({
  itemId, name: localText, summary: localText, level: hallLevel.nullable(), withdrawn: withdrawal.nullable(),
  matched: z.string().nullable().meta({ description: 'The everyday word that led to it, when its name does not say why it was found' }),
}).meta({ id: 'FoundItem' })
export type FoundItem = z.output<typeof foundItem>

/** Longer than anybody asks, short enough to be answered at once. */
export const MOST_QUERY = 60

export const searchItems = endpoint({
  method: 'GET', path: '/api/items/search', summary: 'Items by everyday words, pinyin, initials or English; small slips are forgiven', caller: 'anyone', status: 200,
  query: z.strictObject({ q: z.string().trim().min(1).max(MOST_QUERY), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  errors: [], output: z.object({ items: z.array(foundItem).meta({ description: 'Best first' }) }),
  example: {
    query: { q: '搬家', limit: 20 },
    output: { items: [{
      itemId: 'household-move-in', name: { zh: '户口迁入', en: 'Household move-in' }, summary: { zh: '投靠、人才引进等迁入本市户口', en: 'Move the household registration here: family, talent and others' },
      level: 'city', withdrawn: null, matched: '搬家',
    }] },
  },
})
