import http, { type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { EndpointName } from '@shared/endpoints'
import { MAX_PHOTO_BYTES } from '@shared/photos'
import Koa from 'koa'
import { pino } from 'pino'
import { createApp } from '../app'
import { readConfig } from '../config'
import { createLogger } from '../platform/logger'
import { createMetrics } from '../platform/metrics'
import type { Handlers } from './call'
import { answerErrors } from './errors'
import { createUploads } from './upload'

const MB = 1_048_576
const TOKEN = 't'.repeat(43)
const received: Buffer[] = []
const logged: string[] = []

const config = readConfig({ NODE_ENV: 'test', RATE_LIMITS: 'false', REDIS_URL: 'redis://127.0.0.1:1', APP_SECRET: 'a'.repeat(32) })
const app = createApp({
  config, metrics: createMetrics(), logger: pino({ level: 'error' }, { write: (line: string) => { logged.push(line) } }),
  authenticators: {
    citizen: async (token) => (token === TOKEN ? { citizenId: 'c1', accounts: ['c1'], account: 'c1', name: '', channel: 'web', deviceId: 'd1', realName: false, expiresAt: 0 } : null), staff: async () => null, screen: () => false,
  },
  handlers: {
    uploadPhoto: async (_: unknown, { file }: { file: Buffer }) => {
      received.push(file)
      return { photoId: '0'.repeat(26), width: 1, height: 1 }
    },
  } as unknown as Handlers<EndpointName>,
})

const servers: Server[] = []
const serve = async (koa: Koa): Promise<number> => {
  const server = http.createServer(koa.callback())
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
let port = 0
beforeAll(async () => { port = await serve(app) })
beforeEach(() => {
  received.length = 0
  logged.length = 0
})
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

interface Told { readonly status: number; readonly code: string | undefined; readonly details: unknown }
const toldBy = (text: string): Told => {
  const { error } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as { error?: { code: string; details?: unknown } }
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), code: error?.code, details: error?.details }
}
const head = (headers: Record<string, string>, path = '/api/photos'): string =>
  [`POST ${path} HTTP/1.1`, 'Host: x', ...Object.entries({ Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'image/jpeg', ...headers }).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')

/** A bare connection: what it heard, and whether it was closed. */
const call = (to = port) => {
  const socket: Socket = connect(to, '127.0.0.1')
  let heard = ''
  socket.on('data', (part) => { heard += part.toString() })
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => { socket.once('close', () => resolve()) })
  return {
    socket, closed,
    send: (part: string | Buffer) => new Promise<void>((resolve) => { socket.write(part, () => resolve()) }),
    /** The next answer; what was heard before is forgotten. */
    hear: async (): Promise<Told> => {
      for (let tries = 0; tries < 500 && !heard.endsWith('}'); tries += 1) await pause(20)
      const told = toldBy(heard)
      heard = ''
      return told
    },
  }
}
const whole = async (body: Buffer, headers: Record<string, string> = {}, path?: string): Promise<Told> => {
  const { socket, send, hear } = call()
  await send(head({ 'Content-Length': String(body.length), ...headers }, path))
  void send(body)
  const told = await hear()
  socket.destroy()
  return told
}
const chunk = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])

describe('a file that is brought', () => {
  it('arrives as it is, in one piece or in many, and is never unpacked', async () => {
    const bytes = Buffer.from([0x1f, 0x8b, 8, 0, ...Array.from({ length: 70_000 }, (_, i) => i % 251)])
    expect(await whole(bytes, { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 201 })
    const { socket, send, hear } = call()
    await send(head({ 'Transfer-Encoding': 'chunked' }))
    for (const part of [bytes.subarray(0, 10), bytes.subarray(10)]) await send(chunk(part))
    await send('0\r\n\r\n')
    expect(await hear()).toMatchObject({ status: 201 })
    socket.destroy()
    expect(received).toEqual([bytes, bytes])
  })

  it('may have exactly its limit', async () => {
    expect(await whole(Buffer.alloc(MAX_PHOTO_BYTES, 1))).toMatchObject({ status: 201 })
    expect(received[0]?.length).toBe(MAX_PHOTO_BYTES)
    expect(await whole(Buffer.alloc(MAX_PHOTO_BYTES + 1, 1))).toEqual({ status: 413, code: 'PHOTO_TOO_LARGE', details: { megabytes: 10 } })
  })

  it('is refused by its length before a byte of it was sent', async () => {
    const { socket, send, hear } = call()
    await send(head({ 'Content-Length': String(40 * MB) }))
    expect(await hear()).toEqual({ status: 413, code: 'PHOTO_TOO_LARGE', details: { megabytes: 10 } })
    socket.destroy()
  })

  it('of 40 MB, sent to the end: who sends hears the refusal, and the connection goes on', async () => {
    const { socket, send, hear } = call()
    await send(head({ 'Content-Length': String(40 * MB) }))
    await send(Buffer.alloc(40 * MB))
    expect(await hear()).toMatchObject({ status: 413, code: 'PHOTO_TOO_LARGE' })
    await send(head({ 'Content-Length': '3' }))
    await send('abc')
    expect(await hear()).toMatchObject({ status: 201 })
    socket.destroy()
    expect(received).toEqual([Buffer.from('abc')])
  })

  it.each([['somebody', {}, 'PHOTO_TOO_LARGE'], ['nobody', { Authorization: '' }, 'UNAUTHENTICATED']])('without end, by %s: is refused at the limit at the latest, heard for a while more, and cut off', async (_, headers, code) => {
    const { socket, send, hear, closed } = call()
    await send(head({ 'Transfer-Encoding': 'chunked', ...headers }))
    const part = chunk(Buffer.alloc(MB))
    for (let sent = 0; sent <= 10; sent += 1) await send(part)
    expect(await hear()).toMatchObject({ code })
    let sent = 0
    for (; sent < 200 && !socket.destroyed; sent += 1) await Promise.race([send(part), closed])
    await closed
    expect(sent).toBeGreaterThan(40)
    expect(sent).toBeLessThan(200)
    expect(received).toEqual([])
  })

  it.each([['nobody', { Authorization: 'Bearer nobody' }, 'UNAUTHENTICATED'], ['somebody unknown', { Authorization: `Bearer ${'x'.repeat(43)}` }, 'UNAUTHENTICATED'],
    ['another type', { 'Content-Type': 'image/svg+xml' }, 'UNSUPPORTED_MEDIA_TYPE'], ['a form', { 'Content-Type': 'multipart/form-data; boundary=x' }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['JSON', { 'Content-Type': 'application/json' }, 'UNSUPPORTED_MEDIA_TYPE']] as const)('by %s is refused before a byte of it was sent, and heard when it is sent all the same', async (_, headers, code) => {
    const { socket, send, hear } = call()
    await send(head({ 'Content-Length': String(5 * MB), ...headers }))
    expect((await hear()).code).toBe(code)
    await send(Buffer.alloc(5 * MB))
    await send(head({ 'Content-Length': '1' }))
    await send('a')
    expect(await hear()).toMatchObject({ status: 201 })
    socket.destroy()
  })

  it('that breaks off reaches nobody, alarms nobody, and blocks nobody', async () => {
    for (let n = 0; n < 30; n += 1) {
      const { socket, send, closed } = call()
      await send(head({ 'Content-Length': String(MB) }))
      await send(Buffer.alloc(1_000))
      socket.destroy()
      await closed
    }
    expect(await whole(Buffer.from('abc'))).toMatchObject({ status: 201 })
    expect([received, logged]).toEqual([[Buffer.from('abc')], []])
  })

  it('is taken where files are taken, and nowhere else', async () => {
    expect(await whole(Buffer.from('{}'), {}, '/api/sessions')).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' })
    expect(await whole(Buffer.from('{}'), {}, '/api/photos/x')).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' })
    expect(await whole(Buffer.from('abc'), {}, '/api/photos/')).toMatchObject({ status: 201 })
  })
})

describe('many files at once', () => {
  const koa = new Koa()
  const uploads = createUploads({ atOnce: 1, longestMs: 300 })
  koa.use((ctx, next) => {
    ctx.state.requestId = 'test'
    return next()
  })
  koa.use(answerErrors(createLogger('silent')))
  koa.use(async (ctx) => { ctx.body = { length: (await uploads.read(ctx, MB)).length } })

  it('are read a few at a time; one that never arrives is given up and makes room', async () => {
    const there = await serve(koa)
    const [slow, second] = [call(there), call(there)]
    await slow.send(head({ 'Content-Length': '10' }))
    await pause(50)
    await second.send(head({ 'Content-Length': '3' }))
    expect(await second.hear()).toMatchObject({ code: 'UNAVAILABLE' })
    expect(await slow.hear()).toMatchObject({ code: 'INVALID_INPUT' })
    const third = call(there)
    await third.send(head({ 'Content-Length': '3' }))
    await third.send('abc')
    expect(await third.hear()).toMatchObject({ status: 200 })
    for (const { socket } of [slow, second, third]) socket.destroy()
  })
})
