import { enter, MINUTE, NINE, refused, type OpenQueue } from './world'

export const describeWatching = (open: OpenQueue): void => {
  describe('what is told', () => {
    it('says who was placed ahead since the last look, and nothing twice', async () => {
      const { take, queue } = await enter(open)
      for (let i = 0; i < 4; i += 1) await take()
      const { ticket: { ticketId }, seen, ahead } = await take({ owner: 'meg' })
      expect(ahead).toBe(4)
      await take({ class: 'priority', priority: 'elder' })
      const told = await queue.read(ticketId, 'meg', seen)
      expect(told).toMatchObject({ ahead: 5, moved: [{ reason: 'priority', people: 1 }] })
      expect(await queue.read(ticketId, 'meg', told.seen)).toMatchObject({ ahead: 5, moved: [] })
      expect(await queue.read(ticketId, 'meg', null)).toMatchObject({ ahead: 5, moved: [] })
      await take()
      expect(await queue.read(ticketId, 'meg', told.seen)).toMatchObject({ ahead: 5, moved: [] })
    })

    it('lists a citizen’s tickets of the day in every hall, newest first, and nobody else’s', async () => {
      const here = await enter(open)
      const there = await enter(open)
      await here.take({ owner: 'ned' })
      await here.take({ owner: 'olga' })
      there.time.now = NINE + MINUTE
      await there.take({ owner: 'ned' })
      expect((await there.queue.listOf('ned', there.time.now)).map(({ ticket, ahead }) => [ticket.hallId, ahead])).toEqual([[there.hall.hallId, 0], [here.hall.hallId, 0]])
      expect(await there.queue.listOf('nobody', there.time.now)).toEqual([])
    })

    it('shows the hall at a glance: lines, the next of each, windows with who is at them', async () => {
      const { take, open: openWindow, call, board, later, hall } = await enter(open)
      await take()
      later(1)
      await take()
      await take()
      await take({ lineId: 'B' })
      await openWindow('1', '2')
      await call('1')
      const seen = await board(1)
      expect(seen).toMatchObject({ asOf: NINE + MINUTE, paused: false, closed: false })
      expect(seen.lines.map(({ lineId, waiting, issued, next, longestSince }) => [lineId, waiting, issued, next.map(({ number }) => number), longestSince])).toEqual([
        ['A', 2, 3, ['A002'], NINE + MINUTE], ['B', 1, 1, ['B001'], NINE + MINUTE],
      ])
      expect(seen.windows.map(({ windowId }) => windowId)).toEqual(hall.windows.map(({ windowId }) => windowId))
      expect(seen.windows.slice(0, 3)).toMatchObject([
        { state: 'open', account: 'clerk1', current: { number: 'A001', state: 'called' } }, { state: 'open', account: 'clerk2', current: null }, { state: 'closed', account: null, current: null },
      ])
      expect((await board(0)).lines.map(({ next }) => next.length)).toEqual([0, 0])
    })

    it('tells the pace of a line: its calls in the last hour, without those that only opened the windows', async () => {
      const { take, open: openWindow, call, serve, later, board } = await enter(open)
      for (let i = 0; i < 10; i += 1) await take()
      await openWindow('1')
      for (let i = 0; i < 4; i += 1) {
        const { ticketId } = await call('1')
        later(5)
        await serve('1', ticketId)
      }
      await call('1')
      expect((await board()).lines[0]).toMatchObject({ calls: 4, minutes: 20 })
      expect((await board()).lines[1]).toMatchObject({ calls: 0 })
    })
  })

  describe('the end of the day', () => {
    it('expires who was not served, finishes who is being served, closes windows, takes no more; the tickets can still be read', async () => {
      const { take, open: openWindow, call, start, missAfterCalls, hall, queue, board, time, later } = await enter(open)
      const names = ['missed', 'serving', 'called', 'waiting']
      const held = new Map<string, string>()
      for (const owner of names) held.set(owner, (await take({ owner })).ticket.ticketId)
      await openWindow('1', '2', '3')
      await missAfterCalls('1', (await call('1')).ticketId)
      await start('2', (await call('2')).ticketId)
      await call('3')
      later(480)
      expect(await queue.closeDay(hall, NINE, time.now)).toBe(4)
      const states = await Promise.all(names.map(async (owner) => (await queue.read(held.get(owner) ?? '', owner, null)).ticket))
      expect(states.map(({ state }) => state)).toEqual(['expired', 'finished', 'expired', 'expired'])
      expect(states.every(({ endedAt }) => endedAt === time.now)).toBe(true)
      const seen = await board(10)
      expect(seen).toMatchObject({ closed: true, lines: [{ waiting: 0 }, { waiting: 0 }] })
      expect(seen.windows.every(({ state, current }) => state === 'closed' && current === null)).toBe(true)
      await expect(take()).rejects.toEqual(refused('HALL_CLOSED'))
      expect(await queue.closeDay(hall, NINE, time.now)).toBe(0)
      later(7 * 24 * 60)
      expect((await queue.read(held.get('serving') ?? '', 'serving', null)).ticket).toMatchObject({ state: 'finished', number: 'A002' })
    })

    it('may be done for a day on which nobody came', async () => {
      const { queue, hall, time } = await enter(open)
      expect(await queue.closeDay(hall, NINE - 24 * 60 * MINUTE, time.now)).toBe(0)
    })
  })
}
