import type { QueuePort } from '../../../bff/capabilities/queue/port'
import type { Fault, FaultKind } from '../../../mock/faults'
import { enter, newKey, NINE, refused, type Inside, type OpenQueue } from './world'

export interface QueueFaults {
  /** Makes the system behind the port fail in a known way … */
  readonly fault: (fault: Omit<Fault, 'system'>) => Promise<void>
  /** … and ends that. */
  readonly clear: () => Promise<void>
  /** The same port to a system that is not there. */
  readonly nowhere: QueuePort
}

const once: readonly FaultKind[] = ['slow', 'hang', 'error', 'malformed', 'half', 'drop', 'commit-then-drop', 'duplicate']
const lasting: readonly FaultKind[] = ['hang', 'error', 'malformed', 'half', 'drop', 'commit-then-drop']

/** A write of the port: what must stand before it, the write itself under a key, and what it leads to exactly once. */
interface Write { readonly name: string; readonly prepare: (inside: Inside, id: string) => Promise<unknown>; readonly act: (inside: Inside, id: string, key: string) => Promise<unknown>; readonly expected: object }
const missed = async ({ call, missAfterCalls }: Inside, id: string): Promise<void> => {
  await call('1')
  await missAfterCalls('1', id)
}
const writes: readonly Write[] = [
  { name: 'cancel', prepare: async () => undefined, act: ({ queue, hall, act }, id, key) => queue.cancel(hall, id, act('ann', key)), expected: { state: 'cancelled' } },
  { name: 'defer', prepare: async () => undefined, act: ({ queue, hall, act }, id, key) => queue.defer(hall, id, 1, act('ann', key)), expected: { state: 'waiting', defers: 1 } },
  { name: 'come back', prepare: missed, act: ({ queue, hall, act }, id, key) => queue.comeBack(hall, id, act('ann', key)), expected: { state: 'returned', returned: true } },
  { name: 'call', prepare: async () => undefined, act: ({ call }, _, key) => call('1', key), expected: { state: 'called', windowId: '1', calls: 1 } },
  { name: 'recall', prepare: ({ call }) => call('1'), act: ({ recall }, id, key) => recall('1', id, key), expected: { state: 'called', calls: 2 } },
  { name: 'start', prepare: ({ call }) => call('1'), act: ({ start }, id, key) => start('1', id, key), expected: { state: 'serving' } },
  { name: 'finish', prepare: async ({ call, start }, id) => { await call('1'); await start('1', id) }, act: ({ finish }, id, key) => finish('1', id, key), expected: { state: 'finished' } },
  { name: 'miss', prepare: async ({ call, recall }, id) => { await call('1'); await recall('1', id); await recall('1', id) }, act: ({ miss }, id, key) => miss('1', id, key), expected: { state: 'missed', calls: 3 } },
  { name: 'transfer', prepare: ({ call }) => call('1'), act: ({ queue, hall, act }, id, key) => queue.transfer(hall, id, 'B', 'clerk', act('clerk1', key)), expected: { state: 'transferred', lineId: 'B' } },
]

const issuedIn = async ({ board }: Inside): Promise<number> => (await board()).lines.reduce((sum, { issued }) => sum + issued, 0)

/** What a port to an outside system promises while that system fails. */
export const describeQueueFaults = (name: string, open: OpenQueue, { fault, clear, nowhere }: QueueFaults): void => {
  describe(`the queue, kept by ${name}, which fails`, () => {
    afterEach(() => clear())

    it.each(once)('gives the number after “%s” all the same, and nobody two', async (kind) => {
      const inside = await enter(open)
      await inside.take()
      await fault({ kind, path: 'takeNo', times: 1, ms: 200 })
      expect((await inside.take({ owner: 'ann' })).ticket.number).toBe('A002')
      expect((await inside.take()).ticket.number).toBe('A003')
      expect(await issuedIn(inside)).toBe(3)
    })

    it.each(lasting)('does not know what came of it while “%s” lasts; the same act afterwards gives the one number', async (kind) => {
      const inside = await enter(open)
      // What it needs to know of the hall before anything can be asked for.
      await inside.take()
      await fault({ kind, path: 'takeNo' })
      const key = newKey()
      await expect(inside.take({ owner: 'ann', key })).rejects.toEqual(refused('UNKNOWN_OUTCOME'))
      await clear()
      const { ticket: { ticketId, number } } = await inside.take({ owner: 'ann', key })
      expect((await inside.take({ owner: 'ann', key })).ticket).toMatchObject({ ticketId, number })
      expect(number).toBe('A002')
      expect((await inside.take()).ticket.number).toBe('A003')
      expect(await issuedIn(inside)).toBe(3)
      expect((await inside.queue.listOf('ann', NINE)).filter(({ ticket }) => ticket.hallId === inside.hall.hallId)).toHaveLength(1)
    }, 30_000)

    it('gives fifty at once a number each, though every third answer is lost after the number was given', async () => {
      const inside = await enter(open)
      await inside.board()
      await fault({ kind: 'commit-then-drop', path: 'takeNo', times: 17 })
      const taken = await Promise.all(Array.from({ length: 50 }, () => inside.take()))
      expect(taken.map(({ ticket }) => Number(ticket.number.slice(1))).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
      expect(await issuedIn(inside)).toBe(50)
    }, 30_000)

    for (const one of writes) {
      it.each(['drop', 'commit-then-drop', 'malformed', 'duplicate'] as const)(`does “${one.name}” once, though its answer falls to “%s”`, async (kind) => {
        const inside = await enter(open)
        const { ticket: { ticketId } } = await inside.take({ owner: 'ann' })
        await inside.take()
        await inside.open('1')
        await one.prepare(inside, ticketId)
        const key = newKey()
        await fault({ kind, times: 1 })
        await one.act(inside, ticketId, key)
        await one.act(inside, ticketId, key)
        expect((await inside.queue.read(ticketId, 'ann', null)).ticket).toMatchObject(one.expected)
      })
    }

    it('opens windows, pauses and ends the day though the first answer is lost, and says when it does not know', async () => {
      const { queue, hall, time, take, board } = await enter(open)
      await take()
      const acts = [
        () => queue.setWindow(hall, '1', 'open', 'clerk1', 'clerk', time.now), () => queue.setPaused(hall, 'A', true, 'boss', time.now), () => queue.closeDay(hall, NINE, time.now),
      ]
      for (const act of acts) {
        await fault({ kind: 'commit-then-drop' })
        await expect(act()).rejects.toEqual(refused('UNKNOWN_OUTCOME'))
        await clear()
        await fault({ kind: 'commit-then-drop', times: 1 })
        await act()
        await clear()
      }
      expect(await board()).toMatchObject({ closed: true, lines: [{ paused: true, waiting: 0 }, { waiting: 0 }] })
    })

    it.each(lasting)('says that it cannot be read now while “%s” lasts, and never shows an empty hall or list', async (kind) => {
      const { queue, board, take } = await enter(open)
      const { ticket: { ticketId } } = await take({ owner: 'ann' })
      await fault({ kind })
      await Promise.all([board(), queue.read(ticketId, 'ann', null), queue.listOf('ann', NINE)].map((asked) => expect(asked).rejects.toEqual(refused(kind === 'malformed' ? 'UNREADABLE' : 'UNAVAILABLE'))))
    }, 30_000)

    it('knows that nothing happened when nobody is there', async () => {
      const { hall, act, time } = await enter(open)
      const order = { ...act('ann'), hall, lineId: 'A', class: 'ordinary', priority: null, itemId: null, owner: 'ann', presence: null } as const
      const asked = [nowhere.take(order), nowhere.callNext(hall, '1', act('clerk1')), nowhere.setPaused(hall, null, true, 'boss', time.now), nowhere.closeDay(hall, NINE, time.now), nowhere.board(hall, NINE, 1)]
      await Promise.all(asked.map((one) => expect(one).rejects.toEqual(refused('UNAVAILABLE'))))
    })

    it('shows times by our clock when theirs is wrong', async () => {
      const { queue, take, open: openWindow, call, later, board } = await enter(open)
      await fault({ kind: 'wrong-clock', ms: 7_200_000 })
      const { ticket } = await take({ owner: 'ann' })
      expect(ticket).toMatchObject({ takenAt: NINE, day: '20260105' })
      later(5)
      await openWindow('1')
      expect((await call('1')).calledAt).toBe(NINE + 300_000)
      await take()
      expect((await board()).lines[0]?.longestSince).toBe(NINE + 300_000)
      expect((await queue.listOf('ann', NINE))[0]?.ticket.takenAt).toBe(NINE)
    })
  })
}
