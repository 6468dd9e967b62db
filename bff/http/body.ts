import { bodyParser } from '@koa/bodyparser'
import { ContractError } from '@shared/errors'
import type { Middleware } from 'koa'
import { bringsFile } from './upload'

const LIMIT = '16kb'

/** Accepts JSON up to 16 KB and nothing else; a file is left for its endpoint. */
export const jsonBody = (): Middleware => {
  const parse = bodyParser({
    enableTypes: ['json'], jsonLimit: LIMIT, jsonStrict: false, encoding: 'utf-8',
    onError: (error) => {
      if ((error as { status?: number }).status === 413) throw new ContractError('PAYLOAD_TOO_LARGE')
      if ((error as { status?: number }).status === 415) throw new ContractError('UNSUPPORTED_MEDIA_TYPE')
      throw new ContractError('INVALID_INPUT', undefined, [{ field: 'body', problem: 'is not JSON' }])
    },
  })
  return (ctx, next) => {
    const carries = Number(ctx.get('Content-Length') || 0) > 0 || ctx.get('Transfer-Encoding') !== ''
    // Most requests only ask: they need not go through a parser.
    if (!carries || bringsFile(ctx)) {
      ctx.request.body = {}
      return next()
    }
    if (ctx.path.startsWith('/api/') && !ctx.is('json')) throw new ContractError('UNSUPPORTED_MEDIA_TYPE')
    return parse(ctx, next)
  }
}
