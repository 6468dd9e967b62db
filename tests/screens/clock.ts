/** A Wednesday morning on which every hall is open, in the future: what Redis keeps until an instant must not be over. */
export const BEGIN = Date.UTC(2027, 2, 10, 2, 20)

/** The server's clock, and by it that of every page. It stands still while pictures are taken, and a little later is only when one says so. */
export interface SceneClock {
  readonly now: () => number
  /** Moves it, backwards too. */
  readonly pass: (milliseconds: number) => void
  /** From now on it stands, at the instant it was made for: until then no two instants are the same. */
  readonly stop: () => void
}

export const sceneClock = (): SceneClock => {
  let at = BEGIN
  let stopped = false
  return {
    now: () => (stopped ? at : at += 1),
    pass: (milliseconds) => { at += milliseconds },
    stop: () => { at = BEGIN; stopped = true },
  }
}
