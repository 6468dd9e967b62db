import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { personAsked } from '../demoCodes'
import { faceDonePage, faceGonePage, facePage, isFaceEnd } from '../facePage'
import { createCertifications } from './certify'
import { businessOf, faultOf, invalid, parametersOf, type GatewayFault, type Parameters } from './gateway'
import type { AlipayDemoKeys } from './keys.mjs'
import { createTemplateMessages } from './messages'
import { signedAnswer } from './signature'
import { createAlipayState } from './state'

const CERTIFY = 'alipay.user.certify.open.certify'

/** The simulated Alipay gateway: signing in, identity checks, template messages, and their signatures both ways. See README.md. */
export const alipayHandlers = (keys: AlipayDemoKeys, clock: Clock) => {
  const state = createAlipayState(clock)
  const certifications = createCertifications(clock)
  const messages = createTemplateMessages(clock)
  const answer = (name: string, content: object) =>
    new HttpResponse(signedAnswer(name, content, keys.alipayPrivateKey), { headers: { 'Content-Type': 'text/html;charset=utf-8' } })
  const failure = (fault: GatewayFault) => answer('error_response', fault)

  const methods: Readonly<Record<string, (parameters: Parameters) => object>> = {
    'alipay.system.oauth.token': (parameters) => {
      if (parameters.get('grant_type') !== 'authorization_code') return invalid('grant-type-invalid', 'grant_type参数不正确')
      return state.redeem(parameters.get('code') ?? '') ?? invalid('code-invalid', '授权码code无效')
    },
    'alipay.user.certify.open.initialize': (parameters) => certifications.initialize(businessOf(parameters)),
    'alipay.user.certify.open.query': (parameters) => certifications.query(businessOf(parameters)),
    'alipay.open.app.mini.templatemessage.send': (parameters) => messages.send(parameters.get('biz_content') ?? ''),
  }

  return [
    http.post('*/alipay/gateway.do', async ({ request }) => {
      const parameters = await parametersOf(request)
      const fault = faultOf(parameters, keys.appPublicKey)
      if (fault) return failure(fault)
      const name = parameters.get('method') ?? ''
      const method = methods[name]
      if (!method) return failure(invalid('invalid-method', '不存在的方法名'))
      const content = method(parameters)
      // What the gateway refuses, an invalid code too, comes under its own name; what a method refuses, under the method's.
      return 'code' in content && content.code === '40002' ? failure(content as GatewayFault) : answer(`${name.replaceAll('.', '_')}_response`, content)
    }),

    // Where Alipay's app opens the check, by an address that the application signed.
    http.get('*/alipay/gateway.do', async ({ request }) => {
      const parameters = await parametersOf(request)
      const fault = faultOf(parameters, keys.appPublicKey)
      if (fault || parameters.get('method') !== CERTIFY) return failure(fault ?? invalid('invalid-method', '不存在的方法名'))
      const id = String(businessOf(parameters).certify_id)
      return certifications.isOpen(id) ? HttpResponse.html(facePage('支付宝', 'simulator/certify', { certify_id: id })) : HttpResponse.html(faceGonePage(), { status: 404 })
    }),

    http.post('*/alipay/simulator/certify', async ({ request }) => {
      const fields = new URLSearchParams(await request.text())
      const [id, end] = [fields.get('certify_id') ?? '', fields.get('result')]
      if (!isFaceEnd(end) || !certifications.isOpen(id)) return HttpResponse.html(faceGonePage(), { status: 404 })
      certifications.finish(id, end)
      return HttpResponse.html(faceDonePage())
    }),

    http.post('*/alipay/simulator/auth-codes', async ({ request }) => {
      const person = personAsked(new URLSearchParams(await request.text()))
      return person === undefined ? HttpResponse.json({ error: 'a form with person=<number>' }, { status: 400 }) : HttpResponse.json({ code: state.codes.issue(person) })
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
