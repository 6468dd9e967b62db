import { setTimeout as pause } from 'node:timers/promises'
import { hallFile } from '../support/halls'
import { useStack } from '../support/stack'

/** 2026-01-05 in Asia/Shanghai, a Monday. */
const at = (hour: number, minute = 0): number => Date.UTC(2026, 0, 5, hour - 8, minute)
/** Twice the server's pace of looking. */
const LOOKED_MS = 2_000
let now = at(9)

const officeHours = hallFile({ weeklyHours: Array.from({ length: 7 }, (): [string, string][] => [['08:30', '17:00']]) })
const stack = useStack({ clock: () => now, halls: [officeHours], settings: { CLOSE_CHECK_SECONDS: '1' } })

describe('the end of a hall’s day', () => {
  it('is told to whoever still waits, once the hall has closed and not before; the next morning numbers begin anew', async () => {
    const { client, people, take } = stack()
    const citizen = await people.citizen(1)
    const { ticketId } = await take(citizen, { hallId: 'test', lineId: 'A' })
    const state = async (): Promise<string> => (await client.call('readTicket', { params: { ticketId }, query: {} }, citizen)).state

    now = at(16, 59)
    await pause(LOOKED_MS)
    expect(await state()).toBe('waiting')

    now = at(17)
    for (let tries = 0; tries < 100 && await state() === 'waiting'; tries += 1) await pause(100)
    expect(await state()).toBe('expired')

    now = at(24 + 9)
    expect(await take(citizen, { hallId: 'test', lineId: 'A' })).toMatchObject({ number: 'A001', state: 'waiting' })
  }, 60_000)
})
