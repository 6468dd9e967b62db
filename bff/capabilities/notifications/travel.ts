import { distanceMetres } from '@shared/distance'
import type { Going, Place, TravelTimes } from './port'

export interface Travelling {
  /** Kilometres an hour by each way of going. */
  readonly speeds: Readonly<Record<Going, number>>
  /** How much longer a way is than the straight line. */
  readonly detour: number
}

/** Minutes by the straight line, a detour and a usual speed. */
export const byDistance = (from: Place, to: Place, by: Going, { speeds, detour }: Travelling): number =>
  Math.ceil((distanceMetres(from, to) * detour * 60) / (speeds[by] * 1_000))

export interface Travel { readonly minutes: number; readonly source: 'distance' | 'map' }

/** How long a way takes: by the map service where there is one and it answers, else by distance. */
export const travelOf = async (from: Place, to: Place, by: Going, travelling: Travelling, map: TravelTimes | null): Promise<Travel> => {
  const told = map === null ? null : await map.minutes(from, to, by).catch(() => null)
  return told === null ? { minutes: byDistance(from, to, by, travelling), source: 'distance' } : { minutes: told, source: 'map' }
}
