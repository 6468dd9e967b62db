import type { IncomingMessage } from 'node:http'
import type { Endpoint } from '@shared/endpoint'
import { endpoints } from '@shared/endpoints'
import { ContractError } from '@shared/errors'
import type { Context } from 'koa'

/** What a picture may call itself; what it is is found out later. */
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'] as const

const MEGABYTE = 1_048_576
/** Read at once: each may hold its limit in memory. */
const AT_ONCE = 24
const LONGEST_MS = 60_000
/** What is still read, and dropped, after a refusal: who sends on hears it only then. Past it the connection is cut. */
const MOST_DROPPED = 64 * MEGABYTE
const LONGEST_DROPPING_MS = 10_000

const routes = (Object.values(endpoints) as Endpoint[]).filter(({ upload }) => upload !== undefined)
  .map(({ method, path }) => ({ method, path: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`, 'i') }))

/** True when the body of this request is a file, which is read only once its sender is known. */
export const bringsFile = (ctx: Pick<Context, 'method' | 'path'>): boolean =>
  routes.some(({ method, path }) => method === ctx.method && path.test(ctx.path))

export interface Uploads {
  /**
   * The body as it is. Throws UNSUPPORTED_MEDIA_TYPE, PHOTO_TOO_LARGE before it is read where its length is told, and
   * UNAVAILABLE when too many are being read.
   */
  readonly read: (ctx: Context, mostBytes: number) => Promise<Buffer>
}

export const createUploads = ({ atOnce = AT_ONCE, longestMs = LONGEST_MS } = {}): Uploads => {
  let reading = 0
  return {
    read: async (ctx, mostBytes) => {
      if (ctx.is(...uploadTypes) === false) throw new ContractError('UNSUPPORTED_MEDIA_TYPE')
      if (Number(ctx.get('Content-Length') || 0) > mostBytes) throw tooLarge(mostBytes)
      if (reading >= atOnce) throw new ContractError('UNAVAILABLE')
      reading += 1
      try {
        return await collect(ctx.req, mostBytes, longestMs)
      } finally {
        reading -= 1
      }
    },
  }
}

const tooLarge = (mostBytes: number): ContractError => new ContractError('PHOTO_TOO_LARGE', { megabytes: Math.floor(mostBytes / MEGABYTE) })
const broken = (problem: string): ContractError => new ContractError('INVALID_INPUT', undefined, [{ field: 'body', problem }])

const collect = (request: IncomingMessage, mostBytes: number, longestMs: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    const end = (error: ContractError | null): void => {
      clearTimeout(late)
      request.off('data', take).off('end', whole).off('error', cut).off('close', cut)
      // It stays readable, so that the rest can be dropped.
      request.pause()
      if (error) reject(error)
      else resolve(Buffer.concat(parts, size))
    }
    const take = (part: Buffer): void => {
      size += part.length
      parts.push(part)
      if (size > mostBytes) end(tooLarge(mostBytes))
    }
    const whole = (): void => end(null)
    const cut = (): void => end(broken('was cut off'))
    if (request.destroyed) {
      reject(broken('was cut off'))
      return
    }
    const late = setTimeout(() => end(broken('did not arrive in time')), longestMs)
    request.on('data', take).once('end', whole).once('error', cut).once('close', cut)
  })

/**
 * After a refusal: goes on reading for a while and drops what comes. Closed at once, the connection would be reset under who
 * is still sending, and the answer be lost with it.
 */
export const dropRest = (request: IncomingMessage, mostBytes = MOST_DROPPED, longestMs = LONGEST_DROPPING_MS): void => {
  if (request.complete || request.destroyed) return
  const { socket } = request
  let dropped = 0
  const cut = (): void => { socket.destroy() }
  const late = setTimeout(cut, longestMs)
  const over = (): void => {
    clearTimeout(late)
    socket.off('close', over)
  }
  // Once it is answered, a request no longer hears of its connection's end.
  socket.once('close', over)
  request.once('end', over)
  request.on('error', () => undefined)
  request.on('data', (part: Buffer) => {
    dropped += part.length
    if (dropped > mostBytes) cut()
  })
  request.resume()
}
