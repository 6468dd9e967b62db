import { setTimeout as pause } from 'node:timers/promises'
import { useRedis } from '../../../tests/support/redis'
import { ChangePoller } from '../../capabilities/cases/polling'
import type { CaseChange, CaseSource } from '../../capabilities/cases/port'
import type { Redis } from '../../platform/redis'
import { createChangeLog } from './changeLog'
import { EVENTS_KEY } from './keys'

const redis = useRedis()
const log = () => createChangeLog(redis as unknown as Redis)
const CASE = '11990000DEPT00005Y3442009001000202601050001'
const change = (n: number): CaseChange => ({ eventId: `e${n}`, caseNo: CASE, at: 1_767_600_000_000 + n, kind: 'accepted' })
const events = async () => (await redis.xrange(EVENTS_KEY, '-', '+')).map(([, fields]) => Object.fromEntries(fields.flatMap((field, i) => (i % 2 === 0 ? [[field, fields[i + 1]]] : []))) as Record<string, string>)
const ids = async () => (await events()).map(({ eventId }) => eventId)
const reported: unknown[] = []

/** A feed that grows; the cursor is how many were read, and a page holds so many. */
const feedOf = (pageSize = 100) => {
  const all: CaseChange[] = []
  let asked = 0
  const source: Pick<CaseSource, 'sourceId' | 'changes'> = {
    sourceId: 'one-window',
    changes: async (cursor) => {
      asked += 1
      const from = cursor === null ? all.length : Number(cursor)
      const page = all.slice(from, from + pageSize)
      return { kind: 'answered', value: { changes: page, cursor: String(from + page.length) } }
    },
  }
  return { source, asked: () => asked, add: (...more: readonly CaseChange[]) => { all.push(...more) } }
}
const poller = (sources: readonly Pick<CaseSource, 'sourceId' | 'changes'>[], everyMs = 20) => {
  const pollers = sources.map((source) => new ChangePoller({ source, log: log(), everyMs }, (error) => { reported.push(error) }))
  return { check: async () => (await Promise.all(pollers.map((one) => one.check()))).reduce((sum, count) => sum + count, 0) }
}
const nextRound = () => pause(40)

beforeEach(async () => {
  reported.length = 0
  await redis.flushdb()
})

describe('changes of cases', () => {
  it('become events from the first look on, each once and in order, and name no person', async () => {
    const feed = feedOf()
    feed.add(change(0))
    const one = poller([feed.source])
    expect(await one.check()).toBe(0)
    feed.add(change(1), change(2))
    await nextRound()
    expect(await one.check()).toBe(2)
    await nextRound()
    expect(await one.check()).toBe(0)
    expect(await events()).toEqual([1, 2].map((n) => ({ source: 'one-window', eventId: `e${n}`, caseNo: CASE, kind: 'accepted', at: String(1_767_600_000_000 + n) })))
  })

  it('are read page by page to the end, and a long end in the next round', async () => {
    const feed = feedOf(2)
    const one = poller([feed.source])
    await one.check()
    feed.add(...Array.from({ length: 50 }, (_, i) => change(i)))
    for (let round = 0; round < 4; round += 1) {
      await nextRound()
      await one.check()
    }
    expect(await ids()).toEqual(Array.from({ length: 50 }, (_, i) => `e${i}`))
  })

  it('read by many processes at once become events once', async () => {
    const feed = feedOf(3)
    await poller([feed.source]).check()
    for (let round = 0; round < 10; round += 1) {
      feed.add(...Array.from({ length: 7 }, (_, i) => change(round * 7 + i)))
      // A lease of no length, as if each had waited so long that it ended.
      await Promise.all(Array.from({ length: 4 }, () => poller([feed.source], 1).check()))
      await pause(5)
    }
    await poller([feed.source], 1).check()
    expect(await ids()).toEqual(Array.from({ length: 70 }, (_, i) => `e${i}`))
  })

  it('are asked for by one process in each round', async () => {
    const feed = feedOf()
    await Promise.all(Array.from({ length: 8 }, () => poller([feed.source], 60_000).check()))
    expect(feed.asked()).toBe(1)
  })

  it('delivered again, also on another page, are the same events', async () => {
    await log().write('one-window', [change(1), change(1), change(2)], null, 'a')
    expect(await log().write('one-window', [change(2), change(3)], 'a', 'b')).toBe(1)
    expect(await ids()).toEqual(['e1', 'e2', 'e3'])
    // The same id of another system is another event.
    expect(await log().write('housing', [change(1)], null, 'a')).toBe(1)
  })

  it('of a page that is not there or cannot be read move nothing, and are read when the source is back', async () => {
    const feed = feedOf()
    await poller([feed.source]).check()
    feed.add(change(1))
    for (const kind of ['unavailable', 'unreadable'] as const) {
      await nextRound()
      expect(await poller([{ sourceId: 'one-window', changes: async () => ({ kind }) }]).check()).toBe(0)
    }
    await nextRound()
    expect(await poller([feed.source]).check()).toBe(1)
    expect(await ids()).toEqual(['e1'])
  })

  it('a writer whose cursor was moved by another writes nothing', async () => {
    await log().write('one-window', [], null, 'a')
    expect(await log().write('one-window', [change(9)], null, 'z')).toBe(0)
    expect(await ids()).toEqual([])
    expect((await log().begin('one-window', 10))?.cursor).toBe('a')
  })

  it('a source that throws is reported, and the others are read', async () => {
    const feed = feedOf()
    const broken: Pick<CaseSource, 'sourceId' | 'changes'> = { sourceId: 'housing', changes: async () => { throw new Error('a mistake of ours') } }
    const one = poller([broken, feed.source])
    await one.check()
    feed.add(change(1))
    await nextRound()
    expect(await one.check()).toBe(1)
    expect(reported).toHaveLength(2)
  })

  it('a source that hangs is not asked again meanwhile, and holds up no other', async () => {
    const feed = feedOf()
    let asked = 0
    const hanging: Pick<CaseSource, 'sourceId' | 'changes'> = {
      sourceId: 'housing',
      changes: () => {
        asked += 1
        return new Promise(() => undefined)
      },
    }
    const [stuck, one] = [poller([hanging]), poller([feed.source])]
    void stuck.check()
    await one.check()
    await nextRound()
    feed.add(change(1))
    expect(await stuck.check()).toBe(0)
    expect(await one.check()).toBe(1)
    expect(asked).toBe(1)
  })

  it('what is remembered and what is kept is bounded', async () => {
    for (let i = 0; i < 25; i += 1) await log().write('one-window', Array.from({ length: 1_000 }, (_, n) => change(i * 1_000 + n)), i === 0 ? null : `c${i - 1}`, `c${i}`)
    expect(await redis.zcard('{cases}:seen:one-window')).toBe(20_000)
    expect(await redis.xlen(EVENTS_KEY)).toBe(25_000)
  })

  it('lie in one slot', async () => {
    await log().begin('one-window', 10_000)
    await log().write('one-window', [change(1)], null, 'a')
    for (const key of await redis.keys('*')) expect(key.startsWith('{cases}:')).toBe(true)
  })
})
