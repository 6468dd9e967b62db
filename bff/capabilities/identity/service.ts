import { createHmac, randomInt } from 'node:crypto'
import { ContractError } from '@shared/errors'
import type { Channel } from '@shared/identity'
import { createRecentSessions } from '../../sessions/recentSessions'
import { hashToken, newToken } from '../../sessions/token'
import { shownName } from './names'
import type { CitizenRecord, IdentityProvider, IdentityStore, RealName, Sealing } from './port'

const HOUR_MS = 3_600_000
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
/** A sealed openid opens for nothing else, not even a real name of the same citizen. */
const openidContext = (citizenId: string): string => `${citizenId} openid`
/** `c` and 124 random bits: it says nothing of the person and cannot be guessed. */
const newCitizenId = (): string => `c${Array.from({ length: 24 }, () => ALPHABET[randomInt(36)]).join('')}`

export interface IdentityOptions {
  /** One a channel; a channel without one answers IDENTITY_UNAVAILABLE. */
  readonly providers: readonly IdentityProvider[]
  readonly store: IdentityStore
  readonly clock: () => number
  /** Keys the hash by which a person is found again, so that a copy of the store names nobody. */
  readonly subjectKey: Buffer
  readonly sessionHours: number
  /** Seals real names, and what WeChat knows its visitors by. */
  readonly sealing: Sealing
}

export interface IdentityService {
  /** Where a web visitor signs in. Throws IDENTITY_UNAVAILABLE when there is no such provider. */
  readonly authorizeUrl: (state: string, origin: string) => string
  /** Redeems the code; finds or creates the citizen; opens a session. Throws as IdentityProvider.exchange does. */
  readonly signIn: (channel: Channel, code: string) => Promise<CitizenRecord & { readonly token: string }>
  /** Who holds the token, or null. A session revoked by another process may be believed for 5 s more. */
  readonly authenticate: (token: string) => Promise<CitizenRecord | null>
  /** The real name a platform has checked; null when none did, or it can no longer be opened. */
  readonly realNameOf: (citizenId: string) => Promise<RealName | null>
  /** What WeChat knows the citizen by; null for who signed in elsewhere, or when it can no longer be opened. */
  readonly openidOf: (citizenId: string) => Promise<string | null>
  /** The token is worth nothing afterwards. Doing it twice is harmless. */
  readonly revoke: (token: string) => Promise<void>
}

export const createIdentityService = ({ providers, store, clock, subjectKey, sessionHours, sealing }: IdentityOptions): IdentityService => {
  const recent = createRecentSessions(store.readSession, clock)
  const provider = (channel: Channel): IdentityProvider => {
    const found = providers.find((one) => one.channel === channel)
    if (!found) throw new ContractError('IDENTITY_UNAVAILABLE')
    return found
  }
  const subjectHash = (channel: Channel, subject: string): string =>
    createHmac('sha256', subjectKey).update(`${channel}\n${subject}`).digest('base64url')

  return {
    authorizeUrl: (state, origin) => {
      const { authorizeUrl } = provider('web')
      if (!authorizeUrl) throw new ContractError('IDENTITY_UNAVAILABLE')
      return authorizeUrl(state, origin)
    },

    signIn: async (channel, code) => {
      const person = await provider(channel).exchange(code)
      const citizenId = await store.findOrCreateCitizen(subjectHash(channel, person.subject), newCitizenId())
      const now = clock()
      if (person.name && person.idNumber) {
        const realName: RealName = { name: person.name, idNumber: person.idNumber }
        await store.keepRealName(citizenId, sealing.seal(JSON.stringify(realName), citizenId), sessionHours * HOUR_MS)
      }
      if (channel === 'wechat') await store.keepOpenid(citizenId, sealing.seal(person.subject, openidContext(citizenId)), sessionHours * HOUR_MS)
      const session = { citizenId, name: shownName(person.name, channel), channel, expiresAt: now + sessionHours * HOUR_MS }
      const token = newToken()
      await store.saveSession(hashToken(token), session, now)
      return { ...session, token }
    },

    realNameOf: async (citizenId) => {
      const sealed = await store.readRealName(citizenId)
      const text = sealed === null ? null : sealing.open(sealed, citizenId)
      return text === null ? null : JSON.parse(text) as RealName
    },

    openidOf: async (citizenId) => {
      const sealed = await store.readOpenid(citizenId)
      return sealed === null ? null : sealing.open(sealed, openidContext(citizenId))
    },

    authenticate: (token) => recent.find(hashToken(token)),

    revoke: async (token) => {
      const tokenHash = hashToken(token)
      recent.revoke(tokenHash)
      await store.deleteSession(tokenHash)
    },
  }
}
