import { createLots } from './lots'
import { decideOrder } from './order'

const lots = createLots('orders')
const START = Date.UTC(2026, 0, 5, 2)
const HOUR_MS = 3_600_000
const order = (ratingId: string, state: Parameters<typeof decideOrder>[0]['state'], satisfied: boolean | null = null) =>
  ({ ratingId, state, satisfied, steps: [{ at: START, step: 'open' as const, by: 'citizen', text: '' }] })
/** One that is not left to people. */
const ours = Array.from({ length: 50 }, (_, i) => `demo.${i}`).find((id) => decideOrder(order(id, 'open'), START + HOUR_MS, lots, 1)) ?? ''

test('an order goes from step to step, each in its time, and is closed only when the citizen is satisfied', () => {
  const step = (state: Parameters<typeof order>[1], satisfied: boolean | null = null) => decideOrder(order(ours, state, satisfied), START + HOUR_MS, lots, 1)
  expect([step('open'), step('contacted'), step('rectified'), step('replied'), step('revisited', true), step('revisited', false), step('closed')].map((act) => act && ('step' in act ? `${act.by} ${act.step}` : act.by)))
    .toEqual(['office contact', 'office rectify', 'office reply', 'citizen', 'checker close', 'checker reopen', null])
  expect(decideOrder(order(ours, 'open'), START + 1_000, lots, 1)).toBeNull()
})

test('some are left to people, for good', () => {
  const ids = Array.from({ length: 300 }, (_, i) => `demo.x${i}`)
  const left = ids.filter((id) => decideOrder(order(id, 'open'), START + HOUR_MS, lots, 1) === null)
  expect(left.length).toBeGreaterThan(50)
  expect(left.length).toBeLessThan(150)
})
