import fc from 'fast-check'
import type { TicketClass } from '@shared/queue'
import { holds } from '../../../tests/support/property'
import { useRedis } from '../../../tests/support/redis'
import { createQueueEngine } from './engine'
import { drive, NINE, testHall } from './testing/drive'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 1 })
let halls = 0

type Step = { readonly kind: 'take'; readonly class: TicketClass } | { readonly kind: 'call' }
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take' as const), class: fc.constantFrom<TicketClass>('ordinary', 'priority', 'appointment') }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'call' as const }) },
)
const policy = fc.record({
  weights: fc.record({ ordinary: fc.integer({ min: 1, max: 12 }), priority: fc.integer({ min: 1, max: 12 }), appointment: fc.integer({ min: 1, max: 12 }) }),
  passLimit: fc.integer({ min: 1, max: 12 }),
})

/** Plays the steps, then calls until nobody waits; gives who arrived and who was called, in order. */
const play = async (steps: readonly Step[], rules: { weights: Record<TicketClass, number>; passLimit: number }) => {
  const hall = testHall({ hallId: `policy${halls += 1}`, policy: rules })
  const { take, open, call, serve } = drive(queue, hall)
  await open('1')
  const arrived: { id: string; class: TicketClass }[] = []
  const called: string[] = []
  const callOne = async () => {
    const ticket = await call('1')
    called.push(ticket.ticketId)
    await serve('1', ticket.ticketId)
  }
  for (const one of steps) {
    if (one.kind === 'take') arrived.push({ id: (await take({ class: one.class, now: NINE })).ticket.ticketId, class: one.class })
    else if (called.length < arrived.length) await callOne()
  }
  while (called.length < arrived.length) await callOne()
  return { arrived, called }
}

describe('the published calling policy', () => {
  it('passes no ordinary ticket by more later arrivals than the pass limit, whatever comes and whatever the weights', async () => {
    await holds(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 70 }), policy, async (steps, rules) => {
      const { arrived, called } = await play(steps, rules)
      const place = new Map(called.map((id, i) => [id, i]))
      arrived.forEach((ticket, i) => {
        if (ticket.class !== 'ordinary') return
        const passedBy = arrived.slice(i + 1).filter((later) => place.get(later.id)! < place.get(ticket.id)!).length
        expect(passedBy).toBeLessThanOrEqual(rules.passLimit)
      })
    }), 60)
  }, 120_000)

  it('calls everybody once, and each class in the order of its arrival', async () => {
    await holds(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 70 }), policy, async (steps, rules) => {
      const { arrived, called } = await play(steps, rules)
      expect(new Set(called).size).toBe(arrived.length)
      for (const name of ['ordinary', 'priority', 'appointment'] as const) {
        const those = arrived.filter((ticket) => ticket.class === name).map((ticket) => ticket.id)
        expect(called.filter((id) => those.includes(id))).toEqual(those)
      }
    }), 40)
  }, 120_000)

  it('interleaves by weight while all classes wait: three ordinary to two priority to two appointments', async () => {
    const classes: TicketClass[] = ['ordinary', 'priority', 'appointment']
    const steps = Array.from({ length: 63 }, (_, i): Step => ({ kind: 'take', class: classes[i % 3]! }))
    const { arrived, called } = await play(steps, { weights: { ordinary: 3, priority: 2, appointment: 2 }, passLimit: 63 })
    const classOf = new Map(arrived.map((ticket) => [ticket.id, ticket.class]))
    const cycle = called.slice(0, 28).map((id) => classOf.get(id))
    expect([cycle.filter((name) => name === 'ordinary').length, cycle.filter((name) => name === 'priority').length]).toEqual([12, 8])
  })

  it('calls a single elder next, however long the line', async () => {
    const { take, order } = drive(queue, testHall({ hallId: 'policyfirst' }))
    for (let i = 0; i < 50; i += 1) await take()
    await take({ class: 'priority', priority: 'elder' })
    expect((await order()).indexOf('A051')).toBeLessThanOrEqual(1)
  })

  it('lets the eleventh of a crowd of elders stand behind everybody who saw the ten before', async () => {
    const { take, order } = drive(queue, testHall({ hallId: 'policycrowd' }))
    for (let i = 0; i < 20; i += 1) await take()
    for (let i = 0; i < 11; i += 1) await take({ class: 'priority', priority: 'elder' })
    const called = await order()
    expect(called.indexOf('A031')).toBe(30)
    expect(called.indexOf('A030')).toBeLessThan(25)
  })
})
