import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { Consent } from '@shared/myData'
import { endpoints } from '@shared/endpoints'
import { setLanguage } from '@/i18n'
import { currentSession, dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { consentOf } from './builders'
import { PrivacyScreen } from './PrivacyScreen'

const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1' } } })
const WITHDRAWN = Date.UTC(2026, 0, 2, 1)

let server: PhoneServer
let consents: readonly Consent[]
const list = (): Reply => ({ body: { consents } })
const serve = async (reply: (request: Received) => Reply = list, signedIn = true): Promise<void> => {
  server = await servePhone(reply)
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '张*', expiresAt: Date.UTC(2100, 0, 1), realName: true }))
}
/** Takes consents back, as the server would. */
const withdrawing = (): Promise<void> => serve(({ method, path }) => {
  if (path === '/api/sessions/current') return { body: { ...endpoints.readSession.example.output, name: '用户', realName: false } }
  if (method === 'DELETE') consents = consents.map((one) => (path.endsWith(one.kind) ? { ...one, withdrawnAt: WITHDRAWN } : one))
  return list()
})
beforeEach(() => { consents = [consentOf(), consentOf({ kind: 'idNumber' }), consentOf({ kind: 'face' })] })
afterEach(async () => { act(() => { dropSession(); setLanguage('zh') }); await server.close() })
const press = (name: string): void => { fireEvent.click(screen.getByRole('button', { name })) }
const confirm = (name = '撤回'): void => { fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name })) }
const deletions = (): string[] => server.received.filter(({ method }) => method === 'DELETE').map(({ path }) => path)

test('shows what was agreed to, in which version and when; the guide itself cannot be taken back alone', async () => {
  consents = [...consents, consentOf({ kind: 'face', givenAt: Date.UTC(2025, 0, 1, 1), withdrawnAt: WITHDRAWN })]
  await serve()
  render(<PrivacyScreen />)
  expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
  expect(await screen.findAllByText('2026年1月1日 09:00 同意 · 第 1 版')).toHaveLength(3)
  expect(screen.getByText('2026年1月2日 09:00 已撤回')).toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: /^撤回“/ }).map((one) => one.getAttribute('aria-label'))).toEqual(['撤回“保存姓名和身份证号”的同意', '撤回“刷脸核验”的同意'])
  expect(screen.getByText('要撤回对指引的同意，请删除我的数据。')).toBeInTheDocument()
})

test('taking back the ID number says first that the real name goes too; then it is gone, here as well', async () => {
  await withdrawing()
  render(<PrivacyScreen />)
  await screen.findByText('保存姓名和身份证号')
  press('撤回“保存姓名和身份证号”的同意')
  expect(screen.getByRole('dialog')).toHaveTextContent('实名认证会一起取消')
  confirm('不撤回')
  expect(deletions()).toEqual([])
  press('撤回“保存姓名和身份证号”的同意')
  confirm()
  expect(await screen.findByText('已撤回，姓名和身份证号已删除')).toBeInTheDocument()
  expect(await screen.findByText('2026年1月2日 09:00 已撤回')).toBeInTheDocument()
  expect(deletions()).toEqual(['/api/consents/idNumber'])
  await waitFor(() => expect(currentSession()).toMatchObject({ realName: false }))
})

test('taking back the face check leaves the real name', async () => {
  await withdrawing()
  render(<PrivacyScreen />)
  await screen.findByText('刷脸核验')
  press('撤回“刷脸核验”的同意')
  expect(screen.getByRole('dialog')).toHaveTextContent('已完成的实名认证不受影响')
  confirm()
  expect(await screen.findByText('已撤回')).toBeInTheDocument()
  expect(deletions()).toEqual(['/api/consents/face'])
  expect(currentSession()).toMatchObject({ realName: true })
})

test('one that did not arrive says so, and stands as it was', async () => {
  await serve(({ method }) => (method === 'DELETE' ? 'drop' : list()))
  render(<PrivacyScreen />)
  await screen.findByText('刷脸核验')
  press('撤回“刷脸核验”的同意')
  confirm()
  expect(await screen.findByText('网络不好，请再试一次。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '撤回“刷脸核验”的同意' })).toBeInTheDocument()
})

test('leads to the guide, to what is held, and to deleting it', async () => {
  consents = []
  await serve()
  render(<PrivacyScreen />)
  expect(await screen.findByText('没有记录')).toBeInTheDocument()
  const opens = (name: RegExp): string | undefined => { fireEvent.click(screen.getByRole('link', { name })); return phone.opened.at(-1)?.url }
  expect(opens(/隐私保护指引/)).toBe('/pages/account/privacy-guide/index')
  expect(opens(/查看和保存全部数据/)).toBe('/pages/account/my-data/index')
  expect(opens(/删除我的数据/)).toBe('/pages/account/delete-me/index')
})

test('an error can be tried again, and keeps nobody from their data; without a session the guide is there and the way to sign in', async () => {
  let broken = true
  await serve(() => (broken ? refusal(503, 'UNAVAILABLE') : list()))
  const { unmount } = render(<PrivacyScreen />)
  expect(await screen.findByText('message of UNAVAILABLE')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /删除我的数据/ })).toBeInTheDocument()
  broken = false
  press('再试一次')
  expect(await screen.findByText('刷脸核验')).toBeInTheDocument()
  unmount()
  act(() => { dropSession(); setLanguage('en') })
  render(<PrivacyScreen />)
  expect(screen.getByRole('link', { name: /Privacy guide/ })).toBeInTheDocument()
  press('Sign in')
  expect(phone.opened.at(-1)?.url).toBe('/pages/sign-in/index?next=%2Fpages%2Faccount%2Fprivacy%2Findex')
})
