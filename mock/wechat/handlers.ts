import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { callerOf } from '../caller'
import { answer, APP_ID, APP_SECRET, bodyOf, failure } from './app'
import { controlHandlers } from './controls'
import { createFaceChecks } from './face'
import { createPhoneNumbers } from './phone'
import { createWechatState } from './state'
import { createSubscribeMessages, type SubscribeMessage } from './subscribe'
import { checkText, type TextToCheck } from './textCheck'
import { createTokens } from './tokens'

/** The simulated WeChat: signing in, access tokens, phone numbers, face checks, the text check, subscribe messages. See README.md. */
export const wechatHandlers = (clock: Clock) => {
  const state = createWechatState(APP_ID, clock)
  const tokens = createTokens(clock)
  const phones = createPhoneNumbers(clock)
  const faces = createFaceChecks(clock)
  const messages = createSubscribeMessages(clock)
  const addresses: { allowed: readonly string[] | undefined } = { allowed: undefined }

  /** An interface that wants an access token in the address and JSON in the body. */
  const interfaceAt = (path: string, act: (body: Record<string, unknown>) => object) => http.post(`*/wechat${path}`, async ({ request }) => {
    const token = new URL(request.url).searchParams.get('access_token')
    if (!token) return failure(41001, 'access_token missing')
    const judgement = tokens.judge(token)
    if (judgement === 'expired') return failure(42001, 'access_token expired')
    if (judgement === 'unknown') return failure(40001, 'invalid credential, access_token is invalid or not latest')
    const body = await bodyOf(request)
    return body ? answer(act(body)) : failure(47001, 'data format error')
  })

  return [
    http.get('*/wechat/sns/jscode2session', ({ request }) => {
      const query = new URL(request.url).searchParams
      if (query.get('appid') !== APP_ID) return failure(40013, 'invalid appid')
      if (query.get('secret') !== APP_SECRET) return failure(40125, 'invalid appsecret')
      if (query.get('grant_type') !== 'authorization_code') return failure(40002, 'invalid grant_type')
      const code = query.get('js_code')
      return code ? answer(state.login(code)) : failure(41008, 'missing code')
    }),

    http.post('*/wechat/cgi-bin/stable_token', async ({ request }) => {
      const body = await bodyOf(request)
      if (!body) return failure(47001, 'data format error')
      if (body.grant_type !== 'client_credential') return failure(40002, 'invalid grant_type')
      if (body.appid !== APP_ID) return failure(40013, 'invalid appid')
      if (body.secret !== APP_SECRET) return failure(40125, 'invalid appsecret')
      const caller = callerOf(request)
      if (addresses.allowed && !addresses.allowed.includes(caller)) return failure(40164, `invalid ip ${caller}, not in whitelist`)
      const given = tokens.give(body.force_refresh === true)
      if (given === 'minute-quota') return failure(45011, 'api minute-quota reach limit, please retry next minute')
      return given === 'day-quota' ? failure(45009, 'reach max api daily quota limit') : answer(given)
    }),

    interfaceAt('/wxa/msg_sec_check', (body) => checkText(body as TextToCheck, state.presenceOf)),
    interfaceAt('/wxa/business/getuserphonenumber', ({ code }) => phones.redeem(code)),
    interfaceAt('/cityservice/face/identify/getverifyid', faces.begin),
    interfaceAt('/cityservice/face/identify/queryverifyinfo', faces.query),
    interfaceAt('/cgi-bin/message/subscribe/send', (body) => messages.send(body as SubscribeMessage)),

    ...controlHandlers({ loginCodes: state.codes, phoneCodes: phones.codes, faces, addresses }),
    // Not WeChat's own: what the demo and tests look at, and set.
    http.get('*/wechat/outbox', ({ request }) => HttpResponse.json(messages.outbox(new URL(request.url).searchParams.get('openid')))),
    http.post('*/wechat/quota', async ({ request }) => {
      const { openid, template_id: templateId, left, daily } = await bodyOf(request) ?? {}
      if (typeof daily === 'number') messages.limit(daily)
      if (typeof openid === 'string' && typeof templateId === 'string' && typeof left === 'number') messages.allow(openid, templateId, left)
      return HttpResponse.json({ set: true })
    }),
  ]
}
