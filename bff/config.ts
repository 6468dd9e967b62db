import type { StaffRole } from '@shared/endpoint'
import path from 'node:path'
import { z } from 'zod'
import { cipherNames } from './platform/ciphers'

const root = path.resolve(__dirname, '..')
const url = z.string().regex(/^https?:\/\//, 'must begin with http:// or https://')
/** `name=value` pairs with commas between; a value may hold `=`. */
const pairs = (value: string): ReadonlyMap<string, string> =>
  new Map(value.split(',').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]))
const isPairs = (value: string): boolean => value.split(',').filter(Boolean).every((pair) => pair.indexOf('=') > 0)
const kilometresAnHour = z.coerce.number().min(1).max(200)
/** Of each way of going. */
const speeds = z.object({ foot: kilometresAnHour, bicycle: kilometresAnHour, transit: kilometresAnHour, car: kilometresAnHour })
const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback)

const staffRoles = ['clerk', 'supervisor', 'operator'] as const satisfies readonly StaffRole[]
const isRole = (text: string): text is StaffRole => (staffRoles as readonly string[]).includes(text)
/** A number for every role, or `role=number` with commas between; who is not named keeps the default. */
const perRole = (defaults: Readonly<Record<StaffRole, number>>, least: number, most: number) =>
  z.string().default('').transform((text, context): Readonly<Record<StaffRole, number>> => {
    const given = (/^\d+$/.test(text) ? staffRoles.map((role) => `${role}=${text}`) : text.split(',').filter(Boolean)).map((pair) => pair.split('=').map((part) => part.trim()))
    const isRight = ([role = '', number = '', ...more]: string[]): boolean =>
      more.length === 0 && isRole(role) && /^\d+$/.test(number) && Number(number) >= least && Number(number) <= most
    if (given.every(isRight) && new Set(given.map(([role]) => role)).size === given.length) {
      return { ...defaults, ...Object.fromEntries(given.map(([role, number]) => [role, Number(number)])) }
    }
    context.addIssue({ code: 'custom', message: `must be a number from ${least} to ${most}, or role=number with commas between, of ${staffRoles.join(', ')}` })
    return z.NEVER
  })
const roleList = (fallback: string) =>
  z.string().default(fallback).transform((text, context): ReadonlySet<StaffRole> => {
    const roles = text === 'none' ? [] : text.split(',').map((role) => role.trim())
    if (roles.every(isRole)) return new Set(roles)
    context.addIssue({ code: 'custom', message: `must be roles with commas between, of ${staffRoles.join(', ')}, or none` })
    return z.NEVER
  })

/** Every setting the server reads, with its default. The meaning of each stands in docs/operating.md. */
const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8100),
  PUBLIC_URL: url.default('http://localhost:8100'),
  ALLOWED_ORIGINS: z.string().default('').transform((list) => list.split(',').filter(Boolean)),
  TRUST_PROXY: z.stringbool().default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  LOG_FILE: z.string().default(''),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://'),
  APP_SECRET: z.string().min(32, 'must be at least 32 random characters'),
  HALLS_DIR: z.string().default(path.join(root, 'config/halls')),
  ITEMS_FILE: z.string().default(path.join(root, 'config/items.json')),
  WEB_ROOT: z.string().default(path.join(root, 'miniapp/dist/h5')),
  BOOTSTRAP_ACCOUNT: z.string().default(''),
  BOOTSTRAP_PASSWORD: z.string().default(''),
  // A visit may be rated for seven days after it.
  TICKET_DAYS: z.coerce.number().int().min(8).max(60).default(8),
  CLOSE_CHECK_SECONDS: seconds(20),
  SWEEP_SECONDS: seconds(5),
  SESSION_HOURS: z.coerce.number().int().min(1).max(2_160).default(720),
  SESSION_MOST_HOURS: z.coerce.number().int().min(1).max(8_760).default(4_320),
  ACCOUNT_DAYS: z.coerce.number().int().min(30).max(3_650).default(730),
  // The more somebody may do, the sooner they are asked again who they are. A window's console asks by itself all day.
  STAFF_SESSION_HOURS: perRole({ clerk: 10, supervisor: 10, operator: 4 }, 1, 24),
  STAFF_IDLE_MINUTES: perRole({ clerk: 60, supervisor: 30, operator: 15 }, 5, 720),
  STAFF_SECOND_FACTOR: roleList('operator,supervisor,clerk'),
  STAFF_LOCK_FAILURES: z.coerce.number().int().min(1).max(20).default(5),
  STAFF_LOCK_MINUTES: z.coerce.number().int().min(1).max(1_440).default(15),
  HOLD_MINUTES: z.coerce.number().int().min(1).max(60).default(5),
  OFFER_MINUTES: z.coerce.number().int().min(1).max(120).default(10),
  OFFERS_A_DAY: z.coerce.number().int().min(1).max(20).default(2),
  CANCEL_HOURS: z.coerce.number().int().min(0).max(72).default(2),
  CHECK_IN_EARLY_MINUTES: z.coerce.number().int().min(0).max(240).default(30),
  CHECK_IN_LATE_MINUTES: z.coerce.number().int().min(0).max(240).default(15),
  BOOKINGS_TO_COME: z.coerce.number().int().min(1).max(50).default(5),
  NO_SHOWS: z.coerce.number().int().min(1).max(50).default(3),
  NO_SHOW_DAYS: z.coerce.number().int().min(1).max(365).default(90),
  RESTRICTION_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  CLOCK_GUARD_MS: z.coerce.number().int().min(0).max(600_000).default(5_000),
  PRESENCE_SECONDS: seconds(900),
  RATE_LIMITS: z.stringbool().default(true),
  RUSH_CONCURRENCY: z.coerce.number().int().min(1).max(10_000).default(64),
  RUSH_QUEUE: z.coerce.number().int().min(0).max(100_000).default(2_000),
  RUSH_RATE: z.coerce.number().int().min(1).max(1_000_000).default(100),
  RUSH_BITS: z.coerce.number().int().min(0).max(24).default(12),
  SYSTEMS_FILE: z.string().default(path.join(root, 'config/systems.json')),
  SYSTEMS_URL: url.default('http://127.0.0.1:8101'),
  SYSTEM_KEYS: z.string().refine(isPairs, 'must be system=key, with commas between').default('*=demo-key').transform(pairs),
  DATA_KEYS: z.string().regex(/^((?!0=)[A-Za-z0-9]{1,16}=[0-9a-f]{64}(,|$))*$/, 'must be id=64 hexadecimal digits, with commas between, and no id 0').default('').transform(pairs),
  DATA_CIPHER: z.enum(cipherNames).default('aes-256-gcm'),
  CASE_ANSWER_MS: z.coerce.number().int().min(100).max(10_000).default(1_500),
  CASE_COPY_DAYS: z.coerce.number().int().min(0).max(90).default(7),
  CASE_COPIES: z.coerce.number().int().min(0).max(100_000_000).default(200_000),
  CASE_TRIES: z.coerce.number().int().min(1).max(1_000).default(10),
  CASE_TRY_MINUTES: z.coerce.number().int().min(1).max(1_440).default(60),
  CASE_POLL_SECONDS: seconds(30),
  CATALOGUE_POLL_SECONDS: seconds(60),
  RATING_DELIVERY_SECONDS: seconds(15),
  RATING_APP_ID: z.string().regex(/^[\x21-\x7e]{1,64}$/, 'must be 1 to 64 visible ASCII characters').default('yichuang'),
  RATING_CHANNEL: z.string().regex(/^\d{1,2}$/, 'must be one or two digits').default('2'),
  RATING_REAL_NAMES: z.stringbool().default(false),
  RATING_RELEASE_REFUSED: z.stringbool().default(false),
  RATING_CHANGE_HOURS: z.coerce.number().int().min(0).max(168).default(24),
  PHOTOS_DIR: z.string().default(path.join(root, '.data/photos')),
  ORDER_CONTACT_DAYS: z.coerce.number().int().min(1).max(60).default(1),
  ORDER_RECTIFY_DAYS: z.coerce.number().int().min(1).max(120).default(15),
  ORDER_REVISIT_DAYS: z.coerce.number().int().min(1).max(60).default(5),
  ORDER_REVIEW_DAYS: z.coerce.number().int().min(1).max(60).default(5),
  ORDER_WARN_HOURS: z.coerce.number().int().min(0).max(168).default(4),
  ORDER_SWEEP_SECONDS: seconds(60),
  AUDIT_SECONDS: seconds(2),
  CALL_LOG_SECONDS: seconds(2),
  SUPERVISION_FILE: z.string().default(path.join(root, 'config/supervision.json')),
  FIGURES_SECONDS: seconds(2),
  WAITS_SECONDS: seconds(15),
  RANKING_MINIMUM: z.coerce.number().int().min(1).max(10_000).default(30),
  BULLETIN_HOUR: z.coerce.number().int().min(0).max(23).default(7),
  BULLETIN_CHECK_SECONDS: seconds(60),
  MESSAGES_FILE: z.string().default(path.join(root, 'config/messages.json')),
  MESSAGES_AT_ONCE: z.coerce.number().int().min(0).max(1_000).default(32),
  MESSAGE_SECONDS: seconds(2),
  MESSAGE_LOOK_SECONDS: seconds(20),
  MESSAGE_DAYS: z.coerce.number().int().min(1).max(365).default(90),
  DAY_BEFORE_HOUR: z.coerce.number().int().min(8).max(21).default(18),
  DEPARTURE_MARGIN_MINUTES: z.coerce.number().int().min(0).max(60).default(5),
  TRAVEL_SPEEDS: z.string().default('foot=4.5,bicycle=12,transit=15,car=20').transform((text, check) => {
    const read = speeds.safeParse(Object.fromEntries(pairs(text)))
    if (read.success) return read.data
    check.addIssue({ code: 'custom', message: 'must be foot, bicycle, transit and car, each =km/h from 1 to 200, with commas between' })
    return z.NEVER
  }),
  TRAVEL_DETOUR: z.coerce.number().min(1).max(5).default(1.4),
  MAP_URL: url.or(z.literal('')).default(''),
  MAP_KEY: z.string().default(''),
  SMS_URL: url.or(z.literal('')).default(''),
  SMS_APP_ID: z.string().default('yichuang'),
  SMS_SECRET: z.string().default(''),
  SMS_SIGN_NAME: z.string().default('一窗'),
  WECHAT_PROGRAM_STATE: z.enum(['formal', 'trial', 'developer']).default('formal'),
  IDENTITY_URL: url.default('http://127.0.0.1:8101/identity'),
  IDENTITY_AUTHORIZE_URL: url.default('http://{hostname}:8101/identity/authorize'),
  IDENTITY_CLIENT_ID: z.string().default('yichuang'),
  IDENTITY_CLIENT_SECRET: z.string().default('demo-client-secret'),
  WECHAT_URL: url.default('http://127.0.0.1:8101/wechat'),
  WECHAT_APP_ID: z.string().default('wxdemo0000000000'),
  WECHAT_APP_SECRET: z.string().default('demo-wechat-secret'),
  WECHAT_CHECK_OPENID: z.string().max(200).default(''),
  ALIPAY_URL: url.default('http://127.0.0.1:8101/alipay/gateway.do'),
  ALIPAY_APP_ID: z.string().default('2021000000000000'),
  ALIPAY_PRIVATE_KEY: z.string().default(''),
  ALIPAY_PUBLIC_KEY: z.string().default(''),
})

export type Config = z.output<typeof schema>

/** Reads the environment; throws one error that lists every faulty setting. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.refine(({ ACCOUNT_DAYS, SESSION_MOST_HOURS }) => ACCOUNT_DAYS * 24 >= SESSION_MOST_HOURS, { path: ['ACCOUNT_DAYS'], message: 'must not be shorter than SESSION_MOST_HOURS' }).safeParse(given)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The settings are not right:\n${faults.join('\n')}`)
}

/** Settings left as the demonstration has them: in production each is a mistake. */
export const demoSettings = (config: Config): string[] => {
  const defaults = schema.parse({ REDIS_URL: config.REDIS_URL, APP_SECRET: config.APP_SECRET })
  const demo = (['PUBLIC_URL', 'IDENTITY_URL', 'IDENTITY_CLIENT_SECRET', 'WECHAT_URL', 'WECHAT_APP_SECRET', 'ALIPAY_URL', 'SYSTEMS_URL'] as const).filter((name) => config[name] === defaults[name])
  return [...demo, ...([...config.SYSTEM_KEYS.values()].includes('demo-key') ? ['SYSTEM_KEYS'] : []), ...(config.STAFF_SECOND_FACTOR.size === 0 ? ['STAFF_SECOND_FACTOR'] : [])]
}
