import { useRedis } from '../../../tests/support/redis'
import { pairsOf } from '../reply'
import { createQueueEngine } from './engine'
import { dayKey } from './keys'
import { drive, NINE, testHall } from './testing/drive'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 8 })
const MINUTE = 60_000

describe('an event of a ticket', () => {
  const hall = testHall({ hallId: 'told', callsBeforeMissed: 2 })
  const { take, open, call, miss, serve, act } = drive(queue, hall)
  const events = async () => (await redis.xrange(`${dayKey(hall.hallId, NINE)}:events`, '-', '+')).map(([, flat]) => pairsOf(flat))
  const of = async (type: string, number: string) => (await events()).find((event) => event.type === type && event.num === number)

  beforeAll(async () => {
    const held = []
    for (let i = 0; i < 7; i += 1) held.push((await take({ owner: `told${i}`, class: i === 6 ? 'priority' : 'ordinary', priority: i === 6 ? 'elder' : null, itemId: 'residence-permit', now: NINE + i })).ticket.ticketId)
    const [missed, late, gone] = held as [string, string, string]
    await open('1')
    await open('2')
    await call('1')
    await miss('1', missed)
    await queue.comeBack(hall, missed, act('told0', NINE))
    await queue.defer(hall, late, 1, act('told1', NINE))
    await queue.cancel(hall, gone, act('told2', NINE))
    const served = await call('1', NINE + MINUTE)
    await serve('1', served.ticketId, NINE + 2 * MINUTE)
    await queue.transfer(hall, (await call('1')).ticketId, 'B', 'clerk', act('clerk1', NINE))
    await queue.start(hall, (await call('2')).ticketId, 'clerk', act('clerk2', NINE))
    await queue.closeDay(hall, NINE, NINE + 60 * MINUTE)
  })

  it('names its number, its line and its class, whatever happened', async () => {
    const told = (await events()).filter(({ ticket }) => ticket)
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(['take', 'call', 'recall', 'miss', 'return', 'defer', 'cancel', 'start', 'finish', 'transfer', 'expire']))
    for (const event of told) {
      const { ticket } = await queue.read(event.ticket ?? '', '', null)
      expect(event).toMatchObject({ num: ticket.number, class: ticket.class, line: expect.stringMatching(/^[AB]$/) as string })
    }
  })

  it('that calls tells since when it waited; one that ends tells the window and the item', async () => {
    const called = (await events()).filter(({ type }) => type === 'call')
    expect(called.length).toBeGreaterThan(3)
    for (const event of called) expect(Number(event.taken)).toBe((await queue.read(event.ticket ?? '', '', null)).ticket.takenAt)
    const finished = (await events()).find(({ type }) => type === 'finish')
    expect(finished).toMatchObject({ line: 'A', window: '1', item: 'residence-permit' })
  })

  it('of the end of the day tells whether it was served or never called', async () => {
    const ended = (await events()).filter(({ type }) => type === 'expire')
    expect(ended.filter(({ to }) => to === 'finished')).toEqual([expect.objectContaining({ window: '2', item: 'residence-permit' })])
    expect(ended.filter(({ to }) => to === 'expired').length).toBeGreaterThan(1)
    expect(await of('transfer', (await events()).find(({ type }) => type === 'transfer')?.num ?? '')).toMatchObject({ from: 'A', line: 'B', window: '1' })
  })
})
