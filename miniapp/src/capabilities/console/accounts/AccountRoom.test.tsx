import { fireEvent, render, screen, within } from '@testing-library/react'
import { errorTable, type ErrorCode } from '@shared/errors'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../../tests/support/phone/server'
import { consoleApi } from '../api'
import { aHall } from '../builders'
import '../dialogStandIn'
import { AccountRoom } from './AccountRoom'

let server: PhoneServer
afterEach(async () => { await server.close() })

const operator = { account: 'operator', role: 'operator', name: { zh: '操作员', en: 'Operator' }, halls: [] as string[], locked: false, secondFactor: false } as const
const clerk = { account: 'clerk1', role: 'clerk', name: { zh: '演示窗口人员一', en: 'Demo clerk 1' }, halls: ['tianhe'], locked: true, secondFactor: true } as const
/** As one's own session is read. */
let own = { ...operator, secondFactor: true, secondFactorNeeded: false, recoveryLeft: 3 }
const refused = (code: ErrorCode): Reply =>
  ({ status: errorTable[code].status, body: { error: { code, message: errorTable[code].zh, retry: errorTable[code].retry, requestId: 'r' } } })
const nothing = (): void => undefined

const show = async (write: (request: Received) => Reply = () => ({ body: clerk }), role: 'clerk' | 'operator' = 'operator'): Promise<void> => {
  server = await servePhone((request) => {
    if (request.path === '/api/halls/search') return { body: { halls: [aHall()], nextCursor: null } }
    if (request.method === 'GET' && request.path === '/api/staff/sessions/current') return { body: own }
    return request.method === 'GET' ? { body: { accounts: [clerk, operator] } } : write(request)
  })
  const staff = { ...operator, role, token: 't'.repeat(43), expiresAt: Date.UTC(2100, 0, 1) }
  render(<AccountRoom api={consoleApi(staff.token)} staff={staff} onBack={nothing} onSessionOver={nothing} />)
  if (role === 'operator') await screen.findByText('clerk1')
}
const writes = () => server.received.filter(({ method, path }) => method !== 'GET' && path !== '/api/halls/search')
const fill = (label: string, value: string): void => { fireEvent.change(screen.getByLabelText(label), { target: { value } }) }
const writeOwn = (next: string, again = next): void => {
  fill('当前密码', 'the-old-password')
  fill('新密码', next)
  fill('再输入一次新密码', again)
  fireEvent.click(screen.getByRole('button', { name: '修改密码' }))
}

test('a clerk changes the own password, and sees nobody else’s account', async () => {
  await show(undefined, 'clerk')
  writeOwn('the-new-password')
  expect(await screen.findByText('密码已修改。您在其他电脑上的登录已退出。')).toBeInTheDocument()
  expect(writes()[0]).toMatchObject({ method: 'PUT', path: '/api/staff/sessions/current/password', body: { password: 'the-old-password', newPassword: 'the-new-password' } })
  expect(screen.queryByText('工作人员账号')).toBeNull()
})

test('a short or differing new password is not sent; a wrong old one is named as such', async () => {
  await show(() => refused('PASSWORD_WRONG'), 'clerk')
  writeOwn('short')
  expect(screen.getByText('新密码至少要 10 个字符。')).toBeInTheDocument()
  writeOwn('the-new-password', 'the-other-password')
  expect(screen.getByText('两次输入的新密码不一致。')).toBeInTheDocument()
  expect(writes()).toEqual([])
  writeOwn('the-new-password')
  expect(await screen.findByText('当前密码不正确。')).toBeInTheDocument()
})

test('an operator unlocks an account, gives it a password, and removes it after being asked', async () => {
  await show()
  fireEvent.click(screen.getByRole('button', { name: 'clerk1：解除锁定' }))
  expect(await screen.findByText('clerk1 已解除锁定')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: 'clerk1：重设密码' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('新密码'), { target: { value: 'another-password' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(await screen.findByText('clerk1 的密码已重设')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: 'clerk1：删除' }))
  fireEvent.click(screen.getByRole('button', { name: '确定删除' }))
  expect(await screen.findByText('clerk1 已删除')).toBeInTheDocument()
  expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
    'DELETE /api/staff/accounts/clerk1/lock', 'PUT /api/staff/accounts/clerk1/password', 'DELETE /api/staff/accounts/clerk1',
  ])
})

test('one’s own account can neither be removed nor given a password from the list', async () => {
  await show()
  expect(screen.queryByRole('button', { name: 'operator：删除' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'operator：重设密码' })).toBeNull()
})

test('an operator adds an account for a hall; a refusal stays in the question', async () => {
  let taken = true
  await show(() => (taken ? refused('ACCOUNT_EXISTS') : { status: 201, body: clerk }))
  fireEvent.click(screen.getByRole('button', { name: '添加账号' }))
  const dialog = within(await screen.findByRole('dialog'))
  const put = (label: RegExp | string, value: string): void => { fireEvent.change(dialog.getByLabelText(label), { target: { value } }) }
  put(/^账号/, 'Clerk2')
  put('中文姓名', '演示二')
  put('英文姓名', 'Demo 2')
  put('初始密码', 'the-first-password')
  fireEvent.click(dialog.getByRole('button', { name: '添加账号' }))
  expect(dialog.getByText('请至少选择一个大厅。')).toBeInTheDocument()
  fireEvent.click(await dialog.findByRole('button', { name: /演示大厅/ }))
  fireEvent.click(dialog.getByRole('button', { name: '添加账号' }))
  expect(await dialog.findByText(errorTable.ACCOUNT_EXISTS.zh)).toBeInTheDocument()
  taken = false
  fireEvent.click(dialog.getByRole('button', { name: '添加账号' }))
  expect(await screen.findByText('clerk2 已添加')).toBeInTheDocument()
  expect(writes()[0]?.body).toEqual({ account: 'clerk2', role: 'clerk', name: { zh: '演示二', en: 'Demo 2' }, halls: ['tianhe'], password: 'the-first-password' })
})

test('an operator resets the second factor of another after being asked, and not their own', async () => {
  await show()
  expect(screen.queryByRole('button', { name: 'operator：重置动态验证码' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'clerk1：重置动态验证码' }))
  const question = within(screen.getByRole('alertdialog', { name: '重置动态验证码' }))
  expect(question.getByText(/请先核实是本人提出/)).toBeInTheDocument()
  expect(writes()).toEqual([])
  expect(question.getByRole('button', { name: '确定重置' })).toHaveFocus()
  fireEvent.click(question.getByRole('button', { name: '确定重置' }))
  expect(await screen.findByText('clerk1 的动态验证码已重置')).toBeInTheDocument()
  expect(writes()).toMatchObject([{ method: 'DELETE', path: '/api/staff/accounts/clerk1/second-factor' }])
})

test('one’s own second factor is turned off with password and code; few recovery codes are told of', async () => {
  await show(() => ({ body: { ...own, secondFactor: false } }), 'clerk')
  expect(await screen.findByText('还剩 3 个恢复码，请更换一次，换一组新的。')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '停用' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('当前密码'), { target: { value: 'the-password' } })
  fireEvent.change(dialog.getByLabelText('动态验证码'), { target: { value: 'ABCD EFGH IJKL 2345' } })
  fireEvent.click(dialog.getByRole('button', { name: '停用' }))
  expect(await screen.findByText('动态验证码已停用。您在其他电脑上的登录已退出。')).toBeInTheDocument()
  expect(writes()).toMatchObject([{ path: '/api/staff/sessions/current/second-factor/end', body: { password: 'the-password', otp: 'abcd-efgh-ijkl-2345' } }])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a refusal stays in the question, and whoever must have a second factor can only renew it', async () => {
  own = { ...own, secondFactorNeeded: true, recoveryLeft: 10 }
  await show(() => refused('SECOND_FACTOR_WRONG'), 'clerk')
  fireEvent.click(await screen.findByRole('button', { name: '更换' }))
  expect(screen.queryByRole('button', { name: '停用' })).toBeNull()
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('当前密码'), { target: { value: 'the-password' } })
  fireEvent.change(dialog.getByLabelText('动态验证码'), { target: { value: '287082' } })
  fireEvent.click(dialog.getByRole('button', { name: '开始设置' }))
  expect(await dialog.findByText(errorTable.SECOND_FACTOR_WRONG.zh)).toBeInTheDocument()
})
