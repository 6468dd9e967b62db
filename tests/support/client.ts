import type { Endpoint, OutputOf, RequestOf } from '@shared/endpoint'
import { endpoints, type EndpointName, type Endpoints } from '@shared/endpoints'
import { commonErrors, errorTable, type ErrorCode, type ErrorEnvelope } from '@shared/errors'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { linesWithNumbers } from '../written/numbers'
import type { Http, HttpAnswer, HttpRequest } from './http'

/** Who calls, and under which key. */
export interface Caller { readonly token?: string; readonly key?: string; readonly screenKey?: string; readonly language?: 'zh' | 'en' }
/** A file goes as it is, in the body's place. */
export type Sent<N extends EndpointName> = RequestOf<Endpoints[N]> & (Endpoints[N] extends { upload: number } ? { readonly body: Buffer } : unknown)
export type Failure = ErrorEnvelope['error'] & { readonly status: number }

const errorCode = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]])
const envelope = z.strictObject({
  error: z.strictObject({
    code: errorCode, message: z.string().min(1), retry: z.enum(['never', 'same-key', 'later']), requestId: z.string().min(8),
    fields: z.array(z.strictObject({ field: z.string(), problem: z.string() })).optional(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
})

/** What any request may get before it has found its endpoint or its input was read. */
export const transportErrors: readonly ErrorCode[] = ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE']

/** The failure in an answer; throws when it is not the one envelope with its code's own status. */
export const failureIn = ({ status, headers, text }: HttpAnswer): Failure => {
  if (!String(headers['content-type']).startsWith('application/json')) throw new Error(`a failure of type ${headers['content-type']}: ${text.slice(0, 300)}`)
  const { error } = envelope.parse(JSON.parse(text)) as ErrorEnvelope
  if (linesWithNumbers(text).length > 0) throw new Error(`a failure ${error.code} tells an ID number`)
  if (errorTable[error.code].status !== status) throw new Error(`${error.code} came with status ${status}`)
  if (error.requestId !== headers['x-request-id']) throw new Error('the envelope names another request than the header')
  return { ...error, status }
}

/** The same, and the code is one the endpoint declares or any may give. */
export const declaredFailure = (name: EndpointName, answer: HttpAnswer): Failure => {
  const failure = failureIn(answer)
  const declared: readonly ErrorCode[] = [...endpoints[name].errors, ...commonErrors, ...transportErrors]
  if (!declared.includes(failure.code)) throw new Error(`${name} does not declare ${failure.code}`)
  return failure
}

/** What an answer holds; throws unless it is exactly what the contract says, with nothing beyond it. */
export const outputIn = <N extends EndpointName>(name: N, { status, text }: HttpAnswer): OutputOf<Endpoints[N]> => {
  const endpoint: Endpoint = endpoints[name]
  if (status !== endpoint.status) throw new Error(`${name} answered ${status}: ${text.slice(0, 500)}`)
  const told: unknown = JSON.parse(text)
  const parsed = endpoint.output.parse(told)
  if (!isDeepStrictEqual(parsed, told)) throw new Error(`the answer of ${name} holds what the contract does not know: ${text.slice(0, 500)}`)
  return parsed as OutputOf<Endpoints[N]>
}

export interface Parts { readonly params?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, unknown>>; readonly body?: unknown }

/** A call as it goes over the wire. */
export const requestOf = (name: EndpointName, { params = {}, query = {}, body }: Parts, { token, key, screenKey, language }: Caller = {}): HttpRequest => {
  const { method, path, upload }: Endpoint = endpoints[name]
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined).map(([field, value]) => [field, String(value)])).toString()
  return {
    method, path: path.replace(/:(\w+)/g, (_, field: string) => encodeURIComponent(params[field] ?? '')) + (asked && `?${asked}`),
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }), ...(key && { 'Idempotency-Key': key }), ...(screenKey && { 'X-Screen-Key': screenKey }),
      ...(language && { 'Accept-Language': language }), ...(body !== undefined && { 'Content-Type': upload ? 'image/jpeg' : 'application/json' }),
    },
    ...(body !== undefined && { body: upload && body instanceof Buffer ? body : JSON.stringify(body) }),
  }
}

export interface Client {
  /** Calls an endpoint and gives its answer, checked against the contract; rejects with the failure's code otherwise. */
  readonly call: <N extends EndpointName>(name: N, sent: Sent<N>, caller?: Caller) => Promise<OutputOf<Endpoints[N]>>
  /** Calls an endpoint that must refuse, and gives the refusal; rejects when it does not. */
  readonly refusal: <N extends EndpointName>(name: N, sent: Sent<N>, caller?: Caller) => Promise<Failure>
  /** The bare answer, whatever it is. */
  readonly ask: <N extends EndpointName>(name: N, sent: Sent<N>, caller?: Caller) => Promise<HttpAnswer>
}

/** Speaks to one server in the words of the endpoint table. */
export const createClient = (http: Http, base: string): Client => {
  const ask: Client['ask'] = (name, sent, caller) => http.ask(base, requestOf(name, sent as Parts, caller))
  return {
    ask,
    call: async (name, sent, caller) => {
      const answer = await ask(name, sent, caller)
      if (answer.status >= 400) throw new Error(`${name} was refused: ${declaredFailure(name, answer).code} ${answer.text}`)
      return outputIn(name, answer)
    },
    refusal: async (name, sent, caller) => {
      const answer = await ask(name, sent, caller)
      if (answer.status < 400) throw new Error(`${name} was not refused: ${answer.text}`)
      return declaredFailure(name, answer)
    },
  }
}
