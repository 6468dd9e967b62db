import { PRIVACY_VERSION } from '@shared/privacy'
import path from 'node:path'
import type { ConsoleView } from '@shared/console'
import type { Ticket } from '@shared/queue'
import { serviceDay, startOfDay } from '@shared/time'
import { OPERATOR } from '../../tests/support/settings'
import { useStack } from '../../tests/support/stack'
import { createApi, type Call } from './api'
import { createGate } from './gate'
import { learnHall } from './hall'
import { createHallDay, type HallDay } from './hallDay'
import { createJournal } from './journal'
import { createLots } from './lots'
import { createSession } from './session'

/** A whole hall over real HTTP and a real Redis; only the clock runs ahead: two seconds each round. */
const TICK_MS = 2_000
const PACE = 2
const LIMIT = 180_000
const hallId = 'demo'
const midnight = startOfDay(serviceDay(1_767_229_200_000)) + 24 * 3_600_000
let now = midnight - 3 * 3_600_000

const stack = useStack({ hallsDir: path.resolve(__dirname, '../../config/halls'), clock: () => now, settings: { RATE_LIMITS: 'false' } })
const lines: string[] = []
let call: Call
let day: HallDay

const operator = createSession(async () => (await call('createStaffSession', { body: OPERATOR })).token)
const newDay = (): HallDay => createHallDay({
  call, operator, password: OPERATOR.password, halls: [hallId], hallId, lots: createLots('test'), pace: PACE,
  journal: createJournal((text) => { lines.push(text) }, () => now),
})
const readHallConsole = (): Promise<ConsoleView> => operator((token) => call('readConsole', { params: { hallId } }, { token }))
const rounds = async (seconds: number, each: () => Promise<void> | void = () => undefined): Promise<void> => {
  for (const until = now + seconds * 1000; now < until; now += TICK_MS) {
    await day.tick()
    await each()
  }
}

beforeAll(() => {
  call = createApi({ url: stack().url, gate: createGate(Infinity) })
  day = newDay()
})

/** A person who scans the hall screen's code and takes a number. */
const newcomer = async (person: number, lineId: string) => {
  const { token } = await call('createSession', { body: { channel: 'wechat', code: `demo-${person}-${now}`, privacy: PRIVACY_VERSION } })
  const { screenKey } = await learnHall(call, operator, hallId)
  const { code } = await call('readScreenCode', { params: { hallId } }, { screenKey })
  const { presence } = await call('scanCode', { body: { code } })
  const taken = await call('takeTicket', { body: { hallId, lineId, presence: presence ?? '' } }, { token, key: `newcomer-${person}-${now}` })
  const read = (): Promise<Ticket> => call('readTicket', { params: { ticketId: taken.ticketId }, query: {} }, { token })
  return { taken, token, read }
}

/** Runs the hall until the person is done or ten minutes are over: each state they saw, in order, and after how many seconds. */
const follow = async ({ taken, read }: Awaited<ReturnType<typeof newcomer>>): Promise<{ states: string[]; at: Record<string, number> }> => {
  const at: Record<string, number> = {}
  const note = async (): Promise<void> => {
    const { state, calls } = await read()
    at[state === 'called' ? `called ${calls}` : state] ??= (now - taken.takenAt) / 1000
  }
  await note()
  while (at.finished === undefined && now - taken.takenAt < 600_000) await rounds(TICK_MS / 1000, note)
  return { states: Object.keys(at), at }
}
const calledAndServed = ['waiting', 'called 1', 'called 2', 'serving', 'finished']

/** Who has a clerk; one that is paused has, for clerks take breaks by lot. */
const staffed = ({ windows }: ConsoleView): boolean[] => windows.map(({ state }) => state !== 'closed')
const allButTheFree = [false, true, true, true, true, true]

test('the hall fills within a minute, with one window left free', async () => {
  const most = new Map<string, number>()
  await rounds(60, async () => {
    for (const { lineId, waiting } of (await readHallConsole()).lines) most.set(lineId, Math.max(waiting, most.get(lineId) ?? 0))
  })
  for (const waiting of most.values()) expect(waiting).toBeGreaterThanOrEqual(2)
  expect(staffed(await readHallConsole())).toEqual(allButTheFree)
}, LIMIT)

test('a newcomer is called in time, called again, served and finished, with time to see each, and may rate', async () => {
  const person = await newcomer(1, 'A')
  expect(person.taken.ahead).toBeGreaterThan(0)
  const { states, at } = await follow(person)
  expect(states).toEqual(calledAndServed)
  const called = at['called 1'] ?? 0
  expect(called).toBeLessThan(300)
  expect((at.serving ?? 0) - called).toBeGreaterThanOrEqual(28)
  expect((at.serving ?? 0) - called).toBeLessThanOrEqual(44)
  expect((at.finished ?? 0) - (at.serving ?? 0)).toBeGreaterThanOrEqual(24)
  const { ticketId } = person.taken
  await expect(call('rateVisit', { params: { ticketId }, body: { level: 5 } }, { token: person.token, key: `rating-of-${ticketId.slice(-10)}` }))
    .resolves.toMatchObject({ level: 5 })
}, LIMIT)

test('after a restart it goes on with the windows as they stand, and a person’s number is as safe as before', async () => {
  const person = await newcomer(2, 'D')
  const before = await readHallConsole()
  day = newDay()
  await rounds(10)
  expect((await readHallConsole()).windows.map(({ account }) => account)).toEqual(before.windows.map(({ account }) => account))
  expect((await follow(person)).states).toEqual(calledAndServed)
}, LIMIT)

test('a person’s window is the person’s, and so is the number in hand there', async () => {
  const { token } = await call('createStaffSession', { body: { account: 'clerk1', password: OPERATOR.password } })
  await call('setWindow', { params: { hallId, windowId: '1' }, body: { state: 'open' } }, { token })
  for (const nth of [1, 2, 3]) await call('takeAtDesk', { params: { hallId }, body: { lineId: 'A' } }, { token, key: `at-the-desk-${nth}-${now}` })
  const mine = await call('callNext', { params: { hallId, windowId: '1' } }, { token, key: `a-persons-call-${now}` })
  await rounds(60)
  const window = (await readHallConsole()).windows.find(({ windowId }) => windowId === '1')
  expect(window).toMatchObject({ account: 'clerk1', state: 'open', current: { ticketId: mine.ticketId, state: 'called', calls: 1 } })
}, LIMIT)

test('after midnight it begins anew by itself, and nothing piles up', async () => {
  now = midnight - 20_000
  await rounds(140)
  const view = await readHallConsole()
  expect(serviceDay(view.asOf)).toBe(serviceDay(midnight))
  // The person of the test before left window 1 with yesterday.
  expect(staffed(view)).toEqual(allButTheFree)
  for (const { issued, waiting } of view.lines) {
    expect(issued - waiting).toBeGreaterThanOrEqual(1)
    expect(waiting).toBeLessThanOrEqual(13)
  }
}, LIMIT)

test('in all that, nothing broke the contract and no clerk was refused', () => {
  expect(lines).toEqual([])
})
