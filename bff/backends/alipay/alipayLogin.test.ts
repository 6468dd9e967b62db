import { randomUUID } from 'node:crypto'
import { signedAnswer } from '../../../mock/alipay/signature'
import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { codeOf, listeningLogger, testUpstream } from '../../../tests/support/upstream'
import { systemClock } from '../../platform/clock'
import { createAlipayLogin } from './alipayLogin'

let shift = 0
const simulators = useSimulators(() => systemClock() + shift)
const { logger, logged } = listeningLogger()
const { appPrivateKey, alipayPublicKey, alipayPrivateKey } = simulators.keys
const create = (keys: { privateKey?: string; publicKey?: string } = {}, fault?: FaultKind) => createAlipayLogin(testUpstream('alipay', fault, logger), logger, {
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

  it('reads only what Alipay signed, whatever else stands in the answer', async () => {
    // Signed for somebody else once, with another person put beside it where a reader of JSON would look last.
    const genuine = signedAnswer(GRANTED, { user_id: '2088000000000001' }, alipayPrivateKey)
    const forged = `${genuine.slice(0, -1)},"alipay_system_oauth_token_\\u0072esponse":{"user_id":"2088000000000002"}}`
    expect((JSON.parse(forged) as Record<string, unknown>)[GRANTED]).toEqual({ user_id: '2088000000000002' })
    const upstream = testUpstream('alipay')
    const login = createAlipayLogin({
      call: (call) => upstream.call({ ...call, read: () => call.read?.(forged) }),
    }, logger, { url: `${simulators.url()}/alipay/gateway.do`, appId: '2021000000000000', privateKey: appPrivateKey, publicKey: alipayPublicKey })
    expect(await login.exchange(codeOfPerson(3))).toEqual({ subject: '2088000000000001' })
  })

  it('rejects a code that waited for a day', async () => {
    const issue = await fetch(`${simulators.url()}/alipay/simulator/auth-codes`, { method: 'POST', body: new URLSearchParams({ person: '3' }) })
    const { code } = await issue.json() as { code: string }
    shift += 86_400_000
    expect(await codeOf(create().exchange(code))).toBe('SIGN_IN_REJECTED')
  })

  it.each([['40002', 'isv.code-invalid', 'SIGN_IN_REJECTED'], ['40002', 'isv.grant-type-invalid', 'IDENTITY_UNAVAILABLE'], ['40002', 'isv.invalid-app-id', 'IDENTITY_UNAVAILABLE'],
    ['40002', 'isv.invalid-signature', 'IDENTITY_UNAVAILABLE'], ['40002', 'isv.unmatched-app-id', 'IDENTITY_UNAVAILABLE'], ['40001', 'isv.missing-timestamp', 'IDENTITY_UNAVAILABLE'],
    ['40006', 'isv.insufficient-isv-permissions', 'IDENTITY_UNAVAILABLE'], ['20001', 'aop.invalid-auth-token', 'IDENTITY_UNAVAILABLE'],
  ])('takes Alipay’s %s %s for %s', async (code, sub_code, ours) => {
    for (const body of [{ error_response: { code, sub_code } }, { [GRANTED]: { code, sub_code } }]) {
      await simulators.fault({ system: 'alipay', kind: 'answer', body, times: 1 })
      expect(await codeOf(create().exchange(codeOfPerson(1)))).toBe(ours)
    }
  })

  it('is unavailable when the answer names nobody', async () => {
    await answered(signedAnswer(GRANTED, { access_token: 'x' }, alipayPrivateKey))
    expect(await codeOf(create().exchange(codeOfPerson(1)))).toBe('IDENTITY_UNAVAILABLE')
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

  it('leaves no code, name or key in the log', () => {
    expect(logged.length).toBeGreaterThan(30)
    for (const secret of ['demo-1-', 'sim-', '20880000', appPrivateKey.slice(40, 80), 'sign=']) expect(logged.join()).not.toContain(secret)
  })
})
