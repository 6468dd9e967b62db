import { createHash } from 'node:crypto'
import { useSimulators } from '../testing/useSimulators'
import { isRegisteredRedirect } from './state'

let now = 1_767_225_600_000
const simulators = useSimulators(() => now)
const back = 'http://localhost:8100/pages/sign-in/index'

// The pair of RFC 7636, appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const asking = {
  response_type: 'code', client_id: 'yichuang', redirect_uri: back, state: 'state-1', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256',
}
const authorize = (fields: Record<string, string> = {}) => fetch(`${simulators.url()}/identity/authorize`, {
  method: 'POST', redirect: 'manual',
  body: new URLSearchParams({ ...asking, sub: 'demo-citizen-02', ...fields }),
})
const codeFrom = async (answer: Promise<Response>) => new URL((await answer).headers.get('location') ?? '').searchParams.get('code') ?? ''
const redeem = async (code: string, fields: Record<string, string> = {}) => {
  const body = new URLSearchParams({ client_id: 'yichuang', client_secret: 'demo-client-secret', grant_type: 'authorization_code', code, code_verifier: verifier, ...fields })
  const response = await fetch(`${simulators.url()}/identity/token`, { method: 'POST', body })
  return { status: response.status, ...await response.json() as { access_token?: string; error?: string } }
}
const userinfo = (token: string) => fetch(`${simulators.url()}/identity/userinfo`, { headers: { Authorization: `Bearer ${token}` } })

describe('the simulated unified identity', () => {
  it('shows twelve demo citizens on a page that says it is simulated', async () => {
    const response = await fetch(`${simulators.url()}/identity/authorize?${new URLSearchParams({ ...asking, state: '"><b>' })}`)
    const page = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(page).toContain('模拟统一身份认证')
    expect(page.match(/name="sub"/g)).toHaveLength(12)
    expect(page).not.toContain('"><b>')
  })

  it('sends the visitor back with a code and the state, and tells who it is', async () => {
    const answer = await authorize()
    expect(answer.status).toBe(302)
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.href.startsWith(back)).toBe(true)
    expect(location.searchParams.get('state')).toBe('state-1')
    const { access_token: token = '' } = await redeem(location.searchParams.get('code') ?? '')
    expect(await (await userinfo(token)).json()).toEqual({ sub: 'demo-citizen-02', name: '演示用户二', cert_type: '10', cert_no: '990000190001010024' })
  })

  it('redeems a code once, and only within 60 seconds', async () => {
    const code = await codeFrom(authorize())
    expect(await redeem(code)).toMatchObject({ status: 200 })
    expect(await redeem(code)).toMatchObject({ status: 400, error: 'invalid_grant' })
    const late = await codeFrom(authorize())
    now += 60_000
    expect(await redeem(late)).toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  it('gives a code for a challenge by S256 alone, and takes it with its verifier alone', async () => {
    const faulty: Record<string, string>[] = [{ code_challenge: '' }, { code_challenge_method: 'plain' }, { code_challenge: 'short' }, { response_type: 'token' }]
    for (const wrong of faulty) {
      const location = new URL((await authorize(wrong)).headers.get('location') ?? '')
      expect(location.searchParams.get('error')).toMatch(/^(invalid_request|unsupported_response_type)$/)
      expect([location.searchParams.get('code'), location.searchParams.get('state')]).toEqual([null, 'state-1'])
    }
    const another = 'a'.repeat(43)
    for (const wrong of [another, '', createHash('sha256').update(verifier).digest('base64url')]) {
      const code = await codeFrom(authorize())
      expect(await redeem(code, { code_verifier: wrong })).toMatchObject({ status: 400, error: 'invalid_grant' })
      expect(await redeem(code)).toMatchObject({ status: 400, error: 'invalid_grant' })
    }
  })

  it('takes a code for the address it went to', async () => {
    expect(await redeem(await codeFrom(authorize()), { redirect_uri: back })).toMatchObject({ status: 200 })
    expect(await redeem(await codeFrom(authorize()), { redirect_uri: `${back}/else` })).toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  it('forgets an access token after ten minutes', async () => {
    const { access_token: token = '' } = await redeem(await codeFrom(authorize()))
    now += 600_000
    expect((await userinfo(token)).status).toBe(401)
  })

  it('refuses a wrong secret or grant, and an application it does not know', async () => {
    expect(await redeem(await codeFrom(authorize()), { client_secret: 'guess' })).toMatchObject({ status: 401, error: 'invalid_client' })
    expect(await redeem(await codeFrom(authorize()), { grant_type: 'password' })).toMatchObject({ status: 400 })
    expect((await authorize({ client_id: 'other' })).status).toBe(400)
    expect((await authorize({ sub: 'nobody' })).status).toBe(400)
  })

  it.each(['http://127.0.0.1:8100/x', 'http://192.168.1.20:8100/x', 'http://10.0.0.5/x', 'http://172.20.0.1/x'])('returns to %s', async (uri) => {
    expect((await authorize({ redirect_uri: uri })).status).toBe(302)
  })

  it('returns to the host by which the visitor came, whatever its address', () => {
    expect(isRegisteredRedirect('http://192.0.2.2:8100/x', '192.0.2.2')).toBe(true)
    expect(isRegisteredRedirect('http://192.0.2.3:8100/x', '192.0.2.2')).toBe(false)
  })

  it.each(['https://example.com/x', 'http://localhost.example.com/', 'http://192.168.1.20.example.com/', 'http://localhost@example.com/',
    'http://172.32.0.1/', 'javascript:alert(1)', ''])('never sends anyone to %p', async (uri) => {
    const answer = await authorize({ redirect_uri: uri })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('location')).toBeNull()
  })
})

const basic = (secret = 'demo-client-secret') => `Basic ${Buffer.from(`yichuang:${secret}`).toString('base64')}`
const ask = async (path: string, body: object, authorization = basic()) => {
  const response = await fetch(`${simulators.url()}/identity/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { Authorization: authorization } })
  return { status: response.status, ...await response.json() as object }
}

describe('the simulated register', () => {
  const one = '990000190001010016'

  it.each([['演示用户一', one, 'match'], ['演示用户二', one, 'mismatch'], ['张三', '11010519491231002X', 'match'], ['李不符', '11010519491231002X', 'mismatch'],
    ['查无此人', '11010519491231002X', 'unknown']])('says of %s and %s: %s', async (name, cert_no, result) => {
    expect(await ask('realname/check', { name, cert_no })).toEqual({ status: 200, result })
  })

  it('tells what an enterprise granted its agent, until its end, and null of everybody else', async () => {
    const of = (credit_code: string, cert_no: string) => ask('enterprise/authorisation', { credit_code, cert_no })
    expect(await of('91990000DEM000001T', one)).toEqual({ status: 200, authorisation: { enterprise_name: '演示科技有限公司', scopes: ['APPOINTMENT', 'PROGRESS'], valid_to: '2026-06-30' } })
    expect(await of('91990000DEM000001T', '990000190001010024')).toMatchObject({ authorisation: { scopes: ['APPOINTMENT'], valid_to: '2026-04-01' } })
    expect(await of('91990000DEM000002X', one)).toEqual({ status: 200, authorisation: null })
    expect(await of('nobody', one)).toEqual({ status: 200, authorisation: null })
    now += 91 * 86_400_000
    expect(await of('91990000DEM000001T', '990000190001010024')).toEqual({ status: 200, authorisation: null })
  })

  it('answers applications alone, and only what is asked rightly', async () => {
    for (const path of ['realname/check', 'enterprise/authorisation']) {
      for (const wrong of [basic('guess'), 'Bearer x', '']) {
        expect(await ask(path, { name: '演示用户一', cert_no: one, credit_code: 'x' }, wrong)).toEqual({ status: 401, error: 'invalid_client' })
      }
      expect(await ask(path, { name: '演示用户一', cert_no: '990000190001010017', credit_code: 'x' })).toEqual({ status: 400, error: 'invalid_request' })
      expect(await ask(path, {})).toEqual({ status: 400, error: 'invalid_request' })
    }
  })
})
