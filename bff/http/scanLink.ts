import { codeInText } from '@shared/link'
import type { Middleware } from 'koa'

const LINK = /^\/s\/([^/]+)$/

/**
 * `GET /s/<code>`, what a hall's QR code holds, opens the page that reads the code. What is no
 * code goes there too, shortened and encoded: that page can say what to scan instead.
 */
export const redirectScanLinks: Middleware = (ctx, next) => {
  const given = LINK.exec(ctx.path)?.[1]
  if (given === undefined || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next()
  ctx.set('Cache-Control', 'no-store')
  ctx.redirect(`/pages/scan/index?c=${encodeURIComponent(codeInText(given) ?? given.slice(0, 32))}`)
  return undefined
}
