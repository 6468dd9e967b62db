import { enter, lineOf, newKey, refused, windowsFor, type Inside, type OpenQueue } from './world'

/** The first of line A is called at window 1 and missed. */
const missFirst = async ({ call, missAfterCalls }: Inside): Promise<string> => {
  const { ticketId } = await call('1')
  await missAfterCalls('1', ticketId)
  return ticketId
}

export const describeMoving = (open: OpenQueue): void => {
  describe('missed, late, moved, cancelled', () => {
    it('marks a ticket missed only after the hall’s calls', async () => {
      const { take, open: openWindow, call, recall, miss } = await enter(open)
      const { ticket: { ticketId } } = await take()
      await openWindow('1')
      await call('1')
      await expect(miss('1', ticketId)).rejects.toEqual(refused('CALLS_REMAIN', { calls: 2 }))
      await recall('1', ticketId)
      await recall('1', ticketId)
      expect(await miss('1', ticketId)).toMatchObject({ state: 'missed', calls: 3 })
      await expect(call('1')).rejects.toEqual(refused('NOBODY_WAITING'))
    })

    it('puts one who comes back behind the next few, once, and within the hall’s time', async () => {
      const inside = await enter(open)
      const { take, open: openWindow, call, serve, act, hall, queue, order, later, missAfterCalls } = inside
      await take({ owner: 'eve' })
      for (let i = 0; i < 5; i += 1) await take()
      await openWindow('1')
      const ticketId = await missFirst(inside)
      later(29)
      const key = newKey()
      const back = await queue.comeBack(hall, ticketId, act('eve', key))
      expect(back).toMatchObject({ ahead: 3, ticket: { state: 'returned', number: 'A001', returned: true, calls: 0, windowId: null, endedAt: null, calledAt: null } })
      expect(await queue.comeBack(hall, ticketId, act('eve', key))).toMatchObject({ ahead: 3, ticket: { ticketId } })
      expect(await order()).toEqual(['A002', 'A003', 'A004', 'A001', 'A005', 'A006'])
      for (let i = 0; i < 3; i += 1) await serve('1', (await call('1')).ticketId)
      expect((await call('1')).number).toBe('A001')
      await missAfterCalls('1', ticketId)
      await expect(queue.comeBack(hall, ticketId, act('eve'))).rejects.toEqual(refused('RETURN_USED'))
    })

    it('tells one who comes back too late to take a new number, which is then allowed', async () => {
      const inside = await enter(open)
      const { take, open: openWindow, act, hall, queue, later } = inside
      await take({ owner: 'gus' })
      await openWindow('1')
      const ticketId = await missFirst(inside)
      later(31)
      await expect(queue.comeBack(hall, ticketId, act('gus'))).rejects.toEqual(refused('RETURN_TOO_LATE', { minutes: 30 }))
      expect((await take({ owner: 'gus' })).ticket.number).toBe('A002')
    })

    it('keeps those who come back in the order of their coming, and puts them first where the hall says behind nobody', async () => {
      for (const [returnBehind, expected] of [[3, ['A003', 'A004', 'A005', 'A001', 'A002', 'A006']], [0, ['A002', 'A001', 'A003', 'A004', 'A005', 'A006']]] as const) {
        const inside = await enter(open, { returnBehind })
        for (let i = 1; i <= 6; i += 1) await inside.take({ owner: `f${i}` })
        await inside.open('1')
        const missed = [await missFirst(inside), await missFirst(inside)]
        for (const [i, id] of missed.entries()) await inside.queue.comeBack(inside.hall, id, inside.act(`f${i + 1}`))
        expect(await inside.order()).toEqual(expected)
      }
    })

    it('counts one who comes back towards the limits', async () => {
      const inside = await enter(open, { lines: [lineOf('A'), lineOf('B'), lineOf('C')] })
      await inside.take({ owner: 'fay' })
      await inside.open('1')
      const ticketId = await missFirst(inside)
      await inside.take({ owner: 'fay', lineId: 'B' })
      await inside.take({ owner: 'fay', lineId: 'C' })
      await expect(inside.queue.comeBack(inside.hall, ticketId, inside.act('fay'))).rejects.toEqual(refused('LIMIT_HALL'))
    })

    it('lets exactly as many go first as asked, as often as allowed, and never when nobody is behind', async () => {
      const { take, act, hall, queue, order } = await enter(open)
      const { ticket: { ticketId } } = await take({ owner: 'hal' })
      await expect(queue.defer(hall, ticketId, 3, act('hal'))).rejects.toEqual(refused('NOBODY_BEHIND'))
      for (let i = 0; i < 4; i += 1) await take()
      const key = newKey()
      expect(await queue.defer(hall, ticketId, 3, act('hal', key))).toMatchObject({ ahead: 3, ticket: { defers: 1 } })
      expect(await queue.defer(hall, ticketId, 3, act('hal', key))).toMatchObject({ ahead: 3, ticket: { defers: 1 } })
      await expect(queue.defer(hall, ticketId, 1, act('hal', key))).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
      expect(await order()).toEqual(['A002', 'A003', 'A004', 'A001', 'A005'])
      expect((await queue.defer(hall, ticketId, 20, act('hal'))).ahead).toBe(4)
      await take()
      await expect(queue.defer(hall, ticketId, 1, act('hal'))).rejects.toEqual(refused('DEFER_USED'))
    })

    it('sends a transferred ticket to where its wait belongs in the other line, under its number', async () => {
      const { take, open: openWindow, call, act, hall, queue, order } = await enter(open, { windows: windowsFor('A', 'B') })
      await take({ lineId: 'B' })
      const { ticket: { ticketId } } = await take({ lineId: 'A', owner: 'ina' })
      const behind = await take({ lineId: 'B', owner: 'hugo' })
      await openWindow('1', '2')
      await call('1')
      await expect(queue.transfer(hall, ticketId, 'A', 'clerk', act('clerk1'))).rejects.toEqual(refused('SAME_LINE'))
      await expect(queue.transfer(hall, ticketId, 'Z', 'clerk', act('clerk1'))).rejects.toEqual(refused('LINE_NOT_FOUND'))
      const key = newKey()
      const moved = await queue.transfer(hall, ticketId, 'B', 'clerk', act('clerk1', key))
      expect(moved).toMatchObject({ state: 'transferred', lineId: 'B', number: 'A001', windowId: null, calledAt: null, calls: 0 })
      expect(await queue.transfer(hall, ticketId, 'B', 'clerk', act('clerk1', key))).toMatchObject({ ticketId, lineId: 'B' })
      expect(await order('B')).toEqual(['B001', 'A001', 'B002'])
      expect(await queue.read(behind.ticket.ticketId, 'hugo', behind.seen)).toMatchObject({ ahead: 2, moved: [{ reason: 'transferred', people: 1 }] })
      await expect(call('1')).rejects.toEqual(refused('NOBODY_WAITING'))
      expect((await call('2')).number).toBe('B001')
    })

    it('cancels from the line, and frees the window of one who was called', async () => {
      const { take, open: openWindow, call, act, hall, queue, order, board } = await enter(open)
      const [first, second] = [(await take({ owner: 'ida' })).ticket.ticketId, (await take({ owner: 'jon' })).ticket.ticketId]
      const key = newKey()
      for (let i = 0; i < 2; i += 1) expect(await queue.cancel(hall, second, act('jon', key))).toMatchObject({ ahead: null, ticket: { state: 'cancelled' } })
      expect(await order()).toEqual(['A001'])
      await openWindow('1')
      await call('1')
      await queue.cancel(hall, first, act('ida'))
      expect((await board()).windows[0]?.current).toBeNull()
      await expect(call('1')).rejects.toEqual(refused('NOBODY_WAITING'))
      await expect(queue.cancel(hall, first, act('ida'))).rejects.toEqual(refused('ILLEGAL_MOVE'))
    })

    it('answers for another’s ticket exactly as for one that does not exist', async () => {
      const { take, act, hall, queue } = await enter(open)
      const ids = [(await take({ owner: 'kim' })).ticket.ticketId, (await take({ owner: null })).ticket.ticketId, `${hall.hallId}.00000000000000000000`]
      const unknown = refused('TICKET_NOT_FOUND')
      for (const id of ids) {
        await expect(queue.read(id, 'lee', null)).rejects.toEqual(unknown)
        await expect(queue.cancel(hall, id, act('lee'))).rejects.toEqual(unknown)
        await expect(queue.comeBack(hall, id, act('lee'))).rejects.toEqual(unknown)
        await expect(queue.defer(hall, id, 1, act('lee'))).rejects.toEqual(unknown)
      }
    })
  })
}
