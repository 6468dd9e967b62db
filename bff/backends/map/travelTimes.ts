import { z } from 'zod'
import type { Going, Place, TravelTimes } from '../../capabilities/notifications/port'
import type { Upstream } from '../upstream'

const modes: Readonly<Record<Going, string>> = { foot: 'walking', bicycle: 'bicycling', transit: 'transit', car: 'driving' }
const found = z.object({ status: z.number().int(), result: z.object({ routes: z.array(z.object({ duration: z.number().min(0) })) }).optional() })
/** A hundred metres are enough to tell a travel time, and tell less of where somebody is. */
const rounded = ({ lat, lng }: Place): string => `${lat.toFixed(3)},${lng.toFixed(3)}`

/** A map service's routes. Where somebody is goes there, to a hundred metres, and nowhere else. */
export const createTravelTimes = (upstream: Upstream, { url, key }: { readonly url: string; readonly key: string }): TravelTimes => ({
  minutes: async (from, to, by) => {
    const outcome = await upstream.call({
      name: 'direction', method: 'GET', url: `${url}/ws/direction/v1/${modes[by]}/`, repeatable: true, answer: found, query: { key, from: rounded(from), to: rounded(to) },
    })
    if (outcome.kind !== 'answered' || outcome.value.status !== 0) return null
    const durations = (outcome.value.result?.routes ?? []).map(({ duration }) => duration)
    return durations.length === 0 ? null : Math.ceil(Math.min(...durations))
  },
})
