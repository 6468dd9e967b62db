import type { Channel } from '@shared/identity'
import { Accounts } from './capabilities/identity/accounts'
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
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'
import { deriveKey } from './platform/secrets'
import type { Platforms } from './wiringPlatforms'

const DAY_MS = 86_400_000

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly sealing: Sealing
  readonly personIds: PersonIds
  readonly platforms: Platforms
  /** Two accounts turned out to be one person's. */
  readonly joined: readonly ((citizenId: string, joined: string) => Promise<unknown>)[]
}

/** Joins who citizens are with the platforms that say so, and with where it is kept. */
export const wireIdentity = (parts: Parts) => {
  const { config, redis, clock, logger, sealing, personIds, platforms } = parts
  const [store, sessions] = [createAccountStore(redis), createSessionStore(redis)]
  const keepMs = config.ACCOUNT_DAYS * DAY_MS
  const accounts = new Accounts({
    store, sealing, clock, keepMs, personIdOf: personIds.ofPerson,
    // The two are one already; what fails is done at the next sign-in.
    joined: async (citizenId, joined) => {
      identity.doubt([citizenId, joined])
      let all = true
      for (const bring of parts.joined) {
        await bring(citizenId, joined).catch((error: unknown) => {
          all = false
          logger.error({ problem: String(error) }, 'what two accounts of one person hold could not be brought together now')
        })
      }
      return all
    },
  })
  const identity = new IdentityService({
    providers: platforms.providers, accounts, store, sessions, clock, keepMs, subjectKey: deriveKey(config.APP_SECRET, 'subject'), idleHours: config.SESSION_HOURS, mostHours: config.SESSION_MOST_HOURS,
  })
  const realNames = new RealNameService({
    accounts, checks: platforms.faceChecks, store: createFaceCheckStore(redis), sealing, clock, checkKey: deriveKey(config.APP_SECRET, 'face-check'), changed: (changed) => identity.doubt(changed),
  })
  /** By any account of a person, the one that stands for them. */
  const standing = async (citizenId: string): Promise<string> => (await accounts.personOf(citizenId)).citizenId
  return {
    identity, accounts, store, nameCheck: platforms.register, authorisations: platforms.register,
    realNameOf: async (citizenId: string) => accounts.realNameOf(await standing(citizenId)),
    openidOf: async (citizenId: string) => accounts.handleOf(await identity.accountsOf(citizenId), 'wechat'),
    handlesOf: async (citizenId: string, channel: Channel) => accounts.handlesOf(await identity.accountsOf(citizenId), channel),
    personIdOf: async (citizenId: string) => (await accounts.personOf(citizenId)).personId,
    handlers: identityRoutes(identity, realNames, accounts, { publicUrl: config.PUBLIC_URL, allowedOrigins: config.ALLOWED_ORIGINS }),
  }
}
