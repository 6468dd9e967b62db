import type { Endpoint, OutputOf, RequestOf } from '@shared/endpoint'
import type { Endpoints } from '@shared/endpoints'
import { currentLanguage } from '@/i18n'
import { ApiError, errorOfAnswer, offlineError } from './apiError'
import { pause } from './clock'
import { tellAsked } from './overheard'
import { request as send } from './request'
import { currentSession, lapseSession } from './session'

export { ApiError, asApiError, type ApiErrorCode } from './apiError'

export type EndpointName = keyof Endpoints
export type Answer<N extends EndpointName> = OutputOf<Endpoints[N]>

interface CallOptions {
  /** A staff token; the citizen's goes along by itself. */
  readonly token?: string
  /** The key of a hall screen. */
  readonly screenKey?: string
  /** What is uploaded, as it is, instead of a body. */
  readonly file?: { readonly bytes: ArrayBuffer; readonly type: string }
  /** Milliseconds until no answer is expected any more; 10,000 unless told. */
  readonly timeoutMs?: number
}
/** What a write needs besides: the key of this one act, from `newKey()`. */
interface WriteOptions extends CallOptions {
  readonly key: string
  /** False for a caller that repeats by itself a write whose outcome is unknown. */
  readonly repeat?: false
}
type OptionsOf<E extends Endpoint> = E extends { idempotencyKey: true } ? [options: WriteOptions] : [options?: CallOptions]

const RETRY_PAUSE_MS = 800
interface Parts { readonly params?: Record<string, string>; readonly query?: Record<string, string | number | undefined>; readonly body?: object }

const urlOf = (path: string, { params = {}, query = {} }: Parts): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`]))
  return `${API_BASE}${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** A write whose outcome nobody told us. */
const outcomeUnknown = ({ code, retry }: ApiError): boolean => code === 'OFFLINE' || (retry === 'same-key' && (code === 'UNKNOWN_OUTCOME' || code === 'INTERNAL'))

/**
 * Calls an endpoint of the contract by its name. Sends the citizen's token where it is due, the language, and the key of a
 * write. A write without a known outcome is sent once more with the same key, so that the answer tells what happened.
 * Throws only `ApiError`; the citizen whose token is refused is signed out on this phone.
 */
export const call = async <N extends EndpointName>(name: N, request: RequestOf<Endpoints[N]>, ...[options]: OptionsOf<Endpoints[N]>): Promise<Answer<N>> => {
  const route = ENDPOINT_ROUTES[name]
  if (!route) throw new Error(`This build has no endpoint ${name}`)
  const [method, path, caller] = route
  const { key, token: staffToken, screenKey, file, timeoutMs = 10_000, repeat }: Partial<WriteOptions> = options ?? {}
  const parts: Parts = request
  const citizenToken = caller === 'citizen' ? currentSession()?.token : undefined
  const token = staffToken ?? citizenToken
  const language = currentLanguage()
  const headers = {
    'Accept-Language': language === 'zh' ? 'zh-CN' : 'en',
    ...(parts.body && { 'Content-Type': 'application/json' }),
    ...(file && { 'Content-Type': file.type }),
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(screenKey && { 'X-Screen-Key': screenKey }),
    ...(key && { 'Idempotency-Key': key }),
  }

  const attempt = async (): Promise<Answer<N>> => {
    const answer = await send({ method, url: urlOf(path, parts), headers, body: file?.bytes ?? parts.body, timeoutMs })
    if (!answer) throw offlineError(language)
    if (answer.status < 200 || answer.status > 299) throw errorOfAnswer(answer.status, answer.body, language)
    // The server's answers are held to the contract by its own tests; the phone carries no validator.
    return answer.body as Answer<N>
  }

  const tell = tellAsked(name)
  try {
    const answer = await attempt().catch(async (failure: unknown) => {
      if (!key || repeat === false || !(failure instanceof ApiError) || !outcomeUnknown(failure)) throw failure
      await pause(RETRY_PAUSE_MS)
      return attempt()
    })
    // What was asked for somebody who has signed out since is nobody's news.
    const theirs = caller !== 'citizen' || currentSession()?.token === citizenToken
    tell(theirs ? { kind: 'answered', answer } : { kind: 'failed' })
    return answer
  } catch (failure) {
    const refused = failure instanceof ApiError && failure.code === 'UNAUTHENTICATED'
    if (refused && citizenToken && currentSession()?.token === citizenToken) lapseSession()
    tell({ kind: 'failed' })
    throw failure
  }
}
