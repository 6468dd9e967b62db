import { useRedis } from '../../../tests/support/redis'
import { createQueueEngine } from './engine'
import { drive, NINE, testHall } from './testing/drive'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 8 })
const MINUTE = 60_000
let halls = 0
const fresh = (overrides: Parameters<typeof testHall>[0] = {}) => {
  const hall = testHall({ hallId: `hall${halls += 1}`, ...overrides })
  return { hall, ...drive(queue, hall) }
}
const refused = (code: string, details?: object) => expect.objectContaining({ code, ...(details && { details }) })

describe('missed, late, cancelled', () => {
  it('marks a ticket missed only after three calls', async () => {
    const { take, open, call, act, hall } = fresh()
    const { ticket } = await take()
    await open('1')
    await call('1')
    await expect(queue.miss(hall, ticket.ticketId, 'clerk', act('clerk1', NINE))).rejects.toEqual(refused('CALLS_REMAIN', { calls: 2 }))
    await queue.recall(hall, ticket.ticketId, 'clerk', act('clerk1', NINE))
    await queue.recall(hall, ticket.ticketId, 'clerk', act('clerk1', NINE))
    expect(await queue.miss(hall, ticket.ticketId, 'clerk', act('clerk1', NINE))).toMatchObject({ state: 'missed', calls: 3 })
  })

  it('puts a returning ticket behind the next three, once, and within thirty minutes', async () => {
    const { take, open, call, miss, act, hall, order } = fresh()
    const { ticket } = await take({ owner: 'eve' })
    for (let i = 0; i < 5; i += 1) await take()
    await open('1')
    await call('1')
    await miss('1', ticket.ticketId)
    const back = await queue.comeBack(hall, ticket.ticketId, act('eve', NINE + 29 * MINUTE))
    expect(back).toMatchObject({ ahead: 3, ticket: { state: 'returned', number: 'A001' } })
    expect(await order()).toEqual(['A002', 'A003', 'A004', 'A001', 'A005', 'A006'])
    for (let i = 0; i < 3; i += 1) await drive(queue, hall).serve('1', (await call('1')).ticketId)
    expect((await call('1')).number).toBe('A001')
    await miss('1', ticket.ticketId)
    await expect(queue.comeBack(hall, ticket.ticketId, act('eve', NINE + 30 * MINUTE))).rejects.toEqual(refused('RETURN_USED'))
  })

  it('keeps those who come back in the order of their coming, each behind the next three', async () => {
    const { take, open, call, miss, act, hall, order } = fresh()
    const missed = [await take({ owner: 'f1' }), await take({ owner: 'f2' })]
    for (let i = 0; i < 5; i += 1) await take()
    await open('1')
    for (const { ticket } of missed) {
      await call('1')
      await miss('1', ticket.ticketId)
    }
    for (const [i, { ticket }] of missed.entries()) await queue.comeBack(hall, ticket.ticketId, act(`f${i + 1}`, NINE))
    expect(await order()).toEqual(['A003', 'A004', 'A005', 'A001', 'A002', 'A006', 'A007'])
  })

  it('counts one who comes back towards the hall’s limit', async () => {
    const { take, open, call, miss, act, hall } = fresh({ lines: [...testHall().lines, { ...testHall().lines[0]!, lineId: 'C' }] })
    const { ticket } = await take({ owner: 'fay' })
    await open('1')
    await call('1')
    await miss('1', ticket.ticketId)
    await take({ owner: 'fay', lineId: 'B' })
    await take({ owner: 'fay', lineId: 'C' })
    await expect(queue.comeBack(hall, ticket.ticketId, act('fay', NINE))).rejects.toEqual(refused('LIMIT_HALL'))
  })

  it('puts a returning ticket first where the hall says behind nobody', async () => {
    const { take, open, call, miss, act, hall, order } = fresh({ returnBehind: 0 })
    const { ticket } = await take({ owner: 'fox' })
    for (let i = 0; i < 3; i += 1) await take()
    await open('1')
    await call('1')
    await miss('1', ticket.ticketId)
    await queue.comeBack(hall, ticket.ticketId, act('fox', NINE))
    expect(await order()).toEqual(['A001', 'A002', 'A003', 'A004'])
  })

  it('tells one who comes back too late to take a new number, which is then allowed', async () => {
    const { take, open, call, miss, act, hall } = fresh()
    const { ticket } = await take({ owner: 'gus' })
    await open('1')
    await call('1')
    await miss('1', ticket.ticketId)
    await expect(queue.comeBack(hall, ticket.ticketId, act('gus', NINE + 31 * MINUTE))).rejects.toEqual(refused('RETURN_TOO_LATE', { minutes: 30 }))
    expect((await take({ owner: 'gus', now: NINE + 31 * MINUTE })).ticket.number).toBe('A002')
  })

  it('lets others go first as often as allowed, and never when nobody is behind', async () => {
    const { take, act, hall, order } = fresh()
    const { ticket } = await take({ owner: 'hal' })
    await expect(queue.defer(hall, ticket.ticketId, 3, act('hal', NINE))).rejects.toEqual(refused('NOBODY_BEHIND'))
    for (let i = 0; i < 4; i += 1) await take()
    expect((await queue.defer(hall, ticket.ticketId, 3, act('hal', NINE))).ahead).toBe(3)
    expect(await order()).toEqual(['A002', 'A003', 'A004', 'A001', 'A005'])
    expect((await queue.defer(hall, ticket.ticketId, 20, act('hal', NINE))).ahead).toBe(4)
    await expect(queue.defer(hall, ticket.ticketId, 1, act('hal', NINE))).rejects.toEqual(refused('DEFER_USED'))
  })

  it('lets exactly as many go first as asked, also where several came at the same virtual time', async () => {
    const { take, act, hall, order } = fresh()
    const { ticket } = await take({ owner: 'hana' })
    await take({ class: 'priority', priority: 'elder' })
    await take({ class: 'appointment' })
    await take()
    expect(await order()).toEqual(['A001', 'A002', 'A003', 'A004'])
    expect((await queue.defer(hall, ticket.ticketId, 1, act('hana', NINE))).ahead).toBe(1)
    expect(await order()).toEqual(['A002', 'A001', 'A003', 'A004'])
  })

  it('puts one who comes back behind the next three, though another came back and left again', async () => {
    const { take, open, call, miss, act, hall, order } = fresh()
    const missed = [await take({ owner: 'g1' }), await take({ owner: 'g2' })]
    for (let i = 0; i < 3; i += 1) await take()
    await open('1')
    for (const { ticket } of missed) {
      await call('1')
      await miss('1', ticket.ticketId)
    }
    await queue.comeBack(hall, missed[0]!.ticket.ticketId, act('g1', NINE))
    await queue.cancel(hall, missed[0]!.ticket.ticketId, act('g1', NINE))
    for (let i = 0; i < 2; i += 1) await take({ class: 'priority', priority: 'elder' })
    await queue.comeBack(hall, missed[1]!.ticket.ticketId, act('g2', NINE))
    expect((await order()).indexOf('A002')).toBe(3)
  })

  it('cancels from the line and frees the window when already called', async () => {
    const { take, open, call, act, hall, order } = fresh()
    const first = await take({ owner: 'ida' })
    const second = await take({ owner: 'jon' })
    await queue.cancel(hall, second.ticket.ticketId, act('jon', NINE))
    expect(await order()).toEqual(['A001'])
    await open('1')
    await call('1')
    await queue.cancel(hall, first.ticket.ticketId, act('ida', NINE))
    await expect(call('1')).rejects.toEqual(refused('NOBODY_WAITING'))
    await expect(queue.cancel(hall, first.ticket.ticketId, act('ida', NINE))).rejects.toEqual(refused('ILLEGAL_MOVE'))
  })

  it('answers for another’s ticket exactly as for one that does not exist', async () => {
    const { take, act, hall } = fresh()
    const { ticket } = await take({ owner: 'kim' })
    const strange = `${hall.hallId}.00000000000000000000`
    for (const id of [ticket.ticketId, strange]) {
      await expect(queue.read(id, 'lee', null)).rejects.toEqual(refused('TICKET_NOT_FOUND'))
      await expect(queue.cancel(hall, id, act('lee', NINE))).rejects.toEqual(refused('TICKET_NOT_FOUND'))
      await expect(queue.comeBack(hall, id, act('lee', NINE))).rejects.toEqual(refused('TICKET_NOT_FOUND'))
      await expect(queue.defer(hall, id, 1, act('lee', NINE))).rejects.toEqual(refused('TICKET_NOT_FOUND'))
    }
  })
})
