import { createPresses } from './presses'

const phone = () => {
  const kept = new Map<string, unknown>()
  const clock = { at: 0 }
  const keep = { read: (name: string) => kept.get(name), write: (name: string, value: unknown) => { kept.set(name, value) }, remove: (name: string) => { kept.delete(name) } }
  return { clock, kept, presses: createPresses(keep, () => clock.at) }
}

test('what was pressed before something had to be done first is carried out once', () => {
  const { presses } = phone()
  presses.note('hold', 7)
  expect([presses.take('hold'), presses.take('hold'), presses.take('another')]).toEqual([7, null, null])
})

test('nobody means any more what they pressed five minutes ago, nor what a wrong clock dates after now', () => {
  const { presses, clock } = phone()
  presses.note('hold', 7)
  clock.at = 5 * 60_000
  expect(presses.take('hold')).toBeNull()
  presses.note('hold', 7)
  clock.at = 0
  expect(presses.take('hold')).toBeNull()
})

test('what lies there and is none is nothing', () => {
  const { presses, kept } = phone()
  kept.set('press/hold', 'nonsense')
  expect(presses.take('hold')).toBeNull()
})
