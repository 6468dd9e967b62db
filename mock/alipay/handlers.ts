import { http, HttpResponse } from 'msw'
import type { AlipayDemoKeys } from './keys.mjs'
import { isSigned, signedAnswer } from './signature'
import { createAlipayState } from './state'

const APP_ID = '2021000000000000'

const parametersOf = async (request: Request): Promise<ReadonlyMap<string, string>> =>
  new Map([...new URL(request.url).searchParams, ...new URLSearchParams(await request.text())])

/** The simulated Alipay gateway: `alipay.system.oauth.token` and its signatures. See README.md. */
export const alipayHandlers = (keys: AlipayDemoKeys) => {
  const state = createAlipayState()
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
      if (parameters.get('method') !== 'alipay.system.oauth.token') return failure('isv.invalid-method', '不存在的方法名')
      if (parameters.get('grant_type') !== 'authorization_code') return failure('isv.grant-type-invalid', 'grant_type参数不正确')
      const grant = state.redeem(parameters.get('code') ?? '')
      return grant ? answer('alipay_system_oauth_token_response', grant) : failure('isv.code-invalid', '授权码code无效')
    }),
  ]
}
