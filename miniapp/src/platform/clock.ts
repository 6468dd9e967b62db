/** Milliseconds since the epoch by the phone's clock; good for durations, not for the halls' time. */
export const now = (): number => Date.now()

/** Waits so many milliseconds. */
export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })
