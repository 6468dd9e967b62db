import { act, render, screen } from '@testing-library/react'
import { presences } from './api'
import { usePresent } from './usePresent'

const Page = () => <p>{usePresent('tianhe') ? 'present' : 'absent'}</p>
const quarter = 15 * 60_000

afterEach(() => { jest.useRealTimers() })

test('a page that stays open notices by itself that the proof has run out', () => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) })
  presences.keep({ hallId: 'tianhe', presence: 'proof', expiresAt: Date.UTC(2026, 0, 1) + quarter })
  render(<Page />)
  expect(screen.getByText('present')).toBeInTheDocument()
  act(() => { jest.advanceTimersByTime(quarter - 10_000) })
  expect(screen.getByText('present')).toBeInTheDocument()
  act(() => { jest.advanceTimersByTime(15_000) })
  expect(screen.getByText('absent')).toBeInTheDocument()
})

test('whoever scanned and waited too long is told from whoever never scanned', () => {
  const at = Date.UTC(2026, 0, 1)
  jest.useFakeTimers({ now: at })
  presences.drop('tianhe')
  expect(presences.isOver('tianhe')).toBe(false)
  presences.keep({ hallId: 'tianhe', presence: 'proof', expiresAt: at + quarter })
  expect(presences.isOver('tianhe')).toBe(false)
  jest.setSystemTime(at + quarter + 1)
  expect(presences.isOver('tianhe')).toBe(true)
})
