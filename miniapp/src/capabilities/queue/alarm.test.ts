import { createAlarm } from './alarm'

const memory = () => {
  const kept = new Map<string, unknown>()
  return { read: (name: string) => kept.get(name), write: (name: string, value: unknown) => { kept.set(name, value) }, remove: (name: string) => { kept.delete(name) } }
}
const setUp = () => {
  const keep = memory()
  let felt = 0
  const alarm = () => createAlarm(keep, () => { felt += 1 })
  return { alarm, felt: () => felt }
}

describe('what makes a call felt', () => {
  beforeEach(() => { jest.useFakeTimers() })
  afterEach(() => { jest.useRealTimers() })

  it('rings three times, for a phone in a pocket is easily missed once', () => {
    const { alarm, felt } = setUp()
    expect(alarm().ring('a')).toBe(true)
    expect(felt()).toBe(1)
    jest.advanceTimersByTime(60_000)
    expect(felt()).toBe(3)
  })

  it('is still as soon as it was noticed', () => {
    const { alarm, felt } = setUp()
    const one = alarm()
    one.ring('a')
    one.hush()
    jest.advanceTimersByTime(60_000)
    expect(felt()).toBe(1)
  })

  it('rings once for a call, however often it is heard of and also after a restart; a recall rings anew', () => {
    const { alarm, felt } = setUp()
    const one = alarm()
    one.ring('a')
    expect([one.ring('a'), alarm().ring('a')]).toEqual([false, false])
    jest.advanceTimersByTime(60_000)
    expect(felt()).toBe(3)
    expect(alarm().ring('a again')).toBe(true)
  })
})
