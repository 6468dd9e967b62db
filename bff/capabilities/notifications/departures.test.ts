import { codeOf } from '../../../tests/support/upstream'
import { DepartureService } from './departures'
import type { Tickets } from './port'

const NOW = Date.parse('2026-01-05T10:00:00+08:00')
const MINUTE = 60_000
const travelling = { speeds: { foot: 4.5, bicycle: 12, transit: 15, car: 20 }, detour: 1.4 }
const [home, hall] = [{ lat: 23.13, lng: 113.36 }, { lat: 23.13, lng: 113.4 }]
type Ticket = Awaited<ReturnType<Tickets['read']>>
const waiting: Ticket = { hallId: 'test', state: 'waiting', ahead: 9, wait: { low: 60, high: 90, confidence: 0.8, calls: 12 }, followed: true, place: hall }

const plan = async (ticket: Partial<Ticket>, remind = true) => {
  const kept: unknown[] = []
  const service = new DepartureService({
    tickets: { read: async () => ({ ...waiting, ...ticket }) }, travelling, map: null, marginMinutes: 5, clock: () => NOW,
    happenings: { remind: async (...args) => { kept.push(args) } },
  })
  return { departure: await service.plan('c1', 'test.0', { from: home, by: 'transit', remind }), kept }
}

describe('when to set out', () => {
  it('is the earliest call, less the way and some minutes; kept are the minutes of the way and nothing of the place', async () => {
    const { departure, kept } = await plan({})
    expect(departure).toEqual({ leaveAt: NOW + (60 - 23 - 5) * MINUTE, now: false, travelMinutes: 23, source: 'distance', reminds: true, asOf: NOW })
    expect(kept).toEqual([['test', '20260105', 'test.0', 23]])
  })

  it('is now when the call may come as soon as one is there, or nobody is ahead; then nothing is left to be reminded of', async () => {
    for (const ticket of [{ wait: { ...waiting.wait!, low: 28 } }, { ahead: 0, wait: null }]) {
      const { departure, kept } = await plan(ticket)
      expect(departure).toMatchObject({ leaveAt: NOW, now: true, reminds: false })
      expect(kept).toEqual([['test', '20260105', 'test.0', null]])
    }
  })

  it('is not known while the wait is not; a message comes once it is', async () => {
    expect((await plan({ wait: null })).departure).toMatchObject({ leaveAt: null, now: false, reminds: true })
  })

  it('is told without a reminder when none is wanted, or the hall’s own system tells us nothing', async () => {
    for (const { departure, kept } of [await plan({}, false), await plan({ followed: false })]) {
      expect([departure.reminds, kept]).toEqual([false, [['test', '20260105', 'test.0', null]]])
    }
  })

  it('is nothing to ask of a number that does not wait', async () => {
    expect(await codeOf(plan({ ahead: null, state: 'called' }))).toBe('NOT_WAITING')
  })
})
