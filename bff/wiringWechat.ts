import { createUpstream } from './backends/upstream'
import { createAccessToken, type AccessToken } from './backends/wechat/accessToken'
import type { Config } from './config'
import { createTokenShelf } from './engine/tokens/shelf'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'

/** A token is fetched while somebody waits for what it is needed for. */
const BUDGET_MS = 1_500

interface Parts {
  readonly config: Pick<Config, 'WECHAT_URL' | 'WECHAT_APP_ID' | 'WECHAT_APP_SECRET'>
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly sealing: Sealing
}

/** The one access token by which WeChat knows us, shared by all processes and by whatever needs it. */
export const wireWechatToken = ({ config, redis, clock, logger, metrics, sealing }: Parts): AccessToken => createAccessToken({
  upstream: createUpstream({ system: 'wechat-token', logger, metrics, clock, settings: { budgetMs: BUDGET_MS, attemptMs: 1_200, attempts: 2 } }),
  settings: { url: config.WECHAT_URL, appId: config.WECHAT_APP_ID, appSecret: config.WECHAT_APP_SECRET }, clock, logger,
  shelf: createTokenShelf({ redis, sealing, application: `wechat:${config.WECHAT_APP_ID}` }),
})
