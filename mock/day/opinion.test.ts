import { rateVisit } from '@shared/ratings'
import { createLots } from './lots'
import { opinionOf } from './opinion'

const lots = createLots('opinions')
const opinions = Array.from({ length: 1_000 }, (_, i) => opinionOf(`2026-01-01 A${i}`, lots))

test('every rating is one the contract takes: tags of its level, no tag twice', () => {
  for (const opinion of opinions) expect(rateVisit.body.parse(opinion)).toMatchObject(opinion)
})

test('a bad rating always ticks what was wrong', () => {
  const bad = opinions.filter(({ level }) => level <= 2)
  expect(bad.length).toBeGreaterThan(10)
  for (const { tags } of bad) expect(tags.length).toBeGreaterThan(0)
})

test('most are good, and every level is given', () => {
  expect(opinions.filter(({ level }) => level >= 4).length).toBeGreaterThan(800)
  expect(new Set(opinions.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4, 5]))
})
