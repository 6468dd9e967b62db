import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { CaseDetail, SourceState } from '@shared/cases'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import type { CaseAsk } from './api'
import { aDetail, anAnswer, aPromise, aSilentSource, aSource, aSupplement, aTrack, CASE_NO, TEN } from './builders'
import { CaseScreen } from './CaseScreen'

const visit = { ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', number: 'A040', hallId: 'tianhe', finishedAt: TEN, rated: false }
const hall = { hallId: 'tianhe', name: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, address: { zh: '天河区软件路13号', en: '13 Ruanjian Road, Tianhe' }, place: { lat: 23.1, lng: 113.3 } }
const result = { outcome: 'granted', on: '20260105', document: '鉴定结论通知书', reason: '', collectedOn: null } as const
const way = { place: '', note: '', hallId: null } as const
const mine: CaseAsk = { kind: 'mine', caseNo: CASE_NO, personId: 'self' }

let server: PhoneServer
let reply: Reply
const show = async (change: Partial<CaseDetail> | Reply = {}, { ask = mine, signedIn = true, sources = [aSource()] }: { ask?: CaseAsk | null; signedIn?: boolean; sources?: readonly SourceState[] } = {}) => {
  reply = typeof change === 'object' && 'body' in change ? change : typeof change === 'string' ? change : { body: anAnswer(change, sources) }
  server = await servePhone(({ path }) => (path.startsWith('/api/halls/') ? { body: hall } : reply))
  if (signedIn) keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  render(<CaseScreen ask={ask} first={null} here='/pages/cases/case/index' />)
}
const refused = (code: string, status = 404): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: status === 503 ? 'later' : 'never', requestId: 'r-1' } } })
const opened = (): string | undefined => phone.opened.at(-1)?.url
const press = async (name: string): Promise<void> => { const button = await screen.findByRole('button', { name }); await act(async () => { fireEvent.click(button) }) }

afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

describe('a case', () => {
  it('says where it stands, what was promised, who has it, what comes, and its number', async () => {
    await show()
    expect(await screen.findByRole('heading', { name: '正在审查' })).toBeInTheDocument()
    for (const text of ['承诺 3月12日 周四 前办完 · 还有 38 个工作日', '现在由市人力资源和社会保障局办理', '下一步：决定', CASE_NO, '演*']) expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((one) => one.getAttribute('aria-label'))).toEqual([
      '受理，已完成，1月5日 周一 · 综合窗口', '审查，现在，市人力资源和社会保障局', '决定，之后',
    ])
    expect(server.received[0]?.path).toBe(`/api/cases/${CASE_NO}?personId=self`)
    await press('看办事指南')
    expect(opened()).toBe('/pages/guides/guide/index?item=work-ability-review')
  })

  it('late says by how much, and whom to call', async () => {
    await show({ promise: aPromise({ daysLeft: -3 }) })
    expect(await screen.findByRole('heading', { name: '超期了，还没办完' })).toBeInTheDocument()
    expect(screen.getByText('已超期 3 个工作日')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '拨打 12345' })).toBeInTheDocument()
  })

  it('in time names no hotline', async () => {
    await show()
    await screen.findByText('正在审查')
    expect(screen.queryByText(/12345/)).not.toBeInTheDocument()
  })

  it('that waits for documents lists them and until when, and leads to a visit with its item', async () => {
    await show({ ...aSupplement(), visit })
    expect(await screen.findByText('请在 1月9日 周五 前补齐')).toBeInTheDocument()
    expect(screen.getByText('居民身份证')).toBeInTheDocument()
    expect(screen.getByText('1月5日 周一 起暂停。等您补材料，补齐后接着算。')).toBeInTheDocument()
    await press('预约去补')
    expect(opened()).toBe('/pages/book/index?items=work-ability-review')
    await press('现在取号')
    expect(opened()).toBe('/pages/take/index?hall=tianhe&item=work-ability-review')
  })

  it('without a guide is not booked; without a visit a hall is chosen first', async () => {
    await show({ ...aSupplement(), itemId: null })
    await screen.findByText('居民身份证')
    expect(screen.queryByRole('button', { name: '预约去补' })).not.toBeInTheDocument()
    await press('现在取号')
    expect(opened()).toBe('/pages/halls/index')
  })

  it('that is too late for the documents says so', async () => {
    await show({ ...aSupplement(), supplement: { asks: [{ name: '居民身份证', note: '' }], until: '20260102' } })
    expect(await screen.findByText('1月2日 周五 已过，请尽快到窗口问清')).toBeInTheDocument()
  })

  it('with a result says what it is and each way to get it; a window leads to its hall', async () => {
    const ways = [{ ...way, way: 'window' as const, place: '3号窗口', hallId: 'tianhe' }, { ...way, way: 'locker' as const, place: '一楼自助柜' }, { ...way, way: 'electronic' as const }]
    await show({ state: 'granted', stage: 'deliver', promise: null, waitsForMe: true, result: { ...result, ways } })
    expect(await screen.findByText('1月5日 周一 准予')).toBeInTheDocument()
    for (const text of ['鉴定结论通知书', '到窗口领取', '自助柜领取', '一楼自助柜', '电子证照，不用跑']) expect(screen.getByText(text)).toBeInTheDocument()
    expect(await screen.findByText('天河区政务服务中心 · 天河区软件路13号')).toBeInTheDocument()
    await press('看这个大厅')
    expect(opened()).toBe('/pages/hall/index?hall=tianhe')
  })

  it('refused says why; a result that was handed over is not to be fetched again', async () => {
    await show({ state: 'refused', promise: null, result: { ...result, outcome: 'refused', reason: '材料不符', ways: [], document: '' } })
    expect(await screen.findByText('理由：材料不符')).toBeInTheDocument()
    cleanup()
    await server.close()
    await show({ state: 'delivered', promise: null, result: { ...result, collectedOn: '20260105', ways: [{ ...way, way: 'window' }] } })
    expect(await screen.findByText('1月5日 周一 已领取')).toBeInTheDocument()
    expect(screen.queryByText('到窗口领取')).not.toBeInTheDocument()
  })

  it('handled jointly shows each department by its own clock, the one that holds it up first and by name', async () => {
    await show({ joint: 2, heldUpBy: ['市民政局'], tracks: [aTrack(), aTrack({ department: '市民政局', holdsUp: true, promise: aPromise({ daysLeft: -2 }), sourceId: null })] })
    expect(await screen.findByText('整件事在等：市民政局')).toBeInTheDocument()
    expect(screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))).toEqual([
      '市民政局，正在等它，正在审查，已超期 2 个工作日', '市住房和城乡建设局，正在审查，承诺 3月12日 周四 前办完 · 还有 38 个工作日',
    ])
  })

  it('names a silent system, and its department’s part is shown as of then', async () => {
    const asOf = TEN - 20 * 60_000
    await show({ tracks: [aTrack({ asOf })] }, { sources: [aSource(), aSilentSource({ asOf })] })
    expect(await screen.findByText('住建系统暂时没有回应，显示的是 2026-01-05 09:40 的情况')).toBeInTheDocument()
    expect(screen.getByRole('region')).toHaveAccessibleName(/2026-01-05 09:40 的情况$/)
  })

  it.each([
    [mine, `/pages/rate/index?case=${CASE_NO}&person=self`],
    [{ kind: 'mine', caseNo: CASE_NO, personId: 'p000000000000000000000001' }, `/pages/rate/index?case=${CASE_NO}&person=p000000000000000000000001`],
    [{ kind: 'visit', ticketId: visit.ticketId }, `/pages/rate/index?case=${CASE_NO}&person=self`],
    [{ kind: 'receipt', receipt: { by: 'name', caseNo: CASE_NO, name: '演示用户一' } }, '/pages/rate/index?receipt=last'],
  ] as readonly [CaseAsk, string][])('that is decided can be rated, asked for as %j', async (ask, url) => {
    await show({ state: 'granted', promise: null }, { ask })
    await press('评价这次办理')
    expect(opened()).toBe(url)
  })

  it.each(['in-progress', 'supplement', 'applied'] as const)('that is %s cannot be rated yet', async (state) => {
    await show({ state })
    await screen.findByText(CASE_NO)
    expect(screen.queryByRole('button', { name: '评价这次办理' })).not.toBeInTheDocument()
  })

  it('is one line with its visit and the rating of it', async () => {
    await show({ visit })
    fireEvent.click(await screen.findByRole('link', { name: /^到大厅递交（A040 号）/ }))
    expect(opened()).toBe('/pages/ticket/index?id=tianhe.0h3k9q2m7x5v8b1n4c6d')
    fireEvent.click(screen.getByRole('link', { name: /^评价这次服务/ }))
    expect(opened()).toBe('/pages/rate/index?id=tianhe.0h3k9q2m7x5v8b1n4c6d')
  })

  it('speaks English', async () => {
    act(() => setLanguage('en'))
    await show({ ...aSupplement() })
    expect(await screen.findByRole('heading', { name: 'Please bring what is missing' })).toBeInTheDocument()
    expect(screen.getByText('Bring it by Fri 9 Jan')).toBeInTheDocument()
  })
})

describe('asked for in other ways', () => {
  it('by its receipt, without anybody signed in, and never with a name in an address', async () => {
    await show({}, { ask: { kind: 'receipt', receipt: { by: 'name', caseNo: CASE_NO, name: '演示用户一' } }, signedIn: false })
    await screen.findByText('正在审查')
    expect(server.received[0]).toMatchObject({ method: 'POST', path: '/api/cases/search', body: { by: 'name', caseNo: CASE_NO, name: '演示用户一' } })
    await press('查另一个')
    expect(phone.opened.at(-1)).toEqual({ how: 'redirectTo', url: '/pages/cases/receipt/index' })
  })

  it('an answer that is there already is not asked for again', async () => {
    server = await servePhone(() => 'hang')
    render(<CaseScreen ask={{ kind: 'receipt', receipt: { by: 'barcode', caseNo: CASE_NO, secret: 'AB12CD34' } }} first={{ ...anAnswer(), case: aDetail() }} here='/' />)
    expect(await screen.findByText('正在审查')).toBeInTheDocument()
    expect(server.received).toEqual([])
  })

  it('by a receipt that is not known any more: why, and how to look it up again', async () => {
    await show({}, { ask: null, signedIn: false })
    expect(await screen.findByText('为了安全，查过的回执不保存')).toBeInTheDocument()
    await press('凭受理回执查')
    expect(opened()).toBe('/pages/cases/receipt/index')
    expect(server.received).toEqual([])
  })

  it('by its visit, when none was handed in: says so', async () => {
    await show(refused('CASE_NOT_FOUND'), { ask: { kind: 'visit', ticketId: visit.ticketId } })
    expect(await screen.findByText('这次没有递交办件，或还没登记进来。')).toBeInTheDocument()
  })
})

describe('not shown', () => {
  it('needs somebody signed in, and comes back here', async () => {
    await show({}, { signedIn: false })
    await press('去登录')
    expect(opened()).toBe('/pages/sign-in/index?next=%2Fpages%2Fcases%2Fcase%2Findex')
    expect(server.received).toEqual([])
  })

  it('somebody else’s is not there', async () => {
    await show(refused('CASE_NOT_FOUND'))
    expect(await screen.findByText('没有找到这个办件')).toBeInTheDocument()
  })

  it.each([['REAL_NAME_NEEDED', '去实名认证', '/pages/account/real-name/index?next=%2Fpages%2Fcases%2Fcase%2Findex'], ['NOT_GRANTED', '凭受理回执查', '/pages/cases/receipt/index']])('%s leads on', async (code, name, url) => {
    await show(refused(code, 403))
    await press(name)
    expect(opened()).toBe(url)
  })

  it('silent systems are said to be silent, never that there is no case', async () => {
    await show(refused('CASE_SYSTEMS_SILENT', 503))
    expect(await screen.findByText('message of CASE_SYSTEMS_SILENT')).toBeInTheDocument()
    expect(screen.queryByText('没有找到这个办件')).not.toBeInTheDocument()
    reply = { body: anAnswer() }
    await press('再试一次')
    await waitFor(() => expect(screen.getByText('正在审查')).toBeInTheDocument())
  })
})
