import { now } from './clock'
import { quietly } from './quietly'

/** Of the staff and the hall's screen: they show nothing without a network. */
const STAFF = /^\/pages\/(console|screen|supervision)\//
/** The first page comes first: what is kept for later is fetched when nothing else is. */
const CALM_MS = 3_000
const RELOADED = 'yichuang.reloadedAt'
const RELOAD_AGAIN_MS = 60_000

const register = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  // It came while an older page was open. This page has just come from the network, so it is of the new version itself.
  registration.waiting?.postMessage({ type: 'SKIP_WAITING' })
}

const isLostChunk = (reason: unknown): boolean => reason instanceof Error && /^Loading (CSS )?chunk /.test(reason.message)

/** After an update the server may no longer have what an older page wants to fetch; the newest page knows what there is. */
const reloadWhenPartsAreGone = (): void => {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (!isLostChunk(reason) || !navigator.onLine) return
    // Not over and over, should the new page lack it as well.
    if (now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < RELOAD_AGAIN_MS) return
    sessionStorage.setItem(RELOADED, String(now()))
    window.location.reload()
  })
}

/** For the app alone: keeps the web app on the phone, so that it opens without a network. */
export const startServiceWorker = (): void => {
  reloadWhenPartsAreGone()
  if (!('serviceWorker' in navigator) || STAFF.test(window.location.pathname)) return
  const later = (): void => { setTimeout(() => quietly(register), CALM_MS) }
  if (document.readyState === 'complete') later()
  else window.addEventListener('load', later, { once: true })
}
