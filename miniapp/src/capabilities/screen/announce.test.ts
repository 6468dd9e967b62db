import { type Calling, newCalls, nothingHeard } from './announce'

const T = 1_767_229_200_000
const call = (number: string, at: number, more: Partial<Calling> = {}): Calling => ({ number, lineId: 'A', windowId: '5', at, calls: 1, state: 'called', ...more })
const spoken = (result: ReturnType<typeof newCalls>): string[] => result.calls.map((calling) => calling.number)

test('each call is spoken once, a recall again', () => {
  const first = newCalls(nothingHeard, { asOf: T, calling: [call('A001', T)] })
  expect(spoken(first)).toEqual(['A001'])
  const second = newCalls(first.heard, { asOf: T + 2000, calling: [call('A001', T)] })
  expect(spoken(second)).toEqual([])
  expect(spoken(newCalls(second.heard, { asOf: T + 4000, calling: [call('A001', T, { calls: 2 })] }))).toEqual(['A001'])
})

test('calls of one board are spoken in the order they were made', () => {
  const before = newCalls(nothingHeard, { asOf: T, calling: [] })
  const calling = [call('A003', T + 1900), call('B001', T + 1500), call('A002', T + 900)]
  expect(spoken(newCalls(before.heard, { asOf: T + 2000, calling }))).toEqual(['A002', 'B001', 'A003'])
})

test('a screen that just started, or was cut off, stays silent about what is long past', () => {
  expect(spoken(newCalls(nothingHeard, { asOf: T, calling: [call('A002', T - 3000), call('A001', T - 90_000)] }))).toEqual(['A002'])
  const before = newCalls(nothingHeard, { asOf: T - 300_000, calling: [] })
  expect(spoken(newCalls(before.heard, { asOf: T, calling: [call('A001', T - 90_000)] }))).toEqual([])
})

test('somebody who is being served is not called', () => {
  expect(spoken(newCalls(nothingHeard, { asOf: T, calling: [call('A001', T, { state: 'serving' })] }))).toEqual([])
})

test('a number called again after it came back is spoken again', () => {
  const first = newCalls(nothingHeard, { asOf: T, calling: [call('A001', T)] })
  const gone = newCalls(first.heard, { asOf: T + 2000, calling: [] })
  expect(spoken(newCalls(gone.heard, { asOf: T + 4000, calling: [call('A001', T + 3900)] }))).toEqual(['A001'])
})
