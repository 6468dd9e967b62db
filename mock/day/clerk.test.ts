import type { StaffTicket } from '@shared/console'
import { decideClerk, type ClerkAct, type ClerkSight } from './clerk'
import { createLots } from './lots'

const NOW = 1_767_229_200_000
const ticketOf = (over: Partial<StaffTicket> = {}): StaffTicket => ({
  ticketId: 'demo.0h3k9q2m7x5v8b1n4c6d', number: 'A001', state: 'called', class: 'ordinary', priority: null, lineId: 'A', itemId: null,
  windowId: '2', takenAt: NOW - 60_000, calledAt: NOW, startedAt: null, calls: 1, ...over,
})
const sightOf = (over: Partial<ClerkSight> = {}, current: StaffTicket | null = null, state: ClerkSight['window']['state'] = 'open'): ClerkSight => ({
  now: NOW, window: { windowId: '2', state, current }, since: NOW, waiting: true, hallOpen: true, mayRest: false, ours: true, cameBack: false,
  itemMinutes: 15, otherLines: ['B'], ...over,
})

/** What a clerk does with one number, second by second, until it has left the window. */
const visit = (seed: string, over: Partial<ClerkSight>, pace = 1): { act: string; second: number }[] => {
  const lots = createLots(seed)
  const acts: { act: string; second: number }[] = []
  let ticket = ticketOf()
  for (let second = 0; second < 600; second += 1) {
    const now = NOW + second * 1000
    const decided: ClerkAct = decideClerk(sightOf({ ...over, now }, ticket), lots, pace)
    if (!decided) continue
    acts.push({ act: decided.act, second })
    if (decided.act === 'recall') ticket = { ...ticket, calls: ticket.calls + 1, calledAt: now }
    else if (decided.act === 'start') ticket = { ...ticket, state: 'serving', startedAt: now }
    else return acts
  }
  return acts
}
const seeds = Array.from({ length: 400 }, (_, i) => `seed ${i}`)
const strangers = seeds.map((seed) => visit(seed, { ours: false }))
const ours = seeds.map((seed) => visit(seed, {}))
const named = (acts: readonly { act: string }[]): string => acts.map(({ act }) => act).join(' ')
const share = (list: readonly unknown[]): number => list.length / seeds.length

describe('a number that is nobody’s of the simulation', () => {
  test('is called, called again, served and finished, and never missed or sent elsewhere', () => {
    expect(new Set(strangers.map(named))).toEqual(new Set(['recall start finish']))
  })

  test('has about 25 s until the second call, is served 30 to 40 s after the first, and for 25 to 40 s', () => {
    for (const [recall, start, finish] of strangers) {
      expect(recall?.second).toBeGreaterThanOrEqual(24)
      expect(recall?.second).toBeLessThanOrEqual(26)
      expect(start?.second).toBeGreaterThanOrEqual(30)
      expect(start?.second).toBeLessThanOrEqual(40)
      expect((finish?.second ?? 0) - (start?.second ?? 0)).toBeGreaterThanOrEqual(25)
      expect((finish?.second ?? 0) - (start?.second ?? 0)).toBeLessThanOrEqual(40)
    }
  })

  test('is given the same time at ten times the pace', () => {
    expect(visit('seed 1', { ours: false }, 10)).toEqual(strangers[1])
  })
})

describe('a simulated citizen’s number', () => {
  test('is mostly served at once, sometimes after a second call, seldom missed after three calls or transferred', () => {
    const of = (acts: string) => share(ours.filter((one) => named(one) === acts))
    expect(of('start finish')).toBeGreaterThan(0.7)
    expect(of('recall start finish')).toBeGreaterThan(0.08)
    expect(of('recall recall miss')).toBeGreaterThan(0.01)
    expect(of('recall recall miss')).toBeLessThan(0.1)
    expect(share(ours.filter((one) => named(one).endsWith('start transfer')))).toBeGreaterThan(0.01)
    expect(new Set(ours.map(named)).size).toBe(5)
  })

  test('is not missed when nobody else waits, nor when its holder has come back', () => {
    for (const over of [{ waiting: false }, { cameBack: true }]) {
      for (const seed of seeds) expect(named(visit(seed, over))).not.toContain('miss')
    }
  })

  test('goes nowhere when no other line is served', () => {
    for (const seed of seeds) expect(named(visit(seed, { otherLines: [] }))).not.toContain('transfer')
  })

  test('goes twice as fast at pace 2', () => {
    const seed = seeds.find((_, i) => named(ours[i] ?? []) === 'start finish') ?? ''
    const [slow, fast] = [visit(seed, {}).at(-1)?.second ?? 0, visit(seed, {}, 2).at(-1)?.second ?? 0]
    expect(fast).toBeGreaterThan(0)
    expect(Math.abs(slow - fast * 2)).toBeLessThanOrEqual(4)
  })
})

describe('an empty window', () => {
  const lots = createLots('empty')
  const after = (seconds: number, over: Partial<ClerkSight>, state: ClerkSight['window']['state'] = 'open') =>
    decideClerk(sightOf({ now: NOW + seconds * 1000, ...over }, null, state), lots, 1)

  test('calls the next after a breath, and nobody when nobody may be called', () => {
    expect(after(0, {})).toBeNull()
    expect(after(7, {})).toEqual({ act: 'call' })
    expect(after(60, { waiting: false })).toBeNull()
  })

  test('opens when the hall is open, and stays closed when it is not', () => {
    expect(after(13, {}, 'closed')).toEqual({ act: 'open' })
    expect(after(600, { hallOpen: false }, 'closed')).toBeNull()
  })

  test('rests now and then, only when it may, and goes on after a minute at most', () => {
    const at = (i: number, mayRest: boolean) => decideClerk(sightOf({ since: NOW + i, now: NOW + i + 7_000, mayRest }), lots, 1)?.act
    const indices = seeds.map((_, i) => i)
    expect(share(indices.filter((i) => at(i, true) === 'pause'))).toBeGreaterThan(0.02)
    expect(share(indices.filter((i) => at(i, true) === 'pause'))).toBeLessThan(0.1)
    expect(indices.filter((i) => at(i, false) === 'pause')).toEqual([])
    expect(after(29, {}, 'paused')).toBeNull()
    expect(after(60, {}, 'paused')).toEqual({ act: 'open' })
  })
})

test('a clerk who has just been put there finishes what is in hand', () => {
  const inHand = ticketOf({ state: 'serving', startedAt: NOW - 300_000 })
  expect(decideClerk(sightOf({ otherLines: [] }, inHand), createLots('restart'), 1)).toEqual({ act: 'finish', ticketId: inHand.ticketId })
})
