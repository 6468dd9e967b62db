/** A picture made anew: a JPEG that holds nothing but what is seen. */
export interface Picture { readonly bytes: Buffer; readonly width: number; readonly height: number }

/** Gives the picture in what was sent; null when there is none that may be used. Throws UNAVAILABLE when too many wait for it. */
export type Remake = (sent: Buffer) => Promise<Picture | null>

/** A photo as it lies in its store. */
export interface StoredPhoto { readonly photoId: string; /** When it was put there. */ readonly at: number }

/** Where photos lie, unreadable to who finds them. */
export interface PhotoStore {
  /** On disk for good once it resolves. Throws UNAVAILABLE. */
  readonly put: (photoId: string, bytes: Buffer) => Promise<void>
  /** Null when there is none, or it can no longer be opened. */
  readonly get: (photoId: string) => Promise<Buffer | null>
  /** Again is harmless. */
  readonly remove: (photoId: string) => Promise<void>
  /** All of them, some at a time, in no order. */
  readonly all: () => AsyncIterable<readonly StoredPhoto[]>
  /** Removes what was begun before that moment and never became whole. */
  readonly tidy: (before: number) => Promise<void>
}

/** Whose each photo is. */
export interface PhotoRecords {
  readonly add: (photoId: string, citizenId: string, now: number) => Promise<void>
  /** Null when nothing is known of it. `ratingId` null: not attached yet. */
  readonly find: (photoId: string) => Promise<{ readonly citizenId: string; readonly ratingId: string | null } | null>
  /** False when it is not the citizen's, or belongs to another rating; again is harmless. */
  readonly attach: (photoId: string, citizenId: string, ratingId: string) => Promise<boolean>
  readonly forget: (photoId: string) => Promise<void>
  /** Forgets a photo that was brought before that moment and belongs to no rating; never one that is just being attached. */
  readonly expire: (photoId: string, before: number) => Promise<'expired' | 'kept' | 'unknown'>
  /** True for one process of all within so many milliseconds. */
  readonly beginRound: (leaseMs: number) => Promise<boolean>
}

/** What a rating does with the photos that were brought for it. */
export interface PhotoKeeper {
  /**
   * Throws PHOTO_NOT_FOUND when one is not the citizen's, or belongs to another rating; again is harmless. When the rating then
   * is not accepted, remove what was attached for it: what is attached is kept.
   */
  readonly attach: (photoIds: readonly string[], citizenId: string, ratingId: string) => Promise<void>
  /** The JPEG. Throws PHOTO_NOT_FOUND. */
  readonly read: (photoId: string, ratingId: string) => Promise<Buffer>
  /** For good; what does not belong to the rating is left alone, and again is harmless. */
  readonly remove: (photoIds: readonly string[], ratingId: string) => Promise<void>
}
