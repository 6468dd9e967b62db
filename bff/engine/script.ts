import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { redisFailure, type Redis } from '../platform/redis'

/** One Lua file, run by its hash; sent whole only when Redis does not know it yet. */
export class Script {
  readonly sha: string
  constructor(readonly name: string, readonly source: string) {
    this.sha = createHash('sha1').update(source).digest('hex')
  }

  /** Runs the script. A failure leaves as a contract error: nothing happened, or the outcome is unknown. */
  async run(redis: Redis, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await redis.evalsha(this.sha, keys.length, ...keys, ...args)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('NOSCRIPT')) throw redisFailure(error)
    }
    try {
      return await redis.eval(this.source, keys.length, ...keys, ...args)
    } catch (error) {
      throw redisFailure(error)
    }
  }
}

/** Reads `<folder>/<name>.lua`, with the shared parts put before it. */
export const readScript = (folder: string, name: string, ...preludes: readonly string[]): Script =>
  new Script(name, [...preludes, readFileSync(path.join(folder, `${name}.lua`), 'utf8')].join('\n'))

export const loadScripts = async (redis: Redis, scripts: readonly Script[]): Promise<void> => {
  for (const script of scripts) await redis.script('LOAD', script.source)
}

/** True when Redis knows all of them (it forgets on restart). */
export const scriptsLoaded = async (redis: Redis, scripts: readonly Script[]): Promise<boolean> => {
  const known = await redis.script('EXISTS', ...scripts.map((script) => script.sha)) as number[]
  return known.every((flag) => flag === 1)
}

/** A flat table as Lua source, so that scripts work by the very tables the contract publishes. */
export const luaTable = (table: Readonly<Record<string, string | true>>): string =>
  `{ ${Object.entries(table).map(([key, value]) => `["${key}"] = ${value === true ? 'true' : `"${value}"`}`).join(', ')} }`
