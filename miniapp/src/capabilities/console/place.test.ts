import { placeFor } from './place'

const five = { hallId: 'tianhe', windowId: '5' }

test('the window of yesterday is offered again', () => {
  expect(placeFor(['tianhe', 'panyu'], five, '')).toEqual(five)
  expect(placeFor([], five, '')).toEqual(five)
})

test('somebody else at the same computer never lands in a hall that is not theirs', () => {
  expect(placeFor(['panyu', 'huadu'], five, '')).toEqual({ hallId: null, windowId: null })
  expect(placeFor(['panyu'], five, '')).toEqual({ hallId: 'panyu', windowId: null })
})

test('a link may name the hall; the window there is still remembered', () => {
  expect(placeFor(['tianhe', 'panyu'], five, 'panyu')).toEqual({ hallId: 'panyu', windowId: null })
  expect(placeFor(['tianhe', 'panyu'], five, 'tianhe')).toEqual(five)
  expect(placeFor(['tianhe'], null, 'panyu')).toEqual({ hallId: 'tianhe', windowId: null })
})

test('a single hall needs no choosing, many do', () => {
  expect(placeFor(['tianhe'], null, '')).toEqual({ hallId: 'tianhe', windowId: null })
  expect(placeFor([], null, '')).toEqual({ hallId: null, windowId: null })
})
