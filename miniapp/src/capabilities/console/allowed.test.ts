import { moves, ticketStates } from '@shared/ticketStates'
import { type Act, acts, callsLeft, mainAct, refusalOf, type Standing } from './allowed'

const free: Standing = { window: 'open', mine: true, leader: false, ticket: null, hallPaused: false, callsBeforeMissed: 3, waiting: 4, acting: false }
const called = (calls: number): Standing => ({ ...free, ticket: { state: 'called', calls } })
const serving: Standing = { ...free, ticket: { state: 'serving', calls: 1 } }
const allowed = (standing: Standing): Act[] => acts.filter((act) => refusalOf(act, standing) === null)

test('a free open window calls, pauses or closes', () => {
  expect(allowed(free)).toEqual(['next', 'pause', 'close'])
})

test('a called number is recalled, started or transferred, and missed only after three calls', () => {
  expect(allowed(called(1))).toEqual(['recall', 'start', 'transfer', 'pause'])
  expect(refusalOf('miss', called(2))).toBe('calls-remain')
  expect(allowed(called(3))).toContain('miss')
  expect([0, 1, 2, 3, 7].map((calls) => callsLeft(calls, 3))).toEqual([3, 2, 1, 0, 0])
})

test('a number being served is finished or transferred, never recalled or missed', () => {
  expect(allowed(serving)).toEqual(['finish', 'transfer', 'pause'])
})

test('what the buttons allow is what the table of legal moves allows, in every state', () => {
  for (const state of ticketStates) {
    for (const move of ['recall', 'start', 'finish', 'miss', 'transfer'] as const) {
      expect([state, move, refusalOf(move, { ...free, ticket: { state, calls: 3 } }) === null]).toEqual([state, move, state in moves[move]])
    }
  }
})

test('nothing may be pressed while an act is on its way, nor at a window another clerk opened', () => {
  expect(allowed({ ...free, acting: true })).toEqual([])
  expect(allowed({ ...serving, mine: false })).toEqual([])
  expect(refusalOf('next', { ...free, mine: false })).toBe('other-clerk')
})

test('calling says why it cannot: number in hand, window not open, hall paused, nobody there', () => {
  expect(refusalOf('next', serving)).toBe('number-in-hand')
  expect(refusalOf('next', { ...free, window: 'paused' })).toBe('window-paused')
  expect(refusalOf('next', { ...free, window: 'closed' })).toBe('window-closed')
  expect(refusalOf('next', { ...free, hallPaused: true })).toBe('hall-paused')
  expect(refusalOf('next', { ...free, waiting: 0 })).toBe('nobody-waiting')
})

test('a closed window only opens, a paused one goes on or closes', () => {
  expect(allowed({ ...free, window: 'closed' })).toEqual(['open'])
  expect(allowed({ ...free, window: 'paused' })).toEqual(['open', 'close'])
})

test('the main button follows the work: open, next, start, finish', () => {
  expect([mainAct({ ...free, window: 'closed' }), mainAct(free), mainAct(called(1)), mainAct(serving)]).toEqual(['open', 'next', 'start', 'finish'])
})

test('a leader settles what a clerk left behind, but does not call in their place', () => {
  expect(allowed({ ...serving, mine: false, leader: true })).toEqual(['finish', 'transfer'])
  expect(allowed({ ...free, mine: false, leader: true })).toEqual(['close'])
})
