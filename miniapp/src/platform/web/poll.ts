/** A question asked again and again, one at a time. */
export interface Poll {
  /** Asks at once; if a question is under way, once more right after it, for its answer may be old. */
  now(): void
  /** Out of sight nothing is asked; seen again, at once. */
  see(visible: boolean): void
  /** Ends for good. */
  stop(): void
}

/** Asks at once and then `everyMs` after each answer. `ask` deals with its own failures; what it throws is passed over. */
export const startPoll = (ask: () => Promise<void>, everyMs: number): Poll => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let again = false
  let visible = true
  let ended = false

  const turn = async (): Promise<void> => {
    clearTimeout(timer)
    if (ended || !visible) return
    asking = true
    await ask().catch(() => undefined)
    asking = false
    if (ended || !visible) return
    timer = setTimeout(() => { void turn() }, again ? 0 : everyMs)
    again = false
  }

  const now = (): void => {
    if (asking) again = true
    else void turn()
  }

  now()
  return {
    now,
    see: (next) => {
      const appeared = next && !visible
      visible = next
      if (appeared) now()
      else if (!next) clearTimeout(timer)
    },
    stop: () => { ended = true; clearTimeout(timer) },
  }
}
