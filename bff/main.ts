import { readConfig } from './config'
import { startServer } from './server'

const main = async (): Promise<void> => {
  const running = await startServer(readConfig())
  const stop = (): void => { void running.stop().then(() => process.exit(0)) }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
