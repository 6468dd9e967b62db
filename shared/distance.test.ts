import fc from 'fast-check'
import { holds } from '../tests/support/property'
import { chordSquared, distanceMetres, spherePoint } from './distance'

const anyPlace = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lng: fc.double({ min: -180, max: 180, noNaN: true }) })

test('a degree of latitude is about 111.2 km, a degree of longitude shrinks with the latitude', () => {
  expect(distanceMetres({ lat: 23, lng: 113 }, { lat: 24, lng: 113 })).toBeCloseTo(111_195, -1)
  expect(distanceMetres({ lat: 0, lng: 113 }, { lat: 0, lng: 114 })).toBeCloseTo(111_195, -1)
  expect(distanceMetres({ lat: 60, lng: 113 }, { lat: 60, lng: 114 })).toBeCloseTo(55_597, -2)
})

test('is nothing from a place to itself, the same both ways, at most half way round, and ordered as its chord', () =>
  holds(fc.property(anyPlace, anyPlace, anyPlace, (a, b, c) => {
    expect(distanceMetres(a, a)).toBe(0)
    expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 3)
    expect(distanceMetres(a, b)).toBeLessThanOrEqual(20_015_200)
    const [near, far] = [b, c].map((place) => chordSquared(spherePoint(a), spherePoint(place))) as [number, number]
    if (near < far) expect(distanceMetres(a, b)).toBeLessThanOrEqual(distanceMetres(a, c))
  })))
