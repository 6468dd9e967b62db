import type { Place } from '@shared/halls'

// GCJ-02, the shifted coordinates Chinese map services give: the well-known approximation on the Krasovsky ellipsoid.
const AXIS_METRES = 6_378_245
const ECCENTRICITY_SQUARED = 0.00669342162296594323

const wave = (value: number, scale: number, period: number): number => scale * Math.sin((value * Math.PI) / period)
const ripple = (x: number): number => ((wave(6 * x, 20, 1) + wave(2 * x, 20, 1)) * 2) / 3
const shiftLat = (x: number, y: number): number =>
  -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + ripple(x)
  + ((wave(y, 20, 1) + wave(y, 40, 3)) * 2) / 3 + ((wave(y, 160, 12) + wave(y, 320, 30)) * 2) / 3
const shiftLng = (x: number, y: number): number =>
  300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + ripple(x)
  + ((wave(x, 20, 1) + wave(x, 40, 3)) * 2) / 3 + ((wave(x, 150, 12) + wave(x, 300, 30)) * 2) / 3

/** GCJ-02 of a place given in WGS-84, as the hosts' maps want it. */
export const gcjOfWgs = ({ lat, lng }: Place): Place => {
  const radians = (lat * Math.PI) / 180
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2
  const north = (shiftLat(lng - 105, lat - 35) * 180) / (((AXIS_METRES * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic))) * Math.PI)
  const east = (shiftLng(lng - 105, lat - 35) * 180) / ((AXIS_METRES / Math.sqrt(magic)) * Math.cos(radians) * Math.PI)
  return { lat: lat + north, lng: lng + east }
}

/** WGS-84 of a place given in GCJ-02, to about a metre. Without it a citizen in the hall would seem 500 m away. */
export const wgsOfGcj = (place: Place): Place => {
  let guess = place
  for (let round = 0; round < 3; round += 1) {
    const shifted = gcjOfWgs(guess)
    guess = { lat: guess.lat + place.lat - shifted.lat, lng: guess.lng + place.lng - shifted.lng }
  }
  return guess
}
