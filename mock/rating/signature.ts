import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock'

const APP_ID = 'yichuang'
const KEY = 'demo-key'
/** How far a caller's clock may be from ours. */
const LEEWAY_MS = 300_000

/** What is wrong with the caller's signature; null when nothing is. */
export const faultOfCaller = (headers: Headers, body: string, clock: Clock): 'stranger' | 'time' | 'signature' | null => {
  const [appId, timestamp, given] = ['X-App-Id', 'X-Timestamp', 'X-Sign'].map((name) => headers.get(name) ?? '') as [string, string, string]
  if (appId !== APP_ID) return 'stranger'
  if (!/^\d{13}$/.test(timestamp) || Math.abs(Number(timestamp) - clock()) > LEEWAY_MS) return 'time'
  const right = createHmac('sha256', KEY).update(`${appId}${timestamp}${body}`).digest('hex')
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right)) ? null : 'signature'
}
