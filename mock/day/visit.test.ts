import { takeTicket, type Ticket } from '@shared/queue'
import { createLots } from './lots'
import { decideVisit } from './visit'

const NOW = 1_767_229_200_000
const ticketOf = (i: number, over: Partial<Ticket> = {}): Ticket =>
  ({ ...takeTicket.output.parse(takeTicket.example.output), number: `A${String(i).padStart(3, '0')}`, takenAt: NOW, asOf: NOW, ...over })
const lots = createLots('citizens')
const many = Array.from({ length: 600 }, (_, i) => i)
const share = (over: Partial<Ticket>, act: string, deferred = false): number =>
  many.filter((i) => decideVisit(ticketOf(i, over), deferred, lots, 1).act === act).length / many.length

test('most wait; a few let others go first when nearly there, once', () => {
  expect(share({ ahead: 2 }, 'look')).toBeGreaterThan(0.85)
  expect(share({ ahead: 2 }, 'defer')).toBeGreaterThan(0.02)
  expect(share({ ahead: 2 }, 'defer', true)).toBe(0)
  expect(share({ ahead: 2, defersLeft: 0 }, 'defer')).toBe(0)
  expect(share({ ahead: 8 }, 'defer')).toBe(0)
})

test('a few give up, not at once', () => {
  expect(share({ asOf: NOW + 10_000 }, 'cancel')).toBe(0)
  expect(share({ asOf: NOW + 150_000 }, 'cancel')).toBeGreaterThan(0.01)
  expect(share({ asOf: NOW + 150_000 }, 'cancel')).toBeLessThan(0.08)
})

test('a number in hand at a window is only looked at', () => {
  for (const state of ['called', 'serving'] as const) expect(share({ state, ahead: null, asOf: NOW + 600_000 }, 'look')).toBe(1)
})

test('most who were missed come back within 90 s, and none when it is too late', () => {
  const missed = { state: 'missed', ahead: null, endedAt: NOW, returnBefore: NOW + 1_800_000 } as const
  expect(share(missed, 'return')).toBe(0)
  expect(share({ ...missed, asOf: NOW + 90_000 }, 'return')).toBeGreaterThan(0.6)
  expect(share({ ...missed, asOf: NOW + 90_000 }, 'leave')).toBeGreaterThan(0.1)
  expect(share({ ...missed, asOf: NOW + 1_800_000 }, 'leave')).toBe(1)
  expect(share({ ...missed, returnBefore: null }, 'leave')).toBe(1)
})

test('more than half rate what is finished, within 20 s, once', () => {
  const finished = { state: 'finished', ahead: null, endedAt: NOW } as const
  expect(share(finished, 'rate')).toBe(0)
  expect(share({ ...finished, asOf: NOW + 20_000 }, 'rate')).toBeGreaterThan(0.5)
  expect(share({ ...finished, asOf: NOW + 20_000, rated: true }, 'leave')).toBe(1)
})

test('what has ended is left', () => {
  for (const state of ['cancelled', 'expired'] as const) expect(share({ state, ahead: null }, 'leave')).toBe(1)
})

test('a look is never sooner than the server’s pace asks, at pace 1', () => {
  for (const i of many) {
    const decided = decideVisit(ticketOf(i, { nextPollSeconds: 12 }), false, lots, 1)
    if (decided.act === 'look') expect(decided.againInSeconds).toBeGreaterThanOrEqual(12)
  }
})
