import { readSettings } from './config'
import { startSimulators } from './simulators'

const run = async (): Promise<void> => {
  const simulators = await startSimulators(readSettings())
  process.stdout.write(`simulators ready at ${simulators.url}\n`)
  const stop = () => { void simulators.close() }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

run().catch((error: unknown) => {
  process.stderr.write(`The simulators did not start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
