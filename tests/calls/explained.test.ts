import fc from 'fast-check'
import { createCallLog } from '../../bff/engine/calls/engine'
import { createQueueEngine } from '../../bff/engine/queue/engine'
import { drive, NINE, testHall } from '../../bff/engine/queue/testing/drive'
import type { Redis } from '../../bff/platform/redis'
import { calledBefore } from '../../miniapp/src/capabilities/calls/order'
import { ContractError } from '../../shared/errors'
import { holds } from '../support/property'
import { useRedis } from '../support/redis'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 1 })
const log = createCallLog(redis as unknown as Redis)
const DAY = '20260105'
let halls = 0

const step = fc.record({
  act: fc.constantFrom('take', 'take', 'take', 'take', 'call', 'call', 'call', 'miss', 'return', 'defer', 'transfer', 'cancel'),
  class: fc.constantFrom('ordinary' as const, 'ordinary' as const, 'priority' as const, 'appointment' as const),
  line: fc.constantFrom('A', 'A', 'B'), who: fc.nat(1_000), window: fc.nat(1), places: fc.integer({ min: 1, max: 6 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A day of one hall in which all that may happen does; gives its log. */
const dayOf = async (steps: readonly Step[]) => {
  const hall = testHall({ hallId: `why${halls += 1}`, callsBeforeMissed: 1, policy: { weights: { ordinary: 3, priority: 2, appointment: 2 }, passLimit: 4 } })
  const { take, open, call, miss, serve, act } = drive(queue, hall)
  const held: { id: string; owner: string }[] = []
  await open('1')
  await open('2')
  const play = async (one: Step): Promise<void> => {
    const mine = held[one.who % Math.max(1, held.length)]
    const windowId = String(one.window + 1)
    if (one.act === 'take') {
      const owner = `why${held.length}`
      held.push({ id: (await take({ owner, lineId: one.line, class: one.class, priority: one.class === 'priority' ? 'elder' : null })).ticket.ticketId, owner })
    } else if (one.act === 'return' && mine) await queue.comeBack(hall, mine.id, act(mine.owner, NINE))
    else if (one.act === 'defer' && mine) await queue.defer(hall, mine.id, one.places, act(mine.owner, NINE))
    else if (one.act === 'cancel' && mine) await queue.cancel(hall, mine.id, act(mine.owner, NINE))
    else {
      const { ticketId } = await call(windowId)
      if (one.act === 'miss') await miss(windowId, ticketId)
      else if (one.act === 'transfer') await queue.transfer(hall, ticketId, one.line, 'clerk', act(`clerk${windowId}`, NINE)).catch(() => serve(windowId, ticketId))
      else await serve(windowId, ticketId)
    }
  }
  for (const one of steps) await play(one).catch((error: unknown) => { if (!(error instanceof ContractError) || error.code === 'INTERNAL') throw error })
  await log.seal(hall.hallId, DAY)
  return (await log.read(hall.hallId, DAY, 0, 10_000)).entries
}

describe('the reasons the phone gives', () => {
  it('explain every call the queue makes, to everyone: nobody is told that no rule explains what a rule did', async () => {
    await holds(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 90 }), async (steps) => {
      const entries = await dayOf(steps)
      for (const { number } of entries.filter(({ kind }) => kind === 'take')) {
        expect(calledBefore(entries, number).before.filter(({ why }) => why === 'unexplained').map((one) => `${one.number} before ${number}`)).toEqual([])
      }
    }), 60)
  }, 120_000)
})
