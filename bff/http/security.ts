import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import helmet from 'helmet'
import type { Middleware } from 'koa'

/** The build puts one script into the page itself, which sizes the text; it is allowed by its hash, and no other is. */
const inlineScripts = (webRoot: string): string[] => {
  const index = path.join(webRoot, 'index.html')
  if (!existsSync(index)) return []
  const scripts = [...readFileSync(index, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)]
  return scripts.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
}

/** The browser's safety rules for our pages. The web app styles elements in place, hence style 'unsafe-inline'. */
export const securityHeaders = (webRoot: string): Middleware => {
  const protect = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'", ...inlineScripts(webRoot)], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"], objectSrc: ["'none'"], frameAncestors: ["'none'"], upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  return async (ctx, next) => {
    await new Promise<void>((resolve, reject) => {
      protect(ctx.req, ctx.res, (error?: unknown) => (error ? reject(error instanceof Error ? error : new Error(String(error))) : resolve()))
    })
    await next()
  }
}
