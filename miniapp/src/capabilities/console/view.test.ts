import { aHall, aTicket, aView, MINUTE, someItems, T0 } from './builders'
import { currentNumber, linesBeside, standingOf, transferTargets, withTicket } from './view'

const clerk1 = { account: 'clerk1', role: 'clerk' } as const

test('the current number says what it is for, how long it waited and how many calls are left', () => {
  const ticket = aTicket({ state: 'called', calledAt: T0 + 17 * MINUTE, calls: 2 })
  expect(currentNumber(ticket, aHall(), someItems, T0 + 20 * MINUTE)).toMatchObject({
    number: 'A028', item: { en: 'Residence permit' }, line: { en: 'General' }, waitedMinutes: 17, calls: 2, callsLeft: 1, since: T0 + 17 * MINUTE,
  })
  expect(currentNumber(null, aHall(), someItems, T0)).toBeNull()
})

test('once service starts, the time runs from its start', () => {
  const ticket = aTicket({ state: 'serving', calledAt: T0, startedAt: T0 + 2 * MINUTE, calls: 1 })
  expect(currentNumber(ticket, aHall(), someItems, T0)?.since).toBe(T0 + 2 * MINUTE)
})

test('the lines of this window come first, and the next numbers keep the server’s calling order', () => {
  const lines = linesBeside(aView(), aHall(), someItems, '5')
  expect(lines.map((line) => [line.lineId, line.ours])).toEqual([['B', true], ['A', false]])
  expect(lines[1]?.next.map((next) => next.number)).toEqual(['A031', 'A029'])
  expect(lines[0]?.next[0]).toMatchObject({ returned: true, item: null, waitedMinutes: 20 })
})

test('at most ten next numbers are listed', () => {
  const next = Array.from({ length: 14 }, (_, i) => aTicket({ number: `A${100 + i}` }))
  const view = aView({ lines: [{ lineId: 'A', waiting: 14, issued: 14, paused: false, longestWaitMinutes: 3, next }] })
  expect(linesBeside(view, aHall(), someItems, '6')[0]?.next).toHaveLength(10)
})

test('a window counts the people of its own lines only, and knows whose it is', () => {
  expect(standingOf(aView(), aHall(), '5', clerk1, false)).toMatchObject({ waiting: 1, mine: true, ticket: { state: 'called', calls: 2 } })
  expect(standingOf(aView(), aHall(), '6', clerk1, false)).toMatchObject({ waiting: 3, mine: false, ticket: null })
  expect(standingOf(aView(), aHall(), '99', clerk1, false)).toBeNull()
})

test('a closed window may be opened by whoever stands at it', () => {
  const view = aView({ windows: [{ windowId: '5', state: 'closed', account: null, current: null }] })
  expect(standingOf(view, aHall(), '5', { ...clerk1, account: 'clerk9' }, false)?.mine).toBe(true)
})

test('a number is never transferred to the line it stands in', () => {
  expect(transferTargets(aHall(), 'A').map((line) => line.lineId)).toEqual(['B'])
})

test('an act shows at once: the called number stands at the window, a finished one has left it', () => {
  const current = (ticket: ReturnType<typeof aTicket>, windowId: string) => withTicket(aView(), windowId, ticket).windows.find((one) => one.windowId === windowId)?.current
  expect(current(aTicket({ number: 'A031', state: 'called', windowId: '6', calls: 1 }), '6')?.number).toBe('A031')
  expect(current(aTicket({ state: 'finished', windowId: '5' }), '5')).toBeNull()
  expect(current(aTicket({ state: 'transferred', windowId: null, lineId: 'B' }), '5')).toBeNull()
})
