import type { Channel } from '@shared/identity'

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

export interface CitizenRecord { readonly citizenId: string; readonly name: string; readonly channel: Channel; readonly expiresAt: number }

/** Where citizens and their sessions are kept. */
export interface IdentityStore {
  /** The citizen of a hashed subject; `candidate` becomes it when there is none. Of two at once one wins, and both get it. */
  readonly findOrCreateCitizen: (subjectHash: string, candidate: string) => Promise<string>
  readonly saveSession: (tokenHash: string, session: CitizenRecord, now: number) => Promise<void>
  readonly readSession: (tokenHash: string) => Promise<CitizenRecord | null>
  /** Of the newest sign-in. Goes with the last of the citizen's sessions: `keepMs`. */
  readonly keepRealName: (citizenId: string, sealed: string, keepMs: number) => Promise<void>
  readonly readRealName: (citizenId: string) => Promise<string | null>
  /** What WeChat knows the citizen by; lives as the real name does. */
  readonly keepOpenid: (citizenId: string, sealed: string, keepMs: number) => Promise<void>
  readonly readOpenid: (citizenId: string) => Promise<string | null>
  readonly deleteSession: (tokenHash: string) => Promise<void>
}
