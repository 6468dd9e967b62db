import type { EndpointName } from '@shared/endpoints'
import type { Context, Middleware } from 'koa'
import { LRUCache } from 'lru-cache'
import type { Serialized } from './call'
import type { RateLimits } from './rateLimits'

const MOST = 5_000

interface Told { readonly name: EndpointName; readonly answer: Serialized<unknown> }

export interface PublicAnswers {
  /** Keeps what was just told to somebody, if it says for how long it holds. */
  readonly keep: (ctx: Context, name: EndpointName, answer: Serialized<unknown>) => void
  /** Tells it to the next who asks, as long as it holds. */
  readonly tell: Middleware
}

/** An answer that is JSON already. */
export const giveJson = (ctx: Context, json: string): void => {
  // Past Koa's own setters, which look each of them up again.
  ctx.res.setHeader('Cache-Control', 'no-store')
  ctx.res.setHeader('X-Content-Type-Options', 'nosniff')
  ctx.res.setHeader('Content-Type', 'application/json; charset=utf-8')
  ctx.body = json
}

/**
 * What is asked by everyone and is the same for all: a hall's board, a guide. While such an answer holds, whoever asks by the
 * same address gets it before a body is read, a route looked for or an input checked: that is most of what it costs.
 */
export const createPublicAnswers = (limits: Pick<RateLimits, 'beforeIdentity'>): PublicAnswers => {
  const told = new LRUCache<string, Told>({ max: MOST })
  return {
    keep: (ctx, name, answer) => { if (ctx.method === 'GET' && answer.holds && !ctx.url.includes('?')) told.set(ctx.url, { name, answer }) },
    tell: async (ctx, next) => {
      const known = ctx.method === 'GET' ? told.get(ctx.url) : undefined
      if (!known?.answer.holds?.()) return next()
      ctx.state.endpoint = known.name
      await limits.beforeIdentity(known.name, ctx.ip)
      giveJson(ctx, known.answer.json)
    },
  }
}
