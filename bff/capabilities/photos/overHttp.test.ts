import { onlyThis } from '../../accounts'
import { readdir } from 'node:fs/promises'
import http, { type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { EndpointName } from '@shared/endpoints'
import sharp from 'sharp'
import { useFolder } from '../../../tests/support/folder'
import { openHttp } from '../../../tests/support/http'
import { useRedis } from '../../../tests/support/redis'
import { createApp } from '../../app'
import { readConfig } from '../../config'
import type { Handlers } from '../../http/call'
import { openApiDocument } from '../../http/openapi'
import { systemClock } from '../../platform/clock'
import { createLogger } from '../../platform/logger'
import { createMetrics } from '../../platform/metrics'
import { createSealing } from '../../platform/sealing'
import { wirePhotos } from '../../wiringPhotos'
import { blankPng } from './testing/bombs'

const redis = useRedis()
const folder = useFolder()
const line = openHttp()
const ME = 'c0123456789abcdefghijklmn'
const RATING = 'tianhe.0h3k9q2m7x5v8b1n4c6d'
const TOKEN = 't'.repeat(43)
const sealing = createSealing([{ id: 'k1', key: Buffer.alloc(32, 1) }])
const logger = createLogger('silent')
const wired = () => wirePhotos({ config: { PHOTOS_DIR: folder() }, redis, clock: systemClock, logger, sealing, accountsOf: onlyThis })

let server: Server
let url = ''
beforeAll(async () => {
  const app = createApp({
    config: readConfig({ NODE_ENV: 'test', REDIS_URL: 'redis://127.0.0.1:1', APP_SECRET: 'a'.repeat(32), RATE_LIMITS: 'false' }), logger, metrics: createMetrics(),
    authenticators: { citizen: async (token) => (token === TOKEN ? { citizenId: ME, accounts: [ME], account: ME, name: '', channel: 'web', deviceId: 'd1', realName: false, expiresAt: 0 } : null), staff: async () => null, screen: () => false },
    handlers: wired().handlers as unknown as Handlers<EndpointName>,
  })
  server = http.createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  line.close()
  server.closeAllConnections()
  server.close()
})

const bring = async (body: Buffer, type = 'image/jpeg', token = TOKEN) => {
  const { status, text } = await line.ask(url, { method: 'POST', path: '/api/photos', body, headers: { Authorization: `Bearer ${token}`, 'Content-Type': type } })
  return { status, ...JSON.parse(text) as { photoId?: string; width?: number; height?: number; error?: { code: string; message: string } } }
}
const everything = async () => [await redis.keys('*'), (await readdir(folder(), { recursive: true, withFileTypes: true })).filter((one) => one.isFile())].flat()
const picture = () => sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: '#c8321f' } }).jpeg().toBuffer()

describe('photos over HTTP', () => {
  it('that are none, are too large, are bombs or pages are each refused, and leave nothing', async () => {
    const outcomes = await Promise.all([
      Buffer.from('no picture'), Buffer.alloc(40 * 1_048_576, 0xff), blankPng(30_000, 30_000), gzipSync(Buffer.alloc(50 * 1_048_576)),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), Buffer.from('PK\x03\x04'),
    ].map((sent) => bring(sent, 'image/png')))
    expect(outcomes.map(({ status, error }) => `${status} ${error?.code}`)).toEqual([
      '422 PHOTO_REFUSED', '413 PHOTO_TOO_LARGE', '422 PHOTO_REFUSED', '422 PHOTO_REFUSED', '422 PHOTO_REFUSED', '422 PHOTO_REFUSED',
    ])
    expect(outcomes[1]?.error?.message).toBe('照片不能超过 10 MB，请换一张小一些的。')
    expect((await bring(await picture(), 'multipart/form-data; boundary=x')).error?.code).toBe('UNSUPPORTED_MEDIA_TYPE')
    expect((await bring(await picture(), 'image/jpeg', 'x'.repeat(43))).error?.code).toBe('UNAUTHENTICATED')
    expect(await everything()).toEqual([])
  })

  it('are brought under any name, and a script behind one is gone when its rating shows it', async () => {
    const script = '<script>alert("4711")</script>'
    const { status, photoId = '', width, height } = await bring(Buffer.concat([await picture(), Buffer.from(script)]), 'application/octet-stream')
    expect([status, width, height]).toEqual([201, 1_600, 800])
    const { photos } = wired()
    await photos.attach([photoId], ME, RATING)
    const shown = await photos.read(photoId, RATING)
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg', width: 1_600, height: 800 })
    expect(shown.includes('4711')).toBe(false)
    await photos.remove([photoId], RATING)
    expect(await everything()).toEqual([])
  })

  it('are a file in the API document', () => {
    const { requestBody } = openApiDocument('http://x').paths?.['/api/photos']?.post as { requestBody?: { required?: boolean; content: Record<string, unknown> } }
    expect(requestBody?.required).toBe(true)
    expect(Object.keys(requestBody?.content ?? {})).toEqual(['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'])
  })
})
