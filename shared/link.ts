/**
 * One link form for every way a hall's code can reach us. The QR code always holds
 * `https://<host>/s/<code>`; a mini-program code holds the bare `<code>` in its scene.
 */
export interface LaunchQuery {
  /** WeChat, ordinary-link QR: the whole link, URI-encoded once more by WeChat. */
  readonly q?: string
  /** WeChat, mini-program code: the code itself, URI-encoded once. */
  readonly scene?: string
  /** Alipay, ordinary QR, in App.onLaunch and onShow: the whole link. */
  readonly qrCode?: string
  /** A browser, redirected from `/s/<code>`. */
  readonly c?: string
  /** What the in-app scanner read. */
  readonly text?: string
}

const CODE = /^[0-9A-Za-z._-]{1,32}$/
const decodeOnce = (value: string): string => {
  try { return decodeURIComponent(value) } catch { return value }
}

/** The hall's code in a link or on its own; null when there is none. */
export const codeInText = (text: string): string | null => {
  const link = /^https?:\/\/[^/?#]+\/s\/([^/?#]+)/.exec(text.trim())
  const code = link?.[1] ?? text.trim()
  return CODE.test(code) ? code : null
}

/** The hall's code from whatever started or resumed the app; null when it was started without one. */
export const codeInLaunch = (query: LaunchQuery): string | null => {
  if (query.q) return codeInText(decodeOnce(query.q))
  if (query.scene) return codeInText(decodeOnce(query.scene))
  const plain = query.qrCode ?? query.c ?? query.text
  return plain ? codeInText(plain) ?? codeInText(decodeOnce(plain)) : null
}

const WINDOW = /^w\.([a-z][a-z0-9]{1,9})\.([0-9A-Za-z]{1,8})$/

/** The hall and window of the static code that stands at a window, to rate the visit there; null for any other code. It proves nothing. */
export const windowInCode = (code: string): { readonly hallId: string; readonly windowId: string } | null => {
  const [, hallId, windowId] = WINDOW.exec(code) ?? []
  return hallId === undefined || windowId === undefined ? null : { hallId, windowId }
}

/** What a QR code holds. */
export const linkOfCode = (publicUrl: string, code: string): string => `${publicUrl.replace(/\/$/, '')}/s/${code}`
