// @ts-check
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from './refusal.mjs'

/**
 * Waits until an address answers as wanted.
 * @param {string} url
 * @param {{ name: string, limitMs: number, lost?: Promise<Error>, ready?: (status: number) => boolean }} options `name` is for the
 *   sentence when it never does; `lost` ends the waiting with its own sentence
 */
export const waitUntilReady = async (url, { name, limitMs, lost = new Promise(() => undefined), ready = (status) => status === 200 }) => {
  const deadline = performance.now() + limitMs
  while (performance.now() < deadline) {
    const status = await fetch(url, { signal: AbortSignal.timeout(2000) }).then((answer) => answer.status, () => 0)
    if (status !== 0 && ready(status)) return
    const loss = await Promise.race([pause(100), lost])
    if (loss) throw loss
  }
  throw new Refusal(`${name} was not ready within ${Math.round(limitMs / 1000)} s.`)
}

/** An error answer of our own API. */
export class ApiRefusal extends Refusal {
  /**
   * @param {string} message
   * @param {string} code of the contract; empty when the answer held none
   */
  constructor(message, code) {
    super(message)
    this.code = code
  }
}

/**
 * Asks our own API. Gives the answer's body; an error answer rejects with its code, as an ApiRefusal.
 * @param {string} base
 * @param {string} method
 * @param {string} path
 * @param {{ body?: unknown, token?: string }} [options]
 * @returns {Promise<Record<string, unknown>>}
 */
export const askApi = async (base, method, path, { body, token } = {}) => {
  const answer = await fetch(base + path, {
    method, body: body === undefined ? undefined : JSON.stringify(body), signal: AbortSignal.timeout(10_000),
    headers: { 'Content-Type': 'application/json', ...token && { Authorization: `Bearer ${token}` } },
  })
  const told = await answer.json().catch(() => ({}))
  if (answer.ok) return told
  const code = told?.error?.code ?? ''
  throw new ApiRefusal(`${method} ${path} was answered ${answer.status} ${code}.`, code)
}
