import { aLog, DAY, HALL } from './builders'
import { check, contradiction, unchecked } from './chain'

const log = aLog(['take', 'A001'], ['take', 'A002'], ['call', 'A001'], ['finish', 'A001'], ['call', 'A002'])
const checked = (entries: typeof log) => check(unchecked(HALL, DAY), entries)

describe('reckoning a log of calls anew', () => {
  test('finds a whole one right, in one piece or in several', () => {
    expect(checked(log)).toEqual({ count: 5, hash: log[4]?.hash, brokenAt: null })
    expect(check(checked(log.slice(0, 2)), log.slice(2))).toEqual(checked(log))
    expect(checked([])).toMatchObject({ count: 0, brokenAt: null })
  })

  test.each([
    ['changed', log.map((entry) => (entry.n === 3 ? { ...entry, windowId: '6' } : entry)), 3],
    ['left out', log.filter(({ n }) => n !== 2), 2],
    ['left out and counted anew', log.filter(({ n }) => n !== 2).map((entry, i) => ({ ...entry, n: i + 1 })), 2],
    ['put in', [...log.slice(0, 2), { ...log[2], n: 3, number: 'A009' } as (typeof log)[number], ...log.slice(2)], 3],
    ['exchanged', [log[0], log[2], log[1], log[3], log[4]] as typeof log, 2],
    ['of another number', log.map((entry) => (entry.n === 5 ? { ...entry, number: 'A003' } : entry)), 5],
  ])('shows an entry that was %s', (_, entries, brokenAt) => {
    expect(checked(entries)).toMatchObject({ brokenAt })
  })

  test('holds for its own hall and day only, and never forgives', () => {
    expect(check(unchecked('other', DAY), log)).toMatchObject({ brokenAt: 1 })
    expect(check(unchecked(HALL, '20260106'), log)).toMatchObject({ brokenAt: 1 })
    const broken = checked(log.slice(1))
    expect(check(broken, log)).toBe(broken)
  })

  test('holds a log against what the phone saw before: another log, whole in itself, contradicts', () => {
    const seen = checked(log.slice(0, 3))
    const other = aLog(['take', 'A001'], ['take', 'A002'], ['call', 'A002'], ['finish', 'A002'])
    expect(checked(other).brokenAt).toBeNull()
    expect(contradiction(seen, other)).toBe(true)
    expect(contradiction(seen, log)).toBe(false)
    expect(contradiction(seen, log.slice(0, 2))).toBeNull()
  })
})
