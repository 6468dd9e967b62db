import { setTimeout as pause } from 'node:timers/promises'
import { isRefusal } from './failures'
import type { HallDay } from './hallDay'
import type { Journal } from './journal'

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 30_000
/** Trying a wrong password again and again would lock the operator out. */
const LOCKED_OUT_MS = 600_000

/** How long to keep away after so many failures in a row: twice as long each time, half a minute at most. */
export const delayAfter = (failures: number, error?: unknown): number =>
  isRefusal(error, 'PASSWORD_WRONG', 'ACCOUNT_LOCKED') ? LOCKED_OUT_MS : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1))

/** How often everybody looks up: twice a second at most. */
export const tickMs = (pace: number): number => Math.min(2_000, Math.max(500, 2_000 / pace))

/** Runs a hall until the signal. A server that is away is waited for; going and coming back are one line each. */
export const runHall = async (day: HallDay, { hallId, everyMs, journal, signal }:
{ hallId: string; everyMs: number; journal: Journal; signal: AbortSignal }): Promise<void> => {
  let failures = 0
  while (!signal.aborted) {
    const began = performance.now()
    let wait = 0
    try {
      await day.tick()
      if (failures > 0) journal.say(`${hallId}: goes on`)
      failures = 0
      wait = Math.max(0, everyMs - (performance.now() - began))
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      wait = delayAfter(failures, error)
      if (failures === 1) journal.say(`${hallId}: waits for the server (${error instanceof Error ? error.message : String(error)})`)
      day.forget()
    }
    await pause(wait, undefined, { signal }).catch(() => undefined)
  }
}
