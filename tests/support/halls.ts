import { hallSchema, type Hall, type HallFile } from '../../bff/capabilities/halls/config'

/** Open around the clock, every day. */
export const alwaysOpen = (): [string, string][][] => Array.from({ length: 7 }, (): [string, string][] => [['00:00', '24:00']])

/** A small hall as its file would say it: lines A and B, windows 1 (A), 2 (A and B) and 3 (B), open at any hour. */
export const hallFile = (changes: Partial<HallFile> = {}): HallFile => ({
  hallId: 'test', name: { zh: '测试大厅', en: 'Test Hall' }, level: 'district', district: '440106',
  address: { zh: '演示数据', en: 'Demo data' }, place: { lat: 23.13, lng: 113.36 }, demo: true, weeklyHours: alwaysOpen(), calendar: 'none',
  lines: [
    { lineId: 'A', name: { zh: '综合业务', en: 'General' }, itemIds: ['residence-permit', 'unresolved-matter'], capacity: 10_000 },
    { lineId: 'B', name: { zh: '社保医保', en: 'Social and medical insurance' }, itemIds: ['social-insurance-enrolment'], capacity: 10_000 },
  ],
  windows: [{ windowId: '1', lineIds: ['A'] }, { windowId: '2', lineIds: ['A', 'B'] }, { windowId: '3', lineIds: ['B'] }],
  ...changes,
})

/** The same as the loader would give it, defaults filled in. */
export const aHall = (changes: Partial<HallFile> = {}): Hall => hallSchema.parse(hallFile(changes))
