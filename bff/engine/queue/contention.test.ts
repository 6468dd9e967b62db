import { useRedis } from '../../../tests/support/redis'
import { createQueueEngine } from './engine'
import { drive, NINE, newKey, testHall } from './testing/drive'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 1 })

describe('many at once', () => {
  it('gives 2,000 parallel takers the numbers 1 to 2,000, each once, though every tenth asks twice', async () => {
    const { take } = drive(queue, testHall({ hallId: 'crowd' }))
    const taken = await Promise.all(Array.from({ length: 2_000 }, async (_, i) => {
      const key = newKey()
      const tries = await Promise.all(Array.from({ length: i % 10 === 0 ? 2 : 1 }, () => take({ owner: `crowd${i}`, key })))
      expect(new Set(tries.map(({ ticket }) => ticket.ticketId)).size).toBe(1)
      return tries[0]!.ticket.number
    }))
    expect(taken.map((number) => Number(number.slice(1))).sort((a, b) => a - b)).toEqual(Array.from({ length: 2_000 }, (_, i) => i + 1))
  })

  it('never gives two of fifty clerks calling at once the same ticket', async () => {
    const windows = Array.from({ length: 50 }, (_, i) => ({ windowId: `${i + 1}`, name: { zh: '窗', en: 'w' }, lineIds: ['A', 'B'] }))
    const hall = testHall({ hallId: 'clerks', windows })
    const { take, open, call } = drive(queue, hall)
    await Promise.all(Array.from({ length: 40 }, (_, i) => take({ lineId: i % 2 ? 'A' : 'B' })))
    await Promise.all(windows.map(({ windowId }) => open(windowId)))
    const results = await Promise.allSettled(windows.map(({ windowId }) => call(windowId, NINE)))
    const called = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.ticketId] : []))
    expect([called.length, new Set(called).size]).toEqual([40, 40])
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []))
    expect(refusals).toEqual(Array.from({ length: 10 }, () => 'NOBODY_WAITING'))
  })

  it('lets a citizen who taps ten times with ten keys hold one ticket', async () => {
    const { take, order } = drive(queue, testHall({ hallId: 'tapper' }))
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => take({ owner: 'impatient' })))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await order()).toEqual(['A001'])
  })
})
