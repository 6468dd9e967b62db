import { enter, MINUTE, newKey, NINE, refused, windowsFor, type OpenQueue } from './world'

export const describeCalling = (open: OpenQueue): void => {
  describe('calling and serving', () => {
    it('walks a ticket from waiting over called and serving to finished, with the time of each', async () => {
      const { take, open: openWindow, call, start, finish, later, queue } = await enter(open)
      const { ticket: { ticketId } } = await take({ owner: 'ann' })
      await openWindow('1')
      later(1)
      expect(await call('1')).toMatchObject({ ticketId, number: 'A001', state: 'called', windowId: '1', calls: 1, calledAt: NINE + MINUTE, startedAt: null, clerk: 'clerk1' })
      expect(await queue.read(ticketId, 'ann', null)).toMatchObject({ ahead: null, paused: false, moved: [], ticket: { state: 'called', windowId: '1' } })
      later(1)
      expect(await start('1', ticketId)).toMatchObject({ state: 'serving', startedAt: NINE + 2 * MINUTE, endedAt: null })
      later(7)
      expect(await finish('1', ticketId)).toMatchObject({ state: 'finished', endedAt: NINE + 9 * MINUTE, windowId: '1' })
      expect(await queue.read(ticketId, 'ann', null)).toMatchObject({ ahead: null, ticket: { state: 'finished', number: 'A001', clerk: 'clerk1' } })
    })

    it('calls within a class in the order of coming', async () => {
      const { take, open: openWindow, call, serve } = await enter(open)
      for (let i = 0; i < 5; i += 1) await take()
      await openWindow('1')
      const called = []
      for (let i = 0; i < 5; i += 1) {
        const ticket = await call('1')
        called.push(ticket.number)
        await serve('1', ticket.ticketId)
      }
      expect(called).toEqual(['A001', 'A002', 'A003', 'A004', 'A005'])
    })

    it('calls from the line that holds the longest wait', async () => {
      const { take, open: openWindow, call, serve } = await enter(open)
      await take({ lineId: 'B' })
      await take({ lineId: 'A' })
      await openWindow('1')
      const first = await call('1')
      expect(first.number).toBe('B001')
      await serve('1', first.ticketId)
      expect((await call('1')).number).toBe('A001')
    })

    it('calls only from the lines that a window serves', async () => {
      const { take, open: openWindow, call } = await enter(open, { windows: windowsFor('A', 'B') })
      await take({ lineId: 'A' })
      await openWindow('1', '2')
      await expect(call('2')).rejects.toEqual(refused('NOBODY_WAITING'))
      expect((await call('1')).number).toBe('A001')
    })

    it('never gives two clerks who call at once the same number', async () => {
      const { take, open: openWindow, call } = await enter(open)
      for (let i = 0; i < 3; i += 1) await take()
      await openWindow('1', '2', '3', '4', '5')
      const results = await Promise.allSettled(['1', '2', '3', '4', '5'].map((windowId) => call(windowId)))
      expect(results.flatMap((one) => (one.status === 'fulfilled' ? [one.value.number] : [])).sort()).toEqual(['A001', 'A002', 'A003'])
      expect(results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual(['NOBODY_WAITING', 'NOBODY_WAITING'])
    })

    it('refuses to call at a window that is closed, paused, busy, another clerk’s, unknown, or when nobody waits', async () => {
      const { take, open: openWindow, call, queue, hall, act, time } = await enter(open)
      await expect(call('1')).rejects.toEqual(refused('WINDOW_NOT_OPEN'))
      await expect(call('9')).rejects.toEqual(refused('WINDOW_NOT_FOUND'))
      await openWindow('1')
      await expect(call('1')).rejects.toEqual(refused('NOBODY_WAITING'))
      await take()
      await take()
      await expect(queue.callNext(hall, '1', act('clerk2'))).rejects.toEqual(refused('WINDOW_TAKEN'))
      await queue.setWindow(hall, '1', 'paused', 'clerk1', 'clerk', time.now)
      await expect(call('1')).rejects.toEqual(refused('WINDOW_NOT_OPEN'))
      await openWindow('1')
      await call('1')
      await expect(call('1')).rejects.toEqual(refused('WINDOW_BUSY'))
    })

    it('opens, pauses and closes a window for its clerk; a leader may close it, and no more', async () => {
      const { take, open: openWindow, call, queue, hall, time, board } = await enter(open)
      const set = (state: 'closed' | 'open' | 'paused', account: string, rank: 'clerk' | 'leader' = 'clerk') => queue.setWindow(hall, '1', state, account, rank, time.now)
      await expect(set('paused', 'clerk1')).rejects.toEqual(refused('WINDOW_NOT_OPEN'))
      await openWindow('1', '1')
      await expect(set('open', 'other')).rejects.toEqual(refused('WINDOW_TAKEN'))
      await expect(set('paused', 'boss', 'leader')).rejects.toEqual(refused('WINDOW_TAKEN'))
      await take()
      await call('1')
      await expect(set('closed', 'clerk1')).rejects.toEqual(refused('WINDOW_BUSY'))
      await set('paused', 'clerk1')
      expect((await board()).windows[0]).toMatchObject({ windowId: '1', state: 'paused', account: 'clerk1', current: { number: 'A001' } })
      await queue.start(hall, (await board()).windows[0]?.current?.ticketId ?? '', 'leader', { actor: 'boss', key: newKey(), now: time.now })
      await queue.finish(hall, (await board()).windows[0]?.current?.ticketId ?? '', 'leader', { actor: 'boss', key: newKey(), now: time.now })
      await set('closed', 'boss', 'leader')
      expect((await board()).windows[0]).toEqual({ windowId: '1', state: 'closed', account: null, current: null })
      await set('open', 'other')
      await expect(queue.setWindow(hall, '9', 'open', 'other', 'clerk', time.now)).rejects.toEqual(refused('WINDOW_NOT_FOUND'))
    })

    it('does each act of a window once for its key, and refuses the key with another content', async () => {
      const { take, open: openWindow, call, recall, start } = await enter(open)
      const [first, second] = [(await take()).ticket.ticketId, (await take()).ticket.ticketId]
      await openWindow('1', '2')
      const [key, other] = [newKey(), newKey()]
      expect([(await call('1', key)).ticketId, (await call('1', key)).ticketId]).toEqual([first, first])
      expect((await call('2')).ticketId).toBe(second)
      expect([(await recall('1', first, other)).calls, (await recall('1', first, other)).calls]).toEqual([2, 2])
      await expect(start('1', first, other)).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
    })

    it('lets no other clerk touch a ticket, but a leader may', async () => {
      const { take, open: openWindow, call, act, hall, queue } = await enter(open)
      const { ticket: { ticketId } } = await take()
      await openWindow('1', '2')
      await call('1')
      for (const name of ['recall', 'start', 'finish', 'miss'] as const) {
        await expect(queue[name](hall, ticketId, 'clerk', act('clerk2'))).rejects.toEqual(refused('NOT_YOUR_WINDOW'))
      }
      await expect(queue.transfer(hall, ticketId, 'B', 'clerk', act('clerk2'))).rejects.toEqual(refused('NOT_YOUR_WINDOW'))
      expect((await queue.start(hall, ticketId, 'leader', act('boss'))).state).toBe('serving')
    })

    it('refuses every move that the table of states does not have', async () => {
      const { take, open: openWindow, call, recall, start, finish, miss, serve, act, hall, queue } = await enter(open)
      const { ticket: { ticketId } } = await take({ owner: 'ann' })
      const illegal = refused('ILLEGAL_MOVE')
      await openWindow('1')
      for (const move of [recall, start, finish, miss]) await expect(move('1', ticketId)).rejects.toEqual(illegal)
      await expect(queue.transfer(hall, ticketId, 'B', 'clerk', act('clerk1'))).rejects.toEqual(illegal)
      await expect(queue.comeBack(hall, ticketId, act('ann'))).rejects.toEqual(illegal)
      await call('1')
      await expect(finish('1', ticketId)).rejects.toEqual(illegal)
      await expect(queue.defer(hall, ticketId, 1, act('ann'))).rejects.toEqual(illegal)
      await serve('1', ticketId)
      for (const move of [recall, start, finish, miss]) await expect(move('1', ticketId)).rejects.toEqual(illegal)
      await expect(queue.cancel(hall, ticketId, act('ann'))).rejects.toEqual(illegal)
      await expect(start('1', `${hall.hallId}.00000000000000000000`)).rejects.toEqual(refused('TICKET_NOT_FOUND'))
    })

    it('lets nobody take or be called while the line or the hall is paused, and says so', async () => {
      const { take, open: openWindow, call, hall, queue, time, board } = await enter(open)
      const { ticket: { ticketId } } = await take({ owner: 'ann' })
      await openWindow('1')
      const pause = (lineId: string | null, paused: boolean) => queue.setPaused(hall, lineId, paused, 'boss', time.now)
      await pause('A', true)
      await pause('A', true)
      await expect(take()).rejects.toEqual(refused('LINE_PAUSED'))
      await expect(call('1')).rejects.toEqual(refused('NOBODY_WAITING'))
      expect(await queue.read(ticketId, 'ann', null)).toMatchObject({ paused: true, ahead: 0 })
      expect((await board()).lines.map(({ paused }) => paused)).toEqual([true, false])
      expect((await take({ lineId: 'B' })).paused).toBe(false)
      await pause('A', false)
      await pause(null, true)
      await expect(take()).rejects.toEqual(refused('HALL_PAUSED'))
      await expect(call('1')).rejects.toEqual(refused('HALL_PAUSED'))
      expect(await queue.read(ticketId, 'ann', null)).toMatchObject({ paused: true })
      expect((await board()).paused).toBe(true)
      await pause(null, false)
      expect((await call('1')).number).toBe('A001')
      await expect(pause('Z', true)).rejects.toEqual(refused('LINE_NOT_FOUND'))
    })
  })
}
