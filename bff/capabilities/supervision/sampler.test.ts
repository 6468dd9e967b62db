import { useRedis } from '../../../tests/support/redis'
import { WaitSampler } from './sampler'
import { openRoom } from './testing/room'

const MINUTE = 60_000
const START = Date.UTC(2026, 0, 5, 2)
const redis = useRedis()
let now = START
let open = ['test', 'other']
let lines: Record<string, { lineId: string; waiting: number; longestSince: number | null }[]> = {}
const room = openRoom(redis, () => now)
const sampler = (holder = 'a') => new WaitSampler({
  figures: room.figures, promisedMinutes: () => 30, clock: () => now, everyMs: 15_000, holder,
  waits: { open: () => open, read: async (hallId) => { const found = lines[hallId]; if (!found) throw new Error('silent'); return found } },
}, (error) => { throw error as Error })
const waits = async (scope = 'city') => (await room.service.overview(scope, undefined)).waits

beforeEach(async () => {
  await redis.flushdb()
  now += 86_400_000
  open = ['test', 'other']
  lines = { test: [{ lineId: 'A', waiting: 3, longestSince: now - 10 * MINUTE }], other: [{ lineId: 'A', waiting: 1, longestSince: now - 2 * MINUTE }] }
})

describe('waits now', () => {
  it('are summed over a part of the city, with the longest', async () => {
    await sampler().check()
    expect(await waits()).toMatchObject({ waiting: 4, longestMinutes: 10, promisedMinutes: 30, silent: 0, over: [] })
    expect(await waits('h.other')).toMatchObject({ waiting: 1, longestMinutes: 2 })
    expect(await waits('d.440106')).toMatchObject({ waiting: 3 })
    expect(await waits('w.test.5')).toMatchObject({ waiting: 3 })
    expect(await waits('h.online')).toMatchObject({ waiting: 0, longestMinutes: null })
  })

  it('tell which line is over its promise and since when, and no more once it is not', async () => {
    lines.test = [{ lineId: 'A', waiting: 3, longestSince: now - 31 * MINUTE }, { lineId: 'B', waiting: 1, longestSince: now - 30 * MINUTE }]
    await sampler().check()
    const since = now
    now += 5 * MINUTE
    await sampler().check()
    expect((await waits()).over).toMatchObject([{ hallId: 'test', lineId: 'A', longestMinutes: 36, since }, { lineId: 'B', longestMinutes: 35, since: now }])
    lines.test = [{ lineId: 'A', waiting: 0, longestSince: null }]
    now += MINUTE
    await sampler().check()
    expect((await waits()).over).toEqual([])
  })

  it('are nobody’s while a queue is silent, which is told, and none once the hall has closed', async () => {
    delete lines.other
    await sampler().check()
    expect(await waits()).toMatchObject({ waiting: 3, silent: 1 })
    open = []
    now += MINUTE
    await sampler().check()
    expect(await waits()).toMatchObject({ waiting: 0, silent: 1 })
  })

  it('are looked at by one process at a time, and by another once it is gone', async () => {
    expect(await sampler('a').check()).toBe(2)
    expect(await sampler('b').check()).toBe(0)
    await redis.del('{figures}:lease:sampler')
    expect(await sampler('b').check()).toBe(2)
  })
})

describe('an alert of a long wait', () => {
  it('comes after fifteen minutes over the promise, once, and anew when the line was well in between', async () => {
    const alerts = async () => (await room.service.alerts([])).map(({ kind, lineId, amount }) => [kind, lineId, amount])
    const since = now - 40 * MINUTE
    lines.other = []
    lines.test = [{ lineId: 'A', waiting: 3, longestSince: since }]
    for (const minutes of [0, 14, 1, 5, 20]) {
      now += minutes * MINUTE
      await sampler().check()
      if (minutes === 14) expect(await alerts()).toEqual([])
    }
    expect(await alerts()).toEqual([['long-wait', 'A', 55]])
    lines.test = [{ lineId: 'A', waiting: 0, longestSince: null }]
    await sampler().check()
    lines.test = [{ lineId: 'A', waiting: 1, longestSince: since }]
    await sampler().check()
    now += 15 * MINUTE
    await sampler().check()
    expect(await alerts()).toHaveLength(2)
  })
})
