import { ContractError } from '@shared/errors'
import type { StaffMember } from '@shared/staff'
import { matches, type Attempts } from './attempts'
import { hashPassword, type HashCost } from './passwords'
import type { FactorStore, KnownHalls, StaffAccount, StaffStore } from './port'

/** Who does something to accounts: an operator, of some halls or (empty) of all. */
export interface Manager { readonly account: string; readonly halls: readonly string[] }
export type NewAccount = Omit<StaffAccount, 'passwordHash' | 'keeps'> & { readonly password: string }

/** What operators do. */
export interface StaffAccounts {
  /** Those within the manager's halls, by account. */
  readonly list: (by: Manager) => Promise<StaffMember[]>
  /**
   * The very same again gives what was made. Throws ACCOUNT_EXISTS, HALL_NOT_FOUND, or FORBIDDEN when it would reach beyond
   * the manager's own halls.
   */
  readonly create: (by: Manager, account: NewAccount) => Promise<StaffMember>
  /** Lifts the lock. Throws ACCOUNT_NOT_FOUND, also beyond the manager's halls; so do the others. */
  readonly unlock: (by: Manager, account: string) => Promise<StaffMember>
  /** Ends every session of the account, and its lock. Throws OWN_ACCOUNT: one's own is changed with the old password. */
  readonly setPassword: (by: Manager, account: string, password: string) => Promise<StaffMember>
  /** Takes away the second factor, when phone and recovery codes are lost; every session it opened ends. Throws OWN_ACCOUNT. */
  readonly resetFactor: (by: Manager, account: string) => Promise<StaffMember>
  /** Ends every session of the account. Throws OWN_ACCOUNT: whoever is left could let nobody in. */
  readonly remove: (by: Manager, account: string) => Promise<void>
}

export interface AccountOptions {
  readonly store: StaffStore
  readonly factors: Pick<FactorStore, 'haveFactor'>
  /** Takes away the second factor of an account. */
  readonly reset: (account: string, by: string) => Promise<void>
  readonly halls: KnownHalls
  readonly clock: () => number
  readonly hashCost: HashCost
  readonly attempts: Attempts
  readonly replace: StaffStore['replaceAccount']
  /** To be called when sessions of an account may have ended; `replace` does so itself. */
  readonly doubt: (account: string) => void
}

/** What changes by itself, or is kept beside an account. */
export type Standing = Pick<StaffMember, 'locked' | 'secondFactor'>
export const member = ({ account, role, name, halls }: StaffAccount, { locked, secondFactor }: Standing): StaffMember => ({ account, role, name, halls, locked, secondFactor })
/** An empty list means every hall, so only a manager of every hall covers it. */
const covers = (by: Manager, halls: readonly string[]): boolean =>
  by.halls.length === 0 || (halls.length > 0 && halls.every((hall) => by.halls.includes(hall)))
const contentOf = ({ role, name, halls }: Omit<NewAccount, 'account' | 'password'>): string => JSON.stringify([role, name.zh, name.en, [...halls].sort()])

export const createStaffAccounts = ({ store, factors, halls, clock, hashCost, attempts, replace, reset, doubt }: AccountOptions): StaffAccounts => {
  const managed = async (by: Manager, account: string): Promise<StaffAccount> => {
    const found = await store.readAccount(account)
    if (!found || !covers(by, found.halls)) throw new ContractError('ACCOUNT_NOT_FOUND')
    return found
  }
  const others = async (by: Manager, account: string): Promise<StaffAccount> => {
    if (by.account === account) throw new ContractError('OWN_ACCOUNT')
    return managed(by, account)
  }
  const members = async (accounts: readonly StaffAccount[]): Promise<StaffMember[]> => {
    const names = accounts.map(({ account }) => account)
    const [locked, guarded] = await Promise.all([store.locked(names, clock()), factors.haveFactor(names)])
    return accounts.map((one) => member(one, { locked: locked.has(one.account), secondFactor: guarded.has(one.account) }))
  }
  const asMember = async (account: StaffAccount): Promise<StaffMember> => (await members([account]))[0] as StaffMember
  const madeBefore = async (wanted: Omit<NewAccount, 'password'>, password: string): Promise<StaffMember> => {
    const found = await store.readAccount(wanted.account)
    const same = found && contentOf(found) === contentOf(wanted) && await attempts.inTurn(() => matches(password)(found))
    if (!found || !same) throw new ContractError('ACCOUNT_EXISTS')
    return asMember(found)
  }

  return {
    list: async (by) => {
      const accounts = await members((await store.listAccounts()).filter((one) => covers(by, one.halls)))
      return accounts.sort((a, b) => (a.account < b.account ? -1 : 1))
    },

    create: async (by, { password, ...account }) => {
      if (!account.halls.every((hall) => halls.has(hall))) throw new ContractError('HALL_NOT_FOUND')
      if (!covers(by, account.halls)) throw new ContractError('FORBIDDEN')
      const wanted = { ...account, halls: [...new Set(account.halls)] }
      if (await store.readAccount(account.account)) return madeBefore(wanted, password)
      const created = { ...wanted, passwordHash: await attempts.inTurn(() => hashPassword(password, hashCost)), keeps: null }
      if (!await store.addAccount(created)) return madeBefore(wanted, password)
      return asMember(created)
    },

    unlock: async (by, account) => {
      const found = await managed(by, account)
      await store.clearAttempts(account)
      return asMember(found)
    },

    setPassword: async (by, account, password) => {
      await others(by, account)
      const passwordHash = await attempts.inTurn(() => hashPassword(password, hashCost))
      let found = await others(by, account)
      // Refused only when another change came between: each time round, one of them is done.
      while (!await replace(found, { ...found, passwordHash, keeps: null })) found = await others(by, account)
      await store.clearAttempts(account)
      return asMember(found)
    },

    resetFactor: async (by, account) => {
      const found = await others(by, account)
      await reset(account, by.account)
      return asMember(found)
    },

    remove: async (by, account) => {
      await others(by, account)
      await store.removeAccount(account).finally(() => doubt(account))
    },
  }
}
