import { ContractError, errorMessage, errorTable, type ErrorEnvelope, type Language } from '@shared/errors'
import type { Context, Middleware } from 'koa'
import type { Logger } from '../platform/logger'

/** The one shape of every failure. */
export const envelope = (error: ContractError, language: Language, requestId: string): ErrorEnvelope => ({
  error: {
    code: error.code, message: errorMessage(error.code, language, error.details), retry: errorTable[error.code].retry, requestId,
    ...(error.fields && { fields: error.fields }), ...(error.details && { details: error.details }),
  },
})

export const languageOf = (ctx: Context): Language => (ctx.get('Accept-Language').toLowerCase().startsWith('en') ? 'en' : 'zh')

/** Turns whatever is thrown below into the envelope; the unknown is logged whole and told as INTERNAL. */
export const answerErrors = (logger: Logger): Middleware => async (ctx, next) => {
  try {
    await next()
    if (ctx.status === 404 && ctx.body === undefined) throw new ContractError('NOT_FOUND')
  } catch (thrown) {
    const error = thrown instanceof ContractError ? thrown : known(thrown)
    const { status, retry } = errorTable[error.code]
    const { requestId } = ctx.state as { requestId: string }
    // Refused by thousands in a rush, for which nobody need be woken; the metrics count them.
    if (status >= 500 && error.code !== 'BUSY') logger.error({ requestId, failure: error.code, endpoint: (ctx.state as { endpoint?: string }).endpoint ?? 'other', cause: describe(error.cause) }, 'request failed')
    if (retry === 'later') ctx.set('Retry-After', '2')
    ctx.status = status
    ctx.body = envelope(error, languageOf(ctx), requestId)
  }
}

/** Koa's own modules refuse a bad address with a client's status: nothing is there. Whatever else is thrown is our fault. */
const known = (thrown: unknown): ContractError => {
  const status = (thrown as { status?: unknown } | null)?.status
  const refused = typeof status === 'number' && status >= 400 && status < 500
  return Object.assign(new ContractError(refused ? 'NOT_FOUND' : 'INTERNAL'), { cause: thrown })
}

const describe = (cause: unknown): unknown => (cause instanceof Error ? { message: cause.message, stack: cause.stack } : cause)
