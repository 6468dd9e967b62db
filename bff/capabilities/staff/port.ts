import type { StaffMember } from '@shared/staff'

/** An account as it is kept. Whether it is locked is told apart, for that changes by itself; so is its second factor. */
export interface StaffAccount extends Omit<StaffMember, 'locked' | 'secondFactor'> {
  /** See passwords.ts; never leaves the service. */
  readonly passwordHash: string
  /** The hashed token of the session in which the password was changed last: it alone outlives that change. */
  readonly keeps: string | null
}

/** What is kept of a session. Role and halls are not: they are the account's, and read with it; so is how long it lives. */
export interface StaffSession {
  readonly account: string
  /** See passwordMark. The session ends when the account has another one. */
  readonly mark: string
  /** The mark of the second factor it was opened with. The session ends when the account has another one. */
  readonly factor: string
  readonly startedAt: number
}

/** Until when a session may be used, at an instant. */
export interface SessionLife { readonly now: number; readonly idleMs: number; readonly expiresAt: number }

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
  /** With its second factor. */
  readonly removeAccount: (account: string) => Promise<void>

  /**
   * Counts an attempt as failed before its password is checked, so that attempts that run at once cannot outnumber the
   * rule; the last one allowed locks the account. `clearAttempts` takes it back when the password was right.
   */
  readonly beginAttempt: (account: string, rules: LockRules, now: number) => Promise<Attempt>
  readonly clearAttempts: (account: string) => Promise<void>
  /** Takes back one attempt, and the lock if it was the one that locked: it was neither right nor wrong. */
  readonly takeBackAttempt: (account: string, rules: LockRules) => Promise<void>
  /** Which of these accounts are locked at `now`. */
  readonly locked: (accounts: readonly string[], now: number) => Promise<ReadonlySet<string>>

  readonly saveSession: (tokenHash: string, session: StaffSession, life: SessionLife) => Promise<void>
  readonly readSession: (tokenHash: string) => Promise<StaffSession | null>
  /** Notes that it is used. False when it is over or was left idle too long; then it is gone. */
  readonly touchSession: (tokenHash: string, life: SessionLife) => Promise<boolean>
  readonly deleteSession: (tokenHash: string) => Promise<void>
}

/** Which halls there are. */
export interface KnownHalls { readonly has: (hallId: string) => boolean }

/** The second factor of an account, or that there is none. */
export interface Factor {
  /**
   * Another one after every change, also when there is no factor any more: a session is worth no more than the factor it
   * was opened with. Empty when there never was one.
   */
  readonly mark: string
  /** The secret, sealed; null while there is no factor. */
  readonly sealed: string | null
  /** The hashed token of the session in which it was changed last: it alone outlives that change. */
  readonly keeps: string | null
  /** The time step of the code it was confirmed with. */
  readonly firstStep: number
  readonly recoveryLeft: number
}

/** A factor that is being set up. Its id becomes the factor's mark. */
export interface Enrolment {
  readonly enrolmentId: string
  readonly sealed: string
  /** The hashed token of the session that began it: no other may confirm it. */
  readonly keeps: string
  /** Hashes of the recovery codes. */
  readonly recovery: readonly string[]
}

/** Where second factors are kept. */
export interface FactorStore {
  readonly readFactor: (account: string) => Promise<Factor>
  /** Which of these accounts have one. */
  readonly haveFactor: (accounts: readonly string[]) => Promise<ReadonlySet<string>>
  /** Keeps it for so long, in place of an earlier one. False when the account is gone, or its factor is not that of `mark` any more. */
  readonly saveEnrolment: (account: string, mark: string, enrolment: Enrolment, lifeMs: number) => Promise<boolean>
  readonly readEnrolment: (account: string) => Promise<Omit<Enrolment, 'recovery'> | null>
  /** Makes it the account's factor; `step` is that of its first code. False when it is gone, or another is under way by now. */
  readonly confirmEnrolment: (account: string, enrolmentId: string, step: number) => Promise<boolean>
  /** Spends the code of a time step, and with it all before. False when it was spent, or the factor is another by now. */
  readonly spendStep: (account: string, mark: string, step: number) => Promise<boolean>
  /** Spends a recovery code, by its hash. False when there is no such one any more. */
  readonly spendRecovery: (account: string, mark: string, hash: string) => Promise<boolean>
  /**
   * Takes the factor away, and what is being set up. False when there is none, or it is another than that of `mark`;
   * null takes any.
   */
  readonly dropFactor: (account: string, mark: string | null, after: Pick<Factor, 'mark' | 'keeps'>) => Promise<boolean>
}

/** Keeps texts unreadable at rest. */
export interface Sealing {
  readonly seal: (text: string, context: string) => string
  readonly open: (sealed: string, context: string) => string | null
}

export type FactorAct = 'begun' | 'confirmed' | 'refused' | 'recovery code used' | 'ended' | 'reset' | 'unreadable'
/** What happened to a second factor, for the log: to whose, and by whom. */
export interface FactorEvent { readonly act: FactorAct; readonly account: string; readonly by: string }
