import Taro from '@tarojs/taro'
import type { Place } from '@shared/halls'
import { wgsOfGcj } from './gcj'
import { isRefused } from './refused'
import { isRecord } from './storage'

/** Where the phone is, in WGS-84; or why that is not known. */
export type Placed = { readonly kind: 'place'; readonly place: Place } | { readonly kind: 'refused' | 'unavailable' }

/** Alipay: turned off for Alipay or for the whole phone. */
const TURNED_OFF = 11
const whyNot = (failure: unknown): Placed => ({ kind: isRefused(failure) || (isRecord(failure) && failure.error === TURNED_OFF) ? 'refused' : 'unavailable' })

const fromBrowser = (): Promise<Placed> => new Promise((resolve) => {
  if (!('geolocation' in navigator)) { resolve({ kind: 'unavailable' }); return }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => resolve({ kind: 'place', place: { lat: coords.latitude, lng: coords.longitude } }),
    (failure) => resolve({ kind: failure.code === failure.PERMISSION_DENIED ? 'refused' : 'unavailable' }),
    { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
  )
})

const fromWechat = async (): Promise<Placed> => {
  const { latitude, longitude } = await Taro.getFuzzyLocation({ type: 'wgs84' })
  return { kind: 'place', place: { lat: latitude, lng: longitude } }
}

const fromAlipay = async (): Promise<Placed> => {
  // Its map's shifted coordinates, and at times as strings.
  const { latitude, longitude } = await Taro.getLocation({})
  return { kind: 'place', place: wgsOfGcj({ lat: Number(latitude), lng: Number(longitude) }) }
}

// Chosen out here: a branch within an async function is shipped though it is dead, and WeChat wants every call for the place declared.
const ask = TARGET === 'h5' ? fromBrowser : TARGET === 'weapp' ? fromWechat : fromAlipay

/** Asks the phone where it is; the phone may ask the citizen. Call it only after a tap that explains why, and never insist. */
export const findPlace = async (): Promise<Placed> => {
  try { return await ask() } catch (failure) { return whyNot(failure) }
}
