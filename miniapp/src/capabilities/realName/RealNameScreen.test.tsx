import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { endpoints } from '@shared/endpoints'
import { errorTable, type ErrorCode } from '@shared/errors'
import { startFaceCheck } from '@shared/realName'
import { setLanguage } from '@/i18n'
import { currentSession, dropSession, keepSession } from '@/platform'
import type { FaceEnded, FaceStart } from '@/platform/face'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { RealNameScreen } from './RealNameScreen'

const ID = '11010519491231002X'
const host = { canCheckFace: true, channel: 'wechat', checkFace: async (_: FaceStart): Promise<FaceEnded> => 'done' }
jest.mock('@/platform/face', () => ({ get canCheckFace() { return host.canCheckFace }, checkFace: (start: FaceStart) => host.checkFace(start) }))
jest.mock('@/platform/signIn', () => ({ get channel() { return host.channel } }))
jest.mock('./pace', () => ({ PENDING_PACE_MS: 5, PENDING_TRIES: 4 }))

const { realName, started, verified } = {
  realName: endpoints.readRealName.example.output.realName, started: endpoints.startFaceCheck.example.output, verified: endpoints.finishFaceCheck.example.output,
}
const refusal = (status: number, code: ErrorCode): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: errorTable[code].retry, requestId: 'r-1' } } })

let server: PhoneServer
let state: Reply
let start: (count: number) => Reply
let finish: (count: number) => Reply
const isStart = ({ path }: Received): boolean => path === '/api/real-name/checks'
const isFinish = ({ path }: Received): boolean => path.endsWith('/result')
const serve = async (signedIn = true): Promise<void> => {
  server = await servePhone((request) => {
    if (isStart(request)) return start(server.received.filter(isStart).length)
    if (isFinish(request)) return finish(server.received.filter(isFinish).length)
    return request.path === '/api/sessions/current' ? { body: { ...endpoints.readSession.example.output, name: '张*' } } : state
  })
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '微信用户', expiresAt: Date.UTC(2100, 0, 1), realName: false }))
}
beforeEach(() => {
  state = { body: { realName: null, way: 'face' } }
  start = () => ({ status: 201, body: started })
  finish = () => ({ body: verified })
  Object.assign(host, { canCheckFace: true, channel: 'wechat', checkFace: async () => 'done' })
})
afterEach(async () => { act(() => { dropSession(); setLanguage('zh') }); await server.close() })

const button = (name: string) => screen.getByRole('button', { name })
const press = async (name: string): Promise<void> => { await act(async () => { fireEvent.click(button(name)) }) }
const write = (label: string, value: string): void => { fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } }) }
const tick = (name: RegExp): void => { fireEvent.click(screen.getByRole('checkbox', { name })) }
const show = async (next = ''): Promise<void> => { await serve(); render(<RealNameScreen next={next} />); await screen.findByRole('textbox', { name: '姓名' }) }
const fill = (): void => {
  write('姓名', '张三')
  write('身份证号', '110105 19491231 002x')
  tick(/^同意加密保存/)
  tick(/^同意由微信或支付宝核验/)
}
const starts = (): Received[] => server.received.filter(isStart)

describe('the state', () => {
  test('verified: the masked name and number, by what and when', async () => {
    state = { body: { realName, way: 'face' } }
    await serve()
    render(<RealNameScreen next='' />)
    expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
    expect(await screen.findByText('已实名认证')).toBeInTheDocument()
    for (const text of [realName.name, realName.idMasked, '刷脸核验', '2026年1月1日 09:00']) expect(screen.getByText(text)).toBeInTheDocument()
    await press('隐私与我的数据')
    expect(phone.opened.at(-1)?.url).toBe('/pages/account/privacy/index')
  })

  test('an error can be tried again; without a session it leads to signing in and back', async () => {
    state = refusal(503, 'UNAVAILABLE')
    await serve()
    const { unmount } = render(<RealNameScreen next='' />)
    expect(await screen.findByText('message of UNAVAILABLE')).toBeInTheDocument()
    state = { body: { realName, way: 'unified' } }
    await press('再试一次')
    expect(await screen.findByText('已实名认证')).toBeInTheDocument()
    unmount()
    act(() => dropSession())
    render(<RealNameScreen next='/pages/cases/index' />)
    await press('去登录')
    expect(phone.opened.at(-1)?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent('/pages/account/real-name/index?next=%2Fpages%2Fcases%2Findex')}`)
  })

  test('on the web it is explained, and leads to the unified identity and back', async () => {
    Object.assign(host, { canCheckFace: false, channel: 'web' })
    state = { body: { realName: null, way: 'unified' } }
    await serve()
    render(<RealNameScreen next='' />)
    expect(await screen.findByText(/在登录页勾选/)).toBeInTheDocument()
    await press('用统一身份认证登录')
    expect(phone.opened.at(-1)?.url).toBe('/pages/sign-in/index?next=%2Fpages%2Faccount%2Freal-name%2Findex')
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })

  test('in a mini-program that has no face check, the way out is said, and no button leads nowhere', async () => {
    state = { body: { realName: null, way: 'unified' } }
    await serve()
    render(<RealNameScreen next='' />)
    expect(await screen.findByText(/请在浏览器打开网页版/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '用统一身份认证登录' })).not.toBeInTheDocument()
  })
})

describe('the face check', () => {
  test('nothing is ticked beforehand, and nothing goes out before it is right and both consents are given', async () => {
    await show()
    for (const one of screen.getAllByRole('checkbox')) expect(one).toHaveAttribute('aria-checked', 'false')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await press('开始刷脸')
    expect(screen.getByRole('alert')).toHaveTextContent('请填写姓名')
    write('姓名', '<b>张三</b>')
    expect(screen.getByRole('alert')).toHaveTextContent('不能用的字符')
    write('姓名', '张三')
    write('身份证号', '110105194912310021')
    expect(screen.getByRole('alert')).toHaveTextContent('身份证号不对')
    write('身份证号', ID)
    expect(screen.getByRole('alert')).toHaveTextContent('是否同意保存')
    tick(/^同意加密保存/)
    expect(screen.getByRole('alert')).toHaveTextContent('是否同意刷脸')
    await press('开始刷脸')
    expect(starts()).toEqual([])
  })

  test('passed: the host was handed the check, the session knows the name, and the number is nowhere on the phone', async () => {
    const handed: FaceStart[] = []
    host.checkFace = async (given) => { handed.push(given); return 'done' }
    await show('/pages/cases/index')
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('实名认证完成')).toBeInTheDocument()
    expect(handed).toEqual([started])
    expect(startFaceCheck.body.safeParse(starts()[0]?.body).success).toBe(true)
    expect(currentSession()).toMatchObject({ name: '张*', realName: true })
    expect(JSON.stringify([...phone.storage])).not.toMatch(/110105|19491231|张三/)
    expect(server.received.every(({ path }) => !/110105|%E5/.test(path))).toBe(true)
    await press('继续')
    expect(phone.opened.at(-1)).toEqual({ how: 'redirectTo', url: '/pages/cases/index' })
  })

  test('joined with an account that was there before: what it means is said', async () => {
    finish = () => ({ body: { ...verified, joined: true } })
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('实名认证完成，两个账号已合并')).toBeInTheDocument()
    expect(screen.getByText(/两边的号、预约、办理人和评价现在都在这里/)).toBeInTheDocument()
  })

  test('a result that comes a moment later is waited for', async () => {
    finish = (count) => (count < 3 ? refusal(409, 'CHECK_PENDING') : { body: verified })
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('实名认证完成')).toBeInTheDocument()
    expect(server.received.filter(isFinish)).toHaveLength(3)
  })

  test('refused: what to look at, and what was written is still there to be put right', async () => {
    finish = () => refusal(422, 'FACE_REFUSED')
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('刷脸没有通过')).toBeInTheDocument()
    expect(screen.getByText(/请核对姓名和身份证号/)).toBeInTheDocument()
    await press('重新开始')
    expect(screen.getByRole('textbox', { name: '姓名' })).toHaveValue('张三')
    finish = () => ({ body: verified })
    await press('开始刷脸')
    expect(await screen.findByText('实名认证完成')).toBeInTheDocument()
    expect(new Set(starts().map(({ headers }) => headers['idempotency-key'])).size).toBe(2)
  })

  test.each<[FaceEnded, RegExp]>([['cancelled', /填的都还在/], ['failed', /请检查摄像头权限/]])('%s by the host and not done: the same check goes on', async (ended, said) => {
    host.checkFace = async () => ended
    finish = () => refusal(409, 'CHECK_PENDING')
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('刷脸没有做完')).toBeInTheDocument()
    expect(screen.getByText(said)).toBeInTheDocument()
    expect(server.received.filter(isFinish)).toHaveLength(1)
    host.checkFace = async () => 'done'
    finish = () => ({ body: verified })
    await press('接着刷脸')
    expect(await screen.findByText('实名认证完成')).toBeInTheDocument()
    expect(starts()).toHaveLength(1)
  })

  test.each<[string, FaceEnded, Reply, string]>([
    ['wechat', 'cancelled', refusal(404, 'CHECK_NOT_FOUND'), '刷脸没有做完'], ['wechat', 'failed', refusal(404, 'CHECK_NOT_FOUND'), '刷脸没有做完'],
    ['alipay', 'cancelled', refusal(422, 'FACE_REFUSED'), '刷脸没有做完'], ['alipay', 'failed', refusal(422, 'FACE_REFUSED'), '刷脸没有做完'],
    ['wechat', 'failed', refusal(422, 'FACE_REFUSED'), '刷脸没有通过'],
  ])('on %s, %s by the host: nobody who left is told that it took too long or did not pass', async (channel, ended, reply, said) => {
    host.channel = channel
    host.checkFace = async () => ended
    finish = () => reply
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText(said)).toBeInTheDocument()
  })

  test('cancelled says the host, passed says the server: the server is believed', async () => {
    host.checkFace = async () => 'cancelled'
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('实名认证完成')).toBeInTheDocument()
  })

  test('a check that is known no more is begun again', async () => {
    finish = () => refusal(404, 'CHECK_NOT_FOUND')
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('这次核验已失效')).toBeInTheDocument()
    await press('重新开始')
    expect(button('开始刷脸')).toBeInTheDocument()
  })

  test.each<[string, Reply]>([
    ['no answer', 'drop'], ['an identity service that is away', refusal(503, 'IDENTITY_UNAVAILABLE')], ['a platform that does not know yet', refusal(409, 'CHECK_PENDING')],
  ])('%s leaves the outcome open: it is asked for again, without a second face check', async (_, reply) => {
    let faces = 0
    host.checkFace = async () => { faces += 1; return 'done' }
    finish = () => reply
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('还没有收到结果')).toBeInTheDocument()
    finish = () => ({ body: verified })
    await press('再问一次')
    expect(await screen.findByText('实名认证完成')).toBeInTheDocument()
    expect(faces).toBe(1)
  })

  test('an account of somebody else: what to do instead', async () => {
    start = () => refusal(409, 'REAL_NAME_KNOWN')
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('这个账号已属于另一位实名用户')).toBeInTheDocument()
    expect(screen.getByText('message of REAL_NAME_KNOWN')).toBeInTheDocument()
    await press('添加家人')
    expect(phone.opened.at(-1)?.url).toBe('/pages/persons/index?add=family')
  })

  test.each<[ErrorCode, number, string | RegExp]>([
    ['FACE_REFUSED', 422, 'message of FACE_REFUSED'], ['IDENTITY_UNAVAILABLE', 503, /身份认证服务暂时不可用。填的都还在/],
  ])('a beginning refused with %s is said, and what was written stays', async (code, status, said) => {
    start = () => refusal(status, code)
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText(said)).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: '身份证号' })).toHaveValue('110105 19491231 002x')
  })

  test('where it is not offered after all, the unified identity is', async () => {
    start = () => refusal(422, 'FACE_NOT_OFFERED')
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText('这里不能刷脸')).toBeInTheDocument()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })

  test('a lost answer to the beginning is asked for with the same key', async () => {
    start = (count) => (count < 3 ? 'drop' : { status: 201, body: started })
    await show()
    fill()
    await press('开始刷脸')
    expect(await screen.findByText(/请再点一次，不会重复/, {}, { timeout: 4000 })).toBeInTheDocument()
    await press('开始刷脸')
    expect(await screen.findByText('实名认证完成')).toBeInTheDocument()
    await waitFor(() => expect(new Set(starts().map(({ headers }) => headers['idempotency-key'])).size).toBe(1))
  })

  test('a double tap begins one check, and it is said what is under way', async () => {
    let end: (ended: FaceEnded) => void = () => undefined
    host.checkFace = () => new Promise((resolve) => { end = resolve })
    await show()
    fill()
    const begin = button('开始刷脸')
    // Both before the page can show that the first worked.
    act(() => { begin.click(); begin.click() })
    expect(await screen.findByRole('button', { name: /请在弹出的页面完成刷脸/ })).toHaveAttribute('aria-busy', 'true')
    await act(async () => end('done'))
    expect(await screen.findByText('实名认证完成')).toBeInTheDocument()
    expect(starts()).toHaveLength(1)
  })

  test('in English too', async () => {
    await serve()
    act(() => setLanguage('en'))
    render(<RealNameScreen next='' />)
    expect(await screen.findByRole('checkbox', { name: /^Have my face checked by WeChat or Alipay, We are told only whether it passed/ })).toBeInTheDocument()
  })
})
