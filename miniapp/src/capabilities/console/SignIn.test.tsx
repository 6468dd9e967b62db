import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { TextEncoder } from 'node:util'
import { errorTable, type ErrorCode } from '@shared/errors'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { SignIn } from './SignIn'
import { consoleApi, signIn } from './api'
import { StaffDoor } from './StaffDoor'
import { useStaffSession } from './useStaffSession'

// jsdom has none; browsers do, and whoever draws the QR code needs it.
Object.assign(globalThis, { TextEncoder })
let server: PhoneServer
beforeEach(() => window.sessionStorage.clear())
afterEach(async () => { await server.close() })

const TOKEN = 't'.repeat(43)
const member = { account: 'boss', role: 'operator', name: { zh: '操作员', en: 'Operator' }, halls: [], locked: false, secondFactor: true, secondFactorNeeded: true, recoveryLeft: 10 } as const
const signedIn = { status: 201, body: { ...member, token: TOKEN, expiresAt: Date.UTC(2100, 0, 1) } }
const refused = (code: ErrorCode): Reply =>
  ({ status: errorTable[code].status, body: { error: { code, message: errorTable[code].zh, retry: errorTable[code].retry, requestId: 'r' } } })
const bodies = (): unknown[] => server.received.filter(({ method }) => method === 'POST').map(({ body }) => body)
const fill = (label: string, value: string): void => { fireEvent.change(screen.getByLabelText(label), { target: { value } }) }
const press = (name: string): void => { fireEvent.click(screen.getByRole('button', { name })) }
const writePassword = (): void => {
  fill('账号', ' Boss ')
  fill('密码', 'the-password')
  press('登录')
}

describe('signing in', () => {
  const show = async (reply: (request: Received) => Reply): Promise<jest.Mock> => {
    server = await servePhone(reply)
    const done = jest.fn()
    render(<SignIn over={false} signIn={async (...given) => { done(await signIn(...given)) }} />)
    return done
  }
  const needsCode = ({ body }: Received): Reply => {
    const { otp } = body as { otp?: string }
    return otp === undefined ? refused('SECOND_FACTOR_NEEDED') : otp === '287082' ? signedIn : refused('SECOND_FACTOR_WRONG')
  }

  test('without a second factor takes the password alone', async () => {
    const done = await show(() => signedIn)
    writePassword()
    await waitFor(() => expect(done).toHaveBeenCalled())
    expect(bodies()).toEqual([{ account: 'boss', password: 'the-password' }])
  })

  test('with one asks for the code next, in a field that has the focus; a wrong one is not kept', async () => {
    const done = await show(needsCode)
    writePassword()
    const field = await screen.findByLabelText('动态验证码')
    expect(field).toHaveFocus()
    expect(field).toHaveAttribute('autocomplete', 'one-time-code')
    expect(screen.queryByLabelText('密码')).toBeNull()
    expect(screen.getByRole('alert')).toHaveTextContent('')
    fill('动态验证码', '000000')
    press('登录')
    expect(await screen.findByText(errorTable.SECOND_FACTOR_WRONG.zh)).toBeInTheDocument()
    expect(field).toHaveValue('')
    fill('动态验证码', '287 082')
    press('登录')
    await waitFor(() => expect(done).toHaveBeenCalled())
    expect(bodies().map((body) => (body as { otp?: string }).otp)).toEqual([undefined, '000000', '287082'])
  })

  test('does not send what is no code', async () => {
    await show(needsCode)
    writePassword()
    await screen.findByLabelText('动态验证码')
    fill('动态验证码', '12345')
    press('登录')
    expect(screen.getByRole('alert')).toHaveTextContent('请输入 6 位数字')
    expect(bodies()).toHaveLength(1)
  })

  test('begins anew when the password is wrong by now, or for another account', async () => {
    await show(({ body }) => ((body as { otp?: string }).otp ? refused('PASSWORD_WRONG') : refused('SECOND_FACTOR_NEEDED')))
    writePassword()
    await screen.findByLabelText('动态验证码')
    fill('动态验证码', '287082')
    press('登录')
    expect(await screen.findByText(errorTable.PASSWORD_WRONG.zh)).toBeInTheDocument()
    press('登录')
    await screen.findByLabelText('动态验证码')
    press('换一个账号')
    expect(screen.getByLabelText('密码')).toHaveValue('')
  })
})

describe('whoever must have a second factor and has none', () => {
  const begun = {
    enrolmentId: 'e'.repeat(22), uri: 'otpauth://totp/Yichuang:boss?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    recoveryCodes: ['abcd-efgh-ijkl-2345', 'bcde-fghi-jklm-3456'], expiresAt: Date.UTC(2100, 0, 1),
  }
  const Door = () => <StaffDoor session={useStaffSession()}>{(staff) => <p>at work: {staff.account}</p>}</StaffDoor>
  const show = async (has = false, confirm: () => Reply = () => ({ body: member })): Promise<void> => {
    server = await servePhone(({ method, path, body }) => {
      if (path === '/api/staff/sessions') return { ...signedIn, body: { ...signedIn.body, secondFactor: false } }
      if (path === '/api/staff/sessions/current') return { body: { ...member, secondFactor: has } }
      if (method === 'POST') return { status: 201, body: begun }
      return (body as { otp: string }).otp === '287082' ? confirm() : refused('SECOND_FACTOR_WRONG')
    })
    render(<Door />)
  }

  test('is led to it with the password just given, shown key and recovery codes once, and then let in', async () => {
    await show()
    writePassword()
    press((await screen.findByRole('button', { name: '开始设置' })).textContent ?? '')
    expect(await screen.findByRole('img', { name: '验证器应用要扫描的二维码' })).toBeInTheDocument()
    expect(screen.getByText('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')).toBeInTheDocument()
    for (const code of begun.recoveryCodes) expect(screen.getByText(code)).toBeInTheDocument()
    expect(screen.getByRole('list', { name: '设置动态验证码' })).toHaveFocus()
    fill('输入应用里显示的 6 位数字', '000000')
    press('恢复码已记下，完成设置')
    expect(await screen.findByText(errorTable.SECOND_FACTOR_WRONG.zh)).toBeInTheDocument()
    expect(screen.queryByText(/at work/)).toBeNull()
    fill('输入应用里显示的 6 位数字', '287082')
    press('恢复码已记下，完成设置')
    expect(await screen.findByText('at work: boss')).toBeInTheDocument()
    expect(bodies()).toEqual([{ account: 'boss', password: 'the-password' }, { password: 'the-password' }])
    expect(JSON.stringify({ ...window.sessionStorage })).not.toMatch(/the-password|GEZD|abcd-/)
  })

  test('after a reload is asked for the password again', async () => {
    window.sessionStorage.setItem('yichuang.staff', JSON.stringify({ ...member, token: TOKEN, expiresAt: Date.UTC(2100, 0, 1), enrolling: true }))
    await show()
    fill('当前密码', 'the-password')
    press('开始设置')
    await screen.findByLabelText('输入应用里显示的 6 位数字')
    expect(bodies()).toEqual([{ password: 'the-password' }])
  })

  test('is let in when it was set up, though the answer was lost', async () => {
    window.sessionStorage.setItem('yichuang.staff', JSON.stringify({ ...member, token: TOKEN, expiresAt: Date.UTC(2100, 0, 1), enrolling: true }))
    await show(true)
    expect(await screen.findByText('at work: boss')).toBeInTheDocument()
    expect(JSON.parse(window.sessionStorage.getItem('yichuang.staff') ?? '')).toMatchObject({ enrolling: false })
  })

  test('is asked to sign in anew when that became so in a running session', async () => {
    server = await servePhone(() => refused('SECOND_FACTOR_ENROL'))
    await expect(consoleApi(TOKEN).accounts()).rejects.toMatchObject({ code: 'SECOND_FACTOR_ENROL' })
    window.sessionStorage.setItem('yichuang.staff', JSON.stringify({ ...member, token: TOKEN, expiresAt: Date.UTC(2100, 0, 1), enrolling: true }))
    render(<Door />)
    expect(await screen.findByText('登录已过期，请重新登录。')).toBeInTheDocument()
  })
})
