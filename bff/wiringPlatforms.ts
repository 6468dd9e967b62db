import { createAlipayFaceCheck } from './backends/alipay/faceCheck'
import { createAlipayLogin } from './backends/alipay/alipayLogin'
import { createRegister } from './backends/identity/register'
import { createUnifiedIdentity } from './backends/identity/unifiedIdentity'
import { createUpstream, type Upstream, type UpstreamSettings } from './backends/upstream'
import { createAccessToken, type AccessToken } from './backends/wechat/accessToken'
import { createWechatFaceCheck } from './backends/wechat/faceCheck'
import { createWechatLogin } from './backends/wechat/wechatLogin'
import type { FaceCheck, IdentityProvider } from './capabilities/identity/port'
import type { Authorisations, NameCheck } from './capabilities/persons/port'
import type { Config } from './config'
import { createTokenShelf } from './engine/tokens/shelf'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly sealing: Sealing
}

/** What the platforms do for us. */
export interface Platforms {
  readonly providers: readonly IdentityProvider[]
  readonly faceChecks: readonly FaceCheck[]
  readonly register: NameCheck & Authorisations
  /** One for everything that asks WeChat as our application. */
  readonly wechatToken: AccessToken
}

/** A token is fetched within what the others wait for it. */
const tokenSettings = { budgetMs: 3_000, attemptMs: 1_200, attempts: 2 } as const

/** Joins the platforms with how each is reached: one that fails at one thing is left alone for that alone. */
export const wirePlatforms = ({ config, redis, clock, logger, metrics, sealing }: Parts): Platforms => {
  const upstream = (system: string, settings?: Partial<UpstreamSettings>): Upstream => createUpstream({ system, logger, metrics, clock, ...(settings && { settings }) })
  const wechat = { url: config.WECHAT_URL, appId: config.WECHAT_APP_ID, appSecret: config.WECHAT_APP_SECRET }
  const alipay = { url: config.ALIPAY_URL, appId: config.ALIPAY_APP_ID, privateKey: config.ALIPAY_PRIVATE_KEY, publicKey: config.ALIPAY_PUBLIC_KEY }
  const unified = {
    url: config.IDENTITY_URL, authorizeUrl: config.IDENTITY_AUTHORIZE_URL, clientId: config.IDENTITY_CLIENT_ID, clientSecret: config.IDENTITY_CLIENT_SECRET,
  }
  const alipayReady = alipay.privateKey !== '' && alipay.publicKey !== ''
  const wechatToken = createAccessToken({
    upstream: upstream('wechat-token', tokenSettings), settings: wechat, clock, logger, shelf: createTokenShelf({ redis, sealing, application: `wechat:${wechat.appId}` }),
  })
  return {
    wechatToken,
    register: createRegister(upstream('identity-register'), unified),
    providers: [
      createUnifiedIdentity(upstream('identity'), unified), createWechatLogin(upstream('wechat'), logger, wechat),
      ...(alipayReady ? [createAlipayLogin(upstream('alipay'), logger, alipay)] : []),
    ],
    faceChecks: [
      createWechatFaceCheck({ upstream: upstream('wechat-face'), url: wechat.url, token: wechatToken, clock, logger }),
      ...(alipayReady ? [createAlipayFaceCheck({ upstream: upstream('alipay-face'), logger, clock, settings: alipay, returnUrl: config.PUBLIC_URL })] : []),
    ],
  }
}
