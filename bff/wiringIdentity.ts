import { createAlipayFaceCheck } from './backends/alipay/faceCheck'
import { createAlipayLogin } from './backends/alipay/alipayLogin'
import { createRegister } from './backends/identity/register'
import { createUnifiedIdentity } from './backends/identity/unifiedIdentity'
import { createUpstream } from './backends/upstream'
import type { AccessToken } from './backends/wechat/accessToken'
import { createWechatFaceCheck } from './backends/wechat/faceCheck'
import { createWechatLogin } from './backends/wechat/wechatLogin'
import { Accounts } from './capabilities/identity/accounts'
import type { FaceCheck } from './capabilities/identity/port'
import { RealNameService } from './capabilities/identity/realName'
import { identityRoutes } from './capabilities/identity/routes'
import { IdentityService } from './capabilities/identity/service'
import type { Config } from './config'
import { createAccountStore } from './engine/identity/accounts'
import { createFaceCheckStore } from './engine/identity/faceChecks'
import { createSessionStore } from './engine/identity/sessions'
import type { PersonIds } from './personIds'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'
import { deriveKey } from './platform/secrets'

const DAY_MS = 86_400_000

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly sealing: Sealing
  readonly personIds: PersonIds
  /** By which WeChat knows us. */
  readonly token: AccessToken
  /** Two accounts turned out to be one person's. */
  readonly joined: (citizenId: string, joined: string) => Promise<void>
}

/** Joins who citizens are with the platforms that say so, and with where it is kept. */
export const wireIdentity = (parts: Parts) => {
  const { config, redis, clock, logger, sealing, personIds } = parts
  const [store, sessions] = [createAccountStore(redis), createSessionStore(redis)]
  const keepMs = config.ACCOUNT_DAYS * DAY_MS
  const accounts = new Accounts({
    store, sealing, clock, keepMs, personIdOf: personIds.ofPerson,
    // The two are one already; what this brings together is whole without it, too.
    joined: (citizenId, joined) => parts.joined(citizenId, joined).catch((error: unknown) => logger.error({ problem: String(error) }, 'what two accounts of one person hold could not be brought together')),
  })
  const identity = new IdentityService({
    providers: providersOf(parts), accounts, store, sessions, clock, keepMs, subjectKey: deriveKey(config.APP_SECRET, 'subject'), idleHours: config.SESSION_HOURS, mostHours: config.SESSION_MOST_HOURS,
  })
  const realNames = new RealNameService({
    accounts, checks: faceChecksOf(parts), store: createFaceCheckStore(redis), sealing, checkKey: deriveKey(config.APP_SECRET, 'face-check'), changed: (changed) => identity.doubt(changed),
  })
  /** By any account of a person, the one that stands for them. */
  const standing = async (citizenId: string): Promise<string> => (await accounts.personOf(citizenId)).citizenId
  const register = createRegister(upstreamOf(parts, 'identity-register'), identitySettings(parts))
  return {
    identity, accounts, store, nameCheck: register, authorisations: register,
    realNameOf: async (citizenId: string) => accounts.realNameOf(await standing(citizenId)),
    openidOf: async (citizenId: string) => accounts.handleOf(await identity.accountsOf(citizenId), 'wechat'),
    alipayIdOf: async (citizenId: string) => accounts.handleOf(await identity.accountsOf(citizenId), 'alipay'),
    personIdOf: async (citizenId: string) => (await accounts.personOf(citizenId)).personId,
    handlers: identityRoutes(identity, realNames, accounts, { publicUrl: config.PUBLIC_URL, allowedOrigins: config.ALLOWED_ORIGINS }),
  }
}

const upstreamOf = ({ logger, metrics, clock }: Parts, system: string) => createUpstream({ system, logger, metrics, clock })
const identitySettings = ({ config }: Parts) => ({
  url: config.IDENTITY_URL, authorizeUrl: config.IDENTITY_AUTHORIZE_URL, clientId: config.IDENTITY_CLIENT_ID, clientSecret: config.IDENTITY_CLIENT_SECRET,
})
/** Null where Alipay's keys are not set: nobody signs in by it. */
const alipaySettings = ({ config }: Parts) => (config.ALIPAY_PRIVATE_KEY === '' || config.ALIPAY_PUBLIC_KEY === '' ? null : {
  url: config.ALIPAY_URL, appId: config.ALIPAY_APP_ID, privateKey: config.ALIPAY_PRIVATE_KEY, publicKey: config.ALIPAY_PUBLIC_KEY,
})

const providersOf = (parts: Parts) => {
  const { config, logger } = parts
  const alipay = alipaySettings(parts)
  return [
    createUnifiedIdentity(upstreamOf(parts, 'identity'), identitySettings(parts)),
    createWechatLogin(upstreamOf(parts, 'wechat'), logger, { url: config.WECHAT_URL, appId: config.WECHAT_APP_ID, appSecret: config.WECHAT_APP_SECRET }),
    ...(alipay ? [createAlipayLogin(upstreamOf(parts, 'alipay'), logger, alipay)] : []),
  ]
}

/** Apart from signing in: a check that fails leaves that alone. */
const faceChecksOf = (parts: Parts): readonly FaceCheck[] => {
  const { config, logger, clock, token } = parts
  const alipay = alipaySettings(parts)
  return [
    createWechatFaceCheck({ upstream: upstreamOf(parts, 'wechat-face'), url: config.WECHAT_URL, token, clock, logger }),
    ...(alipay ? [createAlipayFaceCheck({ upstream: upstreamOf(parts, 'alipay-face'), logger, clock, settings: alipay, returnUrl: config.PUBLIC_URL })] : []),
  ]
}
