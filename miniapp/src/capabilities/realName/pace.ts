/** A platform may know the result a moment after its page has closed. */
export const PENDING_PACE_MS = 1500
export const PENDING_TRIES = 6
