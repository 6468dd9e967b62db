import { ONLINE } from '@shared/ratingFields'
import { createHash } from 'node:crypto'
import { loadItems } from './capabilities/catalogue/config'
import { loadHalls } from './capabilities/halls/config'
import { readConfig } from './config'
import { createAuditLog } from './engine/ratings/audit'
import { createLogger } from './platform/logger'
import { connectRedis } from './platform/redis'
import { deriveKey } from './platform/secrets'
import { loadSystems } from './backends/systems'

/** Reckons the chains of all halls anew and says what it found; the exit code is 1 when anything is wrong. */
const main = async (): Promise<void> => {
  const config = readConfig()
  const redis = connectRedis(config.REDIS_URL, createLogger('fatal'))
  await redis.connect()
  const log = createAuditLog(redis, deriveKey(config.APP_SECRET, 'audit'))
  const halls = loadHalls(config.HALLS_DIR, loadItems(config.ITEMS_FILE), loadSystems(config.SYSTEMS_FILE, config.SYSTEMS_URL, config.SYSTEM_KEYS)).map(({ hallId }) => hallId)
  const heads: string[] = []
  let [entries, unsealed, broken] = [0, 0, 0]
  for (const hallId of [...halls, ONLINE]) {
    const state = await log.verify(hallId)
    entries += state.sealed
    unsealed += state.unsealed
    if (state.fault) {
      broken += 1
      process.stdout.write(`${hallId}: entry ${state.at} of ${state.sealed}: ${state.fault}\n`)
    }
    if (state.sealed > 0) heads.push(`${hallId} ${state.sealed} ${state.head}`)
  }
  redis.disconnect()
  const digest = createHash('sha256').update(heads.join('\n')).digest('hex')
  process.stdout.write(`${entries} entries in ${heads.length} halls, ${unsealed} not sealed yet: ${broken === 0 ? 'the chain is whole' : `the chain is broken in ${broken} halls`}\nheads ${digest}\n`)
  process.exitCode = broken === 0 ? 0 : 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
