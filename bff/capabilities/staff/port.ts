import type { StaffMember } from '@shared/staff'

/** An account as it is kept: whether it is locked is told apart, for that changes by itself. */
export interface StaffAccount extends Omit<StaffMember, 'locked'> {
  /** See passwords.ts; never leaves the service. */
  readonly passwordHash: string
  /** The hashed token of the session in which the password was changed last: it alone outlives that change. */
  readonly keeps: string | null
}

/** What is kept of a session. Role and halls are not: they are the account's, and read with it. */
export interface StaffSession {
  readonly account: string
  /** See passwordMark. The session ends when the account has another one. */
  readonly mark: string
  readonly expiresAt: number
}

/** The lock that guessing runs into. */
export interface LockRules {
  /** So many failures … */
  readonly failures: number
  /** … with no more than this between them lock the account, for as long. */
  readonly minutes: number
}

/** An attempt that may go on, or the instant until which none may. */
export type Attempt = { readonly lockedUntil: number | null }

/** Where staff accounts, their locks and sessions are kept. */
export interface StaffStore {
  /** Adds it unless there is one of that name; gives whether it did. */
  readonly addAccount: (account: StaffAccount) => Promise<boolean>
  /** Adds it only when there is no account at all; gives whether it did. */
  readonly addFirstAccount: (account: StaffAccount) => Promise<boolean>
  readonly readAccount: (account: string) => Promise<StaffAccount | null>
  readonly listAccounts: () => Promise<readonly StaffAccount[]>
  /** Replaces it unless it is gone or has another password by now; gives whether it did. */
  readonly replaceAccount: (before: StaffAccount, after: StaffAccount) => Promise<boolean>
  readonly removeAccount: (account: string) => Promise<void>

  /**
   * Counts an attempt as failed before its password is checked, so that attempts that run at once cannot outnumber the
   * rule; the last one allowed locks the account. `clearAttempts` takes it back when the password was right.
   */
  readonly beginAttempt: (account: string, rules: LockRules, now: number) => Promise<Attempt>
  readonly clearAttempts: (account: string) => Promise<void>
  /** Which of these accounts are locked at `now`. */
  readonly locked: (accounts: readonly string[], now: number) => Promise<ReadonlySet<string>>

  readonly saveSession: (tokenHash: string, session: StaffSession, idleMs: number, now: number) => Promise<void>
  /** Null when it is unknown, over, or was left idle too long; else it is kept for `idleMs` more. */
  readonly touchSession: (tokenHash: string, idleMs: number, now: number) => Promise<StaffSession | null>
  readonly deleteSession: (tokenHash: string) => Promise<void>
}

/** Which halls there are. */
export interface KnownHalls { readonly has: (hallId: string) => boolean }
