import { readHall, searchHalls } from '@shared/halls'
import { aHall } from '../../../tests/support/halls'
import type { Call } from '../../http/call'
import { HallDirectory } from './directory'
import { hallRoutes } from './routes'
import { createHallService } from './service'

const halls = [aHall({ hallId: 'near' }), aHall({ hallId: 'far', place: { lat: 23.5, lng: 113.6 } }), aHall({ hallId: 'office', weeklyHours: undefined })]
const asked: string[][] = []
const live = {
  waiting: (hallIds: readonly string[]) => {
    asked.push([...hallIds])
    return Promise.resolve(new Map([['near', 12]]))
  },
}
/** Sunday 2026-03-08 10:00 in Shanghai. */
const SUNDAY = 1_772_935_200_000
const routes = hallRoutes(createHallService({ directory: new HallDirectory(halls), live, now: () => SUNDAY }))
const call = {} as Call
const search = async (body: unknown) =>
  searchHalls.output.strict().parse(await routes.searchHalls({ params: undefined, query: undefined, body: searchHalls.body.parse(body) }, call))
beforeEach(() => { asked.length = 0 })

describe('searching', () => {
  test('answers by the contract: who waits, how far, open or when', async () => {
    const { halls: found, next } = await search({ near: { lat: 23.13, lng: 113.36 } })
    expect(found.map(({ hallId, waiting, distanceMetres }) => ({ hallId, waiting, distanceMetres }))).toEqual([
      { hallId: 'near', waiting: 12, distanceMetres: 0 },
      { hallId: 'office', waiting: null, distanceMetres: 0 },
      { hallId: 'far', waiting: null, distanceMetres: 47_888 },
    ])
    expect(found[0]?.hours).toEqual({ open: true, opensAt: null, closesAt: SUNDAY + 14 * 3_600_000 })
    expect(found[1]?.hours).toEqual({ open: false, opensAt: SUNDAY + 23 * 3_600_000, closesAt: null })
    expect(next).toBeNull()
  })

  test('asks once for who waits, only for the halls of the page, and not at all for none', async () => {
    await search({ limit: 2 })
    expect(asked).toEqual([['far', 'near']])
    expect(await search({ text: '没有' })).toEqual({ halls: [], next: null })
    expect(asked).toHaveLength(1)
  })
})

describe('reading one hall', () => {
  test('answers by the contract, with nothing of its inner settings', async () => {
    const detail = await routes.readHall({ params: { hallId: 'near' }, query: undefined, body: undefined }, call)
    expect(readHall.output.strict().parse(detail)).toEqual(detail)
    expect(detail).toMatchObject({ hallId: 'near', waiting: 12, phone: null, lines: halls[0]?.lines.map(({ booking: _, ...line }) => ({ ...line, bookable: false })), windows: halls[0]?.windows })
  })

  test('says so when there is no such hall', async () => {
    await expect(routes.readHall({ params: { hallId: 'nowhere' }, query: undefined, body: undefined }, call)).rejects.toMatchObject({ code: 'HALL_NOT_FOUND' })
  })
})
