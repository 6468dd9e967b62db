// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startChild } from './children.mjs'
import { freePort } from './port.mjs'
import { findProgram } from './programs.mjs'
import { askRedis } from './redisAsk.mjs'
import { unpackRedis, versionOf } from './redisPackage.mjs'
import { Refusal } from './refusal.mjs'
import { CACHE } from './root.mjs'

/** Streams, functions in scripts and RESP3 as we use them are there since 7. */
const OLDEST = 7

/** Ubuntu 22.04 and Debian 11 pack Redis 6, so the distribution alone is no answer. */
const NONE_FOUND = `No Redis ${OLDEST} or later was found. Install redis-server from the distribution where it packs one (Debian 12, Ubuntu 24.04 and later), `
  + 'else from Redis’ own packages as https://redis.io/docs/latest/operate/oss_and_stack/install/ says (macOS: brew install redis)'

/**
 * configured: REDIS_URL names it. program: a server on the PATH, started privately. package: the distribution's, unpacked.
 * embedded: in JavaScript, in this process; slow and gone when it ends.
 * @typedef {'configured' | 'program' | 'package' | 'embedded'} RedisKind
 * @typedef {{ url: string, kind: RedisKind, version: string, ended: Promise<number>, stop: (graceMs?: number) => Promise<void> }} RunningRedis
 */

/** @type {readonly RedisKind[]} */
const ALL = ['configured', 'program', 'package', 'embedded']

/**
 * Finds a Redis (7 or later) and starts it where it is ours to start: REDIS_URL; redis-server or valkey-server on the PATH;
 * the distribution's package; the embedded one. A private one listens on loopback only, asks a password, and keeps its
 * append-only file in `dir`: a second start with the same `dir` finds its data. It ends with this process, however that ends.
 * Rejects with one sentence for people when none is found, or when another run holds `dir`.
 * @param {object} options
 * @param {string} options.dir made if missing
 * @param {number} [options.port] a free one when absent
 * @param {'always' | 'everysec' | 'no'} [options.appendfsync] when a write counts as kept
 * @param {readonly RedisKind[]} [options.kinds] which to look for, in the order above
 * @param {string} [options.unpacked] the folder for the distribution's package
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(text: string) => void} [options.say] progress and warnings for people
 * @returns {Promise<RunningRedis>}
 */
export const startRedis = async (options) => {
  const { env = process.env, say = () => undefined, kinds = ALL, unpacked = path.join(CACHE, 'redis') } = options
  if (kinds.includes('configured') && env.REDIS_URL) return useConfigured(env.REDIS_URL)
  const server = await findServer({ kinds, unpacked, env, say })
  if (server) return startServer(server, { ...options, env })
  if (!kinds.includes('embedded')) throw new Refusal(NONE_FOUND)
  return startEmbedded(env, say)
}

/**
 * @param {string} url
 * @returns {Promise<RunningRedis>}
 */
const useConfigured = async (url) => {
  const info = await askRedis(url, ['INFO', 'server']).catch((/** @type {Error} */ error) => {
    throw new Refusal(`The Redis that REDIS_URL names cannot be reached: ${error.message || 'connection refused'}.`)
  })
  const version = /redis_version:(\S+)/.exec(info)?.[1] ?? '0'
  if (Number.parseInt(version, 10) < OLDEST) throw new Refusal(`The Redis that REDIS_URL names is ${version}; ${OLDEST} or later is needed.`)
  return { url, kind: 'configured', version, ended: new Promise(() => undefined), stop: async () => undefined }
}

/**
 * @typedef {{ kind: RedisKind, command: string, env: Record<string, string>, version: string }} FoundServer
 * @param {{ kinds: readonly RedisKind[], unpacked: string, env: NodeJS.ProcessEnv, say: (text: string) => void }} where
 * @returns {Promise<FoundServer | undefined>}
 */
const findServer = async ({ kinds, unpacked, env, say }) => {
  const onPath = kinds.includes('program') ? ['redis-server', 'valkey-server'].map((name) => findProgram(name, env)) : []
  for (const command of onPath) {
    const version = command && await versionOf(command, env)
    if (command && version && Number.parseInt(version, 10) >= OLDEST) return { kind: 'program', command, env: {}, version }
    if (command) say(`${command} is ${version || 'not usable'}; ${OLDEST} or later is needed, so another Redis is looked for.`)
  }
  const fromPackage = kinds.includes('package') && await unpackRedis(unpacked, env, say)
  if (!fromPackage) return undefined
  if (Number.parseInt(fromPackage.version, 10) >= OLDEST) return { kind: 'package', ...fromPackage }
  say(`The distribution’s Redis is ${fromPackage.version}; ${OLDEST} or later is needed.`)
  return undefined
}

/**
 * @param {FoundServer} server
 * @param {{ dir: string, port?: number, appendfsync?: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<RunningRedis>}
 */
const startServer = async (server, { dir, port, appendfsync = 'always', env }) => {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const urlFile = path.join(dir, 'url')
  if (await isHeld(urlFile)) throw new Refusal(`Another run is using the data in ${dir}: stop it first.`)
  const log = path.join(dir, 'redis.log')
  const config = path.join(dir, 'redis.conf')
  // The free port may be taken between finding and binding it; then another is tried.
  for (let tries = port ? 1 : 3; ; tries -= 1) {
    const at = port ?? await freePort()
    const password = randomBytes(24).toString('hex')
    const url = `redis://:${password}@127.0.0.1:${at}`
    await writeFile(config, configuration({ dir, port: at, password, appendfsync }), { mode: 0o600 })
    await rm(log, { force: true })
    const child = startChild({ name: 'Redis', command: server.command, args: [config], env: { ...env, ...server.env }, log })
    if (await answers(url, child)) {
      await writeFile(urlFile, url, { mode: 0o600 })
      const stop = async (graceMs = 10_000) => { await child.stop(graceMs); await rm(urlFile, { force: true }) }
      return { url, kind: server.kind, version: server.version, ended: child.ended, stop }
    }
    await child.stop()
    const told = await readFile(log, 'utf8').catch(() => '')
    if (!told.includes('in use') || tries <= 1) throw new Refusal(`Redis could not start; its last words: ${lastLine(told)}`)
  }
}

/** @param {{ dir: string, port: number, password: string, appendfsync: string }} options */
const configuration = ({ dir, port, password, appendfsync }) => [
  'bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, `dir ${JSON.stringify(path.resolve(dir))}`,
  'appendonly yes', `appendfsync ${appendfsync}`, 'save ""', 'databases 64', 'daemonize no',
  // A kernel fault on some ARM machines makes Redis refuse to start for the sake of background saves, which are off.
  ...process.arch === 'arm64' ? ['ignore-warnings ARM64-COW-BUG'] : [],
].join('\n').concat('\n')

/**
 * Two servers appending to one file would ruin it.
 * @param {string} urlFile where the last run left its address
 */
const isHeld = async (urlFile) => {
  const url = await readFile(urlFile, 'utf8').catch(() => '')
  return url !== '' && askRedis(url, ['PING']).then(() => true, (/** @type {Error} */ error) => error.message.startsWith('LOADING'))
}

/**
 * Waits until it answers, which after a long day includes reading its file: two minutes at most.
 * @param {string} url
 * @param {import('./children.mjs').Child} child
 */
const answers = async (url, child) => {
  let over = false
  void child.ended.then(() => { over = true })
  for (const deadline = performance.now() + 120_000; !over && performance.now() < deadline; await pause(15)) {
    if (await askRedis(url, ['PING']).then((text) => text === 'PONG', () => false)) return true
  }
  return false
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) ?? ''

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} say
 * @returns {Promise<RunningRedis>}
 */
const startEmbedded = async (env, say) => {
  if (env.NODE_ENV === 'production') throw new Refusal('No Redis was found, and the embedded one keeps nothing: set REDIS_URL for production.')
  const { createRedisMock } = await import('js-redis-server')
  const server = await createRedisMock()
  say([
    '┌──────────────────────────────────────────────────────────────────────┐',
    '│ EMBEDDED REDIS: for a look only. It is slow, and everything is lost  │',
    '│ when it stops. Install redis-server, or set REDIS_URL, for real use. │',
    '└──────────────────────────────────────────────────────────────────────┘',
  ].join('\n'))
  return { url: server.url, kind: 'embedded', version: 'embedded', ended: new Promise(() => undefined), stop: () => server.close() }
}
