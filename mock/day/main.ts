import { systemClock } from '../clock'
import { createApi } from './api'
import { readSettings, type DaySettings } from './config'
import { createGate } from './gate'
import { createHallDay } from './hallDay'
import { createJournal } from './journal'
import { runHall, tickMs } from './loop'
import { createLots } from './lots'
import { staffSession } from './staff'

/** A demo must not be a load test. */
const REQUESTS_A_SECOND = 5

const run = async ({ url, account, password, halls, pace, seed }: DaySettings): Promise<void> => {
  const end = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => { end.abort() })
  const journal = createJournal((text) => process.stdout.write(text), systemClock)
  const call = createApi({ url, gate: createGate(REQUESTS_A_SECOND), signal: end.signal })
  const operator = staffSession(call, account, password)
  journal.say(`the demo lives at ${url} in ${halls.join(', ')}, pace ${pace}`)
  await Promise.all(halls.map((hallId) => runHall(
    createHallDay({ call, operator, password, halls, hallId, lots: createLots(`${seed} ${hallId}`), pace, journal }),
    { hallId, everyMs: tickMs(pace), journal, signal: end.signal },
  )))
  journal.say('the demo has ended')
}

const refuse = (error: unknown): void => {
  process.stderr.write(`The living demo did not start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

try {
  run(readSettings()).catch(refuse)
} catch (error) {
  refuse(error)
}
