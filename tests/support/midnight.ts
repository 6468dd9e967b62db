import { systemClock, type Clock } from '../../bff/platform/clock'
import { serviceDay, startOfDay } from '../../shared/time'

const DAY_MS = 86_400_000
/** As long as a whole run may take. */
const MARGIN_MS = 8 * 60_000

export interface Waiting { readonly clock: Clock; readonly pause: (ms: number) => Promise<void>; readonly say: (line: string) => void }

const usual: Waiting = {
  clock: systemClock,
  pause: (ms) => new Promise((resolve) => { setTimeout(resolve, ms) }),
  say: (line) => process.stderr.write(`${line}\n`),
}

/** Many tests live by the machine's clock, and numbers begin anew with the service day: a run does not begin just before one ends. */
export const waitForMidnight = async ({ clock, pause, say }: Waiting = usual): Promise<void> => {
  const now = clock()
  const left = startOfDay(serviceDay(now)) + DAY_MS - now
  if (left > MARGIN_MS) return
  say(`The halls’ day (Asia/Shanghai) ends in ${Math.ceil(left / 60_000)} min: the tests begin after it.`)
  await pause(left)
}
