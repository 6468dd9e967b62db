import { newKey } from './newKey'

test('a key fits the contract and is never met twice', () => {
  const keys = Array.from({ length: 5000 }, newKey)
  keys.forEach((key) => expect(key).toMatch(/^[A-Za-z0-9_-]{16,64}$/))
  expect(new Set(keys).size).toBe(keys.length)
})
