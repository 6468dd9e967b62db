import { useSimulators } from '../testing/useSimulators'
import { isRegisteredRedirect } from './state'

let now = 1_767_225_600_000
const simulators = useSimulators(() => now)
const back = 'http://localhost:8100/pages/sign-in/index'

const authorize = (fields: Record<string, string> = {}) => fetch(`${simulators.url()}/identity/authorize`, {
  method: 'POST', redirect: 'manual',
  body: new URLSearchParams({ client_id: 'yichuang', redirect_uri: back, state: 'state-1', sub: 'demo-citizen-02', ...fields }),
})
const codeFrom = async (answer: Promise<Response>) => new URL((await answer).headers.get('location') ?? '').searchParams.get('code') ?? ''
const redeem = async (code: string, fields: Record<string, string> = {}) => {
  const body = new URLSearchParams({ client_id: 'yichuang', client_secret: 'demo-client-secret', grant_type: 'authorization_code', code, ...fields })
  const response = await fetch(`${simulators.url()}/identity/token`, { method: 'POST', body })
  return { status: response.status, ...await response.json() as { access_token?: string; error?: string } }
}
const userinfo = (token: string) => fetch(`${simulators.url()}/identity/userinfo`, { headers: { Authorization: `Bearer ${token}` } })

describe('the simulated unified identity', () => {
  it('shows twelve demo citizens on a page that says it is simulated', async () => {
    const response = await fetch(`${simulators.url()}/identity/authorize?client_id=yichuang&state=%22%3E%3Cb%3E&redirect_uri=${encodeURIComponent(back)}`)
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
