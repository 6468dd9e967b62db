import { errorTable, type ErrorCode } from '@shared/errors'
import { type Failure, untilAnswered, waitBeforeRetry } from './attempts'

const failure = (code: ErrorCode): Failure => ({ code, retry: errorTable[code].retry })
const offline: Failure = { code: 'OFFLINE', retry: 'same-key' }

test('a refusal is an answer: it is shown, not repeated', () => {
  for (const code of ['ILLEGAL_MOVE', 'NOBODY_WAITING', 'WINDOW_TAKEN', 'RATE_LIMITED', 'UNAVAILABLE'] as const) {
    expect(waitBeforeRetry(failure(code), 1)).toBeNull()
  }
})

test('while the outcome is unknown the act is repeated, ever slower, without end', () => {
  expect([1, 2, 3, 4, 5, 50].map((tries) => waitBeforeRetry(offline, tries))).toEqual([500, 1000, 2000, 4000, 4000, 4000])
  expect(waitBeforeRetry(failure('UNKNOWN_OUTCOME'), 9)).toBe(4000)
})

test('a fault on the server’s side is tried three times and then shown', () => {
  expect([1, 2, 3].map((tries) => waitBeforeRetry(failure('INTERNAL'), tries))).toEqual([500, 1000, null])
})

/** A server that loses so many answers before one arrives, and notes the keys it was sent. */
const losing = (lost: number) => {
  const keys: string[] = []
  let told = 0
  const attempt = {
    key: 'one-key-for-one-act', wait: () => Promise.resolve(), isGivenUp: () => false, onUnanswered: () => { told += 1 },
    failureOf: (thrown: unknown): Failure => (thrown instanceof Error ? offline : failure('INTERNAL')),
    send: (key: string) => {
      keys.push(key)
      return keys.length > lost ? Promise.resolve('A029') : Promise.reject(new Error('lost'))
    },
  }
  return { attempt, keys, told: () => told }
}

test('every try of one act carries the same key, until the answer comes', async () => {
  const { attempt, keys, told } = losing(6)
  await expect(untilAnswered(attempt)).resolves.toBe('A029')
  expect(keys).toEqual(Array.from({ length: 7 }, () => 'one-key-for-one-act'))
  expect(told()).toBe(6)
})

test('an act answered at once tells the clerk of no trouble', async () => {
  const { attempt, told } = losing(0)
  await untilAnswered(attempt)
  expect(told()).toBe(0)
})

test('given up, it ends', async () => {
  const { attempt, keys } = losing(100)
  await expect(untilAnswered({ ...attempt, isGivenUp: () => keys.length >= 3 })).rejects.toThrow('lost')
  expect(keys).toHaveLength(3)
})
