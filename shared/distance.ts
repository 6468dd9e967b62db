import type { Place } from './halls'

/** The earth's mean radius (IUGG). */
const RADIUS_METRES = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** A place on the unit sphere. */
export interface SpherePoint { readonly x: number; readonly y: number; readonly z: number }

export const spherePoint = ({ lat, lng }: Place): SpherePoint => {
  const ring = Math.cos(radians(lat))
  return { x: ring * Math.cos(radians(lng)), y: ring * Math.sin(radians(lng)), z: Math.sin(radians(lat)) }
}

/**
 * The square of the straight line through the sphere, 0 to 4. It grows with the distance and
 * needs no trigonometry, so that many places can be ordered by it. A quarter of it is the haversine.
 */
export const chordSquared = (a: SpherePoint, b: SpherePoint): number => {
  const [x, y, z] = [a.x - b.x, a.y - b.y, a.z - b.z]
  return x * x + y * y + z * z
}

/** Metres along a sphere, by the haversine; within 0.6 % of the true distance, which is far better than a phone's place. */
export const distanceMetres = (a: Place, b: Place): number =>
  2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chordSquared(spherePoint(a), spherePoint(b)) / 4)))
