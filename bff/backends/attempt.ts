import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import axios, { type AxiosResponse } from 'axios'
import type { z } from 'zod'
import type { Outcome, UpstreamCall } from './call'
import { AttemptFailure, failureOf } from './failure'

const MOST_BYTES = 1_048_576
const keptConnections = { httpAgent: new http.Agent({ keepAlive: true }), httpsAgent: new https.Agent({ keepAlive: true }) }
/** A kept connection may be closed under a request, and then nobody knows whether the request arrived. */
const freshConnections = { httpAgent: new http.Agent(), httpsAgent: new https.Agent() }

/** Tells when a fresh connection stands; before that nothing of a request has left us. */
const announcing = (url: string, stands: () => void) => {
  const [from, event] = url.startsWith('https:') ? [https, 'secureConnect'] as const : [http, 'connect'] as const
  return { request: (...args: Parameters<typeof http.request>) => from.request(...args).once('socket', (socket: Socket) => socket.once(event, stands)) }
}

/**
 * Asks once. Gives what they answered or refused; throws AttemptFailure for anything less than a whole, valid answer.
 * @param maySend is told, for what is not repeatable, when something may have been sent
 */
export const attempt = async <T>(call: UpstreamCall<T>, signal: AbortSignal, maySend: () => void = () => undefined): Promise<Outcome<T>> => {
  if (signal.aborted) throw new AttemptFailure('out of time', 'nothing-happened')
  const { data, type } = bodyOf(call)
  let sent = false
  const stands = (): void => {
    sent = true
    maySend()
  }
  const response = await axios.request<ArrayBuffer>({
    method: call.method, url: call.url, params: call.query, data,
    headers: { Accept: 'application/json', ...(type && { 'Content-Type': type }), ...call.headers }, signal,
    responseType: 'arraybuffer', transformResponse: (bytes: ArrayBuffer) => bytes, validateStatus: () => true,
    maxRedirects: 0, maxContentLength: MOST_BYTES, proxy: false,
    ...(call.repeatable ? keptConnections : { ...freshConnections, transport: announcing(call.url, stands) }),
  }).catch((thrown: unknown) => {
    const failure = failureOf(thrown)
    throw call.repeatable || sent ? failure : new AttemptFailure(failure.problem, 'nothing-happened')
  })
  return judge(call, response)
}

const bodyOf = ({ form, json, text }: Pick<UpstreamCall<unknown>, 'form' | 'json' | 'text'>): { data?: string; type?: string } => {
  if (form) return { data: new URLSearchParams(form).toString(), type: 'application/x-www-form-urlencoded' }
  if (text) return { data: text.content, type: text.type }
  return json === undefined ? {} : { data: JSON.stringify(json), type: 'application/json' }
}

const judge = <T>(call: UpstreamCall<T>, { status, data }: AxiosResponse<ArrayBuffer>): Outcome<T> => {
  if (status === 429 || call.undone?.includes(status)) throw new AttemptFailure(`status ${status}`, 'nothing-happened')
  const read = (): unknown => (call.read ?? ((text: string) => JSON.parse(text) as unknown))(decode(call.charset ?? 'utf-8', data))
  if (status >= 400 && status < 500) return { kind: 'rejected', status, body: attemptToRead(read) }
  if (status < 200 || status > 299) throw new AttemptFailure(`status ${status}`, 'unknown')
  const result = call.answer.safeParse(attemptToRead(read))
  if (!result.success) throw new AttemptFailure(`malformed answer at ${faultyField(result.error)}`, 'unknown', true)
  if (call.isBusy?.(result.data)) throw new AttemptFailure('busy', 'nothing-happened')
  return { kind: 'answered', value: result.data }
}

const decode = (charset: string, bytes: ArrayBuffer): string => new TextDecoder(charset, { fatal: true }).decode(bytes)

/** Where the first fault stands, without what stands there. */
const faultyField = ({ issues: [first] }: z.ZodError): string => first?.path.map(String).join('.') || 'its root'

/** undefined where it cannot be read, which no answer's schema accepts. */
const attemptToRead = (read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    return undefined
  }
}
