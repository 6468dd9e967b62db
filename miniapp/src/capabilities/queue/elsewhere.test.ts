import { aTicket } from './builders'
import { doneElsewhere } from './elsewhere'

const never = (): boolean => false
const waiting = aTicket()

test.each([
  ['cancelled', waiting, aTicket({ state: 'cancelled', ahead: null }), 'cancel'],
  ['come back with', aTicket({ state: 'missed', ahead: null }), aTicket({ state: 'returned' }), 'return'],
  ['let others go first with', waiting, aTicket({ defersLeft: 1, ahead: 15 }), 'defer'],
] as const)('a number that was %s without this phone was so elsewhere', (_, before, after, done) => {
  expect(doneElsewhere(before, after, never)).toBe(done)
  expect(doneElsewhere(before, after, (move) => move === done)).toBeNull()
})

test.each([
  ['a call', aTicket({ state: 'called' })], ['more people ahead', aTicket({ ahead: 20 })], ['the end of the day', aTicket({ state: 'expired' })],
  ['another number', aTicket({ ticketId: `tianhe.${'1'.repeat(20)}`, state: 'cancelled' })], ['an older answer', aTicket({ state: 'cancelled', asOf: waiting.asOf - 1 })],
])('%s is not the citizen’s doing', (_, after) => {
  expect(doneElsewhere(waiting, after, never)).toBeNull()
})
