import { ContractError } from '@shared/errors'
import type { Channel } from '@shared/identity'
import { maskName, maskNumber } from '@shared/masks'
import { PRIVACY_VERSION, type ConsentKind } from '@shared/privacy'
import type { Account, AccountStore, Consent, KeptRealName, RealName, Sealing } from './port'

export interface AccountsParts {
  readonly store: AccountStore
  readonly sealing: Sealing
  readonly clock: () => number
  readonly personIdOf: (idNumber: string) => string
  /** An account nobody signs in to for so long is forgotten. */
  readonly keepMs: number
  /** Is told when two accounts turn out to be one person's. */
  readonly joined: (citizenId: string, joined: string) => Promise<void>
}

/** The accounts of one person, the one that stands for all of them first. */
export interface Person { readonly citizenId: string; readonly accounts: readonly string[]; readonly shown: string | null; readonly personId: string | null }
export interface Confirmed { readonly citizenId: string; readonly joined: boolean }

/** A sealed handle opens for nothing else, not even a real name of the same citizen. */
export const handleContext = (citizenId: string, channel: Channel): string => `${citizenId} handle ${channel}`

/** Citizens as persons: one person is one citizen on every channel, from the moment a platform confirms who they are. */
export class Accounts {
  constructor(private readonly parts: AccountsParts) {}

  /** Whose account it is. */
  async personOf(citizenId: string): Promise<Person> {
    const account = await this.parts.store.read(citizenId)
    const own = account.into === null ? account : await this.parts.store.read(account.into)
    return { citizenId: own.citizenId, accounts: this.allOf(own, citizenId), shown: own.shown, personId: own.personId }
  }

  /**
   * A platform has confirmed who holds the account. When the person has one already the two become one, and the older goes on.
   * Throws REAL_NAME_KNOWN for an account that is somebody else's. May be repeated.
   */
  async confirm(citizenId: string, realName: RealName, by: KeptRealName['by']): Promise<Confirmed> {
    const { store, sealing, keepMs, clock } = this.parts
    const personId = this.parts.personIdOf(realName.idNumber)
    const account = await store.read(citizenId)
    const { citizenId: current, personId: known } = account.into === null ? account : await store.read(account.into)
    if (known !== null && known !== personId) throw new ContractError('REAL_NAME_KNOWN')
    const owner = await store.claimPerson(personId, current, keepMs)
    const joins = owner !== current
    if (joins) await store.join(current, owner, keepMs)
    await store.keepRealName(owner, {
      sealed: sealing.seal(JSON.stringify(realName), owner), personId, shown: maskName(realName.name), idMasked: maskNumber(realName.idNumber), by, at: clock(),
    }, keepMs)
    if (joins) await this.parts.joined(owner, current)
    return { citizenId: owner, joined: joins }
  }

  readRealName(citizenId: string): Promise<KeptRealName | null> {
    return this.parts.store.readRealName(citizenId)
  }

  /** In full; null when none was confirmed, or it can no longer be opened. */
  async realNameOf(citizenId: string): Promise<RealName | null> {
    const kept = await this.parts.store.readRealName(citizenId)
    const text = kept && this.parts.sealing.open(kept.sealed, citizenId)
    return text === null ? null : JSON.parse(text) as RealName
  }

  async keepHandle(citizenId: string, channel: Channel, subject: string): Promise<void> {
    const { store, sealing, keepMs } = this.parts
    await store.keepHandle(citizenId, channel, sealing.seal(subject, handleContext(citizenId, channel)), keepMs)
  }

  /** What a platform knows one of the accounts by; null when none of them came by it, or it can no longer be opened. */
  async handleOf(accounts: readonly string[], channel: Channel): Promise<string | null> {
    for (const citizenId of accounts) {
      const sealed = await this.parts.store.readHandle(citizenId, channel)
      const handle = sealed && this.parts.sealing.open(sealed, handleContext(citizenId, channel))
      if (handle) return handle
    }
    return null
  }

  async give(citizenId: string, kinds: readonly ConsentKind[]): Promise<void> {
    const standing = await this.parts.store.consentsOf(citizenId)
    for (const kind of kinds) {
      const before = standing.find((one) => one.kind === kind)
      if (before?.version === PRIVACY_VERSION && before.withdrawnAt === null) continue
      await this.parts.store.keepConsent(citizenId, { kind, version: PRIVACY_VERSION, givenAt: this.parts.clock(), withdrawnAt: null })
    }
  }

  consentsOf(citizenId: string): Promise<readonly Consent[]> {
    return this.parts.store.consentsOf(citizenId)
  }

  /** With the consent to the ID number the real name goes, and the person is free to be claimed anew. */
  async withdraw(citizenId: string, kind: ConsentKind): Promise<readonly Consent[]> {
    const { store, clock } = this.parts
    const { personId } = await store.read(citizenId)
    if (kind === 'idNumber' && personId !== null) await store.forgetRealName(citizenId, personId)
    const given = (await store.consentsOf(citizenId)).find((one) => one.kind === kind)
    if (given && given.withdrawnAt === null) await store.keepConsent(citizenId, { ...given, withdrawnAt: clock() })
    return store.consentsOf(citizenId)
  }

  async erase(accounts: readonly string[]): Promise<void> {
    // The one that stands for the others last: until then everything can be found, and erased again.
    for (const citizenId of [...accounts].reverse()) await this.parts.store.erase(citizenId)
  }

  /** A joined account whose place in the list was lost on the way is still theirs. */
  private allOf({ citizenId, joined }: Account, asked: string): readonly string[] {
    return joined.length === 0 && asked === citizenId ? [citizenId] : [...new Set([citizenId, ...joined, asked])]
  }
}
