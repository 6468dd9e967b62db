import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { signedAnswer } from '../../../mock/alipay/signature'
import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { codeOf, testUpstream } from '../../../tests/support/upstream'
import { createAlipayLogin } from './alipayLogin'

const simulators = useSimulators()
const { appPrivateKey, alipayPublicKey, alipayPrivateKey } = simulators.keys
const create = (keys: { privateKey?: string; publicKey?: string } = {}, fault?: FaultKind) => createAlipayLogin(testUpstream('alipay', fault), pino({ level: 'silent' }), {
  url: `${simulators.url()}/alipay/gateway.do`, appId: '2021000000000000', privateKey: appPrivateKey, publicKey: alipayPublicKey, ...keys,
})
const codeOfPerson = (n: number) => `demo-${n}-${randomUUID()}`
/** An answer of our own making in Alipay's place. */
const answered = (text: string) => simulators.fault({ system: 'alipay', kind: 'answer', body: JSON.parse(text) })
const GRANTED = 'alipay_system_oauth_token_response'

describe('signing in by Alipay', () => {
  it.each([[1, /^2088/], [2, /^0/]])('knows person %i again by the id Alipay gives', async (n, form) => {
    const [first, again] = [await create().exchange(codeOfPerson(n)), await create().exchange(codeOfPerson(n))]
    expect(first.subject).toMatch(form)
    expect(again).toEqual(first)
    expect(Object.keys(first)).toEqual(['subject'])
  })

  it('rejects a code that is wrong or was used', async () => {
    const code = codeOfPerson(1)
    await create().exchange(code)
    expect(await codeOf(create().exchange(code))).toBe('SIGN_IN_REJECTED')
    expect(await codeOf(create().exchange('wrong'))).toBe('SIGN_IN_REJECTED')
  })

  it('is refused by Alipay when our signature is wrong', async () => {
    expect(await codeOf(create({ privateKey: alipayPrivateKey }).exchange(codeOfPerson(1)))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('signs nobody in on an answer that Alipay did not sign', async () => {
    await answered(signedAnswer(GRANTED, { user_id: '2088000000000001' }, appPrivateKey))
    expect(await codeOf(create().exchange(codeOfPerson(1)))).toBe('SIGN_IN_REJECTED')
  })

  it('signs nobody in on a signed answer that was changed on its way', async () => {
    await answered(signedAnswer(GRANTED, { user_id: '2088000000000001' }, alipayPrivateKey).replace('0001', '0002'))
    expect(await codeOf(create().exchange(codeOfPerson(1)))).toBe('SIGN_IN_REJECTED')
  })

  it('signs nobody in on an answer without a signature', async () => {
    await answered(`{"${GRANTED}":{"user_id":"2088000000000001"}}`)
    expect(await codeOf(create().exchange(codeOfPerson(1)))).toBe('SIGN_IN_REJECTED')
  })

  it('asks again when the gateway says it is not available', async () => {
    await simulators.fault({ system: 'alipay', kind: 'answer', times: 2, body: { error_response: { code: '20000', sub_code: 'isp.unknow-error' } } })
    expect(await create().exchange(codeOfPerson(1))).toHaveProperty('subject')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)('is unavailable when the answer is “%s”', async (kind) => {
    await simulators.fault({ system: 'alipay', kind })
    expect(await codeOf(create({}, kind).exchange(codeOfPerson(1)))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('sends the code in the body, where no access log keeps it', async () => {
    const { createAlipayGateway } = await import('./gateway')
    const { query, form } = createAlipayGateway({ url: '', appId: 'a', privateKey: appPrivateKey, publicKey: alipayPublicKey })
      .sign('alipay.system.oauth.token', { grantType: 'authorization_code', code: 'secret' })
    expect(form).toEqual({ grant_type: 'authorization_code', code: 'secret' })
    expect(Object.keys(query).sort()).toEqual(['app_id', 'charset', 'method', 'sign', 'sign_type', 'timestamp', 'version'])
  })
})
