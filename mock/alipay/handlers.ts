import { http, HttpResponse } from 'msw'
import { systemClock, type Clock } from '../clock'
import type { AlipayDemoKeys } from './keys.mjs'
import { createTemplateMessages } from './messages'
import { isSigned, signedAnswer } from './signature'
import { createAlipayState } from './state'

const APP_ID = '2021000000000000'

const parametersOf = async (request: Request): Promise<ReadonlyMap<string, string>> =>
  new Map([...new URL(request.url).searchParams, ...new URLSearchParams(await request.text())])

/** The simulated Alipay gateway: signing in, template messages, and its signatures. See README.md. */
export const alipayHandlers = (keys: AlipayDemoKeys, clock: Clock = systemClock) => {
  const state = createAlipayState()
  const messages = createTemplateMessages(clock)
  const answer = (name: string, content: object) =>
    new HttpResponse(signedAnswer(name, content, keys.alipayPrivateKey), { headers: { 'Content-Type': 'text/html;charset=utf-8' } })
  const failure = (subCode: string, subMessage: string) =>
    answer('error_response', { code: '40002', msg: 'Invalid Arguments', sub_code: subCode, sub_msg: subMessage })

  return [
    http.post('*/alipay/gateway.do', async ({ request }) => {
      const parameters = await parametersOf(request)
      if (parameters.get('app_id') !== APP_ID) return failure('isv.invalid-app-id', '无效的AppID参数')
      if (parameters.get('sign_type') !== 'RSA2') return failure('isv.invalid-signature-type', '无效签名类型')
      if (!isSigned(parameters, keys.appPublicKey)) return failure('isv.invalid-signature', '无效签名')
      if (parameters.get('method') === 'alipay.open.app.mini.templatemessage.send') {
        const told = messages.send(parameters.get('biz_content') ?? '')
        return answer('alipay_open_app_mini_templatemessage_send_response', told)
      }
      if (parameters.get('method') !== 'alipay.system.oauth.token') return failure('isv.invalid-method', '不存在的方法名')
      if (parameters.get('grant_type') !== 'authorization_code') return failure('isv.grant-type-invalid', 'grant_type参数不正确')
      const grant = state.redeem(parameters.get('code') ?? '')
      return grant ? answer('alipay_system_oauth_token_response', grant) : failure('isv.code-invalid', '授权码code无效')
    }),
    // Not Alipay's own: what the demo and tests look at, and set.
    http.get('*/alipay/outbox', () => HttpResponse.json(messages.outbox())),
    http.post('*/alipay/quota', async ({ request }) => {
      const { user, template, left } = await request.json() as { user: string; template: string; left: number }
      messages.allow(user, template, left)
      return HttpResponse.json({ set: true })
    }),
  ]
}
