import { createHmac, randomInt } from 'node:crypto'
import { ContractError } from '@shared/errors'
import type { Channel, Device } from '@shared/identity'
import { PRIVACY_VERSION } from '@shared/privacy'
import { LRUCache } from 'lru-cache'
import { BELIEVED_MS, createRecentSessions } from '../../sessions/recentSessions'
import { hashToken, newToken } from '../../sessions/token'
import type { Accounts } from './accounts'
import { nameless } from './names'
import type { AccountStore, CitizenRecord, IdentityProvider, RealName, SessionRecord, SessionStore } from './port'

const HOUR_MS = 3_600_000
/** Who signs in on yet another device is signed out on the one used least lately. */
const MOST_DEVICES = 20
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const random = (length: number): string => Array.from({ length }, () => ALPHABET[randomInt(36)]).join('')

export interface IdentityOptions {
  /** One a channel; a channel without one answers IDENTITY_UNAVAILABLE. */
  readonly providers: readonly IdentityProvider[]
  readonly accounts: Accounts
  readonly store: AccountStore
  readonly sessions: SessionStore
  readonly clock: () => number
  /** Keys the hash by which a person is found again, so that a copy of the store names nobody. */
  readonly subjectKey: Buffer
  /** A session ends when it is not used for so long … */
  readonly idleHours: number
  /** … and this long after the sign-in in any case. */
  readonly mostHours: number
  readonly keepMs: number
}

/** A sign-in as the phone asks for it. */
export interface SignInAsk {
  readonly channel: Channel; readonly code: string; readonly privacy: number; readonly device: string
  readonly verifier?: string | undefined; readonly keepIdNumber?: boolean | undefined
}

/** Who citizens are, and where they are signed in. */
export class IdentityService {
  private readonly recent
  private readonly idleMs: number
  /** Spares a look on every request: whoever asks has just been authenticated. */
  private readonly families = new LRUCache<string, { readonly accounts: readonly string[]; readonly at: number }>({ max: 50_000 })
  constructor(private readonly options: IdentityOptions) {
    this.idleMs = options.idleHours * HOUR_MS
    this.recent = createRecentSessions((tokenHash) => this.read(tokenHash), options.clock)
  }

  /** Where a web visitor signs in. Throws IDENTITY_UNAVAILABLE when there is no such provider. */
  authorizeUrl(state: string, challenge: string, origin: string): string {
    const { authorizeUrl } = this.provider('web')
    if (!authorizeUrl) throw new ContractError('IDENTITY_UNAVAILABLE')
    return authorizeUrl({ state, challenge, origin })
  }

  /**
   * Redeems the code; finds or creates the citizen; opens a session of its own, whatever session the caller had. Throws as
   * IdentityProvider.exchange does, and PRIVACY_CHANGED, before anything personal is read, for a privacy guide that is not the current one.
   */
  async signIn({ channel, code, privacy, device, verifier, keepIdNumber }: SignInAsk): Promise<CitizenRecord & { readonly token: string }> {
    if (privacy !== PRIVACY_VERSION) throw new ContractError('PRIVACY_CHANGED')
    const { accounts, store, sessions, clock, keepMs, mostHours } = this.options
    const person = await this.provider(channel).exchange(code, verifier)
    const subject = this.subjectHash(channel, person.subject)
    const account = await store.findOrCreate(subject, `c${random(24)}`, keepMs)
    await accounts.give(account, ['privacy'])
    await accounts.keepHandle(account, channel, person.subject)
    if (keepIdNumber && person.name && person.idNumber) await this.keepRealName(account, { name: person.name, idNumber: person.idNumber })
    await accounts.signedIn(account)
    const now = clock()
    const token = newToken()
    const session: SessionRecord = {
      citizenId: account, name: nameless[channel], channel, deviceId: `d${random(20)}`, device, signedInAt: now, seenAt: now, until: now + mostHours * HOUR_MS,
    }
    await sessions.save(hashToken(token), session, this.idleMs)
    if (!await store.signsIn(subject, account)) {
      // Everything of them was erased in between: nothing of this sign-in may be left.
      await this.endDevice({ accounts: [account] }, session.deviceId)
      await store.erase(account)
      throw new ContractError('UNAVAILABLE')
    }
    await this.endSurplus(account, now)
    return { ...(await this.recordOf(session)).record, token }
  }

  /** Who holds the token, or null. A session revoked by another process may be believed for 5 s more. */
  authenticate(token: string): Promise<CitizenRecord | null> {
    return this.recent.find(hashToken(token))
  }

  /** The token is worth nothing afterwards. Doing it twice is harmless. */
  async revoke(token: string): Promise<void> {
    await this.end(hashToken(token))
  }

  /** Where the citizen is signed in: this device first, then by their last use. */
  async devices({ accounts, deviceId }: Pick<CitizenRecord, 'accounts' | 'deviceId'>): Promise<Device[]> {
    const found = await this.sessionsOf(accounts)
    return found.map(({ session: { deviceId: id, channel, device, signedInAt, seenAt } }) => ({ deviceId: id, channel, device, signedInAt, seenAt, current: id === deviceId }))
      .sort((a, b) => Number(b.current) - Number(a.current) || b.seenAt - a.seenAt || (a.deviceId < b.deviceId ? -1 : 1))
  }

  /** Signs one of the citizen's devices out; one that is gone, or was never theirs, stays as it is. */
  async endDevice({ accounts }: Pick<CitizenRecord, 'accounts'>, deviceId: string): Promise<void> {
    for (const citizenId of accounts) {
      const tokenHash = await this.options.sessions.endDevice(citizenId, deviceId)
      if (tokenHash !== null) this.recent.revoke(tokenHash)
    }
  }

  /** Signs out everywhere but on `except`; gives how many devices that were. */
  async endDevices(accounts: readonly string[], except: string | null): Promise<number> {
    const others = (await this.sessionsOf(accounts)).filter(({ session }) => session.deviceId !== except)
    for (const { session } of others) await this.endDevice({ accounts: [session.citizenId] }, session.deviceId)
    return others.length
  }

  /** All accounts of the person behind one, that one first. */
  async accountsOf(citizenId: string): Promise<readonly string[]> {
    const known = this.families.get(citizenId)
    if (known && this.options.clock() - known.at < BELIEVED_MS) return known.accounts
    return this.family(citizenId, (await this.options.accounts.personOf(citizenId)).accounts)
  }

  /** What is known of these accounts is asked for anew: their person has changed. */
  doubt(accounts: readonly string[]): void {
    for (const citizenId of accounts) this.families.delete(citizenId)
    this.recent.doubt((session) => accounts.includes(session.account) || accounts.includes(session.citizenId))
  }

  /** An account that is somebody else's by now stays so, and its holder is signed in all the same. */
  private async keepRealName(account: string, realName: RealName): Promise<void> {
    const { accounts } = this.options
    await accounts.give(account, ['idNumber'])
    await accounts.confirm(account, realName, 'unified').catch((error: unknown) => {
      if (!(error instanceof ContractError) || error.code !== 'REAL_NAME_KNOWN') throw error
    })
  }

  private async end(tokenHash: string): Promise<void> {
    this.recent.revoke(tokenHash)
    await this.options.sessions.end(tokenHash)
  }

  private sessionsOf(accounts: readonly string[]) {
    const { sessions, clock } = this.options
    return Promise.all(accounts.map((citizenId) => sessions.listOf(citizenId, this.idleMs, clock()))).then((found) => found.flat())
  }

  private async endSurplus(account: string, now: number): Promise<void> {
    const found = await this.options.sessions.listOf(account, this.idleMs, now)
    const surplus = [...found].sort((a, b) => b.session.seenAt - a.session.seenAt).slice(MOST_DEVICES)
    for (const { session } of surplus) await this.endDevice({ accounts: [account] }, session.deviceId)
  }

  private async read(tokenHash: string): Promise<CitizenRecord | null> {
    const session = await this.options.sessions.use(tokenHash, this.idleMs, this.options.clock())
    const found = session && await this.recordOf(session)
    // Of an account that was erased no session is worth anything, wherever it was overlooked.
    return found?.exists ? found.record : null
  }

  private async recordOf({ citizenId: account, name, channel, deviceId, seenAt, until }: SessionRecord): Promise<{ readonly exists: boolean; readonly record: CitizenRecord }> {
    const { citizenId, accounts, shown, exists } = await this.options.accounts.personOf(account)
    this.family(citizenId, accounts)
    const record: CitizenRecord = { citizenId, accounts, account, name: shown ?? name, channel, deviceId, realName: shown !== null, expiresAt: Math.min(seenAt + this.idleMs, until) }
    return { exists, record }
  }

  private family(citizenId: string, accounts: readonly string[]): readonly string[] {
    this.families.set(citizenId, { accounts, at: this.options.clock() })
    return accounts
  }

  private provider(channel: Channel): IdentityProvider {
    const found = this.options.providers.find((one) => one.channel === channel)
    if (!found) throw new ContractError('IDENTITY_UNAVAILABLE')
    return found
  }

  private subjectHash(channel: Channel, subject: string): string {
    return createHmac('sha256', this.options.subjectKey).update(`${channel}\n${subject}`).digest('base64url')
  }
}
