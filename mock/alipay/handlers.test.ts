import { createPrivateKey, createPublicKey, randomUUID, sign, verify } from 'node:crypto'
import { useSimulators } from '../testing/useSimulators'

let now = 1_767_225_600_000
const simulators = useSimulators(() => now)
const der = (key: string) => Buffer.from(key, 'base64')
const INITIALIZE = 'alipay.user.certify.open.initialize'
const QUERY = 'alipay.user.certify.open.query'

/** Parameters as an application sends them, signed by the document's rule and by nothing of ours. */
const signed = (more: Readonly<Record<string, string>>, privateKey = simulators.keys.appPrivateKey): URLSearchParams => {
  const parameters = { app_id: '2021000000000000', charset: 'utf-8', sign_type: 'RSA2', timestamp: '2026-01-01 08:00:00', version: '1.0', ...more }
  const text = Object.entries(parameters).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&')
  const key = createPrivateKey({ key: der(privateKey), format: 'der', type: 'pkcs8' })
  return new URLSearchParams({ ...parameters, sign: sign('RSA-SHA256', Buffer.from(text), key).toString('base64') })
}
const post = async (body: URLSearchParams) => {
  const text = await (await fetch(`${simulators.url()}/alipay/gateway.do`, { method: 'POST', body })).text()
  const [, name = '', content = '', signature = ''] = /^\{"(\w+)":(\{.*\}),"sign":"([^"]+)"\}$/.exec(text) ?? []
  const key = createPublicKey({ key: der(simulators.keys.alipayPublicKey), format: 'der', type: 'spki' })
  expect(verify('RSA-SHA256', Buffer.from(content), key, Buffer.from(signature, 'base64'))).toBe(true)
  return { name, ...JSON.parse(content) as { code?: string; sub_code?: string; user_id?: string; certify_id?: string; passed?: string } }
}
const call = (method: string, content: object) => post(signed({ method, biz_content: JSON.stringify(content) }))
const token = (code: string, more: object = {}) => post(signed({ method: 'alipay.system.oauth.token', grant_type: 'authorization_code', code, ...more }))
const asking = (identity: object = {}) => ({
  outer_order_no: randomUUID().replaceAll('-', ''), biz_code: 'FACE', merchant_config: { return_url: 'http://localhost' },
  identity_param: { identity_type: 'CERT_INFO', cert_type: 'IDENTITY_CARD', cert_name: '演示用户一', cert_no: '990000190001010016', ...identity },
})
const begun = async (identity: object = {}) => (await call(INITIALIZE, asking(identity))).certify_id ?? ''
const page = (id: string, key?: string) =>
  fetch(`${simulators.url()}/alipay/gateway.do?${signed({ method: 'alipay.user.certify.open.certify', biz_content: JSON.stringify({ certify_id: id }) }, key)}`)
const finish = async (id: string, result: string) =>
  (await fetch(`${simulators.url()}/alipay/simulator/certify`, { method: 'POST', body: new URLSearchParams({ certify_id: id, result }) })).status
const passed = async (id: string) => (await call(QUERY, { certify_id: id })).passed

describe('the simulated Alipay gateway', () => {
  it('takes what the application signed, and signs what it answers', async () => {
    expect(await token('demo-1-aaaa')).toMatchObject({ name: 'alipay_system_oauth_token_response', user_id: '2088000000000001' })
    expect(await post(signed({ method: 'alipay.system.oauth.token', grant_type: 'authorization_code', code: 'demo-1-bbbb' }, simulators.keys.alipayPrivateKey)))
      .toMatchObject({ name: 'error_response', code: '40002', sub_code: 'isv.invalid-signature' })
    const changed = signed({ method: 'alipay.system.oauth.token', grant_type: 'authorization_code', code: 'demo-1-cccc' })
    changed.set('code', 'demo-2-cccc')
    expect(await post(changed)).toMatchObject({ sub_code: 'isv.invalid-signature' })
  })

  it('says what is wrong in Alipay’s own words', async () => {
    const codeOf = async (more: Record<string, string>) => (await post(signed({ method: QUERY, biz_content: '{}', ...more }))).sub_code
    expect(await codeOf({ app_id: '1' })).toBe('isv.invalid-app-id')
    expect(await codeOf({ sign_type: 'RSA' })).toBe('isv.invalid-signature-type')
    expect(await codeOf({ timestamp: '1767225600' })).toBe('isv.invalid-timestamp')
    expect(await codeOf({ method: 'alipay.trade.pay' })).toBe('isv.invalid-method')
    for (const [name, word] of [['app_id', 'app-id'], ['method', 'method'], ['sign_type', 'signature-type'], ['timestamp', 'timestamp'], ['version', 'version']] as const) {
      expect(await codeOf({ [name]: '' })).toBe(`isv.missing-${word}`)
    }
    expect((await post(new URLSearchParams({ app_id: '2021000000000000', method: QUERY, sign_type: 'RSA2' }))).sub_code).toBe('isv.missing-signature')
  })

  it('takes an auth code once, and one that was given out within a day', async () => {
    const issue = async () => (await (await fetch(`${simulators.url()}/alipay/simulator/auth-codes`, { method: 'POST', body: new URLSearchParams({ person: '3' }) })).json() as { code: string }).code
    const [code, late] = [await issue(), await issue()]
    expect(await token(code)).toMatchObject({ user_id: '2088000000000003' })
    expect(await token(code)).toMatchObject({ name: 'error_response', sub_code: 'isv.code-invalid' })
    expect(await token('demo-1-cccc', { grant_type: 'password' })).toMatchObject({ sub_code: 'isv.grant-type-invalid' })
    now += 86_400_000
    expect(await token(late)).toMatchObject({ sub_code: 'isv.code-invalid' })
  })
})

describe('the simulated identity check', () => {
  it('passes who passes on the page that the application signed', async () => {
    const id = await begun()
    expect(await passed(id)).toBe('F')
    expect(await (await page(id)).text()).toContain(id)
    expect(await (await page(id, simulators.keys.alipayPrivateKey)).text()).toContain('isv.invalid-signature')
    expect([await finish(id, 'cancel'), await passed(id), await finish(id, 'pass'), await passed(id)]).toEqual([200, 'F', 200, 'T'])
    expect([await finish(id, 'fail'), await passed(id), (await page(id)).status]).toEqual([404, 'T', 404])
  })

  it('passes nobody with another’s number or face', async () => {
    const [wrong, other] = [await begun({ cert_name: '演示用户二' }), await begun()]
    await Promise.all([finish(wrong, 'pass'), finish(other, 'fail')])
    expect([await passed(wrong), await passed(other)]).toEqual(['F', 'F'])
  })

  it('is over after 23 hours, unless it was done', async () => {
    const [late, done] = [await begun(), await begun()]
    await finish(done, 'pass')
    now += 23 * 3_600_000
    expect(await call(QUERY, { certify_id: late })).toMatchObject({ name: 'alipay_user_certify_open_query_response', code: '40004', sub_code: 'OPEN_CERTIFY_BILL_NOT_EXIST' })
    expect([await finish(late, 'pass'), await passed(done)]).toEqual([404, 'T'])
  })

  it('is refused for what it cannot check', async () => {
    const same = asking()
    expect(await call(INITIALIZE, same)).toMatchObject({ code: '10000' })
    expect(await call(INITIALIZE, same)).toMatchObject({ code: '40004', sub_code: 'OUTER_ORDER_NO_REPEATED' })
    const wrong = [asking({ cert_name: '' }), asking({ cert_no: '1' }), asking({ cert_type: 'PASSPORT' }), { ...asking(), biz_code: 'X' }, { ...asking(), outer_order_no: 'a'.repeat(33) },
      { ...asking(), merchant_config: {} }, {}]
    for (const one of wrong) expect(await call(INITIALIZE, one)).toMatchObject({ name: 'alipay_user_certify_open_initialize_response', sub_code: 'ILLEGAL_ARGUMENT_FORMAT' })
  })
})
