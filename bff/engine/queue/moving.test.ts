import fc from 'fast-check'
import { ContractError } from '@shared/errors'
import type { TicketClass } from '@shared/queue'
import { holds } from '../../../tests/support/property'
import { useRedis } from '../../../tests/support/redis'
import type { QueueHall } from '../../capabilities/queue/port'
import { createQueueEngine } from './engine'
import { drive, NINE, testHall } from './testing/drive'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 1 })
const PASS_LIMIT = 4
let halls = 0

const step = fc.record({
  act: fc.constantFrom('take', 'take', 'take', 'serve', 'comeBack', 'defer', 'transfer', 'cancel'),
  class: fc.constantFrom<TicketClass>('ordinary', 'ordinary', 'priority', 'appointment'), who: fc.nat(1000), places: fc.integer({ min: 1, max: 6 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** One hall in which line A is called, and whoever is transferred comes from line B. */
const openHall = async () => {
  const hall = testHall({ hallId: `moving${halls += 1}`, callsBeforeMissed: 1, policy: { weights: { ordinary: 3, priority: 2, appointment: 2 }, passLimit: PASS_LIMIT } })
  const { take, open, miss, serve, act, order } = drive(queue, hall)
  const only = (lineId: string): QueueHall => ({ ...hall, windows: hall.windows.map((window) => ({ ...window, lineIds: [lineId] })) })
  await open('1')
  await open('2')
  const arrived: { id: string; number: string; owner: string; class: TicketClass }[] = []
  const called: string[] = []
  /** Those who moved themselves: no bound is promised to them. */
  const moved = new Set<string>()

  const enter = async (one: Step, lineId: string) => {
    const owner = `mover${arrived.length}`
    const { ticket } = await take({ class: one.class, owner, lineId })
    arrived.push({ id: ticket.ticketId, number: ticket.number, owner, class: one.class })
    return arrived.at(-1)!
  }
  const callOne = async () => {
    const ticket = await queue.callNext(only('A'), '1', act('clerk1', NINE))
    called.push(ticket.ticketId)
    return ticket.ticketId
  }
  const someone = async (who: number) => {
    const standing = await order()
    return arrived.find(({ number }) => number === standing[who % Math.max(1, standing.length)])
  }
  const play = async (one: Step): Promise<void> => {
    if (one.act === 'take') await enter(one, 'A')
    else if (one.act === 'serve') await serve('1', await callOne())
    else if (one.act === 'comeBack') {
      const id = await callOne()
      moved.add(id)
      await miss('1', id)
      await queue.comeBack(hall, id, act(arrived.find((ticket) => ticket.id === id)!.owner, NINE))
    } else if (one.act === 'transfer') {
      const { id } = await enter(one, 'B')
      moved.add(id)
      await queue.callNext(only('B'), '2', act('clerk2', NINE))
      await queue.transfer(hall, id, 'A', 'clerk', act('clerk2', NINE))
    } else {
      const ticket = await someone(one.who)
      if (!ticket) return
      if (one.act === 'cancel') await queue.cancel(hall, ticket.id, act(ticket.owner, NINE))
      else await defer(ticket, one.places)
      moved.add(ticket.id)
    }
  }
  const defer = async ({ id, owner, number }: { id: string; owner: string; number: string }, places: number): Promise<void> => {
    const before = await order()
    const { ahead } = await queue.defer(hall, id, places, act(owner, NINE))
    expect(ahead).toBe(before.indexOf(number) + Math.min(places, before.length - 1 - before.indexOf(number)))
  }
  return { play, callOne, serve, order, arrived, called, moved }
}

const refusedIsFine = (error: unknown): void => { if (!(error instanceof ContractError) || error.code === 'INTERNAL') throw error }

describe('while people come back, let others go first, change lines and leave', () => {
  it('no ordinary ticket that stays where it is gets passed by more later arrivals than the pass limit, and a defer lets exactly so many go first', async () => {
    await holds(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
      const { play, callOne, serve, order, arrived, called, moved } = await openHall()
      for (const one of steps) await play(one).catch(refusedIsFine)
      while ((await order()).length > 0) await serve('1', await callOne())
      const place = new Map(called.map((id, i) => [id, i]))
      arrived.forEach(({ id, class: name }, i) => {
        if (name !== 'ordinary' || moved.has(id)) return
        const passedBy = arrived.slice(i + 1).filter((later) => !moved.has(later.id) && place.get(later.id)! < place.get(id)!)
        expect(passedBy.length).toBeLessThanOrEqual(PASS_LIMIT)
      })
    }), 40)
  }, 120_000)

  it('whoever has more people ahead than before is told who they are', async () => {
    await holds(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const { play, arrived, moved } = await openHall()
      const known = new Map<string, { ahead: number; seen: number }>()
      for (const one of steps) {
        await play(one).catch(refusedIsFine)
        for (const { id, owner } of arrived) {
          const before = known.get(id)
          const now = await queue.read(id, owner, before?.seen ?? null)
          if (now.ahead === null) { known.delete(id); continue }
          const grown = now.ahead - (before?.ahead ?? now.ahead)
          if (grown > 0 && !moved.has(id)) expect(now.moved.reduce((sum, { people }) => sum + people, 0)).toBeGreaterThanOrEqual(grown)
          known.set(id, { ahead: now.ahead, seen: now.seen })
        }
      }
    }), 15)
  }, 120_000)
})
