import { messageKinds } from '@shared/messageKinds'
import { decide, defaultSettings, isQuiet, quietEnds } from './deciding'

/** An instant of a day in China. */
const at = (time: string): number => Date.parse(`2026-01-05T${time}:00+08:00`)
const night = { from: '22:00', until: '07:00' }
const settings = { ...defaultSettings, quiet: night }

describe('quiet hours', () => {
  it.each([['21:59', false], ['22:00', true], ['23:59', true], ['00:00', true], ['06:59', true], ['07:00', false], ['12:00', false]])('over midnight at %s: %s', (time, quiet) => {
    expect(isQuiet({ quiet: night }, at(time))).toBe(quiet)
  })
  it.each([['11:59', false], ['12:00', true], ['13:29', true], ['13:30', false], ['00:00', false]])('within a day at %s: %s', (time, quiet) => {
    expect(isQuiet({ quiet: { from: '12:00', until: '13:30' } }, at(time))).toBe(quiet)
  })
  it('are none when nobody wants them, or when they end as they begin', () => {
    expect([isQuiet({ quiet: null }, at('03:00')), isQuiet({ quiet: { from: '08:00', until: '08:00' } }, at('08:00'))]).toEqual([false, false])
  })
  it.each([['22:00', 9 * 60], ['23:59', 7 * 60 + 1], ['00:00', 7 * 60], ['06:59', 1]])('that begin the evening before end in the morning, seen at %s', (time, minutes) => {
    expect(quietEnds(night, at(time)) - at(time)).toBe(minutes * 60_000)
  })
})

describe('what becomes of a message', () => {
  it('by day and wanted is that it is sent, whatever its kind', () => {
    expect(messageKinds.map((kind) => decide(settings, kind, at('10:00')))).toEqual(messageKinds.map(() => 'send'))
  })
  it('in quiet hours is that it waits for their end, but a call is sent', () => {
    expect(messageKinds.filter((kind) => decide(settings, kind, at('23:00')) === 'send')).toEqual(['called'])
    expect(decide(settings, 'near', at('23:00'))).toBe('quiet')
  })
  it('not wanted is nothing at all, also by night; a call that is not wanted is still to be read', () => {
    const none = { ...settings, off: [...messageKinds] }
    for (const time of ['10:00', '23:00']) {
      expect(messageKinds.map((kind) => decide(none, kind, at(time)))).toEqual(messageKinds.map((kind) => (kind === 'called' ? 'inbox' : 'drop')))
    }
  })
  it('of who never chose is quiet from ten to seven, ten a day', () => {
    expect(defaultSettings).toEqual({ off: [], ahead: 3, quiet: { from: '22:00', until: '07:00' }, cap: 10 })
  })
})
