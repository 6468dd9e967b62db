import { createUpstream } from './backends/upstream'
import type { AccessToken } from './backends/wechat/accessToken'
import { createTextCheck, type Verdict } from './backends/wechat/textCheck'
import type { TextCheck } from './capabilities/ratings/textCheck'
import type { Config } from './config'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'

const BUDGET_MS = 1_500

interface Parts {
  readonly config: Pick<Config, 'WECHAT_URL' | 'WECHAT_CHECK_OPENID'>
  readonly token: AccessToken
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly openidOf: (citizenId: string) => Promise<string | null>
  readonly count: (verdict: Verdict) => void
}

/** Joins the check of words with WeChat, apart from signing in: one that fails leaves the other alone. */
export const wireTextCheck = ({ config, token, clock, logger, metrics, openidOf, count }: Parts): TextCheck => {
  const upstream = createUpstream({ system: 'wechat-text', logger, metrics, clock, settings: { budgetMs: BUDGET_MS, attemptMs: 1_200, attempts: 2 } })
  return createTextCheck({
    upstream, url: config.WECHAT_URL, token, openidOf, serviceOpenid: config.WECHAT_CHECK_OPENID, budgetMs: BUDGET_MS, count, logger,
  })
}
