import { pino } from 'pino'
import { createHallQueue } from '../../bff/backends/hallqueue/hallQueue'
import { createUpstream, type Upstream } from '../../bff/backends/upstream'
import { createQueueEngine } from '../../bff/engine/queue/engine'
import { dayKey } from '../../bff/engine/queue/keys'
import { systemClock } from '../../bff/platform/clock'
import { createMetrics } from '../../bff/platform/metrics'
import { useSimulators } from '../../mock/testing/useSimulators'
import { setUpMachine } from '../support/queueMachine'
import { useRedis } from '../support/redis'
import { impatient, patient } from '../support/upstream'
import { describeQueueFaults, describeQueuePort, NINE, queueHall, type OpenQueue } from './queuePort'

const redis = useRedis()
const time = { now: NINE }
const simulators = useSimulators(() => time.now)
let halls = 0

const openEngine: OpenQueue = async (changes, firstNumber) => {
  const hall = queueHall(`engine${halls += 1}`, changes)
  if (firstNumber !== undefined) await redis.hset(dayKey(hall.hallId, NINE), 'A:n', firstNumber - 1)
  return { queue: createQueueEngine({ redis, ticketDays: 8 }), hall, time: { now: NINE } }
}

const upstreamOf = (times: typeof patient | typeof impatient): Upstream => createUpstream({
  system: 'hall-queue', logger: pino({ level: 'silent' }), metrics: createMetrics(), clock: systemClock, settings: { ...times, failuresToOpen: 1_000 },
})
const [longWaiting, soonDone] = [upstreamOf(patient), upstreamOf(impatient)]
/** Whether the machine hangs now: only then it is given up soon, for a busy one may take its time. */
let hangs = false
const upstream: Upstream = { call: (request) => (hangs ? soonDone : longWaiting).call(request) }
const adapter = (url: string) => createHallQueue(upstream, { systemId: 'hall-queue', url, key: 'demo-key' }, () => time.now)

const openVendor: OpenQueue = async (changes, firstNumber) => {
  const hall = queueHall(`vendor${halls += 1}`, changes)
  time.now = NINE
  await setUpMachine(simulators.url(), hall, firstNumber)
  return { queue: adapter(`${simulators.url()}/hallqueue`), hall, time }
}

describeQueuePort('the built-in engine', openEngine)
describeQueuePort('a vendor’s machine', openVendor)
describeQueueFaults('a vendor’s machine', openVendor, {
  fault: async (fault) => {
    hangs = fault.kind === 'hang'
    await simulators.fault({ system: 'hallqueue', ...fault })
  },
  clear: async () => {
    hangs = false
    await fetch(`${simulators.url()}/faults?system=hallqueue`, { method: 'DELETE' })
  },
  nowhere: adapter('http://127.0.0.1:9/hallqueue'),
})
