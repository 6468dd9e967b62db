import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createSession, startSignIn } from '@shared/identity'
import { endpoints } from '@shared/endpoints'
import { setLanguage } from '@/i18n'
import { currentSession, dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { Account } from './Account'
import { challengeOf } from './pkce'
import { signOut } from './signIn'
import { SignInScreen } from './SignInScreen'
import { finishSignIn, leaveToSignIn, TabForgetful } from './webSignIn'

let server: PhoneServer
const left: string[] = []
jest.mock('@/platform/signIn', () => ({ channel: 'web', hostCode: async () => 'host-code', leaveFor: (url: string) => { left.push(url) } }))
const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-5' } } })
const serve = async (reply?: Parameters<typeof servePhone>[0]): Promise<void> => {
  server = await servePhone(reply ?? (({ path, body }) => {
    if (path === '/api/sign-in') return { body: { authorizeUrl: `https://identity.example/?state=${(body as { state: string }).state}` } }
    if (path === '/api/sessions') return { status: 201, body: { ...endpoints.createSession.example.output, expiresAt: Date.UTC(2100, 0, 1) } }
    return { body: { ended: true } }
  }))
}
beforeEach(() => { left.length = 0; window.sessionStorage.clear() })
afterEach(async () => { await server.close(); act(() => { dropSession(); setLanguage('zh') }) })
const stateOf = (url = ''): string => new URL(url).searchParams.get('state') ?? ''
const bodies = (path: string): unknown[] => server.received.filter((one) => one.path === path).map(({ body }) => body)
const leave = (next: string, keepIdNumber = false): Promise<void> => leaveToSignIn({ next, keepIdNumber })
const button = (name: string) => screen.getByRole('button', { name })
const box = (name: RegExp) => screen.getByRole('checkbox', { name })
const press = async (name = '统一身份认证登录'): Promise<void> => { await act(async () => { fireEvent.click(button(name)) }) }
const agree = (): void => { fireEvent.click(box(/^我已阅读并同意/)) }

describe('on the web', () => {
  test('the citizen comes back signed in, where they were going; only this tab could prove that it began this', async () => {
    await serve()
    await leave('/pages/take/index?hall=tianhe', true)
    const state = stateOf(left[0])
    const begun = bodies('/api/sign-in')[0] as { challenge: string }
    expect(startSignIn.body.safeParse(begun).success).toBe(true)
    expect(await finishSignIn('code-1', state)).toEqual({ trusted: true, next: '/pages/take/index?hall=tianhe' })
    expect(currentSession()).toMatchObject({ name: '张*', realName: true })
    const sent = bodies('/api/sessions')[0] as { verifier: string }
    expect(createSession.body.safeParse(sent).success).toBe(true)
    expect(sent).toMatchObject({ channel: 'web', code: 'code-1', privacy: 1, keepIdNumber: true })
    expect(challengeOf(sent.verifier)).toBe(begun.challenge)
    expect(JSON.stringify(begun)).not.toContain(sent.verifier)
  })

  test('two sign-ins share neither state nor challenge, and nothing of them lies where another tab or a later day finds it', async () => {
    await serve()
    await leave('')
    await leave('')
    const [first, second] = bodies('/api/sign-in') as { state: string; challenge: string }[]
    expect(first?.state).not.toBe(second?.state)
    expect(first?.challenge).not.toBe(second?.challenge)
    expect([...phone.storage.keys()]).toEqual([])
    expect(Object.keys(window.localStorage)).toEqual([])
    expect(await finishSignIn('code-1', first?.state ?? '')).toEqual({ trusted: false })
  })

  test.each([['somebody else’s', 'somebody-elses-state'], ['none', '']])('a return with %s state is refused before its code is spent', async (_, state) => {
    await serve()
    await leave('')
    expect(await finishSignIn('code-1', state)).toEqual({ trusted: false })
    expect(server.received.map(({ path }) => path)).toEqual(['/api/sign-in'])
    expect(currentSession()).toBeNull()
  })

  test('a return that nobody left for, or that was used, is refused before its code is spent', async () => {
    await serve()
    expect(await finishSignIn('code-1', '')).toEqual({ trusted: false })
    await leave('')
    const state = stateOf(left[0])
    await finishSignIn('code-1', state)
    expect(await finishSignIn('code-2', state)).toEqual({ trusted: false })
    expect(bodies('/api/sessions')).toHaveLength(1)
  })

  test('what another hand wrote into the tab is no sign-in that was begun', async () => {
    await serve()
    for (const written of ['{', '{"state":"s"}', '"s"']) {
      window.sessionStorage.setItem('yichuang.sign-in', written)
      expect(await finishSignIn('code-1', 's')).toEqual({ trusted: false })
    }
    expect(server.received).toEqual([])
  })

  test('a browser that keeps nothing is told before anybody is sent away', async () => {
    await serve()
    const write = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('forbidden') })
    try {
      await expect(leave('')).rejects.toThrow(TabForgetful)
      render(<SignInScreen next='' code='' state='' />)
      agree()
      await press()
      expect(await screen.findByText(/浏览器不允许保存/)).toBeInTheDocument()
    } finally { write.mockRestore() }
    expect(server.received).toEqual([])
  })

  test('the page that comes back finishes by itself, once', async () => {
    await serve()
    await leave('/pages/me/index')
    render(<SignInScreen next='' code='code-1' state={stateOf(left[0])} />)
    await waitFor(() => expect(phone.opened).toEqual([{ how: 'reLaunch', url: '/pages/me/index' }]))
    expect(bodies('/api/sessions')).toHaveLength(1)
  })

  test('a forged return is said, and a new sign-in goes where the first was going', async () => {
    await serve()
    await leave('/pages/cases/index')
    render(<SignInScreen next='' code='code-1' state='forged' />)
    expect(await screen.findByText(/不是从这里发起的/)).toBeInTheDocument()
    agree()
    await press()
    await waitFor(() => expect(left).toHaveLength(2))
    expect(await finishSignIn('code-2', stateOf(left[1]))).toEqual({ trusted: true, next: '/pages/cases/index' })
  })

  test('coming back without a code is told as not finished', async () => {
    await serve()
    render(<SignInScreen next='' code='' state='some-state' />)
    expect(screen.getByRole('alert')).toHaveTextContent('您没有完成登录')
  })
})

describe('agreeing', () => {
  test('nothing is ticked beforehand; without agreeing nothing goes out, and it is said what for', async () => {
    await serve()
    render(<SignInScreen next='' code='' state='' />)
    for (const one of screen.getAllByRole('checkbox')) expect(one).toHaveAttribute('aria-checked', 'false')
    expect(screen.getByText(/不同意就不能登录、取号和预约/)).toBeInTheDocument()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await press()
    expect(screen.getByRole('alert')).toHaveTextContent('请先阅读《隐私保护指引》并勾选同意')
    expect(server.received).toEqual([])
    expect(left).toEqual([])
    fireEvent.click(button('阅读《隐私保护指引》'))
    expect(phone.opened.at(-1)?.url).toBe('/pages/account/privacy-guide/index')
  })

  test.each([[false], [true]])('the ID number is kept only with a tick of its own: %s', async (keepIdNumber) => {
    await serve()
    render(<SignInScreen next='' code='' state='' />)
    agree()
    if (keepIdNumber) fireEvent.click(box(/^同意加密保存我的姓名和身份证号，.*不勾选也能登录/))
    await press()
    await waitFor(() => expect(left).toHaveLength(1))
    await finishSignIn('code-1', stateOf(left[0]))
    expect(bodies('/api/sessions')).toEqual([expect.objectContaining({ privacy: 1, keepIdNumber })])
  })

  test('a guide that has changed leads back to reading it, and the tick is gone', async () => {
    await serve(({ path, body }) => (path === '/api/sign-in' ? { body: { authorizeUrl: `https://identity.example/?state=${(body as { state: string }).state}` } } : refusal(409, 'PRIVACY_CHANGED')))
    await leave('')
    render(<SignInScreen next='' code='code-1' state={stateOf(left[0])} />)
    expect(await screen.findByText(/message of PRIVACY_CHANGED.*请关闭后重新打开/)).toBeInTheDocument()
    expect(box(/^我已阅读并同意/)).toHaveAttribute('aria-checked', 'false')
    // Opened by a test a moment ago, it would count as tapped twice.
    await waitFor(() => {
      fireEvent.click(button('阅读新的指引'))
      expect(phone.opened.at(-1)?.url).toBe('/pages/account/privacy-guide/index')
    })
  })

  test('in English too', async () => {
    await serve()
    act(() => setLanguage('en'))
    render(<SignInScreen next='' code='' state='' />)
    expect(box(/^I have read the privacy guide and agree to it, Without it you cannot sign in/)).toBeInTheDocument()
    expect(box(/^Keep my name and ID number, encrypted/)).toBeInTheDocument()
  })
})

test('a sign-in the service refuses says so and can be begun anew', async () => {
  await serve(() => refusal(401, 'SIGN_IN_REJECTED'))
  render(<SignInScreen next='' code='' state='' />)
  agree()
  await press()
  expect(await screen.findByRole('alert')).toHaveTextContent('message of SIGN_IN_REJECTED')
  expect(screen.getByText('问题编号 r-5')).toBeInTheDocument()
  expect(button('统一身份认证登录')).toBeInTheDocument()
})

test('signing out asks first, ends the session on the server, and here in any case', async () => {
  await serve()
  keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  render(<Account />)
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }))
  expect(currentSession()).not.toBeNull()
  await act(async () => { fireEvent.click(screen.getAllByRole('button', { name: '退出登录' }).at(-1)!) })
  await waitFor(() => expect(screen.getByText('未登录')).toBeInTheDocument())
  expect(server.received).toMatchObject([{ method: 'DELETE', path: '/api/sessions/current' }])
})

test('without a network the phone is signed out all the same', async () => {
  await serve(() => 'drop')
  keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  expect(await signOut()).toBe(false)
  expect(currentSession()).toBeNull()
})
