import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { endpoints } from '@shared/endpoints'
import { currentSession, dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer } from '../../../../tests/support/phone/server'
import { Account } from './Account'
import { finishSignIn, leaveToSignIn, signOut } from './signIn'
import { SignInScreen } from './SignInScreen'

let server: PhoneServer
const left: string[] = []
jest.mock('@/platform/signIn', () => ({ channel: 'web', hostCode: async () => 'host-code', leaveFor: (url: string) => { left.push(url) } }))
const serve = async (reply?: Parameters<typeof servePhone>[0]): Promise<void> => {
  server = await servePhone(reply ?? (({ path, body }) => {
    if (path === '/api/sign-in') return { body: { authorizeUrl: `https://identity.example/?state=${(body as { state: string }).state}` } }
    if (path === '/api/sessions') return { status: 201, body: { ...endpoints.createSession.example.output, expiresAt: Date.UTC(2100, 0, 1) } }
    return { body: { ended: true } }
  }))
}
beforeEach(() => { left.length = 0 })
afterEach(async () => { await server.close(); act(() => dropSession()) })
const stateOf = (url = ''): string => new URL(url).searchParams.get('state') ?? ''

test('the citizen comes back signed in, and where they were going', async () => {
  await serve()
  await leaveToSignIn('/pages/take/index?hall=tianhe')
  const state = stateOf(left[0])
  expect(state).toMatch(/^[A-Za-z0-9_-]{16,64}$/)
  expect(await finishSignIn('code-1', state)).toEqual({ trusted: true, next: '/pages/take/index?hall=tianhe' })
  expect(currentSession()?.name).toBe('张*')
  expect(server.received.at(-1)?.body).toEqual({ channel: 'web', code: 'code-1' })
})

test('a sign-in begun elsewhere is refused before its code is spent', async () => {
  await serve()
  await leaveToSignIn('')
  expect(await finishSignIn('code-1', 'somebody-elses-state')).toEqual({ trusted: false })
  expect(server.received.map(({ path }) => path)).toEqual(['/api/sign-in'])
  expect(currentSession()).toBeNull()
})

test('the page that comes back finishes by itself, once', async () => {
  await serve()
  await leaveToSignIn('/pages/me/index')
  render(<SignInScreen next='' code='code-1' state={stateOf(left[0])} />)
  await waitFor(() => expect(phone.opened).toEqual([{ how: 'reLaunch', url: '/pages/me/index' }]))
  expect(server.received.filter(({ path }) => path === '/api/sessions')).toHaveLength(1)
})

test('a sign-in the service refuses says so and can be begun anew', async () => {
  await serve(() => ({ status: 401, body: { error: { code: 'SIGN_IN_REJECTED', message: '登录没有成功，请重新登录。', retry: 'never', requestId: 'r-5' } } }))
  render(<SignInScreen next='' code='' state='' />)
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: '统一身份认证登录' })) })
  expect(await screen.findByRole('alert')).toHaveTextContent('登录没有成功，请重新登录。')
  expect(screen.getByText('问题编号 r-5')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '统一身份认证登录' })).toBeInTheDocument()
})

test('coming back without a code is told as not finished', async () => {
  await serve()
  render(<SignInScreen next='' code='' state='some-state' />)
  expect(screen.getByRole('alert')).toHaveTextContent('您没有完成登录')
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
