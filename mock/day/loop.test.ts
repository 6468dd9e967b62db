import { createGate } from './gate'
import { Refused, Unheard } from './failures'
import { createJournal } from './journal'
import { delayAfter, runHall, tickMs } from './loop'

test('keeps away longer after each failure, half a minute at most; much longer when its password is refused', () => {
  expect([1, 2, 3, 6, 40].map((failures) => delayAfter(failures))).toEqual([1_000, 2_000, 4_000, 30_000, 30_000])
  expect(delayAfter(1, new Refused('createStaffSession', 'PASSWORD_WRONG'))).toBe(600_000)
})

test('looks up every two seconds, at most twice a second', () => {
  expect([0.5, 1, 2, 10].map(tickMs)).toEqual([2_000, 2_000, 1_000, 500])
})

test('an outage is one line when it begins and one when it is over, and the hall is learnt anew', async () => {
  const end = new AbortController()
  const lines: string[] = []
  let [ticks, forgotten] = [0, 0]
  const day = {
    tick: async () => {
      ticks += 1
      if (ticks === 2 || ticks === 3) throw new Unheard('readConsole', 'connection refused')
      if (ticks === 5) end.abort()
    },
    forget: () => { forgotten += 1 },
  }
  const journal = createJournal((text) => { lines.push(text) }, () => 0)
  await runHall(day, { hallId: 'demo', everyMs: 1, journal, signal: end.signal })
  expect(lines).toEqual(['1970-01-01 08:00 demo: waits for the server (readConsole: connection refused)\n', '1970-01-01 08:00 demo: goes on\n'])
  expect([ticks, forgotten]).toEqual([5, 2])
}, 10_000)

test('ends at once when asked, in the middle of a pause', async () => {
  const end = new AbortController()
  const running = runHall({ tick: async () => undefined, forget: () => undefined },
    { hallId: 'demo', everyMs: 3_600_000, journal: createJournal(() => undefined, () => 0), signal: end.signal })
  setTimeout(() => { end.abort() }, 20)
  await running
})

test('one second’s worth of requests leaves at once, then no more than told', async () => {
  const gate = createGate(20)
  const began = performance.now()
  let passed = 0
  const all = Promise.all(Array.from({ length: 30 }, () => gate.pass().then(() => { passed += 1 })))
  await new Promise((resolve) => { setImmediate(resolve) })
  expect(passed).toBeGreaterThanOrEqual(20)
  await all
  expect(performance.now() - began).toBeGreaterThanOrEqual(480)
})

test('what happens often is said once in ten minutes', () => {
  let now = 0
  const lines: string[] = []
  const journal = createJournal((text) => { lines.push(text) }, () => now)
  for (; now < 600_000; now += 60_000) journal.sometimes('LINE_FULL')
  expect(lines).toHaveLength(1)
  journal.sometimes('LINE_FULL')
  expect(lines).toHaveLength(2)
})
