import type { ConsentBy, Relation } from '@shared/personRules'
import type { Grant } from '@shared/privacy'

/** Somebody a citizen may act for, as it is kept: without a person’s number. */
export interface PersonRecord {
  /** A keyed hash of the number: one real person has one id, whoever acts for them. */
  readonly personId: string
  readonly kind: 'family' | 'enterprise'
  /** As it is shown: a family member’s is masked. */
  readonly name: string
  readonly idMasked: string
  /** An enterprise’s, which is public; null for a person, and for an enterprise added before it was kept. */
  readonly creditCode: string | null
  readonly relation: Relation | null
  /** What an enterprise granted; null for family, for whom all may be done. */
  readonly grants: readonly Grant[] | null
  /** The last day of an agent’s authorisation, or of a guardian’s consent: the day before the child comes of age. `yyyyMMdd`. */
  readonly until: string | null
  /** `agent`: the citizen states that the enterprise authorised them. */
  readonly consentBy: ConsentBy | 'agent'
  readonly consentAt: number
}

/** Where a citizen’s persons are kept. */
export interface PersonStore {
  readonly list: (citizenId: string) => Promise<readonly PersonRecord[]>
  readonly read: (citizenId: string, personId: string) => Promise<PersonRecord | null>
  /**
   * Adds somebody, or renews who is there; the same key again changes nothing and gives who is there. Throws PERSONS_FULL,
   * IDEMPOTENCY_KEY_REUSED, and PERSON_NOT_FOUND for a repetition after they were removed.
   */
  readonly add: (citizenId: string, record: PersonRecord, act: { readonly key: string; readonly digest: string; readonly most: number }) => Promise<PersonRecord>
  /** False when they never were one of the citizen’s. May be repeated. */
  readonly remove: (citizenId: string, personId: string, now: number) => Promise<boolean>
  /** Everybody, and that they were there. */
  readonly erase: (citizenId: string) => Promise<void>
  /** The ids of those who are there, and of those removed while what was booked for them may still be shown. */
  readonly idsOf: (citizenId: string) => Promise<readonly string[]>
}

/** Confirms that a name and an ID number belong together. Throws IDENTITY_UNAVAILABLE. */
export interface NameCheck { readonly belongTogether: (name: string, idNumber: string) => Promise<boolean> }

/** What an enterprise granted its agent. */
export interface Authorisation {
  readonly name: string
  readonly grants: readonly Grant[]
  /** The last day, `yyyyMMdd`. */
  readonly until: string
}
/** Asks whether an enterprise has authorised somebody; null when not. Throws IDENTITY_UNAVAILABLE. */
export interface Authorisations { readonly of: (creditCode: string, agentIdNumber: string) => Promise<Authorisation | null> }
