import { act, renderHook } from '@testing-library/react'
import { useDesk } from './useDesk'

beforeEach(() => window.sessionStorage.clear())

test('the desk is kept over a reload, for the same account only', () => {
  const first = renderHook(() => useDesk('clerk1'))
  expect(first.result.current[0]).toBe('work')
  act(() => first.result.current[1]('book'))
  expect(renderHook(() => useDesk('clerk1')).result.current[0]).toBe('book')
  expect(renderHook(() => useDesk('clerk2')).result.current[0]).toBe('work')
})

test('nonsense that was kept is nothing', () => {
  for (const text of ['{', '1', '{"account":"clerk1","desk":"roof"}']) {
    window.sessionStorage.setItem('yichuang.console-desk', text)
    expect(renderHook(() => useDesk('clerk1')).result.current[0]).toBe('work')
  }
})
