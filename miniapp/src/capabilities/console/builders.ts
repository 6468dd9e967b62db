import type { ItemView } from '@shared/catalogue'
import type { ConsoleView, StaffTicket } from '@shared/console'
import type { HallDetail } from '@shared/halls'

/** Builders for tests: a small hall with two lines and two windows, overridden where a test cares. */
export const MINUTE = 60_000
export const T0 = 1_767_229_200_000

export const aTicket = (more: Partial<StaffTicket> = {}): StaffTicket => ({
  ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', number: 'A028', state: 'waiting', class: 'ordinary', priority: null, lineId: 'A', itemId: 'residence-permit',
  windowId: null, takenAt: T0, calledAt: null, startedAt: null, calls: 0, ...more,
})

export const aHall = (more: Partial<HallDetail> = {}): HallDetail => ({
  hallId: 'tianhe', name: { zh: '演示大厅', en: 'Demo hall' }, level: 'district', district: '440106', address: { zh: '演示地址', en: 'Demo address' },
  place: { lat: 23.1, lng: 113.3 }, demo: true, hours: { open: true, opensAt: null, closesAt: null }, waiting: 3, distanceMetres: null,
  lines: [
    { lineId: 'A', name: { zh: '综合业务', en: 'General' }, itemIds: ['residence-permit'], priorities: ['elder', 'green-lane'], capacity: 300, bookable: true },
    { lineId: 'B', name: { zh: '社会保险', en: 'Social insurance' }, itemIds: [], priorities: [], capacity: 300, bookable: true },
  ],
  windows: [
    { windowId: '5', name: { zh: '5号窗口', en: 'Window 5' }, lineIds: ['B'] },
    { windowId: '6', name: { zh: '6号窗口', en: 'Window 6' }, lineIds: ['A', 'B'] },
  ],
  weeklyHours: [[], [], [], [], [], [], []], phone: null, priorityRule: { zh: '演示规则', en: 'Demo rule' }, callsBeforeMissed: 3, ...more,
})

export const someItems: readonly ItemView[] = [{
  itemId: 'residence-permit', lineId: 'A', name: { zh: '居住证办理', en: 'Residence permit' }, summary: { zh: '办理', en: 'Issue' }, minutes: 12, materials: [],
}]

export const aView = (more: Partial<ConsoleView> = {}): ConsoleView => ({
  hallId: 'tianhe', asOf: T0 + 20 * MINUTE, open: true, paused: false,
  lines: [
    { lineId: 'A', waiting: 2, issued: 30, paused: false, longestWaitMinutes: 20, next: [aTicket({ number: 'A031', class: 'priority', priority: 'elder' }), aTicket({ number: 'A029' })] },
    { lineId: 'B', waiting: 1, issued: 9, paused: false, longestWaitMinutes: null, next: [aTicket({ number: 'B009', lineId: 'B', itemId: null, state: 'returned' })] },
  ],
  windows: [
    { windowId: '5', state: 'open', account: 'clerk1', current: aTicket({ state: 'called', windowId: '5', calledAt: T0 + 17 * MINUTE, calls: 2 }) },
    { windowId: '6', state: 'open', account: 'clerk2', current: null },
  ],
  ...more,
})
