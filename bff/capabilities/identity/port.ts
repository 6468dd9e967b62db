import type { Channel } from '@shared/identity'
import type { ConsentKind } from '@shared/privacy'

/** A person as one platform knows them. `subject` is theirs alone there, and never leaves the server. */
export interface Person {
  readonly subject: string
  /** In full; absent where the platform tells none. It is masked at once, and kept only sealed. */
  readonly name?: string
  /** Present only where the platform has checked it (GB 11643). It is sealed at once. */
  readonly idNumber?: string
}

/** The real name behind a citizen, as a platform checked it. */
export interface RealName { readonly name: string; readonly idNumber: string }

/** Keeps texts unreadable at rest. */
export interface Sealing {
  readonly seal: (text: string, context: string) => string
  readonly open: (sealed: string, context: string) => string | null
}

/** One way to sign in. */
export interface IdentityProvider {
  readonly channel: Channel
  /**
   * Where a browser signs in; it comes back to `<origin>/pages/sign-in/index` with `code` and `state`.
   * Absent where the platform's own app brings the code. `challenge`: RFC 7636, S256.
   */
  readonly authorizeUrl?: (ask: { readonly state: string; readonly challenge: string; readonly origin: string }) => string
  /**
   * Redeems a single-use code. Throws SIGN_IN_REJECTED when the platform refuses the code, and IDENTITY_UNAVAILABLE when
   * it does not answer rightly: a code that was spent without an answer costs no more than signing in once more.
   * `verifier`: of the challenge this sign-in began with, on the web.
   */
  readonly exchange: (code: string, verifier?: string) => Promise<Person>
}

/** Who is to be checked, and as whom the platform knows them. */
export interface FaceAsk { readonly checkId: string; readonly name: string; readonly idNumber: string; readonly subject: string }
export type FaceOutcome = 'passed' | 'refused' | 'pending' | 'gone'

/** A platform's check that whoever holds the phone is the person of a name and an ID number. */
export interface FaceCheck {
  readonly channel: 'wechat' | 'alipay'
  /** Throws FACE_REFUSED when the platform will not check these, and IDENTITY_UNAVAILABLE. May be repeated with the same `checkId`. */
  readonly begin: (ask: FaceAsk) => Promise<{ readonly platformId: string; readonly url: string | null; readonly expiresAt: number }>
  /** What came of it; `gone`: the platform knows it no more. Throws IDENTITY_UNAVAILABLE. May be repeated. */
  readonly result: (ask: FaceAsk & { readonly platformId: string }) => Promise<FaceOutcome>
}

/** A citizen's session as it is kept. `citizenId` is the account it was opened for. */
export interface SessionRecord {
  readonly citizenId: string; readonly name: string; readonly channel: Channel; readonly deviceId: string; readonly device: string
  readonly signedInAt: number
  /** Used last, to within ten minutes. */
  readonly seenAt: number
  /** When it ends, however much it is used. */
  readonly until: number
}

/** Where sessions are kept, by their hashed tokens. */
export interface SessionStore {
  readonly save: (tokenHash: string, session: SessionRecord, idleMs: number) => Promise<void>
  /** Null when it is unknown, over, or was not used for `idleMs`; else it counts as used. */
  readonly use: (tokenHash: string, idleMs: number, now: number) => Promise<SessionRecord | null>
  readonly end: (tokenHash: string) => Promise<void>
  /** Those that are not over. Looking does not count as using. */
  readonly listOf: (citizenId: string, idleMs: number, now: number) => Promise<readonly { readonly tokenHash: string; readonly session: SessionRecord }[]>
  /** Gives the hashed token of the session it ended; null when there was none. */
  readonly endDevice: (citizenId: string, deviceId: string) => Promise<string | null>
}

/** An account, as every request needs it. */
export interface Account {
  readonly citizenId: string
  /** The account of the same person that this one was joined to. */
  readonly into: string | null
  /** Accounts of the same person that were joined to this one. */
  readonly joined: readonly string[]
  /** The masked real name; null until it is confirmed, and after it was erased. */
  readonly shown: string | null
  /** Whose it is, once a platform has said so: one person's, as long as the account is kept. */
  readonly personId: string | null
  /** What it held is still to be brought together with what the other holds. */
  readonly merging: boolean
  /** False for one that was erased or forgotten, or never was. */
  readonly exists: boolean
}

export interface KeptRealName {
  readonly sealed: string; readonly personId: string; readonly shown: string; readonly idMasked: string; readonly by: 'face' | 'unified'; readonly at: number
}
export interface Consent { readonly kind: ConsentKind; readonly version: number; readonly givenAt: number; readonly withdrawnAt: number | null }

/** Where accounts are kept: `keepMs` after the last sign-in they are forgotten. */
export interface AccountStore {
  /** The account of a hashed subject; `candidate` becomes it when there is none. Of two at once one wins, and both get it. */
  readonly findOrCreate: (subjectHash: string, candidate: string, keepMs: number) => Promise<string>
  readonly read: (citizenId: string) => Promise<Account>
  /** Whether the subject signs in to the account still. */
  readonly signsIn: (subjectHash: string, citizenId: string) => Promise<boolean>
  /** Makes it one person's. Gives whose it is: the first one's, of two at once too. */
  readonly bind: (citizenId: string, personId: string, keepMs: number) => Promise<string>
  /** The accounts of a person and what tells whose they are live on: somebody has signed in to one of them. */
  readonly prolong: (accounts: readonly string[], personId: string | null, keepMs: number) => Promise<void>
  /** Gives whose the person is: who claimed them first. */
  readonly claimPerson: (personId: string, citizenId: string, keepMs: number) => Promise<string>
  /** From now on `citizenId` is `into`, and merging. May be repeated. */
  readonly join: (citizenId: string, into: string, keepMs: number) => Promise<void>
  readonly merged: (citizenId: string) => Promise<void>
  readonly keepRealName: (citizenId: string, kept: KeptRealName, keepMs: number) => Promise<void>
  readonly readRealName: (citizenId: string) => Promise<KeptRealName | null>
  readonly forgetRealName: (citizenId: string) => Promise<void>
  /** What a platform knows the citizen by, sealed, and when they signed in by it last. */
  readonly keepHandle: (citizenId: string, channel: Channel, sealed: string, keepMs: number, at: number) => Promise<void>
  readonly readHandle: (citizenId: string, channel: Channel) => Promise<string | null>
  readonly signedInAt: (citizenId: string, channel: Channel) => Promise<number>
  readonly keepConsent: (citizenId: string, consent: Consent) => Promise<void>
  readonly consentsOf: (citizenId: string) => Promise<readonly Consent[]>
  /** Everything of the account. */
  readonly erase: (citizenId: string) => Promise<void>
}

/** Where face checks under way are kept. */
export interface FaceCheckStore {
  /** Gives what is kept: `sealed`, unless the check was begun before. */
  readonly begin: (checkId: string, sealed: string, keepMs: number) => Promise<string>
  readonly write: (checkId: string, sealed: string, keepMs: number) => Promise<void>
  readonly read: (checkId: string) => Promise<string | null>
}

/** Who holds a session. */
export interface CitizenRecord {
  readonly citizenId: string
  /** Of the same person: `citizenId` first, then those joined to it. */
  readonly accounts: readonly string[]
  /** The account the session was opened for: of `accounts`. */
  readonly account: string
  readonly name: string; readonly channel: Channel; readonly deviceId: string; readonly realName: boolean; readonly expiresAt: number
}
