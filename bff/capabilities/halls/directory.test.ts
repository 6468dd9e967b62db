import { distanceMetres } from '@shared/distance'
import fc from 'fast-check'
import { aHall } from '../../../tests/support/halls'
import { holds } from '../../../tests/support/property'
import { HallDirectory, type HallQuery } from './directory'
import { generateHalls } from './generate'

const all = generateHalls()
const directory = new HallDirectory(all)
const first = { cursor: 0, limit: 20 }
const ids = (query: Partial<HallQuery>): string[] => directory.search({ ...first, ...query }).halls.map(({ hall }) => hall.hallId)

/** Reads page after page until the last. */
const everyPage = (from: HallDirectory, query: Partial<HallQuery>, limit: number): string[] => {
  const read: string[] = []
  for (let cursor: number | null = 0; cursor !== null;) {
    const page = from.search({ ...query, cursor, limit })
    read.push(...page.halls.map(({ hall }) => hall.hallId))
    cursor = page.next
  }
  return read
}

describe('searching halls', () => {
  test('without a word gives them by level: city, districts, towns, communities', () => {
    expect(ids({ limit: 3 })).toEqual(['city', 'd440103', 'd440104'])
    expect(directory.search({ cursor: 12, limit: 1 }).halls[0]?.hall.level).toBe('town')
  })

  test('finds a name in Chinese and in English, a district’s name, and several words in any order', () => {
    expect(ids({ text: '市政务' })).toEqual(['city'])
    expect(ids({ text: 'TIANHE', level: 'district' })).toEqual(['d440106'])
    expect(ids({ text: '天河', level: 'district' })).toEqual(['d440106'])
    expect(ids({ text: 'community 2683' })).toEqual(['c2683'])
    expect(ids({ text: '2683 天河' })).toEqual(['c2683'])
    expect(ids({ text: '２６８３' })).toEqual(['c2683'])
    expect(ids({ text: '没有这个大厅' })).toEqual([])
  })

  test('narrows by district and by level', () => {
    const { halls } = directory.search({ ...first, district: '440118', level: 'town', limit: 50 })
    expect(halls.length).toBeGreaterThan(10)
    for (const { hall } of halls) expect([hall.district, hall.level]).toEqual(['440118', 'town'])
  })

  test('gives no distance without a place', () => {
    for (const found of directory.search(first).halls) expect(found.distanceMetres).toBeNull()
  })

  const anyPlace = fc.record({ lat: fc.double({ min: 22.4, max: 24, noNaN: true }), lng: fc.double({ min: 112.9, max: 114.1, noNaN: true }) })
  test('with a place gives the nearest first, the same page as sorting them all would', () => holds(
    fc.property(anyPlace, fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 50 }), (near, cursor, limit) => {
      const expected = all.map(({ hallId, place }) => ({ hallId, metres: distanceMetres(near, place) }))
        .sort((a, b) => a.metres - b.metres).slice(cursor, cursor + limit)
      const page = directory.search({ near, cursor, limit })
      expect(page.halls.map((found) => found.distanceMetres)).toEqual(expected.map(({ metres }) => Math.round(metres)))
      expect(page.next).toBe(cursor + limit < all.length ? cursor + limit : null)
    }), 50))

  test('pages neither repeat nor miss a hall, though many stand at one spot', () => {
    const places = [{ lat: 23.1, lng: 113.3 }, { lat: 23.2, lng: 113.4 }]
    const crowded = new HallDirectory(Array.from({ length: 101 }, (_, i) => aHall({ hallId: `h${i}`, place: places[i % 2] })))
    for (const near of [undefined, { lat: 23.1, lng: 113.31 }]) {
      for (const limit of [1, 7, 50]) expect(new Set(everyPage(crowded, { near }, limit)).size).toBe(101)
      expect(everyPage(crowded, { near }, 7)).toEqual(everyPage(crowded, { near }, 50))
      expect(everyPage(crowded, { near }, 7)).toHaveLength(101)
    }
    expect(crowded.search({ cursor: 100, limit: 1 }).next).toBeNull()
    expect(crowded.search({ cursor: 500, limit: 10 })).toEqual({ halls: [], next: null })
  })
})
