import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { createWechatState } from './state'
import { createSubscribeMessages, type SubscribeMessage } from './subscribe'
import { checkText, type TextToCheck } from './textCheck'
import { createTokens } from './tokens'

const APP_ID = 'wxdemo0000000000'
const APP_SECRET = 'demo-wechat-secret'

/** The real one answers JSON under this type, errors with status 200 too. */
const answer = (body: object) => new HttpResponse(JSON.stringify(body), { headers: { 'Content-Type': 'text/plain' } })
const failure = (errcode: number, errmsg: string) => answer({ errcode, errmsg })

const bodyOf = async (request: Request): Promise<Record<string, unknown> | undefined> => {
  const body = await request.json().catch(() => undefined) as unknown
  return typeof body === 'object' && body !== null ? body as Record<string, unknown> : undefined
}

/** The simulated WeChat: signing in, access tokens, the text check, subscribe messages. See README.md. */
export const wechatHandlers = (clock: Clock) => {
  const state = createWechatState(APP_ID, clock)
  const tokens = createTokens(clock)
  const messages = createSubscribeMessages(clock)
  /** What is wrong with the token of a request; null when it is good. */
  const tokenFault = (request: Request) => {
    const token = new URL(request.url).searchParams.get('access_token')
    if (!token) return failure(41001, 'access_token missing')
    const judgement = tokens.judge(token)
    if (judgement === 'expired') return failure(42001, 'access_token expired')
    return judgement === 'unknown' ? failure(40001, 'invalid credential, access_token is invalid or not latest') : null
  }
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
      const given = tokens.give(body.force_refresh === true)
      return given ? answer(given) : failure(45009, 'reach max api daily quota limit')
    }),

    http.post('*/wechat/wxa/msg_sec_check', async ({ request }) => {
      const fault = tokenFault(request)
      if (fault) return fault
      const body = await bodyOf(request)
      return body ? answer(checkText(body as TextToCheck, state.presenceOf)) : failure(47001, 'data format error')
    }),

    http.post('*/wechat/cgi-bin/message/subscribe/send', async ({ request }) => {
      const fault = tokenFault(request)
      if (fault) return fault
      const body = await bodyOf(request)
      return body ? answer(messages.send(body as SubscribeMessage)) : failure(47001, 'data format error')
    }),
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
