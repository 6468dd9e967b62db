import { startPoll } from './poll'

beforeEach(() => { jest.useFakeTimers() })
afterEach(() => { jest.useRealTimers() })

/** A server that answers when told. */
const server = () => {
  const waiting: (() => void)[] = []
  let asked = 0
  return {
    ask: () => new Promise<void>((resolve) => { asked += 1; waiting.push(resolve) }),
    answer: async () => { waiting.shift()?.(); await jest.advanceTimersByTimeAsync(0) },
    asked: () => asked,
  }
}

test('asks at once, then after each answer, never two at a time', async () => {
  const { ask, answer, asked } = server()
  const poll = startPoll(ask, 2000)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(1)
  await answer()
  await jest.advanceTimersByTimeAsync(1999)
  expect(asked()).toBe(1)
  await jest.advanceTimersByTimeAsync(1)
  expect(asked()).toBe(2)
  poll.stop()
})

test('asked for while a question is under way, it asks once more right after', async () => {
  const { ask, answer, asked } = server()
  const poll = startPoll(ask, 2000)
  poll.now()
  poll.now()
  await answer()
  expect(asked()).toBe(2)
  await answer()
  await jest.advanceTimersByTimeAsync(1000)
  expect(asked()).toBe(2)
  poll.stop()
})

test('a failure does not end it', async () => {
  let asked = 0
  const poll = startPoll(() => { asked += 1; return Promise.reject(new Error('no network')) }, 2000)
  await jest.advanceTimersByTimeAsync(4000)
  expect(asked).toBe(3)
  poll.stop()
})

test('out of sight it rests, seen again it asks at once, stopped it is silent', async () => {
  const { ask, answer, asked } = server()
  const poll = startPoll(ask, 2000)
  await answer()
  poll.see(false)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(1)
  poll.see(true)
  expect(asked()).toBe(2)
  await answer()
  poll.stop()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(2)
})

test('hidden and seen again during a question, it goes on', async () => {
  const { ask, answer, asked } = server()
  const poll = startPoll(ask, 2000)
  poll.see(false)
  poll.see(true)
  await answer()
  await jest.advanceTimersByTimeAsync(0)
  expect(asked()).toBe(2)
  poll.stop()
})
