import { act, renderHook } from '@testing-library/react'
import { usePlace } from './usePlace'

const halls = ['tianhe', 'panyu']
/** The page as it comes up with `?hall=tianhe` in its address. */
const open = (linkedHall = 'tianhe') => renderHook(() => usePlace(halls, linkedHall))
beforeEach(() => window.sessionStorage.clear())

test('a link names the hall until another is chosen; a reload of the same link keeps the choice', () => {
  const first = open()
  expect(first.result.current[0].hallId).toBe('tianhe')
  act(() => first.result.current[1]({ hallId: null, windowId: null }))
  expect(open().result.current[0].hallId).toBeNull()
  act(() => first.result.current[1]({ hallId: 'panyu', windowId: '3' }))
  expect(open().result.current[0]).toEqual({ hallId: 'panyu', windowId: '3' })
})

test('another link, or another tab, names the hall again', () => {
  const first = open()
  act(() => first.result.current[1]({ hallId: 'panyu', windowId: null }))
  window.sessionStorage.clear()
  expect(open().result.current[0].hallId).toBe('tianhe')
})

test('back in the linked hall, the window there is kept', () => {
  const first = open()
  act(() => first.result.current[1]({ hallId: 'tianhe', windowId: '5' }))
  expect(open().result.current[0]).toEqual({ hallId: 'tianhe', windowId: '5' })
})
