import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Middleware } from 'koa'
import serve from 'koa-static'

const YEAR_SECONDS = 31_536_000

/**
 * The built web app: hashed files may be kept for a year, pages, the service worker and the manifest never; every page route
 * gets index.html. Where the build has compressed a file (`.br`, `.gz` beside it) and the browser takes it so, it is sent so.
 */
export const webApp = (root: string): Middleware => {
  const files = serve(root, {
    index: false, maxage: 0,
    setHeaders: (response, file) => {
      const hashed = /\.[0-9a-f]{8}\.(js|css)(\.br|\.gz)?$/.test(file)
      response.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
  const index = path.join(root, 'index.html')
  const page = existsSync(index) ? readFileSync(index, 'utf8') : null
  return async (ctx, next) => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || ctx.path.startsWith('/api/')) return next()
    const isPage = ctx.path === '/' || ctx.path.startsWith('/pages/')
    if (!isPage) return files(ctx, next)
    if (page === null) return next()
    ctx.set('Cache-Control', 'no-cache')
    ctx.type = 'html'
    ctx.body = page
  }
}
