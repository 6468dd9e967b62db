import type { WireStop } from './record'

/** Ends the stretch in which the clock still stands. */
export const ended = (stops: readonly WireStop[], at: string): readonly WireStop[] => stops.map((stop) => (stop.jssj ? stop : { ...stop, jssj: at }))
