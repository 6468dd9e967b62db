import type { Clock } from '../../../mock/clock'
import { createFaults, type Fault } from '../../../mock/faults'
import { serveSimulators, type Simulators } from '../../../mock/serve'
import { forestryHandlers } from './forestrySimulator'

/** For a test file: the forestry simulator alone, over real HTTP, as mock/testing/useSimulators.ts starts the others. */
export const useForestry = (clock: Clock) => {
  let running: Simulators | undefined
  const url = (): string => {
    if (!running) throw new Error('the simulator runs only within a test')
    return running.url
  }
  beforeAll(async () => {
    const faults = createFaults()
    running = await serveSimulators([...forestryHandlers(() => clock() + faults.clockShift('forestry'))], { host: '127.0.0.1', port: 0 }, faults)
  })
  afterEach(() => { running?.faults.clear() })
  afterAll(() => running?.close())
  return {
    url,
    fault: async (fault: Fault): Promise<void> => {
      const { status } = await fetch(`${url()}/faults`, { method: 'POST', body: JSON.stringify(fault), headers: { 'Content-Type': 'application/json' } })
      if (status !== 201) throw new Error(`the fault was refused with ${status}`)
    },
  }
}
