import path from 'node:path'
import type { Middleware } from 'koa'
import mount from 'koa-mount'
import serve from 'koa-static'

const viewer = path.dirname(require.resolve('swagger-ui-dist/package.json'))
const initializer = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: 'StandaloneLayout' })`

/** The API document at /openapi.json; a page to read it, with `apiDocsPage` below, at /api-docs/. */
export const apiDocs = (document: unknown): Middleware => {
  const json = JSON.stringify(document)
  return (ctx, next) => {
    if (ctx.path === '/openapi.json') {
      ctx.type = 'json'
      ctx.body = json
      return
    }
    if (ctx.path === '/api-docs') return ctx.redirect('/api-docs/')
    if (ctx.path === '/api-docs/swagger-initializer.js') {
      ctx.type = 'js'
      ctx.body = initializer
      return
    }
    return next()
  }
}

export const apiDocsPage = (): Middleware => mount('/api-docs', serve(viewer))
