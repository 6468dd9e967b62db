import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { hallId, itemId, lineId, windowId } from './ids'

export const hallLevel = z.enum(['city', 'district', 'town', 'community']).meta({ id: 'HallLevel' })
export const priorityReason = z.enum(['elder', 'disabled', 'pregnant', 'military', 'green-lane']).meta({ id: 'PriorityReason' })
export type PriorityReason = z.output<typeof priorityReason>

/** WGS-84 degrees. */
export const place = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).meta({ id: 'Place' })
export type Place = z.output<typeof place>

/** Six digits, GB/T 2260; Guangzhou's eleven districts and the city itself. */
export const districtCode = z.string().regex(/^4401\d{2}$/).meta({ id: 'DistrictCode', example: '440106' })

export const lineView = z.object({
  lineId, name: localText, itemIds: z.array(itemId),
  priorities: z.array(priorityReason).meta({ description: 'Who may ask for priority in this line' }),
  capacity: z.number().int().meta({ description: 'Numbers a day' }),
  bookable: z.boolean().meta({ description: 'It takes appointments' }),
}).meta({ id: 'Line' })
export type LineView = z.output<typeof lineView>

export const windowView = z.object({ windowId, name: localText, lineIds: z.array(lineId) }).meta({ id: 'Window' })

export const waitRange = z.object({
  low: z.number().int().min(0), high: z.number().int().min(0),
  confidence: z.number().meta({ description: 'Share of waits that should fall inside the range' }),
  calls: z.number().int().meta({ description: 'Calls in the last hour the range was learned from' }),
}).meta({ id: 'WaitRange', description: 'Minutes' })
export type WaitRange = z.output<typeof waitRange>

export const hours = z.object({
  open: z.boolean(),
  opensAt: instant.nullable().meta({ description: 'When closed: the next opening within two weeks' }),
  closesAt: instant.nullable().meta({ description: 'When open: the end of this stretch of hours' }),
}).meta({ id: 'Hours' })

export const hallSummary = z.object({
  hallId, name: localText, level: hallLevel, district: districtCode, address: localText, place,
  demo: z.boolean().meta({ description: 'Invented for demonstration; the address is not a real one' }),
  hours, waiting: z.number().int().nullable().meta({ description: 'Null when its queue does not answer' }), distanceMetres: z.number().int().nullable(),
}).meta({ id: 'HallSummary' })
export type HallSummary = z.output<typeof hallSummary>

export const hallDetail = hallSummary.extend({
  lines: z.array(lineView), windows: z.array(windowView),
  weeklyHours: z.array(z.array(z.tuple([z.string(), z.string()]))).length(7)
    .meta({ description: 'By weekday from Sunday: stretches of opening, HH:mm in Asia/Shanghai' }),
  phone: z.string().nullable(),
  priorityRule: z.object({ zh: z.string().max(400), en: z.string().max(800) }).meta({ description: 'The published rule of who is called when' }),
  callsBeforeMissed: z.number().int().meta({ description: 'Calls before a number may be marked missed' }),
}).meta({ id: 'HallDetail' })
export type HallDetail = z.output<typeof hallDetail>

export const board = z.object({
  hallId, asOf: instant, open: z.boolean(), paused: z.boolean(),
  lines: z.array(z.object({
    lineId, waiting: z.number().int(), issued: z.number().int(), paused: z.boolean(), wait: waitRange.nullable()
      .meta({ description: 'For somebody who took a number now; null while too little is known' }),
  })),
  calling: z.array(z.object({
    number: z.string(), lineId, windowId, at: instant, calls: z.number().int(), state: z.enum(['called', 'serving']),
  })).meta({ description: 'Latest first' }),
}).meta({ id: 'Board' })
export type Board = z.output<typeof board>

const params = z.strictObject({ hallId })
const tianhe = {
  hallId: 'tianhe', name: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, level: 'district', district: '440106',
  address: { zh: '天河区软件路13号', en: '13 Ruanjian Road, Tianhe' }, place: { lat: 23.1246, lng: 113.3612 }, demo: true,
  hours: { open: true, opensAt: null, closesAt: 1767236400000 }, waiting: 12, distanceMetres: 850,
} as const

export const searchHalls = endpoint({
  method: 'POST', path: '/api/halls/search', summary: 'Find halls by name, district or distance (a place is sent in the body, never in a URL)',
  caller: 'anyone', status: 200, errors: [],
  body: z.strictObject({
    text: z.string().trim().max(40).optional(), district: districtCode.optional(), level: hallLevel.optional(), near: place.optional(),
    cursor: z.number().int().min(0).max(100_000).default(0), limit: z.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ halls: z.array(hallSummary), next: z.number().int().nullable() }),
  example: { body: { near: { lat: 23.12, lng: 113.36 }, limit: 5 }, output: { halls: [tianhe], next: null } },
})

export const readHall = endpoint({
  method: 'GET', path: '/api/halls/:hallId', summary: 'One hall: lines, windows, hours', caller: 'anyone', status: 200,
  params, errors: ['HALL_NOT_FOUND'], output: hallDetail,
  example: {
    params: { hallId: 'tianhe' },
    output: {
      ...tianhe, phone: null, weeklyHours: [[], [['09:00', '12:00'], ['13:00', '17:00']], [], [], [], [], []],
      lines: [{ lineId: 'A', name: { zh: '综合业务', en: 'General' }, itemIds: ['residence-permit'], priorities: ['elder'], capacity: 300, bookable: true }],
      windows: [{ windowId: '5', name: { zh: '5号窗口', en: 'Window 5' }, lineIds: ['A'] }],
      priorityRule: { zh: '每叫 3 个普通号，至多叫 2 个优先号和 2 个预约号', en: 'For every 3 ordinary numbers at most 2 priority and 2 appointments are called' },
      callsBeforeMissed: 3,
    },
  },
})

export const readBoard = endpoint({
  method: 'GET', path: '/api/halls/:hallId/board', summary: 'The hall’s board: who is called where, how long each line waits', caller: 'anyone', status: 200,
  params, errors: ['HALL_NOT_FOUND'], output: board,
  example: {
    params: { hallId: 'tianhe' },
    output: {
      hallId: 'tianhe', asOf: 1767229200000, open: true, paused: false,
      lines: [{ lineId: 'A', waiting: 12, issued: 40, paused: false, wait: { low: 15, high: 30, confidence: 0.8, calls: 24 } }],
      calling: [{ number: 'A028', lineId: 'A', windowId: '5', at: 1767229180000, calls: 1, state: 'called' }],
    },
  },
})
