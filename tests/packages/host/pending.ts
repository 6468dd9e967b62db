/** What the app is still busy with: timers about to ring, setData on its way to the view, calls to the phone. */
export interface Pending {
  /** Something begins; call what is given when it has ended. */
  readonly begin: () => () => void
  /** Resolves when nothing has been under way for three turns of the event loop; rejects after `limitMs`. */
  readonly idle: (limitMs?: number) => Promise<void>
}

const QUIET_TURNS = 3

export const createPending = (): Pending => {
  const underWay = new Set<symbol>()
  return {
    begin: () => {
      const one = Symbol('one')
      underWay.add(one)
      return () => { underWay.delete(one) }
    },
    idle: async (limitMs = 10_000) => {
      const began = performance.now()
      for (let quiet = 0; quiet < QUIET_TURNS; quiet = underWay.size > 0 ? 0 : quiet + 1) {
        if (performance.now() - began > limitMs) throw new Error(`the app did not come to rest: ${underWay.size} things are under way`)
        await new Promise((resolve) => { setTimeout(resolve, 1) })
      }
    },
  }
}
