import { http, HttpResponse } from 'msw'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock'
import { createShortMessages, type Asked } from './state'

const APP_ID = 'yichuang'
const SECRET = 'demo-sms-secret'
const ALLOWED_SKEW_MS = 300_000

/** True when the body was signed by who may: HMAC-SHA256 over the time, a line break and the body. */
const isSigned = (time: string, body: string, signature: string): boolean => {
  const expected = createHmac('sha256', SECRET).update(`${time}\n${body}`).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The simulated gateway for short messages. See README.md. */
export const smsHandlers = (clock: Clock) => {
  const messages = createShortMessages(clock)
  const failure = (code: string, message: string, status = 200) => HttpResponse.json({ code, message }, { status })
  return [
    http.post('*/sms/send', async ({ request }) => {
      const [time, signature] = [request.headers.get('x-time') ?? '', request.headers.get('x-signature') ?? '']
      const body = await request.text()
      if (request.headers.get('x-app-id') !== APP_ID || !isSigned(time, body, signature)) return failure('SignatureDoesNotMatch', 'wrong application or signature', 403)
      if (Math.abs(clock() - Number(time)) > ALLOWED_SKEW_MS) return failure('InvalidTimeStamp', 'the time is too far from ours')
      return HttpResponse.json(messages.send(JSON.parse(body) as Asked))
    }),
    http.get('*/sms/outbox', () => HttpResponse.json(messages.outbox())),
  ]
}
