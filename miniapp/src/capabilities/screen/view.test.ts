import type { Board, HallDetail } from '@shared/halls'
import { type Calling, callKey } from './announce'
import { boardView, isOver, isStale, opensNext, pageOf, serverTime, windowName } from './view'

const T = 1_767_229_200_000
const hall: HallDetail = {
  hallId: 'tianhe', name: { zh: '演示大厅', en: 'Demo hall' }, level: 'district', district: '440106', address: { zh: '演示地址', en: 'Demo address' },
  place: { lat: 23.1, lng: 113.3 }, demo: true, hours: { open: true, opensAt: null, closesAt: null }, waiting: 3, distanceMetres: null,
  lines: [{ lineId: 'A', name: { zh: '综合业务', en: 'General' }, itemIds: [], priorities: [], capacity: 300, bookable: true }],
  windows: [{ windowId: '5', name: { zh: '5号窗口', en: 'Window 5' }, lineIds: ['A'] }],
  weeklyHours: [[], [], [], [], [], [], []], phone: null, priorityRule: { zh: '演示规则', en: 'Demo rule' }, callsBeforeMissed: 3,
}
const call = (number: string, at: number, state: Calling['state'], windowId = '5'): Calling => ({ number, lineId: 'A', windowId, at, calls: 1, state })
const board = (calling: Calling[]): Board => ({
  hallId: 'tianhe', asOf: T, open: true, paused: false, calling, lines: [{ lineId: 'A', waiting: 4, issued: 9, paused: false, wait: null }],
})

test('the newest call is the headline; the others still called stand before those being served', () => {
  const view = boardView(board([call('A004', T - 1000, 'serving'), call('A003', T - 2000, 'called'), call('A002', T - 3000, 'serving'), call('A001', T - 4000, 'called')]), hall)
  expect(view.now?.number).toBe('A003')
  expect(view.rest.map((row) => row.number)).toEqual(['A001', 'A004', 'A002'])
})

test('while a call is said aloud it is the headline; once over, the newest is', () => {
  const [newer, older] = [call('A003', T - 2000, 'called'), call('A001', T - 4000, 'called')]
  const view = boardView(board([newer, older]), hall, callKey(older))
  expect([view.now?.number, view.rest.map((row) => row.number)]).toEqual(['A001', ['A003']])
  expect(boardView(board([newer, { ...older, state: 'serving' }]), hall, callKey(older)).now?.number).toBe('A003')
})

test('when everybody is being served nobody is the headline', () => {
  const view = boardView(board([call('A002', T, 'serving')]), hall)
  expect(view.now).toBeNull()
  expect(view.rest.map((row) => row.number)).toEqual(['A002'])
})

test('a window goes by its sign on the wall: what stands in brackets is left out', () => {
  const hall = { windows: [{ windowId: '1', name: { zh: '1号窗口（兼“办不成事”反映）', en: 'Window 1 (also complaints)' }, lineIds: ['A'] }] }
  expect(windowName(hall, '1')).toEqual({ zh: '1号窗口', en: 'Window 1' })
})

test('windows and lines carry the names of the hall; an unknown window still reads as one', () => {
  const view = boardView(board([call('A002', T, 'called', '9'), call('A001', T - 1, 'called')]), hall)
  expect(view.now?.window.zh).toBe('9号窗口')
  expect(view.rest[0]?.window.en).toBe('Window 5')
  expect(view.lines[0]?.name.en).toBe('General')
})

test('long lists turn page by page and begin anew', () => {
  expect([0, 1, 2, 3].map((turn) => pageOf([1, 2, 3, 4, 5], 2, turn))).toEqual([[1, 2], [3, 4], [5], [1, 2]])
  expect([0, 1].map((turn) => pageOf([1, 2, 3, 4, 5, 6, 7], 6, turn))).toEqual([[1, 2, 3, 4], [5, 6, 7]])
  expect(pageOf([], 2, 5)).toEqual([])
})

test('the clock is the server’s and does not run backwards', () => {
  expect(serverTime(T, 100, 1600)).toBe(T + 1500)
  expect(serverTime(T, 100, 0)).toBe(T)
})

test('a board not heard for more than a few polls is stale', () => {
  expect([isStale(0, 8000), isStale(0, 8001)]).toEqual([false, true])
})

test('a closed hall says when it opens next: the hour, with its date unless it is today', () => {
  const nine = Date.UTC(2026, 0, 5, 1)
  expect(opensNext(nine + 4 * 3_600_000, nine)).toBe('13:00')
  expect(opensNext(nine + 24 * 3_600_000, nine)).toBe('01-06 09:00')
  expect(opensNext(null, nine)).toBeNull()
  expect(opensNext(nine - 1, nine)).toBeNull()
})

test('the day is over once the hall is closed and nobody is left to be called, not during a break', () => {
  const closed = { ...board([]), open: false }
  const empty = closed.lines.map((line) => ({ ...line, waiting: 0 }))
  expect(isOver({ ...closed, lines: empty })).toBe(true)
  expect(isOver({ ...closed, lines: empty, open: true })).toBe(false)
  expect(isOver({ ...closed, lines: empty.map((line) => ({ ...line, waiting: 2 })) })).toBe(false)
  expect(isOver({ ...board([call('A001', T, 'called')]), open: false, lines: empty })).toBe(false)
})
