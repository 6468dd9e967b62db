import type { Endpoint, OutputOf, RequestOf } from '@shared/endpoint'
import { endpoints, type EndpointName, type Endpoints } from '@shared/endpoints'
import { readRefusal } from './envelope'
import { ContractBroken, Unheard } from './failures'
import type { Gate } from './gate'

/** Who calls, and the key of a write. */
export interface As { readonly token?: string; readonly screenKey?: string; readonly key?: string }
export type Call = <N extends EndpointName>(name: N, request: RequestOf<Endpoints[N]>, as?: As) => Promise<OutputOf<Endpoints[N]>>

export interface ApiOptions {
  readonly url: string
  /** Lets requests out one after the other, never too many a second. */
  readonly gate: Gate
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
}
type Sent = { readonly params?: Readonly<Record<string, unknown>>; readonly query?: Readonly<Record<string, unknown>>; readonly body?: unknown }

/**
 * A client of the endpoint table. It believes nothing: an answer is checked by the contract's own schema, so that the
 * living demo also watches the contract. Where the outcome is not known, what may safely be repeated is repeated once,
 * with the same key. Throws Refused, Unheard, ContractBroken.
 */
export const createApi = ({ url, gate, signal, timeoutMs = 8_000 }: ApiOptions): Call => {
  const send = async (name: EndpointName, endpoint: Endpoint, sent: Sent, as: As): Promise<unknown> => {
    await gate.pass()
    const timeout = AbortSignal.timeout(timeoutMs)
    const answer = await fetch(url + pathOf(endpoint, sent), {
      method: endpoint.method, headers: headersOf(as), signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    }).catch((error: unknown) => { throw new Unheard(name, reasonOf(error)) })
    const text = await answer.text().catch((error: unknown) => { throw new Unheard(name, reasonOf(error)) })
    const json = parse(text)
    if (answer.status !== endpoint.status) throw readRefusal(name, endpoint, answer.status, json)
    const checked = endpoint.output.safeParse(json)
    if (!checked.success) throw new ContractBroken(name, checked.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '))
    return checked.data
  }

  return async <N extends EndpointName>(name: N, request: RequestOf<Endpoints[N]>, as: As = {}) => {
    const endpoint: Endpoint = endpoints[name]
    const once = () => send(name, endpoint, request as Sent, as)
    const repeatable = endpoint.method !== 'POST' || as.key !== undefined
    const answer = await once().catch((error: unknown) => {
      if (!(error instanceof Unheard) || !repeatable || signal?.aborted) throw error
      return once()
    })
    return answer as OutputOf<Endpoints[N]>
  }
}

const pathOf = ({ path }: Endpoint, { params = {}, query = {} }: Sent): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])).toString()
  return asked ? `${filled}?${asked}` : filled
}

const headersOf = ({ token, screenKey, key }: As): Record<string, string> => ({
  'Content-Type': 'application/json', 'Accept-Language': 'en',
  ...(token && { Authorization: `Bearer ${token}` }), ...(screenKey && { 'X-Screen-Key': screenKey }), ...(key && { 'Idempotency-Key': key }),
})

const parse = (text: string): unknown => {
  try { return JSON.parse(text) as unknown } catch { return undefined }
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}
