import type { Redis } from 'ioredis'
import { crowd } from '../support/crowd'
import { hallFile } from '../support/halls'
import { newKey } from '../support/people'
import { grantCitizens, grantStaff } from '../support/sessions'
import { startStack, type Stack } from '../support/stack'
import { openWire, type Wire } from '../support/wire'
import { faultsIn, send, wishesOf, type Taken, type Wish } from './taking'

const CLIENTS = 64
const TAKES = 50_000
const CLERKS = 50
/** Twenty seconds on an idle machine; a busy one may take its time. */
const LIMIT = 480_000
const LINES = ['A', 'B'] as const

const busyHall = (hallId: string) => hallFile({
  hallId, lines: LINES.map((lineId) => ({ lineId, name: { zh: lineId, en: lineId }, capacity: 100_000 })),
  windows: Array.from({ length: CLERKS }, (_, i) => ({ windowId: String(i + 1), lineIds: [...LINES] })),
})
const halls = ['busy1', 'busy2', 'busy3'].map((hallId) => ({ hallId, lineIds: LINES }))

describe('a crowd over two processes', () => {
  let stack: Stack
  let wires: [Wire, Wire][] = []
  beforeAll(async () => {
    stack = await startStack({
      processes: 2, halls: ['busy1', 'busy2', 'busy3', 'calls', 'crash'].map(busyHall),
      settings: { NODE_ENV: 'production', RATE_LIMITS: 'false', LOG_LEVEL: 'error' },
    })
    wires = Array.from({ length: CLIENTS }, () => [openWire(stack.urls[0] as string), openWire(stack.urls[1] as string)])
  }, 60_000)
  afterAll(async () => {
    for (const wire of wires.flat()) wire.close()
    await stack.stop()
  })

  /** A connection of client `i` to one process or the other, by turns. */
  const wire = (client: number, turn: number): Wire => (wires[client % CLIENTS] as [Wire, Wire])[turn % 2] as Wire
  /** Each client has its wishes; no connection carries two at once. */
  const byClients = (wishes: readonly Wish[], act: (wish: Wish, client: number, i: number) => Promise<void>): Promise<void> =>
    crowd(CLIENTS, CLIENTS, async (client) => {
      for (let i = client; i < wishes.length; i += CLIENTS) await act(wishes[i] as Wish, client, i)
    })

  it(`takes ${TAKES} numbers by ${CLIENTS} clients: none twice, none left out, and the same number for a wish sent twice`, async () => {
    expect(await appendfsync(stack.redis)).toBe('always')
    const wishes = wishesOf(await grantCitizens(stack.redis, TAKES), halls, 'crowd')
    const taken: Taken[] = []
    let repeated = 0
    await byClients(wishes, async (wish, client, i) => {
      if (i % 10 > 0) {
        taken[i] = await send(wire(client, i), wish)
        return
      }
      const [once, again] = await Promise.all([send(wire(client, 0), wish), send(wire(client, 1), wish)])
      expect(again).toEqual(once)
      taken[i] = once
      repeated += 1
    })
    expect([taken.length, repeated]).toEqual([TAKES, TAKES / 10])
    expect(faultsIn(wishes, taken)).toEqual([])
  }, LIMIT)

  it(`${CLERKS} clerks call at once, again and again, and never get the same ticket`, async () => {
    const rounds = 6
    const clerks = await grantStaff(stack.redis, CLERKS, 'clerk', ['calls'])
    const wishes = wishesOf(await grantCitizens(stack.redis, CLERKS * rounds - 20), [{ hallId: 'calls', lineIds: LINES }], 'calls')
    await byClients(wishes, async (wish, client, i) => { await send(wire(client, i), wish) })
    const ask = async (i: number, turn: number, method: string, path: string, body?: unknown): Promise<{ status: number; ticketId: string }> => {
      const headers = `Authorization: Bearer ${(clerks[i] as { token: string }).token}\r\nIdempotency-Key: ${newKey()}\r\n`
      const { status, text } = await wire(i, turn).ask(method, path, headers, body === undefined ? undefined : JSON.stringify(body))
      return { status, ticketId: (JSON.parse(text) as { ticketId: string }).ticketId }
    }
    const all = <T>(act: (i: number) => Promise<T>): Promise<T[]> => Promise.all(clerks.map((_, i) => act(i)))
    const windowPath = (i: number) => `/api/staff/halls/calls/windows/${i + 1}`

    const opened = await all((i) => ask(i, i, 'PUT', `${windowPath(i)}/state`, { state: 'open' }))
    expect(opened.every(({ status }) => status === 200)).toBe(true)
    const called: string[] = []
    let empty = 0
    for (let round = 0; round < rounds; round += 1) {
      const answers = await all((i) => ask(i, i + round, 'POST', `${windowPath(i)}/calls`))
      const got = answers.filter(({ status }) => status === 200)
      empty += answers.filter(({ status }) => status === 422).length
      called.push(...got.map(({ ticketId }) => ticketId))
      for (const move of ['start', 'finish']) {
        await all(async (i) => {
          const { status, ticketId } = answers[i] as { status: number; ticketId: string }
          if (status === 200) expect(await ask(i, i, 'POST', `/api/staff/tickets/${ticketId}/moves`, { move })).toMatchObject({ status: 200 })
        })
      }
    }
    expect([called.length, empty]).toEqual([wishes.length, 20])
    expect(new Set(called).size).toBe(called.length)
  }, LIMIT)

  it('a process is killed while numbers are taken: nothing acknowledged is lost, and the same wishes go on at the other', async () => {
    const [first, second] = [0, 1]
    const wishes = wishesOf(await grantCitizens(stack.redis, 6_000), [{ hallId: 'crash', lineIds: LINES }], 'crash')
    const acknowledged = new Map<number, Taken>()
    const taken: Taken[] = []
    let broken = 0
    let killed: Promise<void> | undefined
    await byClients(wishes, async (wish, client, i) => {
      const before = await send(wire(client, first), wish).catch(() => undefined)
      if (before) acknowledged.set(i, before)
      else broken += 1
      if (acknowledged.size >= wishes.length / 3) killed ??= stack.processes[first]?.kill()
      // Sent again although it was answered, now and then, as a phone does that lost the answer.
      taken[i] = before && i % 4 > 0 ? before : await send(wire(client, second), wish)
    })
    await killed
    expect(killed).toBeDefined()
    expect(broken).toBeGreaterThan(wishes.length / 3)
    const lost = [...acknowledged].filter(([i, { ticketId, number }]) => taken[i]?.ticketId !== ticketId || taken[i]?.number !== number)
    expect(lost).toEqual([])
    // Every one of them is still there, under its own number.
    const kept = await Promise.all([...acknowledged.values()].map(({ ticketId }) => stack.redis.hget(`{hall:crash}:t:${ticketId}`, 'num')))
    expect(kept).toEqual([...acknowledged.values()].map(({ number }) => number))
    expect(faultsIn(wishes, taken)).toEqual([])
  }, LIMIT)
})

const appendfsync = async (redis: Redis): Promise<string> => ((await redis.config('GET', 'appendfsync')) as string[])[1] ?? ''
