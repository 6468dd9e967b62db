import type { EndpointName } from '@shared/endpoints'
import { ContractError } from '@shared/errors'
import Koa from 'koa'
import compress from 'koa-compress'
import type { Config } from './config'
import { apiDocs, apiDocsPage } from './http/apiDocs'
import { jsonBody } from './http/body'
import type { Authenticators, Handlers } from './http/call'
import { answerErrors } from './http/errors'
import { mountEndpoints } from './http/mount'
import { openApiDocument } from './http/openapi'
import { createPublicAnswers } from './http/publicAnswers'
import { createRateLimits } from './http/rateLimits'
import { measure, metricsPage, requestId } from './http/request'
import { redirectScanLinks } from './http/scanLink'
import { createShedding, refuseEarly } from './http/shedding'
import { securityHeaders } from './http/security'
import { webApp } from './http/webApp'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'

export interface AppParts {
  readonly config: Config
  readonly logger: Logger
  readonly metrics: Metrics
  readonly authenticators: Authenticators
  readonly handlers: Handlers<EndpointName>
}

/** The whole server, in the order in which a request meets it. */
export const createApp = ({ config, logger, metrics, authenticators, handlers }: AppParts): Koa => {
  // Of the addresses in X-Forwarded-For only the last, which the nearest proxy saw: a client may write others before it.
  const app = new Koa({ proxy: config.TRUST_PROXY, maxIpsCount: 1 })
  const shedding = createShedding({ seats: config.RUSH_CONCURRENCY, places: config.RUSH_QUEUE })
  const limits = createRateLimits(config.RATE_LIMITS)
  const publicAnswers = createPublicAnswers(limits)
  const api = mountEndpoints(handlers, {
    authenticators, limits, shedding, publicAnswers, checkAnswers: config.NODE_ENV !== 'production',
  })

  // Only what breaks under an answer comes here, e.g. a caller who hangs up; without a listener Koa writes its stack to stderr.
  app.on('error', (error: unknown) => logger.debug({ problem: String(error) }, 'connection broke'))
  app.use(requestId)
  app.use(measure(metrics))
  app.use(answerErrors(logger))
  app.use(refuseEarly(shedding))
  app.use(publicAnswers.tell)
  app.use(jsonBody())
  app.use(api.routes())
  app.use(api.allowedMethods({ throw: true, methodNotAllowed: () => new ContractError('METHOD_NOT_ALLOWED'), notImplemented: () => new ContractError('METHOD_NOT_ALLOWED') }))
  app.use(metricsPage(metrics))
  // Pages only: what the API answers is small, the same code for all, and not rendered.
  app.use(securityHeaders(config.WEB_ROOT))
  app.use(compress({ threshold: 2_048, br: false }))
  app.use(apiDocs(openApiDocument(config.PUBLIC_URL)))
  app.use(apiDocsPage())
  app.use(redirectScanLinks)
  app.use(webApp(config.WEB_ROOT))
  return app
}
