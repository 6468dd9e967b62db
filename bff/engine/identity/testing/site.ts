import { PRIVACY_VERSION } from '@shared/privacy'
import { randomBytes } from 'node:crypto'
import { Accounts } from '../../../capabilities/identity/accounts'
import type { FaceCheck, FaceOutcome, IdentityProvider } from '../../../capabilities/identity/port'
import { RealNameService } from '../../../capabilities/identity/realName'
import { IdentityService } from '../../../capabilities/identity/service'
import { createPersonIds } from '../../../personIds'
import { createSealing } from '../../../platform/sealing'
import type { Redis } from '../../../platform/redis'
import { createAccountStore } from '../accounts'
import { createFaceCheckStore } from '../faceChecks'
import { createSessionStore } from '../sessions'

export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
export const newKey = (): string => randomBytes(15).toString('base64url')

export interface SiteOptions {
  readonly clock: () => number
  readonly subjectKey?: Buffer
  readonly keys?: readonly { readonly id: string; readonly key: Buffer }[]
  readonly joined?: (citizenId: string, joined: string) => Promise<boolean>
}

/** Platforms that believe everybody: a web code is `subject:name:number`, any other code is the subject. */
const provider = (channel: 'web' | 'wechat' | 'alipay'): IdentityProvider => ({
  channel,
  exchange: async (code) => {
    const [subject = '', name, idNumber] = code.split(':')
    return { subject, ...(name && { name }), ...(idNumber && { idNumber }) }
  },
})

/** One process's worth of identity on a real Redis, between platforms that are told what to say. */
export const openSite = (redis: Redis, { clock, subjectKey = Buffer.from('key-one'), keys = [{ id: 'k1', key: Buffer.alloc(32, 1) }], joined = async () => true }: SiteOptions) => {
  const [store, sessions, sealing] = [createAccountStore(redis), createSessionStore(redis), createSealing(keys)]
  const faces = { outcome: 'passed' as FaceOutcome | Error, begun: [] as string[] }
  const check = (channel: FaceCheck['channel']): FaceCheck => ({
    channel,
    begin: async ({ checkId, subject }) => {
      faces.begun.push(`${channel} ${subject}`)
      return { platformId: `platform-${checkId}`, url: null, expiresAt: clock() + HOUR_MS }
    },
    result: async () => {
      if (faces.outcome instanceof Error) throw faces.outcome
      return faces.outcome
    },
  })
  const accounts = new Accounts({ store, sealing, clock, joined, keepMs: 730 * DAY_MS, personIdOf: createPersonIds(Buffer.from('persons')).ofPerson })
  const identity = new IdentityService({
    providers: [provider('web'), provider('wechat')], accounts, store, sessions, clock, subjectKey, idleHours: 2, mostHours: 8, keepMs: 730 * DAY_MS,
  })
  const realNames = new RealNameService({
    accounts, checks: [check('wechat'), check('alipay')], store: createFaceCheckStore(redis), sealing, clock, checkKey: Buffer.from('checks'), changed: (changed) => identity.doubt(changed),
  })
  const signIn = (channel: 'web' | 'wechat' | 'alipay', code: string, device = '', keepIdNumber = true) =>
    identity.signIn({ channel, code, device, privacy: PRIVACY_VERSION, ...(channel === 'web' && { verifier: 'v', keepIdNumber }) })
  return {
    accounts, identity, realNames, faces, signIn,
    /** Whoever holds the token now. */
    who: async (token: string) => {
      const found = await identity.authenticate(token)
      if (!found) throw new Error('nobody holds this token')
      return found
    },
  }
}
