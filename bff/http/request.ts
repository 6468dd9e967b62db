import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Metrics } from '../platform/metrics'

/** Gives each request the id that people may read out and the log line carries. */
export const requestId: Middleware = (ctx, next) => {
  ctx.state.requestId = randomUUID()
  ctx.res.setHeader('X-Request-Id', ctx.state.requestId as string)
  return next()
}

/** Gives the same value for the same key: to find a series by its labels costs more than to count. */
const kept = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

/** Counts and times every answer under its endpoint's name. */
export const measure = (metrics: Metrics): Middleware => {
  const series = kept((endpoint) => ({
    duration: metrics.durations.labels(endpoint), answered: kept((status) => metrics.requests.labels(endpoint, status)),
  }))
  return async (ctx, next) => {
    const start = performance.now()
    await next()
    const { duration, answered } = series((ctx.state.endpoint as string | undefined) ?? 'other')
    answered(String(ctx.status)).inc()
    duration.observe((performance.now() - start) / 1_000)
  }
}

/** What Prometheus reads. */
export const metricsPage = (metrics: Metrics): Middleware => async (ctx, next) => {
  if (ctx.path !== '/metrics') return next()
  ctx.type = metrics.registry.contentType
  ctx.body = await metrics.registry.metrics()
}
