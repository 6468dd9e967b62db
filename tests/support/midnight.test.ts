import { serviceDay } from '@shared/time'
import { waitForMidnight } from './midnight'

/** 2026-01-06 00:00 in Asia/Shanghai. */
const MIDNIGHT = Date.UTC(2026, 0, 5, 16)
const MINUTE_MS = 60_000

/** The instant at which a run begins that was asked for at `now`, and what it said. */
const begun = async (now: number) => {
  const said: string[] = []
  await waitForMidnight({ clock: () => now, pause: async (ms) => { now += ms }, say: (line) => said.push(line) })
  return { at: now, said }
}

describe('a run of the tests', () => {
  it('begins at once at most times', async () => {
    for (const at of [MIDNIGHT, MIDNIGHT + 1, MIDNIGHT - 8 * MINUTE_MS - 1]) expect(await begun(at)).toEqual({ at, said: [] })
  })

  it('waits for the next service day when this one ends within eight minutes, and says so in one line', async () => {
    for (const before of [1, MINUTE_MS, 8 * MINUTE_MS]) {
      const { at, said } = await begun(MIDNIGHT - before)
      expect(serviceDay(at)).toBe('20260106')
      expect(said).toEqual([expect.stringContaining(`${Math.ceil(before / MINUTE_MS)} min`)])
    }
  })
})
