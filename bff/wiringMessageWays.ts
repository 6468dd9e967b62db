import { createTemplateMessage } from './backends/alipay/templateMessage'
import { createTravelTimes } from './backends/map/travelTimes'
import { createShortMessage } from './backends/sms/shortMessage'
import { createUpstream } from './backends/upstream'
import type { AccessToken } from './backends/wechat/accessToken'
import { createSubscribeMessage } from './backends/wechat/subscribeMessage'
import type { MessageWay, TravelTimes } from './capabilities/notifications/port'
import type { Config } from './config'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'

interface Parts { readonly config: Config; readonly clock: Clock; readonly logger: Logger; readonly metrics: Metrics }
interface WayParts extends Parts { readonly token: AccessToken }

/** One attempt each: what failed is tried again by its job, which knows for how long that is worth it. */
const SETTINGS = { budgetMs: 5_000, attemptMs: 3_000, attempts: 1 }
/** Somebody waits at the phone for it. */
const MAP_SETTINGS = { budgetMs: 1_500, attemptMs: 1_200, attempts: 2 }

/**
 * The ways to a citizen, in the order of trying, apart from signing in: one that fails leaves the others alone, and whatever becomes of
 * other messages leaves those of calls alone.
 */
export const wireWays = ({ config, clock, logger, metrics, token }: WayParts, line: 'calls' | 'messages'): MessageWay[] => {
  const settings = { ...SETTINGS, parallel: Math.max(1, config.MESSAGES_AT_ONCE), waiting: config.MESSAGES_AT_ONCE }
  const upstream = (system: string) => createUpstream({ system, logger, metrics, clock, settings })
  const alipay = { url: config.ALIPAY_URL, appId: config.ALIPAY_APP_ID, privateKey: config.ALIPAY_PRIVATE_KEY, publicKey: config.ALIPAY_PUBLIC_KEY }
  const sms = { url: config.SMS_URL, appId: config.SMS_APP_ID, secret: config.SMS_SECRET, signName: config.SMS_SIGN_NAME }
  return [
    createSubscribeMessage(upstream(`wechat-${line}`), token, { url: config.WECHAT_URL, state: config.WECHAT_PROGRAM_STATE }),
    ...(alipay.privateKey !== '' && alipay.publicKey !== '' ? [createTemplateMessage(upstream(`alipay-${line}`), logger, alipay)] : []),
    // Nothing else goes by short message.
    ...(sms.url === '' || line !== 'calls' ? [] : [createShortMessage(upstream('sms'), sms, clock)]),
  ]
}

/** The map service; null where there is none, and travel times are reckoned by distance. */
export const wireMap = ({ config, clock, logger, metrics }: Parts): TravelTimes | null =>
  (config.MAP_URL === '' ? null : createTravelTimes(createUpstream({ system: 'map', logger, metrics, clock, settings: MAP_SETTINGS }), { url: config.MAP_URL, key: config.MAP_KEY }))
