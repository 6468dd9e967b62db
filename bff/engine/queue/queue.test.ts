import { useRedis } from '../../../tests/support/redis'
import { createQueueEngine } from './engine'
import { drive, NINE, newKey, testHall } from './testing/drive'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 8 })
const MINUTE = 60_000
let halls = 0
const fresh = (overrides: Parameters<typeof testHall>[0] = {}) => {
  const hall = testHall({ hallId: `hall${halls += 1}`, ...overrides })
  return { hall, ...drive(queue, hall) }
}
const refused = (code: string, details?: object) => expect.objectContaining({ code, ...(details && { details }) })

describe('taking a number', () => {
  it('gives letter and number per line, counting from 001', async () => {
    const { take } = fresh()
    expect((await take()).ticket.number).toBe('A001')
    expect((await take()).ticket.number).toBe('A002')
    expect((await take({ lineId: 'B' })).ticket.number).toBe('B001')
  })

  it('widens to four digits after 999', async () => {
    const { take, hall } = fresh()
    await redis.hset(`{hall:${hall.hallId}}:20260105`, 'A:n', 999)
    expect((await take()).ticket.number).toBe('A1000')
  })

  it('begins anew on the next service day', async () => {
    const { take } = fresh()
    await take()
    expect((await take({ now: NINE + 24 * 60 * MINUTE })).ticket.number).toBe('A001')
  })

  it('gives the same ticket for the same key, and refuses the key with another content', async () => {
    const { take } = fresh()
    const key = newKey()
    const first = await take({ owner: 'ann', key })
    const again = await take({ owner: 'ann', key })
    expect(again.ticket).toEqual(first.ticket)
    await expect(take({ owner: 'ann', key, lineId: 'B' })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    expect((await take()).ticket.number).toBe('A002')
  })

  it('keeps a citizen to one ticket per line and two per hall until one is done', async () => {
    const { take, open, call, serve, hall } = fresh({ lines: [...testHall().lines, { ...testHall().lines[0]!, lineId: 'C' }] })
    const first = await take({ owner: 'bob' })
    await expect(take({ owner: 'bob' })).rejects.toEqual(refused('LIMIT_LINE'))
    await take({ owner: 'bob', lineId: 'B' })
    await expect(take({ owner: 'bob', lineId: 'C' })).rejects.toEqual(refused('LIMIT_HALL'))
    await open('1')
    await call('1')
    await serve('1', first.ticket.ticketId)
    expect((await take({ owner: 'bob' })).ticket.number).toBe('A002')
    expect(hall.limits).toMatchObject({ perLine: 1, perHall: 2 })
  })

  it('gives a citizen so many tickets a day, cancelled ones included', async () => {
    const { take, act, hall } = fresh({ limits: { perLine: 1, perHall: 2, perDay: 3 } })
    for (let i = 0; i < 3; i += 1) {
      const { ticket } = await take({ owner: 'eager' })
      await queue.cancel(hall, ticket.ticketId, act('eager', NINE))
    }
    await expect(take({ owner: 'eager' })).rejects.toEqual(refused('LIMIT_DAY'))
    expect((await take({ owner: 'patient' })).ticket.number).toBe('A004')
    expect((await take({ owner: 'eager', now: NINE + 24 * 60 * MINUTE })).ticket.number).toBe('A001')
  })

  it('stops at the line’s daily capacity, and a refusal takes no number', async () => {
    const line = testHall().lines[0]!
    const { take, order } = fresh({ lines: [{ ...line, capacity: 2 }] })
    await take()
    await take()
    await expect(take()).rejects.toEqual(refused('LINE_FULL'))
    expect(await order()).toEqual(['A001', 'A002'])
  })

  it('lets the first who uses a proof of presence keep it', async () => {
    const { take } = fresh()
    const presence = { nonce: newKey(), expiresAt: NINE + MINUTE }
    await take({ owner: 'carl', presence })
    await take({ owner: 'carl', presence, lineId: 'B' })
    await expect(take({ owner: 'dora', presence })).rejects.toEqual(refused('PRESENCE_USED'))
  })
})

describe('calling and serving', () => {
  it('walks a ticket from waiting over called and serving to finished', async () => {
    const { take, open, call, act, hall } = fresh()
    const { ticket } = await take()
    await open('1')
    expect(await call('1', NINE + MINUTE)).toMatchObject({ number: 'A001', state: 'called', windowId: '1', calls: 1, calledAt: NINE + MINUTE })
    expect(await queue.start(hall, ticket.ticketId, 'clerk', act('clerk1', NINE + 2 * MINUTE))).toMatchObject({ state: 'serving', startedAt: NINE + 2 * MINUTE })
    expect(await queue.finish(hall, ticket.ticketId, 'clerk', act('clerk1', NINE + 9 * MINUTE))).toMatchObject({ state: 'finished', endedAt: NINE + 9 * MINUTE })
  })

  it('refuses to call at a window that is closed, busy, another clerk’s, or when nobody waits', async () => {
    const { take, open, call, hall } = fresh()
    await expect(call('1')).rejects.toEqual(refused('WINDOW_NOT_OPEN'))
    await open('1')
    await expect(call('1')).rejects.toEqual(refused('NOBODY_WAITING'))
    await take()
    await take()
    await call('1')
    await expect(call('1')).rejects.toEqual(refused('WINDOW_BUSY'))
    await expect(queue.setWindow(hall, '1', 'open', 'other', 'clerk', NINE)).rejects.toEqual(refused('WINDOW_TAKEN'))
    await expect(queue.setWindow(hall, '1', 'closed', 'clerk1', 'clerk', NINE)).rejects.toEqual(refused('WINDOW_BUSY'))
  })

  it('calls at the same window for the same key the same ticket', async () => {
    const { take, open, call } = fresh()
    await take()
    await take()
    await open('1')
    const key = newKey()
    expect((await call('1', NINE, key)).number).toBe('A001')
    expect((await call('1', NINE, key)).number).toBe('A001')
  })

  it('calls from the line that holds the longest wait', async () => {
    const { take, open, call, serve } = fresh()
    await take({ lineId: 'B' })
    await take({ lineId: 'A' })
    await open('1')
    const first = await call('1')
    expect(first.number).toBe('B001')
    await serve('1', first.ticketId)
    expect((await call('1')).number).toBe('A001')
  })

  it('lets no other clerk touch the ticket, but a leader may', async () => {
    const { take, open, call, act, hall } = fresh()
    const { ticket } = await take()
    await open('1')
    await open('2')
    await call('1')
    await expect(queue.start(hall, ticket.ticketId, 'clerk', act('clerk2', NINE))).rejects.toEqual(refused('NOT_YOUR_WINDOW'))
    expect((await queue.start(hall, ticket.ticketId, 'leader', act('boss', NINE))).state).toBe('serving')
  })

  it('lets nobody be called or take a number while the hall or the line is paused', async () => {
    const { take, open, call, hall } = fresh()
    await take()
    await open('1')
    await queue.setPaused(hall, 'A', true, 'boss', NINE)
    await expect(take()).rejects.toEqual(refused('LINE_PAUSED'))
    await expect(call('1')).rejects.toEqual(refused('NOBODY_WAITING'))
    await queue.setPaused(hall, 'A', false, 'boss', NINE)
    await queue.setPaused(hall, null, true, 'boss', NINE)
    await expect(take()).rejects.toEqual(refused('HALL_PAUSED'))
    await expect(call('1')).rejects.toEqual(refused('HALL_PAUSED'))
    await queue.setPaused(hall, null, false, 'boss', NINE)
    expect((await call('1')).number).toBe('A001')
  })

  it('sends a transferred ticket to where its wait belongs in the other line', async () => {
    const { take, open, call, act, hall, order } = fresh()
    await take({ lineId: 'B' })
    const { ticket } = await take({ lineId: 'A' })
    await take({ lineId: 'B' })
    const window = { ...hall, windows: [{ ...hall.windows[0]!, lineIds: ['A'] }] }
    await open('1')
    await queue.callNext(window, '1', act('clerk1', NINE))
    await expect(queue.transfer(hall, ticket.ticketId, 'A', 'clerk', act('clerk1', NINE))).rejects.toEqual(refused('SAME_LINE'))
    const moved = await queue.transfer(hall, ticket.ticketId, 'B', 'clerk', act('clerk1', NINE))
    expect(moved).toMatchObject({ state: 'transferred', lineId: 'B', number: 'A001', windowId: null })
    expect(await order('B')).toEqual(['B001', 'A001', 'B002'])
    expect((await call('1')).number).toBe('B001')
  })
})

describe('what the day’s course must not change', () => {
  it('answers a repeated take although a new one would be refused now', async () => {
    const { take } = fresh()
    const key = newKey()
    const first = await take({ owner: 'late', key })
    expect((await take({ owner: 'late', key, refusal: 'HALL_CLOSED' })).ticket.ticketId).toBe(first.ticket.ticketId)
    await expect(take({ owner: 'later', refusal: 'HALL_CLOSED' })).rejects.toEqual(refused('HALL_CLOSED'))
  })

  it('keeps the time waited of one who deferred and is then transferred', async () => {
    const { take, act, hall, order } = fresh()
    const { ticket } = await take({ owner: 'gil', lineId: 'A' })
    await take({ lineId: 'A' })
    for (let i = 0; i < 3; i += 1) await take({ lineId: 'B' })
    await queue.defer(hall, ticket.ticketId, 1, act('gil', NINE))
    const window = { ...hall, windows: [{ ...hall.windows[0]!, lineIds: ['A'] }, { ...hall.windows[1]!, lineIds: ['A'] }] }
    for (const windowId of ['1', '2']) {
      await queue.setWindow(hall, windowId, 'open', `clerk${windowId}`, 'clerk', NINE)
      await queue.callNext(window, windowId, act(`clerk${windowId}`, NINE))
    }
    await queue.transfer(hall, ticket.ticketId, 'B', 'clerk', act('clerk2', NINE))
    expect(await order('B')).toEqual(['A001', 'B001', 'B002', 'B003'])
  })

  it('tells the one directly behind a transfer why, too', async () => {
    const { take, act, hall } = fresh()
    const { ticket } = await take({ lineId: 'A' })
    const behind = await take({ owner: 'hugo', lineId: 'B', now: NINE + 1 })
    await queue.setWindow(hall, '1', 'open', 'clerk1', 'clerk', NINE)
    await queue.callNext({ ...hall, windows: [{ ...hall.windows[0]!, lineIds: ['A'] }] }, '1', act('clerk1', NINE + 2))
    await queue.transfer(hall, ticket.ticketId, 'B', 'clerk', act('clerk1', NINE + 5))
    expect(await queue.read(behind.ticket.ticketId, 'hugo', behind.seen)).toMatchObject({ ahead: 1, moved: [{ reason: 'transferred', people: 1 }] })
  })

  it('learns the pace anew after a break, without the calls that only opened the windows', async () => {
    const { take, open, call, serve, hall } = fresh()
    for (let i = 0; i < 30; i += 1) await take()
    await open('1')
    const paceAt = async (now: number) => (await queue.board(hall, now, 0)).lines[0]!
    const first = await call('1', NINE)
    expect(await paceAt(NINE + MINUTE)).toMatchObject({ calls: 0 })
    await serve('1', first.ticketId, NINE + 5 * MINUTE)
    const second = await call('1', NINE + 5 * MINUTE)
    await serve('1', second.ticketId, NINE + 10 * MINUTE)
    expect(await paceAt(NINE + 10 * MINUTE)).toMatchObject({ calls: 2, minutes: 10 })
    await call('1', NINE + 40 * MINUTE)
    expect((await paceAt(NINE + 42 * MINUTE)).minutes).toBe(2)
  })

  it('does not count a break that goes on', async () => {
    const { take, open, call, serve, hall } = fresh()
    for (let i = 0; i < 5; i += 1) await take()
    await open('1')
    for (const at of [0, 5, 10]) await serve('1', (await call('1', NINE + at * MINUTE)).ticketId, NINE + at * MINUTE)
    expect((await queue.board(hall, NINE + 50 * MINUTE, 0)).lines[0]).toMatchObject({ calls: 3, minutes: 10 })
  })
})

describe('what a ticket tells', () => {
  it('says who was placed ahead since it was last read', async () => {
    const { take } = fresh()
    for (let i = 0; i < 4; i += 1) await take()
    const { ticket, seen } = await take({ owner: 'meg' })
    // Whoever's clock is behind is told of all the same.
    await take({ class: 'priority', priority: 'elder', now: NINE - MINUTE })
    const told = await queue.read(ticket.ticketId, 'meg', seen)
    expect(told).toMatchObject({ ahead: 5, moved: [{ reason: 'priority', people: 1 }] })
    expect(await queue.read(ticket.ticketId, 'meg', told.seen)).toMatchObject({ ahead: 5, moved: [] })
  })

  it('says so, too, when an ordinary ticket is placed ahead of one with priority', async () => {
    const { take } = fresh()
    for (let i = 0; i < 3; i += 1) await take({ class: 'priority', priority: 'elder' })
    const { ticket, seen } = await take({ owner: 'mia', class: 'priority', priority: 'elder' })
    await take()
    expect(await queue.read(ticket.ticketId, 'mia', seen)).toMatchObject({ ahead: 4, moved: [{ reason: 'ordinary', people: 1 }] })
  })

  it('lists a citizen’s tickets of the day in every hall, newest first', async () => {
    const here = fresh()
    const there = fresh()
    await here.take({ owner: 'ned' })
    await there.take({ owner: 'ned', now: NINE + MINUTE })
    expect((await queue.listOf('ned', NINE + MINUTE)).map(({ ticket }) => ticket.hallId)).toEqual([there.hall.hallId, here.hall.hallId])
    expect(await queue.listOf('nobody', NINE)).toEqual([])
  })
})

describe('the end of the day', () => {
  it('expires who was not served, finishes who is being served, closes windows, and takes no more', async () => {
    const { take, open, call, act, hall, miss } = fresh()
    const [gone, serving] = [await take({ owner: 'o1' }), await take({ owner: 'o2' })]
    const waiting = await Promise.all(Array.from({ length: 450 }, (_, i) => take({ owner: `w${i}` })))
    await open('1')
    await open('2')
    await call('1')
    await miss('1', gone.ticket.ticketId)
    await call('2')
    await queue.start(hall, serving.ticket.ticketId, 'clerk', act('clerk2', NINE))
    expect(await queue.closeDay(hall, NINE, NINE + 480 * MINUTE)).toBe(452)
    expect((await queue.read(gone.ticket.ticketId, 'o1', null)).ticket.state).toBe('expired')
    expect((await queue.read(serving.ticket.ticketId, 'o2', null)).ticket.state).toBe('finished')
    expect((await queue.read(waiting[449]!.ticket.ticketId, 'w449', null)).ticket.state).toBe('expired')
    const board = await queue.board(hall, NINE, 10)
    expect(board.lines.map((line) => line.waiting)).toEqual([0, 0])
    expect(board.windows.every((window) => window.state === 'closed' && window.current === null)).toBe(true)
    await expect(take()).rejects.toEqual(refused('HALL_CLOSED'))
    expect(await queue.closeDay(hall, NINE, NINE + 481 * MINUTE)).toBe(0)
  })

  it('leaves no key without an end of life', async () => {
    const { hall, take, open, call, miss, act } = fresh()
    const { ticket } = await take({ owner: 'pat', presence: { nonce: 'n1', expiresAt: NINE + MINUTE } })
    for (let i = 0; i < 3; i += 1) await take({ class: 'priority', priority: 'elder' })
    await open('1')
    await call('1')
    await miss('1', ticket.ticketId)
    await queue.comeBack(hall, ticket.ticketId, act('pat', NINE))
    await call('1')
    await take({ class: 'priority', priority: 'elder', lineId: 'B' })
    await take({ lineId: 'B' })
    const keys = await redis.keys(`{hall:${hall.hallId}}*`)
    expect(keys.length).toBeGreaterThan(8)
    for (const key of keys) expect([key, await redis.ttl(key)]).toEqual([key, expect.any(Number)])
    const lives = await Promise.all(keys.map(async (key) => [key, (await redis.ttl(key)) > 0]))
    expect(lives.filter(([, mortal]) => !mortal)).toEqual([])
  })
})
