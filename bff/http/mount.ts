import type { Endpoint } from '@shared/endpoint'
import { endpoints, type EndpointName } from '@shared/endpoints'
import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import type { Context } from 'koa'
import Router from 'koa-router'
import { Serialized, type Authenticators, type Call, type Handler, type Handlers } from './call'
import { languageOf } from './errors'
import { bearerOf, identifyCaller } from './guard'
import { giveJson, type PublicAnswers } from './publicAnswers'
import type { RateLimits } from './rateLimits'
import type { Shedding } from './shedding'
import { createUploads, dropRest, type Uploads } from './upload'
import { validateInput } from './validate'

export interface MountOptions {
  readonly authenticators: Authenticators
  readonly limits: RateLimits
  readonly shedding: Shedding
  readonly publicAnswers: PublicAnswers
  /** Also check answers against the contract: on in tests and development, off in production for speed. */
  readonly checkAnswers: boolean
}

/** Mounts the whole table: identify, limit, read a file, validate, handle, answer; what a crowd wants, in its turn. */
export const mountEndpoints = (handlers: Handlers<EndpointName>, options: MountOptions): Router => {
  const router = new Router()
  const uploads = createUploads()
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const act = answer(name, endpoint, handlers[name] as Handler<Endpoint>, { ...options, uploads })
    router.register(endpoint.path, [endpoint.method], endpoint.upload === undefined ? act : heard(act))
  }
  return router
}

type Mounting = MountOptions & { readonly uploads: Uploads }

/** Whoever brings a file hears a refusal too, also one that came before a byte of it was read. */
const heard = (act: (ctx: Context) => Promise<void>) => async (ctx: Context): Promise<void> => {
  try {
    await act(ctx)
  } catch (error) {
    dropRest(ctx.req)
    throw error
  }
}

const answer = (name: EndpointName, endpoint: Endpoint, handler: Handler<Endpoint>, options: Mounting) => async (ctx: Context): Promise<void> => {
  ctx.state.endpoint = name
  await options.limits.beforeIdentity(name, ctx.ip)
  // From here on Redis is asked.
  const output = await options.shedding.run(name, () => handled(name, endpoint, handler, options, ctx))
  ctx.status = endpoint.status
  if (output instanceof Serialized) {
    if (endpoint.caller === 'anyone') options.publicAnswers.keep(ctx, name, output)
    giveJson(ctx, output.json)
  } else {
    giveJson(ctx, JSON.stringify(options.checkAnswers ? checked(name, endpoint, output) : output))
  }
}

const handled = async (name: EndpointName, endpoint: Endpoint, handler: Handler<Endpoint>, options: Mounting, ctx: Context): Promise<unknown> => {
  const params = ctx.params as Record<string, string>
  const key = ctx.get('Idempotency-Key')
  const who = await identifyCaller(ctx, endpoint, options.authenticators, params.hallId ?? hallInId(params))
  await options.limits.afterIdentity(name, who.citizen?.citizenId ?? who.staff?.account)
  const file = endpoint.upload === undefined ? undefined : await options.uploads.read(ctx, endpoint.upload)
  const input = validateInput(endpoint, { params, query: ctx.query, body: ctx.request.body, idempotencyKey: key })
  const call = {
    requestId: ctx.state.requestId as string, language: languageOf(ctx), address: ctx.ip, origin: ctx.get('Origin'),
    token: bearerOf(ctx), idempotencyKey: key, file, ...who,
  } as Call
  return handler(input as Parameters<typeof handler>[0], call)
}

/** The hall that a ticket, an appointment or a rating belongs to: staff of another hall have no business with it. */
const hallInId = ({ ticketId, appointmentId, ratingId }: Record<string, string>): string | undefined => {
  const id = ticketId ?? appointmentId ?? ratingId
  return id && hallOfTicket(id)
}

const checked = (name: string, endpoint: Endpoint, output: unknown): unknown => {
  const result = endpoint.output.safeParse(output)
  if (result.success) return output
  throw Object.assign(new ContractError('INTERNAL'), { cause: new Error(`the answer of ${name} breaks the contract: ${result.error.message}`) })
}
