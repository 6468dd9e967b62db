import { anItem } from './builders'
import { chosenOf, findItems, foundItems, itemsOf, materialsOf, minutesOf } from './itemsChosen'

const permit = anItem()
const house = anItem({ itemId: 'housing', name: { zh: '公积金提取', en: 'Housing fund' }, summary: { zh: '提取', en: 'Take it out' }, minutes: 20, materials: [{ name: { zh: '居民身份证', en: 'Identity card' }, heldByCity: false }] })

test('an address names at most five items, each once; what is no id is left out', () => {
  expect(itemsOf('')).toEqual([])
  expect(itemsOf('aa,bb,aa,A B,cc,dd,ee,ff')).toEqual(['aa', 'bb', 'cc', 'dd', 'ee'])
})

test('items are found by every typed word, in either language', () => {
  expect(findItems([permit, house], '居住')).toEqual([permit])
  expect(findItems([permit, house], ' HOUSING  take ')).toEqual([house])
  expect(findItems([permit, house], '居住 housing')).toEqual([])
})

test('what the city’s search found stands behind what holds the words, each once; what cannot be booked is left out', () => {
  expect(foundItems([permit, house], '居住', ['housing', 'residence-permit', 'elsewhere'])).toEqual([permit, house])
  expect(foundItems([permit, house], '租房', [])).toEqual([])
})

test('the lengths of one visit add up, and nothing is to be brought twice', () => {
  const chosen = chosenOf([permit, house], ['housing', 'gone', 'residence-permit'])
  expect(chosen).toEqual([house, permit])
  expect(minutesOf(chosen)).toBe(32)
  expect(materialsOf(chosen).map(({ name }) => name.zh)).toEqual(['居民身份证', '社保缴费证明'])
})
