import fc from 'fast-check'
import { handlingSteps } from '@shared/orderStates'
import { useRedis } from '../support/redis'
import { holds } from '../support/property'
import { ann, bad, good, openDesk, staff } from '../../bff/capabilities/ratings/testing/desk'
import { HALLS, openRoom } from '../../bff/capabilities/supervision/testing/room'

const redis = useRedis()
let desk = openDesk(redis)
let room = openRoom(redis, () => desk.desk.now)
let keys = 0
const newKey = (): string => `key-of-act-${String(keys += 1).padStart(8, '0')}`
const [wang, li] = [staff('wang', 'supervisor', []), staff('li', 'supervisor', [])]

beforeEach(async () => {
  await redis.flushdb()
  desk = openDesk(redis)
  room = openRoom(redis, () => desk.desk.now)
})

type Act = { readonly what: 'rate' | 'change' | 'delete' | 'step' | 'answer' | 'count'; readonly which: number; readonly level: number; readonly hall: number }
const handling: readonly string[] = handlingSteps
const said = (level: number) => (level <= 2 ? { ...bad, level, tags: level === 1 ? ['115'] : ['209', '214'] } : { ...good, level, tags: [] })

/** Does what may be done; what may not is refused and changes nothing. */
const perform = async (acts: readonly Act[], between: () => Promise<unknown>): Promise<string[]> => {
  const ids: string[] = []
  for (const { what, which, level, hall } of acts) {
    const id = ids[which % Math.max(1, ids.length)] ?? ''
    const acting = {
      rate: async () => {
        const ticketId = desk.visit('finished', HALLS[hall % 2]?.hallId)
        ids.push(ticketId)
        await desk.ratings.rateVisit(ann, newKey(), ticketId, said(level))
      },
      change: () => desk.ratings.change(ann, newKey(), id, said(level)),
      delete: () => desk.ratings.remove('ann', id),
      answer: () => desk.ratings.answer('ann', newKey(), id, { satisfied: level > 2, text: '' }),
      // One handles and the other checks, or neither could do much.
      step: async () => {
        const moves = [wang, li].map(async (who) => (await desk.orders.read(who, id)).may.filter((step) => handling.includes(step) === (who === wang)).map((step) => ({ who, step })))
        const all = (await Promise.all(moves)).flat()
        const move = all[level % all.length]
        if (move) await desk.orders.step(move.who, newKey(), id, { step: move.step, text: '演示', ...(move.step === 'revisit' && { satisfied: level > 2 }) } as never)
      },
      count: between,
    }[what]
    await acting().catch(() => undefined)
  }
  return ids
}

/** Counted by looking at every rating and order there is, which the product never does. */
const recount = async (ids: readonly string[], scopeOf: (id: string) => boolean) => {
  const sum = { l1: 0, l2: 0, l3: 0, l4: 0, l5: 0, withdrawn: 0, rectified: 0, revisited: 0, satisfied: 0 }
  const states: Record<string, number> = {}
  for (const id of ids.filter(scopeOf)) {
    const [stored, order] = await Promise.all([desk.store.read(id), desk.orderStore.read(id)])
    if (!stored) continue
    const counts = !stored.deleted && !stored.withdrawn
    if (counts) sum[`l${stored.rating.level}` as 'l1'] += 1
    if (stored.withdrawn) sum.withdrawn += 1
    if (!order) continue
    states[order.state] = (states[order.state] ?? 0) + 1
    if (['withdrawn', 'dropped'].includes(order.state)) continue
    if (order.steps.some(({ step }) => step === 'rectify')) sum.rectified += 1
    if (order.satisfied !== null) sum.revisited += 1
    if (order.satisfied) sum.satisfied += 1
  }
  return { sum, states }
}

const acts = fc.array(fc.record({
  what: fc.oneof({ weight: 2, arbitrary: fc.constant('rate' as const) }, { weight: 1, arbitrary: fc.constant('change' as const) }, { weight: 1, arbitrary: fc.constant('delete' as const) },
    { weight: 10, arbitrary: fc.constant('step' as const) }, { weight: 3, arbitrary: fc.constant('answer' as const) }, { weight: 2, arbitrary: fc.constant('count' as const) }),
  which: fc.nat(3), level: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(1, 2) }, { weight: 1, arbitrary: fc.constantFrom(3, 4, 5) }), hall: fc.nat(1),
}), { minLength: 5, maxLength: 80, size: 'max' })

describe('the figures', () => {
  it('are what counting every rating and order gives, whatever happened, however often and by however many they were counted', async () => {
    await holds(fc.asyncProperty(acts, async (history) => {
      await redis.flushdb()
      const [one, two] = [room.projector(false), room.projector(false)]
      const ids = await perform(history, () => Promise.all([one.check(), two.check()]))
      await Promise.all([one.check(), two.check()])
      await one.check()
      await two.check()
      const day = '20260105'
      for (const [scope, isIn] of [['city', () => true], ['h.test', (id: string) => id.startsWith('test.')], ['d.440104', (id: string) => id.startsWith('other.')]] as const) {
        const { sum, states } = await recount(ids, isIn)
        expect((await room.figures.counts([scope], [day]))[0]?.[0]).toMatchObject(sum)
        expect(Object.fromEntries(Object.entries(await room.figures.orderStates(scope)).filter(([, count]) => count !== 0))).toEqual(states)
      }
      // The same events counted from their beginning give the same figures.
      const before = await room.all()
      await room.forget()
      await room.projector(false).check()
      expect(await room.all()).toEqual(before)
      expect(room.reported).toEqual([])
    }), 40)
  }, 120_000)

  it('count each event once when the counting process dies between reading and counting, and when two count at once', async () => {
    for (let i = 0; i < 450; i += 1) await desk.ratings.rateVisit(ann, newKey(), desk.visit(), good)
    expect(await room.projector(false, { add: async () => { throw new Error('killed') } }).check()).toBe(0)
    const counted = await Promise.all([room.projector(false).check(), room.projector(false).check(), room.projector(false).check()])
    expect(counted.reduce((a, b) => a + b)).toBe(450)
    expect((await room.figures.counts(['city'], ['20260105']))[0]?.[0]?.l5).toBe(450)
  })

  it('are counted by one process at a time', async () => {
    await desk.ratings.rateVisit(ann, newKey(), desk.visit(), good)
    const [first, second] = [room.projector(), room.projector()]
    expect(await first.check()).toBe(1)
    await desk.ratings.rateVisit(ann, newKey(), desk.visit(), good)
    expect(await second.check()).toBe(0)
    expect(await first.check()).toBe(1)
  })

  it('count on the day a rating was given, and leave one by default out of the active ones', async () => {
    const at = desk.desk.now
    const id = desk.visit()
    await desk.ratings.rateVisit(ann, newKey(), id, good)
    desk.desk.now = at + 20 * 3_600_000
    await desk.ratings.change(ann, newKey(), id, said(2))
    await room.projector().check()
    const [first, next] = (await room.figures.counts(['w.test.5'], ['20260105', '20260106']))[0] ?? []
    expect([first?.l2, first?.l5, next?.l2]).toEqual([1, 0, 0])
  })

  it('tell of what people complain, by tag and word, and forget what was taken back', async () => {
    const [first, second] = [desk.visit(), desk.visit()]
    await desk.ratings.rateVisit(ann, newKey(), first, said(2))
    await desk.ratings.rateVisit(ann, newKey(), second, said(1))
    await room.projector().check()
    expect(await room.figures.complaints('d.440106', ['20260104', '20260105'])).toEqual({
      tags: [{ name: '115', count: 1 }, { name: '209', count: 1 }, { name: '214', count: 1 }], words: [{ name: '排队', count: 2 }],
    })
    await desk.ratings.remove('ann', first)
    await room.projector(false).check()
    expect(await room.figures.complaints('city', ['20260105'])).toEqual({ tags: [{ name: '115', count: 1 }], words: [{ name: '排队', count: 1 }] })
  })
})

describe('an alert', () => {
  it('comes with the third bad rating of a window on a day, once', async () => {
    const alerts = async () => (await room.service.alerts([])).map(({ alertId, kind, windowId, amount }) => [alertId, kind, windowId, amount])
    for (let i = 1; i <= 5; i += 1) {
      await desk.ratings.rateVisit(ann, newKey(), desk.visit(), said(1))
      await room.projector(false).check()
      expect(await alerts()).toEqual(i < 3 ? [] : [['bad-ratings.20260105.test.5', 'bad-ratings', '5', 3]])
    }
    expect(await room.service.alerts(['other'])).toEqual([])
    desk.desk.now += 3 * 86_400_000
    expect(await alerts()).toEqual([])
  })

  it('comes when an order is nearly due and when it is overdue', async () => {
    const id = desk.visit()
    await desk.ratings.rateVisit(ann, newKey(), id, said(1))
    const { dueAt } = await desk.orders.read(wang, id)
    desk.desk.now = (dueAt ?? 0) - 60_000
    await desk.orderStore.warn(id, desk.desk.now)
    desk.desk.now = (dueAt ?? 0) + 60_000
    await desk.orderStore.escalate(id, { zh: '演示领导', en: 'Demo leader' }, desk.desk.now)
    await room.projector().check()
    expect((await room.service.alerts(['test'])).map(({ kind, ratingId }) => [kind, ratingId])).toEqual([['order-overdue', id], ['order-due', id]])
  })
})
