import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Metrics } from '../platform/metrics'

/** Gives each request the id that people may read out and the log line carries. */
export const requestId: Middleware = (ctx, next) => {
  ctx.state.requestId = randomUUID()
  ctx.set('X-Request-Id', ctx.state.requestId as string)
  return next()
}

/** Counts and times every answer under its endpoint's name. */
export const measure = (metrics: Metrics): Middleware => async (ctx, next) => {
  const start = process.hrtime.bigint()
  await next()
  const endpoint = (ctx.state.endpoint as string | undefined) ?? 'other'
  metrics.requests.inc({ endpoint, status: ctx.status })
  metrics.durations.observe({ endpoint }, Number(process.hrtime.bigint() - start) / 1e9)
}

/** What Prometheus reads. */
export const metricsPage = (metrics: Metrics): Middleware => async (ctx, next) => {
  if (ctx.path !== '/metrics') return next()
  ctx.type = metrics.registry.contentType
  ctx.body = await metrics.registry.metrics()
}
