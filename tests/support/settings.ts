import { tmpdir } from 'node:os'
import path from 'node:path'
import { alipayDemoKeys } from '../../mock/alipay/keys.mjs'

/** Any 32 characters and more; the same for all processes of a stack. */
export const APP_SECRET = 'a-secret-for-tests-and-benchmarks-only'
export const OPERATOR = { account: 'operator', password: 'operator-password' } as const

/** Where all servers of a run write. */
export const LOGS = path.resolve(__dirname, '../../.cache/test-logs')

/** Nothing happens by itself: for tests that look at what a call has changed. */
export const quiet: Readonly<Record<string, string>> = { MESSAGES_AT_ONCE: '0', ...Object.fromEntries([
  'SWEEP_SECONDS', 'CLOSE_CHECK_SECONDS', 'CATALOGUE_POLL_SECONDS', 'RATING_DELIVERY_SECONDS', 'CASE_POLL_SECONDS', 'ORDER_SWEEP_SECONDS', 'AUDIT_SECONDS', 'CALL_LOG_SECONDS', 'FIGURES_SECONDS',
  'WAITS_SECONDS', 'BULLETIN_CHECK_SECONDS', 'MESSAGE_SECONDS', 'MESSAGE_LOOK_SECONDS',
].map((name) => [name, '3600'])) }

export interface SettingsOptions {
  readonly redisUrl: string
  readonly port: number
  readonly hallsDir: string
  /** Where the simulators listen. Without one nobody can sign in through an outside system. */
  readonly simulatorsUrl?: string
  readonly keysFolder?: string
  /** Settings that differ, by their names in the environment. */
  readonly settings?: Readonly<Record<string, string>>
}

/** All that a server reads from its environment, whatever ours holds. */
export const serverEnvironment = ({ redisUrl, port, hallsDir, simulatorsUrl, keysFolder, settings }: SettingsOptions): Record<string, string> => {
  const keys = keysFolder === undefined ? undefined : alipayDemoKeys(keysFolder)
  return {
    // Everything that may ever be written is, so that it can be looked through (tests/written).
    NODE_ENV: 'test', LOG_LEVEL: 'debug', LOG_FILE: path.join(LOGS, `server-${process.pid}-${port}.log`), HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`,
    REDIS_URL: redisUrl, APP_SECRET, PHOTOS_DIR: path.join(tmpdir(), 'yichuang-test-photos'), HALLS_DIR: hallsDir, BOOTSTRAP_ACCOUNT: OPERATOR.account, BOOTSTRAP_PASSWORD: OPERATOR.password,
    // Tests that are not about signing in sign in simply, and their clocks run on by hours.
    STAFF_SECOND_FACTOR: 'none', STAFF_IDLE_MINUTES: '90', STAFF_SESSION_HOURS: '10',
    ...(simulatorsUrl && {
      SYSTEMS_URL: simulatorsUrl,
      IDENTITY_URL: `${simulatorsUrl}/identity`, IDENTITY_AUTHORIZE_URL: `${simulatorsUrl}/identity/authorize`,
      WECHAT_URL: `${simulatorsUrl}/wechat`, ALIPAY_URL: `${simulatorsUrl}/alipay/gateway.do`,
    }),
    ...(keys && { ALIPAY_PRIVATE_KEY: keys.appPrivateKey, ALIPAY_PUBLIC_KEY: keys.alipayPublicKey }),
    ...settings,
  }
}

/** What a program needs to be found and to run, and nothing of ours that could change it. */
export const bareEnvironment = (): Record<string, string> => {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }) }
}
