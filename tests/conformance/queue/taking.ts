import { serviceDay } from '@shared/time'
import { enter, lineOf, MINUTE, newKey, NINE, refused, type OpenQueue } from './world'

export const describeTaking = (open: OpenQueue): void => {
  describe('taking a number', () => {
    it('gives letter and number per line, counting from 001, with the place in the line', async () => {
      const { take, hall } = await enter(open)
      const first = await take({ itemId: 'residence-permit', owner: 'ann' })
      expect(first).toEqual({
        ahead: 0, paused: false, moved: [], seen: expect.any(Number),
        ticket: {
          ticketId: expect.stringMatching(new RegExp(`^${hall.hallId}\\.[0-9a-z]{20}$`)), hallId: hall.hallId, day: serviceDay(NINE), number: 'A001', state: 'waiting', class: 'ordinary', priority: null,
          lineId: 'A', itemId: 'residence-permit', windowId: null, takenAt: NINE, calledAt: null, startedAt: null, endedAt: null, calls: 0, returned: false, defers: 0,
        },
      })
      expect(await take()).toMatchObject({ ahead: 1, ticket: { number: 'A002' } })
      expect(await take({ lineId: 'B' })).toMatchObject({ ahead: 0, ticket: { number: 'B001', lineId: 'B' } })
    })

    it('widens to four digits after 999', async () => {
      const { take } = await enter(open, {}, 998)
      const numbers = []
      for (let i = 0; i < 4; i += 1) numbers.push((await take()).ticket.number)
      expect(numbers).toEqual(['A998', 'A999', 'A1000', 'A1001'])
    })

    it('begins anew on the next service day', async () => {
      const { take, later } = await enter(open)
      await take()
      later(24 * 60)
      expect((await take()).ticket.number).toBe('A001')
    })

    it('gives each of fifty who take at once a number of their own, without a gap', async () => {
      const { take } = await enter(open)
      const taken = await Promise.all(Array.from({ length: 50 }, () => take()))
      expect(taken.map(({ ticket }) => Number(ticket.number.slice(1))).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
      expect(new Set(taken.map(({ ticket }) => ticket.ticketId)).size).toBe(50)
    })

    it('gives the same ticket for the same key, even at the same moment, and refuses the key with another content', async () => {
      const { take } = await enter(open)
      const key = newKey()
      const tries = await Promise.all(Array.from({ length: 5 }, () => take({ owner: 'ann', key })))
      expect(new Set(tries.map(({ ticket }) => `${ticket.ticketId} ${ticket.number}`)).size).toBe(1)
      for (const other of [{ lineId: 'B' }, { itemId: 'residence-permit' }, { class: 'priority', priority: 'elder' }] as const) {
        await expect(take({ owner: 'ann', key, ...other })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
      }
      expect((await take({ owner: 'bob', key })).ticket.number).toBe('A002')
    })

    it('answers a repeated act with the ticket as it is now, although a new one would be refused', async () => {
      const { take, open: openWindow, call } = await enter(open)
      const key = newKey()
      const { ticket } = await take({ owner: 'late', key })
      await openWindow('1')
      await call('1')
      expect((await take({ owner: 'late', key })).ticket).toMatchObject({ ticketId: ticket.ticketId, number: 'A001', state: 'called' })
      expect((await take({ owner: 'late', key, refusal: 'HALL_CLOSED' })).ticket).toMatchObject({ ticketId: ticket.ticketId, number: 'A001', state: 'called' })
      await expect(take({ owner: 'late', key, refusal: 'HALL_CLOSED', lineId: 'B' })).rejects.toEqual(refused('IDEMPOTENCY_KEY_REUSED'))
      await expect(take({ owner: 'later', refusal: 'HALL_CLOSED' })).rejects.toEqual(refused('HALL_CLOSED'))
      await expect(take({ owner: 'later', refusal: 'PRESENCE_EXPIRED' })).rejects.toEqual(refused('PRESENCE_EXPIRED'))
    })

    it('keeps a citizen to the limits of line and hall until one is done, also when they tap ten times', async () => {
      const { take, open: openWindow, call, serve } = await enter(open, { lines: [lineOf('A'), lineOf('B'), lineOf('C')] })
      const taps = await Promise.allSettled(Array.from({ length: 10 }, () => take({ owner: 'bob' })))
      const held = taps.flatMap((tap) => (tap.status === 'fulfilled' ? [tap.value.ticket] : []))
      expect(held).toHaveLength(1)
      await expect(take({ owner: 'bob' })).rejects.toEqual(refused('LIMIT_LINE'))
      await take({ owner: 'bob', lineId: 'B' })
      await expect(take({ owner: 'bob', lineId: 'C' })).rejects.toEqual(refused('LIMIT_HALL'))
      await openWindow('1')
      await call('1')
      await serve('1', held[0]?.ticketId ?? '')
      expect((await take({ owner: 'bob' })).ticket.number).toBe('A002')
    })

    it('gives a citizen so many numbers a day, cancelled ones included', async () => {
      const { take, act, hall, queue, later } = await enter(open, { limits: { perLine: 1, perHall: 2, perDay: 3 } })
      for (let i = 0; i < 3; i += 1) await queue.cancel(hall, (await take({ owner: 'eager' })).ticket.ticketId, act('eager'))
      await expect(take({ owner: 'eager' })).rejects.toEqual(refused('LIMIT_DAY'))
      expect((await take({ owner: 'patient' })).ticket.number).toBe('A004')
      later(24 * 60)
      expect((await take({ owner: 'eager' })).ticket.number).toBe('A001')
    })

    it('stops at the line’s daily capacity, but not for whoever booked; a refusal takes no number', async () => {
      const { take, order } = await enter(open, { lines: [lineOf('A', 2), lineOf('B')] })
      await take()
      await take()
      await expect(take()).rejects.toEqual(refused('LINE_FULL'))
      await expect(take({ owner: null })).rejects.toEqual(refused('LINE_FULL'))
      expect((await take({ booked: true, class: 'appointment' })).ticket).toMatchObject({ number: 'A003', class: 'appointment' })
      expect((await order()).sort()).toEqual(['A001', 'A002', 'A003'])
    })

    it('lets the desk take for many who have no phone, each under a key', async () => {
      const { take } = await enter(open)
      const key = newKey()
      const [first, again, second] = [await take({ owner: null, key }), await take({ owner: null, key }), await take({ owner: null })]
      expect([first, again, second].map(({ ticket }) => ticket.number)).toEqual(['A001', 'A001', 'A002'])
    })

    it('lets the first who uses a proof of presence keep it', async () => {
      const { take } = await enter(open)
      const presence = { nonce: newKey(), expiresAt: NINE + MINUTE }
      await take({ owner: 'carl', presence })
      await take({ owner: 'carl', presence, lineId: 'B' })
      await expect(take({ owner: 'dora', presence })).rejects.toEqual(refused('PRESENCE_USED'))
      expect((await take()).ticket.number).toBe('A002')
    })

    it('knows no line that the hall has not', async () => {
      const { take } = await enter(open)
      await expect(take({ lineId: 'Z' })).rejects.toEqual(refused('LINE_NOT_FOUND'))
    })
  })
}
