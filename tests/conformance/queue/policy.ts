import fc from 'fast-check'
import type { TicketClass } from '@shared/queue'
import type { CallingPolicy } from '../../../bff/capabilities/queue/port'
import { holds } from '../../support/property'
import { enter, type OpenQueue } from './world'

type Step = { readonly kind: 'take'; readonly class: TicketClass } | { readonly kind: 'call' }
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take' as const), class: fc.constantFrom<TicketClass>('ordinary', 'priority', 'appointment') }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'call' as const }) },
)
const weight = fc.integer({ min: 1, max: 12 })
const policy = fc.record({ weights: fc.record({ ordinary: weight, priority: weight, appointment: weight }), passLimit: weight })

/** Plays the steps, then calls until nobody waits; gives who arrived and who was called, in order. */
const play = async (open: OpenQueue, steps: readonly Step[], rules: CallingPolicy) => {
  const { take, open: openWindow, call, serve } = await enter(open, { policy: rules })
  await openWindow('1')
  const arrived: { readonly id: string; readonly class: TicketClass }[] = []
  const called: string[] = []
  const callOne = async (): Promise<void> => {
    const { ticketId } = await call('1')
    called.push(ticketId)
    await serve('1', ticketId)
  }
  for (const one of steps) {
    if (one.kind === 'take') arrived.push({ id: (await take({ class: one.class, priority: one.class === 'priority' ? 'elder' : null })).ticket.ticketId, class: one.class })
    else if (called.length < arrived.length) await callOne()
  }
  while (called.length < arrived.length) await callOne()
  return { arrived, called }
}

export const describePolicy = (open: OpenQueue): void => {
  describe('the published calling policy', () => {
    it('passes no ordinary ticket by more later arrivals than the pass limit, calls everybody once, and each class in the order of its arrival', async () => {
      await holds(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), policy, async (steps, rules) => {
        const { arrived, called } = await play(open, steps, rules)
        const place = new Map(called.map((id, i) => [id, i]))
        const placeOf = (id: string): number => place.get(id) ?? Number.NaN
        expect(new Set(called).size).toBe(arrived.length)
        arrived.forEach((ticket, i) => {
          if (ticket.class !== 'ordinary') return
          expect(arrived.slice(i + 1).filter(({ id }) => placeOf(id) < placeOf(ticket.id)).length).toBeLessThanOrEqual(rules.passLimit)
        })
        for (const name of ['ordinary', 'priority', 'appointment']) {
          const those = arrived.filter((ticket) => ticket.class === name).map(({ id }) => id)
          expect(called.filter((id) => those.includes(id))).toEqual(those)
        }
      }), 20)
    }, 120_000)

    it('calls a single elder among the next, however long the line', async () => {
      const { take, order } = await enter(open)
      for (let i = 0; i < 30; i += 1) await take()
      await take({ class: 'priority', priority: 'elder' })
      expect((await order()).indexOf('A031')).toBeLessThanOrEqual(2)
    })

    it('gives each class about its share of the calls while all of them wait', async () => {
      const classes: TicketClass[] = ['ordinary', 'priority', 'appointment']
      const steps = Array.from({ length: 42 }, (_, i): Step => ({ kind: 'take', class: classes[i % 3] as TicketClass }))
      const { arrived, called } = await play(open, steps, { weights: { ordinary: 3, priority: 2, appointment: 2 }, passLimit: 42 })
      const classOf = new Map(arrived.map((ticket) => [ticket.id, ticket.class]))
      const shares = classes.map((name) => called.slice(0, 21).filter((id) => classOf.get(id) === name).length)
      expect(shares[0]).toBeGreaterThanOrEqual(8)
      expect(shares[0]).toBeLessThanOrEqual(10)
      expect(Math.abs((shares[1] as number) - (shares[2] as number))).toBeLessThanOrEqual(1)
    })
  })
}
