import { createCityBooking } from '../../bff/backends/booking/cityBooking'
import { createAppointmentEngine } from '../../bff/engine/appointments/engine'
import { testTerms } from '../../bff/engine/appointments/testing/book'
import { useSimulators } from '../../mock/testing/useSimulators'
import { useRedis } from '../support/redis'
import { testUpstream } from '../support/upstream'
import { describeBookFaults, describeBookPort, type WriteName } from './bookPort'

describeBookPort('our own book', () => {
  const book = createAppointmentEngine({ redis: useRedis(), terms: testTerms })
  return () => book
})

describeBookPort('the city’s booking platform', (clock) => {
  const simulators = useSimulators(clock)
  const upstream = testUpstream('booking')
  let book: ReturnType<typeof createCityBooking> | undefined
  return () => book ??= createCityBooking(upstream, { url: `${simulators.url()}/booking`, key: 'demo-key' }, clock, testTerms)
})

describeBookFaults('the city’s booking platform', (clock) => {
  const simulators = useSimulators(clock)
  const paths: Record<WriteName, string> = {
    hold: 'order/lock', confirm: 'order/confirm', reschedule: 'order/change', cancel: 'order/cancel', arrive: 'order/checkin',
    wait: 'wait/apply', unwait: 'wait/cancel', setSlot: 'source/switch', closeDay: 'site/close',
  }
  return {
    adapter: (fault) => createCityBooking(testUpstream('booking', fault), { url: `${simulators.url()}/booking`, key: 'demo-key' }, clock, testTerms),
    fault: (fault, write) => simulators.fault({ system: 'booking', ...fault, ...(write && { path: paths[write] }) }),
    clear: async () => { await fetch(`${simulators.url()}/faults?system=booking`, { method: 'DELETE' }) },
  }
})
