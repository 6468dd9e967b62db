import { ContractError } from '@shared/errors'
import type { Channel } from '@shared/identity'
import { maskName, maskNumber } from '@shared/masks'
import { consentKinds, PRIVACY_VERSION, type ConsentKind } from '@shared/privacy'
import type { Account, AccountStore, Consent, KeptRealName, RealName, Sealing } from './port'

export interface AccountsParts {
  readonly store: AccountStore
  readonly sealing: Sealing
  readonly clock: () => number
  readonly personIdOf: (idNumber: string) => string
  /** An account nobody signs in to for so long is forgotten. */
  readonly keepMs: number
  /** Brings together what two accounts of one person hold; false when a part of it failed. May be repeated. */
  readonly joined: (citizenId: string, joined: string) => Promise<boolean>
}

/** The accounts of one person, the one that stands for all of them first. */
export interface Person {
  readonly citizenId: string; readonly accounts: readonly string[]; readonly shown: string | null; readonly personId: string | null
  /** Of the account that was asked for: what it held is still to be brought together with the rest; and whether it is there. */
  readonly merging: boolean
  readonly exists: boolean
}
const MOST_STEPS = 4
export interface Confirmed { readonly citizenId: string; readonly joined: boolean }

/** A sealed handle opens for nothing else, not even a real name of the same citizen. */
export const handleContext = (citizenId: string, channel: Channel): string => `${citizenId} handle ${channel}`

/** Citizens as persons: one person is one citizen on every channel, from the moment a platform confirms who they are. */
export class Accounts {
  constructor(private readonly parts: AccountsParts) {}

  /** Whose account it is. */
  async personOf(citizenId: string): Promise<Person> {
    const path = [await this.parts.store.read(citizenId)]
    // Nobody is joined to a joined one; should it ever be so, the way is followed, and never round.
    for (let last = path[0] as Account; last.into !== null && path.length < MOST_STEPS && !path.some((one) => one.citizenId === last.into);) {
      last = await this.parts.store.read(last.into)
      path.push(last)
    }
    const own = path.at(-1) as Account
    const accounts = [...new Set([own.citizenId, ...path.flatMap(({ joined }) => joined), ...path.map((one) => one.citizenId)])]
    return { citizenId: own.citizenId, accounts, shown: own.shown, personId: own.personId, merging: (path[0] as Account).merging, exists: (path[0] as Account).exists }
  }

  /**
   * A platform has confirmed who holds the account. When the person has one already the two become one, and the older goes on.
   * Throws REAL_NAME_KNOWN for an account that is somebody else's. May be repeated, and puts right what a try before left undone.
   */
  async confirm(account: string, realName: RealName, by: KeptRealName['by']): Promise<Confirmed> {
    const { store, sealing, keepMs, clock } = this.parts
    const personId = this.parts.personIdOf(realName.idNumber)
    const { citizenId: current } = await this.personOf(account)
    // The account first: of two people who are confirmed on it at once only one gets further.
    if (await store.bind(current, personId, keepMs) !== personId) throw new ContractError('REAL_NAME_KNOWN')
    const owner = await store.claimPerson(personId, current, keepMs)
    const others = [...new Set([account, current])].filter((one) => one !== owner)
    for (const other of others) await store.join(other, owner, keepMs)
    await store.keepRealName(owner, {
      sealed: sealing.seal(JSON.stringify(realName), owner), personId, shown: maskName(realName.name), idMasked: maskNumber(realName.idNumber), by, at: clock(),
    }, keepMs)
    // At once, and again at the next sign-in: for a moment other processes still take the two for two.
    for (const other of others) await this.parts.joined(owner, other)
    return { citizenId: owner, joined: others.length > 0 }
  }

  /** Somebody has signed in to an account: it lives on, and so does all that is the same person's; what is still apart comes together. */
  async signedIn(account: string): Promise<void> {
    const { accounts, citizenId, personId, merging } = await this.personOf(account)
    await this.parts.store.prolong(accounts, personId, this.parts.keepMs)
    if (merging && await this.parts.joined(citizenId, account)) await this.parts.store.merged(account)
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
    const { store, sealing, keepMs, clock } = this.parts
    await store.keepHandle(citizenId, channel, sealing.seal(subject, handleContext(citizenId, channel)), keepMs, clock())
  }

  /** Those of the accounts that came by a platform, with what it knows them by, signed in to most recently first. */
  async handlesOf(accounts: readonly string[], channel: Channel): Promise<readonly { readonly account: string; readonly handle: string }[]> {
    const found = await Promise.all(accounts.map(async (account) => {
      const [handle, at] = await Promise.all([this.handleOf([account], channel), accounts.length > 1 ? this.parts.store.signedInAt(account, channel) : 0])
      return handle === null ? [] : [{ account, handle, at }]
    }))
    return found.flat().sort((a, b) => b.at - a.at).map(({ account, handle }) => ({ account, handle }))
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

  /** Of each kind the one that counts: given on any account, the latest. */
  async consentsOf(accounts: readonly string[]): Promise<readonly Consent[]> {
    const all = (await Promise.all(accounts.map((citizenId) => this.parts.store.consentsOf(citizenId)))).flat()
    return consentKinds.flatMap((kind) => all.filter((one) => one.kind === kind).sort((a, b) => b.givenAt - a.givenAt).slice(0, 1))
  }

  /** With the consent to the ID number name and number are erased. Whose the accounts are stays, as a keyed hash, until they go. */
  async withdraw(accounts: readonly string[], kind: ConsentKind): Promise<readonly Consent[]> {
    const { store, clock } = this.parts
    for (const citizenId of accounts) {
      if (kind === 'idNumber') await store.forgetRealName(citizenId)
      const given = (await store.consentsOf(citizenId)).find((one) => one.kind === kind)
      if (given && given.withdrawnAt === null) await store.keepConsent(citizenId, { ...given, withdrawnAt: clock() })
    }
    return this.consentsOf(accounts)
  }

  /**
   * Everything of these accounts. `caller`, by which the citizen is here, comes last, and the one that stands for all before it:
   * who is cut off comes back by it, and finds what is left.
   */
  async erase(accounts: readonly string[], caller: string): Promise<void> {
    const [standing = caller] = accounts
    const inOrder = [...accounts.filter((one) => one !== standing && one !== caller), standing, caller]
    for (const citizenId of new Set(inOrder)) await this.parts.store.erase(citizenId)
  }
}
