import fc from 'fast-check'
import { ContractError } from '@shared/errors'
import { holds } from '../../../tests/support/property'
import { useRedis } from '../../../tests/support/redis'
import type { QueueHall } from '../../capabilities/queue/port'
import { createQueueEngine } from './engine'
import { dayKey } from './keys'
import { orderOf, replayDay, type HallEvent } from './replay'
import { pairsOf } from '../reply'
import { drive, NINE, testHall } from './testing/drive'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 1 })
let halls = 0

const eventsOf = async (hall: QueueHall): Promise<HallEvent[]> =>
  (await redis.xrange(`${dayKey(hall.hallId, NINE)}:events`, '-', '+')).map(([, flat]) => pairsOf(flat))

/** Everything the events claim, read from where the engine keeps it. */
const compare = async (hall: QueueHall) => {
  const day = replayDay(await eventsOf(hall))
  const board = await queue.board(hall, NINE, 10_000)
  for (const line of board.lines) {
    expect(orderOf(day, line.lineId)).toEqual(line.next.map((ticket) => ticket.ticketId))
    expect(day.pausedLines.has(line.lineId)).toBe(line.paused)
  }
  for (const { windowId, state, account, current } of board.windows) {
    const window = day.windows.get(windowId) ?? { state: 'closed', account: '', ticket: '' }
    expect(window).toEqual({ state, account: account ?? '', ticket: current?.ticketId ?? '' })
  }
  for (const [id, ticket] of day.tickets) {
    const { ticket: { hallId: _, day: __, ...kept } } = await queue.read(id, '', null)
    const { tag, seq, ...told } = ticket
    expect(told).toEqual(kept)
    expect([Number.isNaN(Number(tag)), Number.isNaN(seq)]).toEqual([false, false])
  }
  expect([day.paused, day.closed]).toEqual([board.paused, board.closed])
  return day
}

const command = fc.record({
  act: fc.constantFrom('take', 'take', 'take', 'call', 'call', 'recall', 'recall', 'start', 'finish', 'miss', 'return', 'defer', 'transfer', 'cancel', 'pauseLine', 'pauseHall', 'window'),
  who: fc.nat(30), window: fc.nat(2), line: fc.constantFrom('A', 'B'), flag: fc.boolean(),
  class: fc.constantFrom('ordinary', 'ordinary', 'priority', 'appointment'),
})
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

/** Tries one command; a refusal is fine (it must change nothing and tell nothing). */
const attempt = async (hall: QueueHall, tickets: { id: string; owner: string }[], one: Command): Promise<void> => {
  const { take, act } = drive(queue, hall)
  const windowId = hall.windows[one.window]!.windowId
  const clerk = `clerk${windowId}`
  const mine = tickets[one.who % Math.max(1, tickets.length)]
  const board = await queue.board(hall, NINE, 0)
  const current = board.windows.find((window) => window.windowId === windowId)?.current?.ticketId ?? mine?.id
  if (one.act === 'take') {
    const owner = `owner${one.who}`
    const priority = one.class === 'priority' ? 'elder' as const : null
    const { ticket } = await take({ owner, lineId: one.line, class: one.class, priority, itemId: one.flag ? 'some-item' : null, now: NINE + tickets.length })
    tickets.push({ id: ticket.ticketId, owner })
  } else if (one.act === 'window') await queue.setWindow(hall, windowId, one.flag ? 'open' : 'paused', clerk, 'clerk', NINE)
  else if (one.act === 'pauseLine') await queue.setPaused(hall, one.line, one.flag, 'boss', NINE)
  else if (one.act === 'pauseHall') await queue.setPaused(hall, null, one.flag && one.who === 0, 'boss', NINE)
  else if (one.act === 'call') await queue.callNext(hall, windowId, act(clerk, NINE))
  else if (!mine || !current) return
  else if (one.act === 'cancel') await queue.cancel(hall, mine.id, act(mine.owner, NINE))
  else if (one.act === 'return') await queue.comeBack(hall, mine.id, act(mine.owner, NINE))
  else if (one.act === 'defer') await queue.defer(hall, mine.id, 2, act(mine.owner, NINE))
  else if (one.act === 'transfer') await queue.transfer(hall, current, one.line, 'clerk', act(clerk, NINE))
  else await queue[one.act as 'recall' | 'start' | 'finish' | 'miss'](hall, current, 'clerk', act(clerk, NINE))
}

describe('a hall’s stream of events', () => {
  it('tells the whole day: replayed, it gives the state the engine keeps, and a refused act tells nothing', async () => {
    await holds(fc.asyncProperty(fc.array(command, { minLength: 40, maxLength: 120 }), async (commands) => {
      const hall = testHall({ hallId: `replay${halls += 1}`, callsBeforeMissed: 2, limits: { perLine: 3, perHall: 5, perDay: 1_000 } })
      const tickets: { id: string; owner: string }[] = []
      for (const window of hall.windows.slice(0, 3)) await queue.setWindow(hall, window.windowId, 'open', `clerk${window.windowId}`, 'clerk', NINE)
      for (const one of commands) {
        await attempt(hall, tickets, one).catch((error: unknown) => { if (!(error instanceof ContractError) || error.code === 'INTERNAL') throw error })
      }
      await compare(hall)
      await queue.closeDay(hall, NINE, NINE)
      await compare(hall)
    }), 30)
  }, 120_000)

  it('has an entry for every kind of change', async () => {
    const hall = testHall({ hallId: 'everykind', callsBeforeMissed: 2 })
    const { take, open, call, miss, serve, act } = drive(queue, hall)
    const held = []
    for (let i = 0; i < 6; i += 1) held.push((await take({ owner: `kind${i}` })).ticket.ticketId)
    const [missed, late, gone] = held as [string, string, string]
    await open('1')
    await call('1')
    await miss('1', missed)
    await queue.comeBack(hall, missed, act('kind0', NINE))
    await queue.defer(hall, late, 1, act('kind1', NINE))
    await queue.cancel(hall, gone, act('kind2', NINE))
    const served = await call('1')
    await serve('1', served.ticketId)
    const sent = await call('1')
    await queue.transfer(hall, sent.ticketId, 'B', 'clerk', act('clerk1', NINE))
    await queue.setPaused(hall, 'B', true, 'boss', NINE)
    await compare(hall)
    await queue.closeDay(hall, NINE, NINE)
    await compare(hall)
    expect([...new Set((await eventsOf(hall)).map((event) => event.type))].sort()).toEqual(
      ['call', 'cancel', 'close', 'defer', 'expire', 'finish', 'miss', 'pause', 'recall', 'return', 'start', 'take', 'transfer', 'window'])
  })
})
