import { types } from 'node:util'
import type { HttpAnswer } from '../../support/http'
import type { Options } from './act'
import type { Phone } from './phone'

/** Why no answer came; each platform words it in its own way. */
export type NoAnswer = 'offline' | 'timeout'

export interface Answered { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly data: unknown }

const json = (text: string): unknown => {
  try { return JSON.parse(text) as unknown } catch { return text }
}

/** Object keys and values must be texts, as both platforms ask. */
const headersOf = (given: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries((given ?? {}) as Options).map(([name, value]) => {
    if (typeof value !== 'string') throw new Error(`the header ${name} is no text`)
    return [name.toLowerCase(), value]
  }))

/** Bytes go as they are, whichever world they are of; all else as JSON. */
const bodyOf = (data: unknown): string | Buffer =>
  (types.isArrayBuffer(data) ? Buffer.from(data) : typeof data === 'string' ? data : JSON.stringify(data))

/** Sends what `wx.request` or `my.request` was asked to, over real HTTP. */
export const send = async (phone: Phone, options: Options, givenHeaders: unknown, usualTimeoutMs: number): Promise<Answered | NoAnswer> => {
  if (!phone.online) return 'offline'
  const { url, data, timeout = usualTimeoutMs } = options
  const method = String(options.method ?? 'GET').toUpperCase()
  const headers: Record<string, string> = { 'content-type': 'application/json', ...headersOf(givenHeaders) }
  const body = data === undefined || method === 'GET' ? undefined : bodyOf(data)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'timeout'>((resolve) => { timer = setTimeout(() => resolve('timeout'), Number(timeout)) })
  const carried = phone.carry(String(url), { method, headers, ...(body !== undefined && { body }) })
    .then(({ status, headers: back, text }: HttpAnswer): Answered => ({ status, headers: back, data: json(text) }), (): NoAnswer => 'offline')
  const answer = await Promise.race([carried, late])
  clearTimeout(timer)
  return answer
}
