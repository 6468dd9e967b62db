import { messageKinds } from '@shared/messageKinds'
import { messageSettings } from '@shared/messages'
import { someSettings } from '../builders'
import { groups, spansMidnight, withKind, withQuiet, withQuietEnd } from './settingsView'

it('every kind stands in one group', () => {
  expect(groups.flatMap(({ kinds }) => kinds).sort()).toEqual([...messageKinds].sort())
})

it('a kind is turned off and on, once', () => {
  const off = withKind(withKind(someSettings(), 'case', false), 'case', false)
  expect(off.off).toEqual(['case'])
  expect(withKind(off, 'case', true).off).toEqual([])
})

describe('quiet hours', () => {
  const from = (time: string, until = '07:00') => someSettings({ quiet: { from: time, until } })
  it('begin with those of the night, and end altogether', () => {
    expect(withQuiet(someSettings(), true).quiet).toEqual({ from: '22:00', until: '07:00' })
    expect(withQuiet(from('21:00'), false).quiet).toBeNull()
  })

  it.each([
    ['22:00', 1, '22:30'], ['22:00', -1, '21:30'], ['23:30', 1, '00:00'], ['00:00', -1, '23:30'], ['22:15', 1, '22:30'], ['22:15', -1, '22:00'], ['06:30', 1, '07:30'], ['07:30', -1, '06:30'],
  ] as const)('%s moved by %i half hour is %s, around the clock and never onto its end', (time, by, expected) => {
    const moved = withQuietEnd(from(time), 'from', by)
    expect(moved.quiet).toEqual({ from: expected, until: '07:00' })
    expect(messageSettings.safeParse(moved).success).toBe(true)
  })

  it('say when they end on the next day', () => {
    expect(spansMidnight({ from: '22:00', until: '07:00' })).toBe(true)
    expect(spansMidnight({ from: '12:00', until: '14:00' })).toBe(false)
  })

  it('that are off have no ends to move', () => {
    expect(withQuietEnd(someSettings(), 'from', 1)).toEqual(someSettings())
  })
})
