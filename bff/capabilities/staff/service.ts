import { ContractError } from '@shared/errors'
import { staffAccount } from '@shared/ids'
import type { OutputOf } from '@shared/endpoint'
import type { Endpoints } from '@shared/endpoints'
import type { StaffMember } from '@shared/staff'
import { hashToken } from '../../sessions/token'
import { createStaffAccounts, member, type StaffAccounts } from './accounts'
import { createAttempts, matches, type Kept } from './attempts'
import { hashPassword, usualCost, type HashCost } from './passwords'
import type { FactorEvent, FactorStore, KnownHalls, LockRules, Sealing, StaffAccount, StaffStore } from './port'
import { createSecondFactors, type BegunEnrolment, type Credentials } from './secondFactor'
import { createStaffSessions, type SessionRules, type StaffHolder } from './sessions'

const SHORTEST_PASSWORD = 10

export interface StaffOptions extends SessionRules {
  readonly store: StaffStore
  readonly factors: FactorStore
  readonly halls: KnownHalls
  readonly clock: () => number
  readonly lock: LockRules
  readonly sealing: Sealing
  /** Writes down what happens to second factors. */
  readonly audit: (event: FactorEvent) => void
  /** Of new hashes; usualCost when left out. */
  readonly hashCost?: HashCost
}

export type SignedIn = OutputOf<Endpoints['createStaffSession']>
/** Oneself, with what concerns nobody else. */
export type OwnAccount = OutputOf<Endpoints['readStaffSession']>

export interface StaffService extends StaffAccounts {
  /**
   * Throws PASSWORD_WRONG (also for an unknown account, after as long), SECOND_FACTOR_NEEDED and SECOND_FACTOR_WRONG after the
   * right password, ACCOUNT_LOCKED with the minutes left, UNAVAILABLE under a flood.
   */
  readonly signIn: (account: string, credentials: Credentials) => Promise<SignedIn>
  /** Who holds the token, or null. What another process ended or changed may be believed for 5 s more. */
  readonly authenticate: (token: string) => Promise<StaffHolder | null>
  readonly signOut: (token: string) => Promise<void>
  /** Throws UNAUTHENTICATED for an account that is gone. */
  readonly read: (account: string) => Promise<OwnAccount>
  /**
   * Changes one's own password; of one's sessions only this one goes on. The very same again in this session gives the same
   * answer. Throws as signIn does.
   */
  readonly changePassword: (token: string, account: string, password: string, newPassword: string) => Promise<StaffMember>
  /** The three steps of one's own second factor; see SecondFactors. Of one's sessions only this one goes on. */
  readonly beginFactor: (token: string, account: string, credentials: Credentials) => Promise<BegunEnrolment>
  readonly confirmFactor: (token: string, account: string, enrolmentId: string, otp: string) => Promise<OwnAccount>
  /** Throws FORBIDDEN where the role must have one. */
  readonly endFactor: (token: string, account: string, credentials: Credentials) => Promise<OwnAccount>
  /** Makes the first operator when there is no account yet; gives whether it did. Throws when the name or the password will not do. */
  readonly bootstrap: (account: string, password: string) => Promise<boolean>
}

export const createStaffService = ({ store, factors, halls, clock, lock, sealing, audit, hashCost = usualCost, ...rules }: StaffOptions): StaffService => {
  const sessions = createStaffSessions({ store, factors, clock, rules })
  const { doubt } = sessions
  const replace: StaffStore['replaceAccount'] = (before, after) => store.replaceAccount(before, after).finally(() => doubt(before.account))
  const attempts = createAttempts({ store, clock, lock, hashCost })
  const second = createSecondFactors({ store: factors, sealing, clock, attempts, audit, doubt })
  const changePassword = async (tokenHash: string, account: string, password: string, newPassword: string): Promise<StaffAccount> => {
    const isDone = async (kept: Kept): Promise<boolean> => kept.keeps === tokenHash && matches(newPassword)(kept)
    const found = await attempts.attempt(account, async (kept) => await matches(password)(kept) || isDone(kept))
    if (await isDone(found)) return found
    const replaced = await replace(found, { ...found, passwordHash: await hashPassword(newPassword, hashCost), keeps: tokenHash })
    // Changed meanwhile: by the very same call, or the old password is worth nothing any more.
    return replaced ? found : changePassword(tokenHash, account, password, newPassword)
  }
  const own = async (account: string): Promise<OwnAccount> => {
    const [found, factor, locked] = await Promise.all([store.readAccount(account), factors.readFactor(account), store.locked([account], clock())])
    if (!found) throw new ContractError('UNAUTHENTICATED')
    const standing = { locked: locked.has(account), secondFactor: factor.sealed !== null }
    return { ...member(found, standing), secondFactorNeeded: rules.secondFactor.has(found.role), recoveryLeft: factor.recoveryLeft }
  }
  /** A factor is changed in a session that is good at this moment: one that ended elsewhere is not believed a second longer. */
  const self = async (token: string, account: string) => {
    const tokenHash = hashToken(token)
    const holder = await sessions.findNow(tokenHash)
    if (holder?.account !== account) throw new ContractError('UNAUTHENTICATED')
    return { account, tokenHash, role: holder.role }
  }

  return {
    ...createStaffAccounts({ store, factors, halls, clock, hashCost, attempts, replace, reset: second.reset, doubt }),

    signIn: async (account, { password, otp }) => {
      // Read first: whatever becomes of it while the password is looked at ends the session that is opened with it.
      const factor = await factors.readFactor(account)
      const found = await attempts.inTurn(() => attempts.attempt(account, matches(password), () => second.prove(account, factor, otp)))
      const opened = await sessions.open(found, factor)
      const standing = { locked: false, secondFactor: factor.sealed !== null }
      return { ...member(found, standing), secondFactorNeeded: rules.secondFactor.has(found.role), ...opened }
    },

    authenticate: (token) => sessions.find(hashToken(token)),

    signOut: (token) => sessions.close(hashToken(token)),

    read: own,

    changePassword: async (token, account, password, newPassword) => {
      const found = await attempts.inTurn(() => changePassword(hashToken(token), account, password, newPassword))
      return member(found, { locked: false, secondFactor: (await factors.haveFactor([account])).has(account) })
    },

    beginFactor: async (token, account, credentials) => second.begin(await self(token, account), credentials),

    confirmFactor: async (token, account, enrolmentId, otp) => {
      await second.confirm(await self(token, account), enrolmentId, otp)
      return own(account)
    },

    endFactor: async (token, account, credentials) => {
      const me = await self(token, account)
      if (rules.secondFactor.has(me.role)) throw new ContractError('FORBIDDEN')
      await second.end(me, credentials)
      return own(account)
    },

    bootstrap: async (account, password) => {
      if ((await store.listAccounts()).length > 0) return false
      if (!staffAccount.safeParse(account).success) throw new Error('the first operator\'s name must be 3 to 32 of a-z 0-9 _ - and begin with a letter')
      if (password.length < SHORTEST_PASSWORD) throw new Error(`the first operator's password must have at least ${SHORTEST_PASSWORD} characters`)
      const name = { zh: '系统管理员', en: 'Operator' }
      return store.addFirstAccount({ account, role: 'operator', name, halls: [], passwordHash: await hashPassword(password, hashCost), keeps: null })
    },
  }
}
