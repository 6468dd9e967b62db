import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createSession } from '@shared/identity'
import { endpoints } from '@shared/endpoints'
import { currentSession, dropSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer } from '../../../../tests/support/phone/server'
import { SignInScreen } from './SignInScreen'

const host = { channel: 'wechat', allows: true, code: async () => 'host-code' }
const asked: string[] = []
jest.mock('@/platform/signIn', () => ({
  get channel() { return host.channel },
  hostCode: () => { asked.push('code'); return host.code() },
}))
jest.mock('@/platform/privacy', () => ({ ...jest.requireActual('@/platform/privacy'), hostAllowsPrivacy: async () => { asked.push('privacy'); return host.allows } }))

let server: PhoneServer
beforeEach(async () => {
  asked.length = 0
  Object.assign(host, { channel: 'wechat', allows: true, code: async () => 'host-code' })
  server = await servePhone(() => ({ status: 201, body: endpoints.createSession.example.output }))
})
afterEach(async () => { await server.close(); act(() => dropSession()) })

const press = async (label: string): Promise<void> => { await act(async () => { fireEvent.click(screen.getByRole('button', { name: label })) }) }
const agree = (): void => { fireEvent.click(screen.getByRole('checkbox', { name: /^我已阅读并同意/ })) }

test.each([['wechat', '微信登录'], ['alipay', '支付宝登录']])('%s: the guide is agreed to before the host is asked for anything; the version goes along', async (channel, label) => {
  host.channel = channel
  render(<SignInScreen next='/pages/me/index' code='' state='' />)
  // Nothing but the guide is asked for: no number goes out on these.
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  await press(label)
  expect(asked).toEqual([])
  agree()
  await press(label)
  await waitFor(() => expect(phone.opened.at(-1)?.url).toBe('/pages/me/index'))
  expect(asked).toEqual(['privacy', 'code'])
  const sent = server.received.map(({ body }) => body)
  expect(sent).toEqual([expect.objectContaining({ channel, code: 'host-code', privacy: 1 })])
  expect(createSession.body.safeParse(sent[0]).success).toBe(true)
  expect(currentSession()?.name).toBe('张*')
})

test('who refuses WeChat’s own notice is told so, and no code is asked for', async () => {
  host.allows = false
  render(<SignInScreen next='' code='' state='' />)
  agree()
  await press('微信登录')
  expect(await screen.findByRole('alert')).toHaveTextContent('您没有同意微信的隐私保护提示')
  expect(asked).toEqual(['privacy'])
  expect(server.received).toEqual([])
})

test('a host that gives no code is said, and can be asked again', async () => {
  host.code = async () => { throw new Error('cancel') }
  render(<SignInScreen next='' code='' state='' />)
  agree()
  await press('微信登录')
  expect(await screen.findByRole('alert')).toHaveTextContent('没有取得登录授权')
  host.code = async () => 'host-code'
  await press('微信登录')
  await waitFor(() => expect(currentSession()).not.toBeNull())
})
