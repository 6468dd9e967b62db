import { createHash } from 'node:crypto'
import { generateHalls } from './generate'
import { hoursAt } from './hours'

const all = generateHalls()
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

describe('the generated halls', () => {
  test('are 1 city, 11 district, 170 town and 2,683 community halls', () => {
    const levels = all.map(({ level }) => level)
    expect(['city', 'district', 'town', 'community'].map((level) => levels.filter((own) => own === level).length)).toEqual([1, 11, 170, 2_683])
  })

  test('are the same every time, and fewer are the first of more', () => {
    expect(digest(generateHalls())).toBe(digest(all))
    expect(generateHalls({ count: 40 })).toEqual(all.slice(0, 40))
  })

  test('are open at any hour when asked to be, with the capacity asked for', () => {
    for (const hall of generateHalls({ count: 200, alwaysOpen: true, capacity: 9_000 })) {
      expect(hoursAt(hall, 1_767_225_600_000).open).toBe(true)
      for (const line of hall.lines) expect(line.capacity).toBe(9_000)
    }
  })
})
