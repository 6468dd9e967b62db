/** What is known of a bucket's copies, each with when it was good. Every bucket has a slot of its own. */
export const copyIndexKey = (bucket: number): string => `{case-copies:${bucket}}:index`
/** One sealed copy; `name` is a keyed hash. */
export const copyKey = (bucket: number, name: string): string => `{case-copies:${bucket}}:c:${name}`

/** Every change of a case, as events. */
export const EVENTS_KEY = '{cases}:events'
/** How far a source was read. */
export const cursorKey = (sourceId: string): string => `{cases}:cursor:${sourceId}`
/** Who may ask a source now. */
export const leaseKey = (sourceId: string): string => `{cases}:lease:${sourceId}`
/** Events of a source that are written already, by when. */
export const seenKey = (sourceId: string): string => `{cases}:seen:${sourceId}`

/** What the counters of wrong guesses begin with; a keyed hash of the case's number follows. */
export const TRIES_PREFIX = 'case-tries'
