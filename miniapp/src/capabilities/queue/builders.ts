import type { ItemView } from '@shared/catalogue'
import type { Board, HallDetail } from '@shared/halls'
import type { Ticket } from '@shared/queue'
import type { Heard } from './heard'

/** 2026-01-01 10:00 in the halls' zone. */
export const TEN = 1_767_232_800_000
export const minute = 60_000

export const aTicket = (change: Partial<Ticket> = {}): Ticket => ({
  ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', number: 'A040', state: 'waiting', class: 'ordinary', priority: null,
  hallId: 'tianhe', hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' },
  lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, itemId: null, windowId: null, windowName: null,
  takenAt: TEN - 10 * minute, calledAt: null, calls: 0, endedAt: null, returnBefore: null, defersLeft: 2, rated: false, ahead: 12,
  wait: { low: 15, high: 30, confidence: 0.8, calls: 24 }, moved: [], seen: 7, paused: false, asOf: TEN, nextPollSeconds: 20, ...change,
})

/** Called to window 5. */
export const aCall = (change: Partial<Ticket> = {}): Ticket => aTicket({
  state: 'called', windowId: '5', windowName: { zh: '5号窗口', en: 'Window 5' }, calledAt: TEN - 2000, calls: 1, ahead: null, wait: null, nextPollSeconds: 3, ...change,
})

export const heardAt = (ticket: Ticket, at = TEN, change: Partial<Heard> = {}): Heard => ({ ticket, heardAt: at, from: 'server', notes: [], ...change })

export const aHall = (change: Partial<HallDetail> = {}): HallDetail => ({
  hallId: 'tianhe', name: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, level: 'district', district: '440106',
  address: { zh: '天河区软件路13号', en: '13 Ruanjian Road, Tianhe' }, place: { lat: 23.1246, lng: 113.3612 }, demo: true,
  hours: { open: true, opensAt: null, closesAt: TEN + 120 * minute }, waiting: 14, distanceMetres: null,
  lines: [
    { lineId: 'A', name: { zh: '综合业务', en: 'General' }, itemIds: ['residence-permit', 'provident-fund'], priorities: ['elder', 'disabled', 'green-lane'], capacity: 300, bookable: true },
    { lineId: 'B', name: { zh: '不动产登记', en: 'Property' }, itemIds: ['property'], priorities: [], capacity: 60, bookable: true },
  ],
  windows: [{ windowId: '5', name: { zh: '5号窗口', en: 'Window 5' }, lineIds: ['A'] }],
  weeklyHours: [[], [], [], [], [], [], []], phone: null, priorityRule: { zh: '规则', en: 'Rule' }, callsBeforeMissed: 3, ...change,
})

export const aBoard = (change: Partial<Board> = {}): Board => ({
  hallId: 'tianhe', asOf: TEN, open: true, paused: false, calling: [],
  lines: [
    { lineId: 'A', waiting: 12, issued: 40, paused: false, wait: { low: 15, high: 30, confidence: 0.8, calls: 24 } },
    { lineId: 'B', waiting: 0, issued: 3, paused: false, wait: null },
  ], ...change,
})

export const anItem = (change: Partial<ItemView> = {}): ItemView => ({
  itemId: 'residence-permit', lineId: 'A', name: { zh: '居住证办理', en: 'Residence permit' },
  summary: { zh: '首次申领或签注居住证', en: 'First issue or renewal of a residence permit' }, minutes: 12,
  materials: [
    { name: { zh: '居民身份证', en: 'Identity card' }, heldByCity: false },
    { name: { zh: '社保缴费证明', en: 'Proof of social insurance' }, heldByCity: true },
  ], ...change,
})
