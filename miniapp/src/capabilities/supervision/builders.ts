import type { Bulletin } from '@shared/bulletins'
import type { OrderDetail, OrderSummary } from '@shared/orders'
import type { Alert, Indicators, Overview, Scoped } from '@shared/supervision'

/** Builders for tests: a small part of the city, overridden where a test cares. 2026-01-05 16:00 in Guangzhou. */
export const AT = 1_767_600_000_000
export const RATING = 'tianhe.0h3k9q2m7x5v8b1n4c6d'

export const indicators = (more: Partial<Indicators> = {}): Indicators => ({
  visits: 200, ratings: 100, levels: [2, 3, 5, 20, 70], byDefault: 0, withdrawn: 0, ratingRate: 0.5, activeRate: 0.5, goodRate: 0.95, badRate: 0.05, goodBetween: [0.888, 0.978],
  few: false, rectifiedRate: 0.8, onTimeRate: 0.75, revisitRate: 1, waitMinutes: 14.5, overPromise: 2, ...more,
})

export const scoped = (scope: string, zh: string, more: Partial<Indicators> = {}): Scoped => ({ scope, name: { zh, en: `EN ${zh}` }, indicators: indicators(more) })

export const cityName = { zh: '全市', en: 'The whole city' }
export const hallName = { zh: '天河大厅', en: 'Tianhe hall' }

export const overview = (more: Partial<Overview> = {}): Overview => ({
  scope: 'city', name: cityName, day: '20260105', asOf: AT, today: indicators(), before: indicators({ goodRate: 0.93, ratings: 90 }), path: [{ scope: 'city', name: cityName }],
  parts: [scoped('d.440106', '天河区', { goodRate: 0.97 }), scoped('d.440104', '越秀区', { goodRate: 0.9 }), scoped('d.440103', '荔湾区', { goodRate: 1, ratings: 3, few: true, goodBetween: [0.438, 1] })],
  departments: [scoped('o.11440100007482575H', '市人社局', { goodRate: 0.92 })],
  curve: [{ hour: 9, called: 20, waitMinutes: 14.5, overPromise: 0 }, { hour: 10, called: 35, waitMinutes: 33, overPromise: 2 }],
  waits: {
    waiting: 12, longestMinutes: 41, promisedMinutes: 30, silent: 1,
    over: [{ hallId: 'tianhe', hallName, lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, waiting: 12, longestMinutes: 41, since: AT - 11 * 60_000 }],
  },
  orders: { states: { open: 1, contacted: 2, rectified: 0, replied: 0, revisited: 0, appealed: 0, closed: 3, withdrawn: 0, dropped: 0 }, overdue: 1, dueSoon: 2 },
  complaints: { tags: [{ tag: '115', count: 4 }, { tag: '209', count: 1 }], words: [{ word: '排队', count: 6 }] }, ...more,
})

export const alert = (more: Partial<Alert> = {}): Alert => ({
  alertId: 'bad-ratings.20260105.tianhe.5', at: AT, kind: 'bad-ratings', hallId: 'tianhe', hallName, windowId: '5', lineId: null, ratingId: null, amount: 3, ...more,
})

export const summary = (more: Partial<OrderSummary> = {}): OrderSummary => ({
  ratingId: RATING, hallId: 'tianhe', hallName, windowId: '5', business: '居住证办理', level: 1, tags: ['115'], state: 'open', openedAt: AT, dueAt: AT + 24 * 3_600_000,
  overdue: false, daysLeft: 1, leader: null, ...more,
})

export const detail = (more: Partial<OrderDetail> = {}): OrderDetail => ({
  ...summary(), office: hallName, text: '等了很久', photos: [], rater: null, satisfied: null, steps: [{ at: AT, step: 'open', by: 'citizen', text: '' }], may: ['contact'], ...more,
})

export const bulletin = (more: Partial<Bulletin> = {}): Bulletin => ({
  bulletinId: 'daily-20260105', kind: 'daily', from: '20260105', to: '20260105', madeAt: AT, city: indicators(), before: indicators({ goodRate: 0.93 }), minimum: 30,
  ranking: [
    { ...scoped('h.tianhe', '天河大厅', { goodRate: 0.97 }), rank: 1 }, { ...scoped('h.yuexiu', '越秀大厅', { goodRate: 0.9 }), rank: 2 },
    { ...scoped('h.liwan', '荔湾大厅', { goodRate: 1, ratings: 3, few: true }), rank: null },
  ],
  districts: [scoped('d.440106', '天河区')], departments: [], movers: [{ scope: 'h.tianhe', name: hallName, before: 0.9, now: 0.97 }],
  overdue: [summary({ overdue: true, daysLeft: -2, leader: { zh: '演示领导', en: 'Demo leader' } })], tags: [{ tag: '115', count: 4 }], ...more,
})
