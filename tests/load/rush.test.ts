import type { Appointment } from '@shared/appointments'
import { setTimeout as pause } from 'node:timers/promises'
import { grantCitizens } from '../support/sessions'
import { startStack, type Stack } from '../support/stack'
import { openWire, type Wire } from '../support/wire'
import { ask, hold, nextRelease, seek, seekersOf, until, type Fate, type Heard, type Seeker } from './rushing'

const PEOPLE = 3_000
const WIRES = 1_500
const CAPACITY = 25
const EARLY = 30
const COME_BACK_MS = 700
/** Most of it is waiting for the next full minute, at which the day is released; a busy machine may take its time besides. */
const LIMIT = 480_000

describe(`${PEOPLE} people at the second of a release, over two processes`, () => {
  const release = nextRelease('rush', { slots: 3, capacity: CAPACITY, leadMs: 45_000 })
  const { hallId } = release.hall
  let stack: Stack
  let wires: Wire[] = []
  let seekers: Seeker[] = []
  const fates: Fate[] = []
  /** Neighbours in the crowd ask different processes. */
  const wireOf = (i: number): Wire => wires[i % WIRES] as Wire
  const held = (): Appointment[] => fates.filter(({ last }) => last.status === 201).map(({ last }) => JSON.parse(last.text) as Appointment)

  /** Looks at the hall's board at both processes, by turns, as long as something lasts; gives how often. */
  const lookedWhile = async (lasting: Promise<unknown>): Promise<number> => {
    let [over, looked] = [false, 0]
    const end = (): void => { over = true }
    lasting.then(end, end)
    for (; !over; looked += 1) {
      const { status } = await stack.http.ask(stack.urls[looked % 2] as string, { method: 'GET', path: `/api/halls/${hallId}/board` })
      expect(status).toBe(200)
    }
    await lasting
    return looked
  }

  beforeAll(async () => {
    stack = await startStack({
      processes: 2, halls: [release.hall],
      settings: { NODE_ENV: 'production', LOG_LEVEL: 'error', TRUST_PROXY: 'true', RUSH_CONCURRENCY: '16', RUSH_QUEUE: '200', RUSH_RATE: '20', RUSH_BITS: '5' },
    })
    wires = Array.from({ length: WIRES }, (_, i) => openWire(stack.urls[i % 2] as string))
    seekers = seekersOf(await grantCitizens(stack.redis, PEOPLE), release)
    // All stand at the door when it opens.
    for (const wire of wires) await wire.ask('GET', '/healthz', '')
  }, 60_000)
  afterAll(async () => {
    for (const wire of wires) wire.close()
    await stack.stop()
  })

  it('nobody gets a place before it', async () => {
    await until(release.at - 2_000)
    const early = await Promise.all(seekers.slice(0, EARLY).map((seeker, i) => hold(wireOf(i), seeker)))
    expect(early.map(({ code }) => code)).toEqual(early.map(() => 'NOT_RELEASED'))
  }, LIMIT)

  it('each place is given once, nobody gets two, and whoever gets none is told so', async () => {
    await until(release.at)
    // Each connection carries one after the other.
    const crowd = wires.map(async (wire, first) => {
      for (let i = first; i < PEOPLE; i += WIRES) fates[i] = await seek(wire, seekers[i] as Seeker, release.at, COME_BACK_MS)
    })
    expect(await lookedWhile(Promise.all(crowd))).toBeGreaterThan(5)
    expect(fates).toHaveLength(PEOPLE)
    const others = fates.filter(({ last }) => last.status !== 201)
    expect(held()).toHaveLength(release.places)
    expect(others.filter(({ last }) => last.status !== 409 || last.code !== 'SLOT_FULL')).toEqual([])
    expect(new Set(held().map(({ appointmentId }) => appointmentId)).size).toBe(release.places)
    for (const startsAt of release.slots) expect(held().filter((one) => one.startsAt === startsAt)).toHaveLength(CAPACITY)
  }, LIMIT)

  it('the book says the same', async () => {
    const book = `{hall:${hallId}}:b:${release.day}`
    expect(await stack.redis.zcard(`${book}:list`)).toBe(release.places)
    const owners = await Promise.all(held().map(({ appointmentId }) => stack.redis.hget(`{hall:${hallId}}:a:${appointmentId}`, 'owner')))
    expect(new Set(owners).size).toBe(release.places)
    const taken = (await stack.redis.hvals(book)).map(Number)
    expect(taken.filter((count) => count > CAPACITY)).toEqual([])
  })

  it('it was a rush: some had to come back, and all others to work', () => {
    const times = (code: string): number => fates.flatMap(({ refusals }) => refusals).filter((one) => one === code).length
    expect(times('BUSY')).toBeGreaterThan(0)
    expect(times('WORK_NEEDED')).toBeGreaterThan(0)
  })

  it('whoever asks again with the key of their place has the same place, and one only', async () => {
    for (const [i, { last }] of fates.entries()) {
      if (last.status !== 201) continue
      const again = await seek(wireOf(i + 1), seekers[i] as Seeker, release.at, COME_BACK_MS)
      expect(JSON.parse(again.last.text)).toMatchObject({ appointmentId: (JSON.parse(last.text) as Appointment).appointmentId, state: 'held' })
      const { appointments } = JSON.parse((await ask(wireOf(i), seekers[i] as Seeker, 'GET', '/api/appointments')).text) as { appointments: Appointment[] }
      expect(appointments).toHaveLength(1)
    }
  }, LIMIT)

  it('those who got none can ask for the next place that frees, all at once too, while other pages are answered', async () => {
    // No connection carries two at once.
    const losers = fates.slice(0, WIRES).flatMap(({ last }, i) => (last.status === 409 ? [i] : []))
    const wait = async (i: number): Promise<Heard> => {
      for (;;) {
        const heard = await ask(wireOf(i), seekers[i] as Seeker, 'POST', '/api/waiting', { hallId, lineId: 'A', itemIds: ['residence-permit'], day: release.day })
        if (heard.code !== 'BUSY') return heard
        await pause(COME_BACK_MS * (1 + Math.random()))
      }
    }
    const waiting = Promise.all(losers.slice(0, 600).map(wait))
    expect(await lookedWhile(waiting)).toBeGreaterThan(1)
    const waits = await waiting
    expect(waits).toHaveLength(600)
    expect(waits.filter(({ status }) => status !== 201)).toEqual([])
    expect(await stack.redis.zcard(`{hall:${hallId}}:b:${release.day}:w:A`)).toBe(waits.length)
  }, LIMIT)
})
