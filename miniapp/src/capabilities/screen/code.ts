/** A rotating code as the server gave it. */
export interface ScreenCode { readonly link: string; readonly asOf: number; readonly changesAt: number }

/**
 * How long past its change a code may stay while the next one is fetched, milliseconds. The server accepts a code
 * for one whole step more, so somebody who scans in this time is not turned away.
 */
export const GRACE_MS = 4000

/** Whole seconds until the code changes, never negative, never more than its step (two clocks may disagree). */
export const secondsLeft = (code: ScreenCode, serverNow: number): number =>
  Math.min(Math.ceil((code.changesAt - code.asOf) / 1000), Math.max(0, Math.ceil((code.changesAt - serverNow) / 1000)))

/** True while the code may be shown: never an old one. */
export const isShowable = (code: ScreenCode, serverNow: number): boolean => serverNow < code.changesAt + GRACE_MS

/** Milliseconds until the next fetch: at the change; after a failure every 2 s. */
export const nextFetchIn = (code: ScreenCode | null, serverNow: number, failed: boolean): number =>
  failed || code === null ? 2000 : Math.max(250, code.changesAt - serverNow)

/** Share of the time that is left until the change, 1 to 0. */
export const shareLeft = (code: ScreenCode, serverNow: number): number =>
  Math.min(1, Math.max(0, (code.changesAt - serverNow) / Math.max(1, code.changesAt - code.asOf)))
