// @ts-check
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { alipayDemoKeys } from '../mock/alipay/keys.mjs'
import { lanAddress } from './addresses.mjs'
import { ApiRefusal, waitUntilReady } from './api.mjs'
import { DEMO_HALL, OPERATOR, readScreenLink } from './demoStaff.mjs'
import { startRedis } from './redis.mjs'
import { Refusal } from './refusal.mjs'
import { ROOT } from './root.mjs'
import { keepSecrets } from './secrets.mjs'

/**
 * Where a running demo is found. `local` is for this machine, `shared` what codes and links name: the address in the local
 * network when there is one, so that a phone can follow them.
 * @typedef {{ local: string, shared: string, screen: string, password: string, redisUrl: string }} Demo
 */

/**
 * Starts Redis, the simulators, the server and the living demo, and waits until they answer. All of it joins `family`.
 * Rejects with a sentence when one of them does not come up. Expects the libraries and the web app to be there.
 * @param {import('./family.mjs').Family} family
 * @param {object} options
 * @param {number} options.port the simulators take the next
 * @param {string} options.dir where data, secrets and logs are kept
 * @param {NodeJS.ProcessEnv} [options.env] settings of the server that people chose
 * @param {(text: string) => void} options.say
 * @returns {Promise<Demo>}
 */
export const startDemo = async (family, { port, dir, env = process.env, say }) => {
  const secrets = await keepSecrets(dir)
  const redis = await startRedis({ dir: path.join(dir, 'redis'), env, say })
  await family.adopt({ name: 'Redis', ...redis })
  const host = env.HOST || '0.0.0.0'
  const lan = host === '0.0.0.0' ? lanAddress() : undefined
  const local = `http://localhost:${port}`
  const shared = env.PUBLIC_URL || (lan ? `http://${lan}:${port}` : local)
  const settings = { ...env, ...serverSettings({ env, host, port, dir, local, shared, secrets, redisUrl: redis.url }) }
  const start = await starter(family, dir, settings)

  await start('The simulators', 'simulators', 'mock/main.ts')
  await waitUntilReady(`http://127.0.0.1:${port + 1}/faults`, { name: 'The simulators', limitMs: 30_000, lost: family.lost })
  await start('The server', 'server', 'bff/main.ts')
  await waitUntilReady(`http://127.0.0.1:${port}/readyz`, { name: 'The server', limitMs: 60_000, lost: family.lost })
  const screen = await readScreenLink(`http://127.0.0.1:${port}`, secrets.DEMO_PASSWORD).catch((/** @type {unknown} */ error) => {
    if (error instanceof ApiRefusal && STRANGERS.includes(error.code)) throw new Refusal(strangersRedis(redis.kind, dir))
    throw error instanceof ApiRefusal && error.code === 'SECOND_FACTOR_NEEDED' ? new Refusal(GUARDED) : error
  })
  await start('The living demo', 'day', 'mock/day/main.ts')
  return { local, shared, screen, password: secrets.DEMO_PASSWORD, redisUrl: redis.url }
}

/** How the server answers when the operator's account is there already, under another password. */
const STRANGERS = ['PASSWORD_WRONG', 'ACCOUNT_LOCKED']

/** The living demo signs in by itself, and has no phone. */
const GUARDED = 'The demo’s operator has a second factor, and the demo has no phone to show its codes: choose another DATA_DIR, or delete {staff}:factor:operator in its Redis.'

/**
 * @param {import('./redis.mjs').RedisKind} kind
 * @param {string} dir
 */
const strangersRedis = (kind, dir) => kind === 'configured'
  ? `The Redis that REDIS_URL names belongs to another installation, or its operator’s password was changed: name an empty database, or the DATA_DIR of that installation instead of ${dir}.`
  : `The data in ${path.join(dir, 'redis')} is of other secrets than those in ${path.join(dir, 'secrets.json')}, or its operator’s password was changed: bring them back, or choose another DATA_DIR.`

/** The openid by which the simulated WeChat knows the office itself (mock/wechat/README.md). */
const SIMULATED_OFFICE = 'oW_kDjb2RpfwWQf-tTKfGwhx0szc'

/**
 * What the processes read, where people did not choose otherwise.
 * @param {{ env: NodeJS.ProcessEnv, host: string, port: number, dir: string, local: string, shared: string, redisUrl: string,
 *   secrets: import('./secrets.mjs').Secrets }} parts
 * @returns {Record<string, string>}
 */
const serverSettings = ({ env, host, port, dir, local, shared, secrets, redisUrl }) => {
  const keysDir = path.join(dir, 'keys')
  const keys = alipayDemoKeys(keysDir)
  const simulators = `http://127.0.0.1:${port + 1}`
  const defaults = {
    // Everybody may look at a demo, without an authenticator.
    STAFF_SECOND_FACTOR: 'none',
    NODE_ENV: 'development', LOG_LEVEL: 'info', PUBLIC_URL: shared, APP_SECRET: secrets.APP_SECRET,
    ALLOWED_ORIGINS: [local, `http://127.0.0.1:${port}`, shared].join(','),
    IDENTITY_URL: `${simulators}/identity`, IDENTITY_AUTHORIZE_URL: `http://{hostname}:${port + 1}/identity/authorize`,
    SYSTEMS_URL: simulators, WECHAT_URL: `${simulators}/wechat`, WECHAT_CHECK_OPENID: SIMULATED_OFFICE, PHOTOS_DIR: path.join(dir, 'photos'), ALIPAY_URL: `${simulators}/alipay/gateway.do`,
    ALIPAY_PRIVATE_KEY: keys.appPrivateKey, ALIPAY_PUBLIC_KEY: keys.alipayPublicKey,
  }
  const chosen = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, env[name] || value]))
  return {
    ...chosen, HOST: host, PORT: String(port), REDIS_URL: redisUrl,
    BOOTSTRAP_ACCOUNT: OPERATOR, BOOTSTRAP_PASSWORD: secrets.DEMO_PASSWORD,
    SIMULATORS_HOST: host, SIMULATORS_PORT: String(port + 1), SIMULATORS_KEYS_DIR: keysDir,
    BFF_URL: `http://127.0.0.1:${port}`, DEMO_HALLS: env.DEMO_HALLS || DEMO_HALL,
  }
}

/**
 * @param {import('./family.mjs').Family} family
 * @param {string} dir
 * @param {NodeJS.ProcessEnv} env
 */
const starter = async (family, dir, env) => {
  const logs = path.join(dir, 'logs')
  await mkdir(logs, { recursive: true })
  return async (/** @type {string} */ name, /** @type {string} */ logName, /** @type {string} */ file) => {
    const log = path.join(logs, `${logName}.log`)
    await rm(log, { force: true })
    return family.start({ name, command: process.execPath, args: ['--import', 'tsx', path.join(ROOT, file)], cwd: ROOT, env, log })
  }
}
