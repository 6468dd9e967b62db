import { isChosen, withOne, without } from './chosen'

const one = (scope: string) => ({ scope, name: { zh: scope, en: scope } })
const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(one)

test('each is chosen once, and at most six', () => {
  expect(withOne([one('a')], one('b'))).toEqual([one('a'), one('b')])
  expect(withOne([one('a')], one('a'))).toEqual([one('a')])
  expect(withOne(six, one('g'))).toEqual(six)
  expect(without(six, 'c').map(({ scope }) => scope)).toEqual(['a', 'b', 'd', 'e', 'f'])
})

test('nonsense that was kept is nothing', () => {
  expect(isChosen(six)).toBe(true)
  for (const value of [null, 'a', [1], [{ scope: 'a' }], [{ scope: 'a', name: 'a' }], [...six, one('g')]]) expect(isChosen(value)).toBe(false)
})
