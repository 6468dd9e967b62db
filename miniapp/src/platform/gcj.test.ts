import { wgsOfGcj } from './gcj'

/** Metres between two places close to each other. */
const metres = (a: { lat: number; lng: number }, b: { lat: number; lng: number }): number =>
  Math.hypot((a.lat - b.lat) * 111_195, (a.lng - b.lng) * 111_195 * Math.cos((a.lat * Math.PI) / 180))

test('takes back the shift of Chinese map coordinates in Guangzhou', () => {
  // Canton Tower, in WGS-84 and in GCJ-02 as published by map services.
  const wgs = { lat: 23.1064, lng: 113.3192 }
  const gcj = { lat: 23.1038, lng: 113.3246 }
  expect(metres(wgs, gcj)).toBeGreaterThan(400)
  expect(metres(wgsOfGcj(gcj), wgs)).toBeLessThan(60)
})
