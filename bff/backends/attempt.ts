import http from 'node:http'
import https from 'node:https'
import axios, { type AxiosResponse } from 'axios'
import type { Outcome, UpstreamCall } from './call'
import { AttemptFailure, failureOf } from './failure'

const MOST_BYTES = 1_048_576
const keptConnections = { httpAgent: new http.Agent({ keepAlive: true }), httpsAgent: new https.Agent({ keepAlive: true }) }
/** A kept connection may be closed under a request, and then nobody knows whether the request arrived. */
const freshConnections = { httpAgent: new http.Agent(), httpsAgent: new https.Agent() }

/** Asks once. Gives what they answered or refused; throws AttemptFailure for anything less than a whole, valid answer. */
export const attempt = async <T>(call: UpstreamCall<T>, signal: AbortSignal): Promise<Outcome<T>> => {
  if (signal.aborted) throw new AttemptFailure('out of time', 'nothing-happened')
  const response = await axios.request<string>({
    method: call.method, url: call.url, params: call.query, data: call.form && new URLSearchParams(call.form),
    headers: { Accept: 'application/json', ...call.headers }, signal,
    responseType: 'text', transformResponse: (text: string) => text, validateStatus: () => true,
    maxRedirects: 0, maxContentLength: MOST_BYTES, proxy: false, ...(call.repeatable ? keptConnections : freshConnections),
  }).catch((thrown: unknown) => { throw failureOf(thrown) })
  return judge(call, response)
}

const judge = <T>(call: UpstreamCall<T>, { status, data }: AxiosResponse<string>): Outcome<T> => {
  if (status === 429) throw new AttemptFailure('status 429', 'nothing-happened')
  if (status >= 400 && status < 500) return { kind: 'rejected', status, body: attemptToRead(() => JSON.parse(data) as unknown) }
  if (status < 200 || status > 299) throw new AttemptFailure(`status ${status}`, 'unknown')
  const read = call.read ?? ((text: string) => JSON.parse(text) as unknown)
  const result = call.answer.safeParse(attemptToRead(() => read(data)))
  if (!result.success) throw new AttemptFailure('malformed answer', 'unknown')
  if (call.isBusy?.(result.data)) throw new AttemptFailure('busy', 'nothing-happened')
  return { kind: 'answered', value: result.data }
}

/** undefined where it cannot be read, which no answer's schema accepts. */
const attemptToRead = (read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    return undefined
  }
}
