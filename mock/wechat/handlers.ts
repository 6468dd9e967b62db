import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { createWechatState } from './state'

const APP_ID = 'wxdemo0000000000'
const APP_SECRET = 'demo-wechat-secret'

/** The real one answers JSON under this type, errors with status 200 too. */
const answer = (body: object) => new HttpResponse(JSON.stringify(body), { headers: { 'Content-Type': 'text/plain' } })
const failure = (errcode: number, errmsg: string) => answer({ errcode, errmsg })

/** The simulated WeChat login endpoint. See README.md. */
export const wechatHandlers = (clock: Clock) => {
  const state = createWechatState(APP_ID, clock)
  return [
    http.get('*/wechat/sns/jscode2session', ({ request }) => {
      const query = new URL(request.url).searchParams
      if (query.get('appid') !== APP_ID) return failure(40013, 'invalid appid')
      if (query.get('secret') !== APP_SECRET) return failure(40125, 'invalid appsecret')
      if (query.get('grant_type') !== 'authorization_code') return failure(40002, 'invalid grant_type')
      const code = query.get('js_code')
      return code ? answer(state.login(code)) : failure(41008, 'missing code')
    }),
  ]
}
