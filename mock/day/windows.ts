import { visitSeconds } from './manners'

export interface HallWindow { readonly windowId: string; readonly lineIds: readonly string[] }

/**
 * The window left for a human clerk: the first whose lines all have another window. Undefined when every window is the
 * only one of some line.
 */
export const windowForPeople = (windows: readonly HallWindow[]): string | undefined =>
  windows.find((window) => window.lineIds.every((lineId) =>
    windows.some((other) => other.windowId !== window.windowId && other.lineIds.includes(lineId))))?.windowId

/**
 * Visits a second that windows get through in a line, when each divides itself evenly between its lines.
 * @param minutes the line's usual minutes at the window
 */
export const throughput = (lineId: string, windows: readonly HallWindow[], minutes: number, pace: number): number => {
  const shares = windows.filter((window) => window.lineIds.includes(lineId)).map((window) => 1 / window.lineIds.length)
  return shares.reduce((sum, share) => sum + share, 0) * pace / visitSeconds(minutes)
}
