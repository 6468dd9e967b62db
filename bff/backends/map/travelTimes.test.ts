import { useSimulators } from '../../../mock/testing/useSimulators'
import { testUpstream } from '../../../tests/support/upstream'
import { byDistance, travelOf } from '../../capabilities/notifications/travel'
import { createTravelTimes } from './travelTimes'

const simulators = useSimulators()
const create = (key = 'demo-map-key') => createTravelTimes(testUpstream('map'), { url: `${simulators.url()}/map`, key })
const [here, there] = [{ lat: 23.13, lng: 113.36 }, { lat: 23.13, lng: 113.4 }]
const travelling = { speeds: { foot: 4.5, bicycle: 12, transit: 15, car: 20 }, detour: 1.4 }

describe('travel times', () => {
  it('are the map’s, each way of going its own, the slower the longer', async () => {
    const times = await Promise.all((['foot', 'bicycle', 'transit', 'car'] as const).map((by) => create().minutes(here, there, by)))
    expect(times).toEqual([77, 26, 19, 14])
    expect(await create().minutes(here, here, 'car')).toBe(0)
  })

  it('are by distance where there is no map, or it does not tell', async () => {
    expect(byDistance(here, there, 'transit', travelling)).toBe(23)
    expect(await travelOf(here, there, 'transit', travelling, create())).toEqual({ minutes: 19, source: 'map' })
    expect(await travelOf(here, there, 'transit', travelling, null)).toEqual({ minutes: 23, source: 'distance' })
    expect(await travelOf(here, there, 'transit', travelling, create('wrong'))).toEqual({ minutes: 23, source: 'distance' })
    await simulators.fault({ system: 'map', kind: 'error' })
    expect(await travelOf(here, there, 'transit', travelling, create())).toEqual({ minutes: 23, source: 'distance' })
  })
})
