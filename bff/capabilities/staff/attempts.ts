import { bulkhead, BulkheadRejectedError } from 'cockatiel'
import { ContractError } from '@shared/errors'
import { isPassword, nobodysHash, type HashCost } from './passwords'
import type { LockRules, StaffAccount, StaffStore } from './port'

const MINUTE_MS = 60_000
/** A hash takes a core and 32 MB for a moment: two at once leave the machine to the halls; beyond the queue we say we are busy. */
const HASHES_AT_ONCE = 2
const HASHES_WAITING = 64

/** What a password is checked against: an account's, or nobody's. */
export type Kept = Pick<StaffAccount, 'passwordHash' | 'keeps'>

/** What came of asking for a second factor. */
export type Proof = 'right' | 'missing' | 'wrong'

export interface Attempts {
  /** Does what hashes when its turn comes. Throws UNAVAILABLE under a flood. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>
  /**
   * One attempt at an account's password, `isRight` saying whether it succeeds, and then at its second factor, by `prove`.
   * Throws PASSWORD_WRONG (also for an unknown account, after as long), ACCOUNT_LOCKED with the minutes left,
   * SECOND_FACTOR_WRONG, which counts as much, and SECOND_FACTOR_NEEDED, which counts for nothing: neither against whoever
   * was about to be asked for it, nor as a success that would forgive codes guessed before.
   */
  readonly attempt: (account: string, isRight: (kept: Kept) => Promise<boolean>, prove?: () => Promise<Proof>) => Promise<StaffAccount>
}

export interface AttemptOptions { readonly store: StaffStore; readonly clock: () => number; readonly lock: LockRules; readonly hashCost: HashCost }

export const createAttempts = ({ store, clock, lock, hashCost }: AttemptOptions): Attempts => {
  const hashing = bulkhead(HASHES_AT_ONCE, HASHES_WAITING)
  const nobody: Kept = { passwordHash: nobodysHash(hashCost), keeps: null }
  return {
    inTurn: (act) => hashing.execute(act).catch((error: unknown) => {
      throw error instanceof BulkheadRejectedError ? new ContractError('UNAVAILABLE') : error
    }),

    attempt: async (account, isRight, prove = async () => 'right') => {
      const { lockedUntil } = await store.beginAttempt(account, lock, clock())
      if (lockedUntil !== null) throw new ContractError('ACCOUNT_LOCKED', { minutes: Math.max(1, Math.ceil((lockedUntil - clock()) / MINUTE_MS)) })
      const found = await store.readAccount(account)
      const right = await isRight(found ?? nobody)
      if (!found || !right) throw new ContractError('PASSWORD_WRONG')
      const proof = await prove()
      if (proof === 'wrong') throw new ContractError('SECOND_FACTOR_WRONG')
      if (proof === 'missing') {
        await store.takeBackAttempt(account, lock)
        throw new ContractError('SECOND_FACTOR_NEEDED')
      }
      await store.clearAttempts(account)
      return found
    },
  }
}

/** Whether it is the password that is kept. */
export const matches = (password: string) => ({ passwordHash }: Kept): Promise<boolean> => isPassword(password, passwordHash)
