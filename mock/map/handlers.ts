import { http, HttpResponse } from 'msw'

const KEY = 'demo-map-key'
const RADIUS_METRES = 6_371_000
/** Metres a second by each way of going, streets, stops and lights included; and what a way is longer than the straight line. */
const speeds: Readonly<Record<string, number>> = { walking: 1.2, bicycling: 3.6, transit: 5, driving: 7 }
const DETOUR = 1.35
const MOST_METRES = 200_000
const PLACE = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/

const placeOf = (text: string | null): { readonly lat: number; readonly lng: number } | undefined => {
  const found = PLACE.exec(text ?? '')
  return found ? { lat: Number(found[1]), lng: Number(found[2]) } : undefined
}
const radians = (degrees: number): number => (degrees * Math.PI) / 180
const metresBetween = (a: { lat: number; lng: number }, b: { lat: number; lng: number }): number => {
  const half = Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2
  return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The simulated map service. See README.md. */
export const mapHandlers = () => [
  http.get('*/map/ws/direction/v1/:mode/', ({ request, params }) => {
    const query = new URL(request.url).searchParams
    const failure = (status: number, message: string) => HttpResponse.json({ status, message })
    if (query.get('key') !== KEY) return failure(311, 'key格式错误')
    const [from, to, speed] = [placeOf(query.get('from')), placeOf(query.get('to')), speeds[String(params.mode)]]
    if (!from || !to || speed === undefined) return failure(310, '请求参数信息有误')
    const distance = Math.round(metresBetween(from, to) * DETOUR)
    if (distance > MOST_METRES) return failure(373, '起终点距离超长')
    // Minutes, as the real one gives them.
    return HttpResponse.json({ status: 0, message: 'query ok', result: { routes: [{ distance, duration: Math.ceil(distance / speed / 60) }] } })
  }),
]
