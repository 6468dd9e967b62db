import { useRedis } from '../../../tests/support/redis'
import { createWatched } from '../../engine/notifications/watched'
import { Onlooker, type SeenTicket } from './onlooking'

const NOW = Date.parse('2026-01-05T10:00:00+08:00')
const redis = useRedis()
const watched = createWatched(redis)
const place = (id: string) => ({ zh: id, en: id })
let now = NOW
let told: string[] = []
let faults: string[] = []
let seen: SeenTicket | null | Error = null

const create = (ours = true) => new Onlooker({
  watched, lease: async () => ours, clock: () => now, everyMs: 60_000, holder: 'one', settingsOf: async () => ({ ahead: 3 }),
  look: async () => {
    if (seen instanceof Error) throw seen
    return seen
  },
  jobs: { add: async (notices) => { told.push(...notices.map(({ noticeId, about, citizenId }) => `${about.kind} ${citizenId} ${noticeId}`)) } },
  noticing: { dayBeforeHour: 18, names: { hall: place, line: (_, id) => place(id), window: (_, id) => place(id), item: place, returnMinutes: () => 30 } },
}, (hallId, error) => faults.push(`${hallId} ${String(error)}`))
const waiting: SeenTicket = { number: 'A009', state: 'waiting', lineId: 'A', windowId: '', ahead: 9, calls: 0, calledAt: null, endedAt: null, returned: false, defers: 0 }
const look = async (more: Partial<SeenTicket>): Promise<string[]> => {
  seen = { ...waiting, ...more }
  told = []
  await create().check()
  return [...new Set(told)]
}

beforeEach(async () => {
  await redis.flushdb();
  [now, told, faults] = [NOW, [], []]
  await watched.watch({ ticketId: 'far.1', hallId: 'far', owner: 'c1', shown: 9, since: NOW })
})

describe('a number in a hall with a system of its own', () => {
  it('is told near, called, called again and missed, each under a name of its own and the same when looked at again', async () => {
    expect(await look({})).toEqual([])
    const near = await look({ ahead: 3 })
    expect(near).toEqual([expect.stringMatching(/^near c1 near-far\.1-/)])
    expect(await look({ ahead: 2 })).toEqual(near)
    expect(await look({ ahead: 3, defers: 1 })).not.toEqual(near)
    const called = await look({ state: 'called', ahead: null, windowId: '5', calls: 1, calledAt: NOW })
    expect(called).toEqual([expect.stringContaining('called c1 called-far-far.1-')])
    expect(await look({ state: 'called', ahead: null, windowId: '5', calls: 1, calledAt: NOW })).toEqual(called)
    expect(await look({ state: 'called', ahead: null, windowId: '5', calls: 2, calledAt: NOW + 1_000 })).not.toEqual(called)
    expect(await look({ state: 'missed', ahead: null, calls: 3, endedAt: NOW })).toEqual([expect.stringMatching(/^missed c1/)])
  })

  it('that was near from the first is not told so', async () => {
    await watched.watch({ ticketId: 'far.1', hallId: 'far', owner: 'c1', shown: 3, since: NOW })
    expect(await look({ ahead: 2 })).toEqual([])
    expect(await look({ ahead: 2, defers: 1 })).toHaveLength(1)
  })

  it('is watched until it is over, unknown, or a day old; and on when the system does not answer', async () => {
    seen = new Error('away')
    await create().check()
    expect([faults, (await watched.all()).length]).toEqual([['far Error: away'], 1])
    await look({ state: 'serving', ahead: null })
    expect(await watched.all()).toHaveLength(1)
    await look({ state: 'finished', ahead: null, endedAt: NOW })
    expect(await watched.all()).toEqual([])
    await watched.watch({ ticketId: 'far.2', hallId: 'far', owner: 'c1', shown: null, since: NOW - 90_000_000 })
    await look({})
    expect(await watched.all()).toEqual([])
  })

  it('is left to one process at a time', async () => {
    seen = waiting
    expect(await create(false).check()).toBe(0)
  })
})
