/** The hall and window this computer stands at; either may still be open. */
export interface Place { readonly hallId: string | null; readonly windowId: string | null }

const isId = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** Guards against what another build left on this computer. */
export const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'hallId' in value && 'windowId' in value && isId(value.hallId) && isId(value.windowId)

const mayActIn = (halls: readonly string[], hallId: string): boolean => halls.length === 0 || halls.includes(hallId)

/**
 * Where somebody stands: the remembered place as far as they may act there, or what the link names,
 * or their only hall; else it is to be chosen.
 */
export const placeFor = (halls: readonly string[], remembered: Place | null, linkedHall: string): Place => {
  if (linkedHall && mayActIn(halls, linkedHall)) {
    return { hallId: linkedHall, windowId: remembered?.hallId === linkedHall ? remembered.windowId : null }
  }
  if (remembered?.hallId && mayActIn(halls, remembered.hallId)) return remembered
  return { hallId: halls.length === 1 ? halls[0] ?? null : null, windowId: null }
}
