import { act, fireEvent, render, screen } from '@testing-library/react'
import { PrivacyLink } from '@/capabilities/privacy/PrivacyLink'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession, renameSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { AccountLinks } from './AccountLinks'

const signIn = (realName?: boolean): void => act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1), realName }))
afterEach(() => act(() => { dropSession(); setLanguage('zh') }))
const opens = (name: RegExp): string | undefined => {
  fireEvent.click(screen.getByRole('link', { name }))
  return phone.opened.at(-1)?.url
}
const Links = () => <><AccountLinks /><PrivacyLink /></>

test('“Me” leads to real name, devices, privacy and my data, and says whether the name is verified', () => {
  signIn(false)
  render(<Links />)
  expect(opens(/实名认证.*未认证/)).toBe('/pages/account/real-name/index')
  expect(opens(/登录设备/)).toBe('/pages/account/devices/index')
  expect(opens(/隐私与我的数据/)).toBe('/pages/account/privacy/index')
  act(() => renameSession({ name: '张*', realName: true }))
  expect(screen.getByText('已认证')).toBeInTheDocument()
})

test('a session that does not say is not called unverified', () => {
  signIn()
  render(<Links />)
  expect(screen.getByText('实名认证')).toBeInTheDocument()
  expect(screen.queryByText(/未认证/)).not.toBeInTheDocument()
})

test('who is not signed in can read the guide, in English too', () => {
  act(() => setLanguage('en'))
  render(<Links />)
  expect(screen.getAllByRole('link')).toHaveLength(1)
  expect(opens(/Privacy guide/)).toBe('/pages/account/privacy-guide/index')
})
