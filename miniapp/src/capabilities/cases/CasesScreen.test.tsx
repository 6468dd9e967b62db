import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { CaseSummary, SourceState } from '@shared/cases'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession, now } from '@/platform'
import { phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { aCase, anAnswer, aPromise, aSilentSource, aSource, CASE_NO, otherNo } from './builders'
import { CaseOfVisit } from './CaseOfVisit'
import { CasesScreen } from './CasesScreen'
import { WaitingCase } from './WaitingCase'

const enterprise = { personId: 'p0h3k9q2m7x5v8b1n4c6d0z9y', kind: 'enterprise', name: '演示科技有限公司', idMasked: '9****************T', relation: null, until: '20261231', expired: false, grants: ['book', 'cases'] }
const listed = (cases: readonly CaseSummary[], sources: readonly SourceState[] = [aSource()], askAgainMs: number | null = null): Reply =>
  ({ body: { cases, sources, complete: sources.every(({ state }) => state === 'answered'), askAgainMs } })
const refused = (code: string, status = 403): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1' } } })

let server: PhoneServer
let cases: Reply
let persons: readonly object[]
const serve = async (reply: Reply, signedIn = true) => {
  cases = reply
  server = await servePhone(({ path }) => (path === '/api/persons' ? { body: { persons, most: 5 } } : path === '/api/items' ? { body: { items: [] } } : cases))
  if (signedIn) keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
}
const show = async (reply: Reply, signedIn = true) => { await serve(reply, signedIn); render(<CasesScreen />) }
const opened = (): string | undefined => phone.opened.at(-1)?.url
const press = async (name: string): Promise<void> => { fireEvent.click(await screen.findByRole('button', { name })) }
const asked = (): string[] => server.received.map(({ path }) => path).filter((path) => path.startsWith('/api/cases'))

beforeEach(() => { persons = [] })
afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

describe('my cases', () => {
  it('are parted by whose turn it is; each says where it stands, the day and who has it, and opens', async () => {
    await show(listed([
      aCase(), aCase({ caseNo: otherNo(2), itemName: '道路运输证核发', state: 'supplement', waitsForMe: true, bringBy: '20260109' }),
      aCase({ caseNo: otherNo(3), itemName: '公租房申请', joint: 3, promise: aPromise({ daysLeft: -4 }) }), aCase({ caseNo: otherNo(4), itemName: '居住证办理', state: 'delivered', promise: null }),
    ]))
    await screen.findByText('等您办')
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['等您办', '办理中', '办完的'])
    expect(screen.getByRole('link', { name: /^道路运输证核发.*请您补材料.*请在 1月9日 周五 前补齐/ })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /^公租房申请.*正在审查.*已超期 4 个工作日.*3 个部门一起办/ })).toBeInTheDocument()
    fireEvent.click(screen.getByRole('link', { name: /^劳动能力复查鉴定申请.*正在审查.*承诺 3月12日 周四 前办完 · 还有 38 个工作日.*市人力资源和社会保障局/ }))
    expect(opened()).toBe(`/pages/cases/case/index?no=${CASE_NO}`)
  })

  it('name a system that is missing with the hour of its copy, and the case of it is shown as of then', async () => {
    await show(listed([aCase({ sources: ['housing'], asOf: aSilentSource().asOf ?? 0 })], [aSource(), aSilentSource({ asOf: now() })]))
    expect(await screen.findByText(/^住建系统暂时没有回应，显示的是 \d\d:\d\d 的情况$/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /2026-01-05 09:40 的情况/ })).toHaveClass('is-wash')
  })

  it('what was still missing appears by itself', async () => {
    await show(listed([aCase()], [aSource(), aSilentSource({ state: 'late', asOf: null })], 1000))
    expect(await screen.findByText('住建系统还没有回应')).toBeInTheDocument()
    expect(screen.getByText('收到后会自动显示，不用刷新。')).toBeInTheDocument()
    cases = listed([aCase(), aCase({ caseNo: otherNo(2), itemName: '公租房申请', sources: ['housing'] })], [aSource(), aSilentSource({ state: 'answered' })])
    expect(await screen.findByText('公租房申请')).toBeInTheDocument()
    expect(screen.queryByText('住建系统还没有回应')).not.toBeInTheDocument()
  })

  it('opening one that still moves asks to allow messages about it first, and opens whatever is said; one that is over asks nothing', async () => {
    const allow = jest.fn(async (_: string) => undefined)
    await serve(listed([aCase(), aCase({ caseNo: otherNo(4), itemName: '居住证办理', state: 'delivered', promise: null })]))
    render(<CasesScreen allow={allow} />)
    fireEvent.click(await screen.findByRole('link', { name: /^劳动能力复查鉴定申请/ }))
    await waitFor(() => expect(opened()).toBe(`/pages/cases/case/index?no=${CASE_NO}`))
    fireEvent.click(screen.getByRole('link', { name: /^居住证办理/ }))
    expect(opened()).toBe(`/pages/cases/case/index?no=${otherNo(4)}`)
    expect(allow.mock.calls).toEqual([[CASE_NO]])
  })

  it('none is only said when every system has answered', async () => {
    await show(listed([], [aSource(), aSilentSource({ asOf: null })]))
    expect(await screen.findByText('还没有收到全部回应')).toBeInTheDocument()
    expect(screen.queryByText('没有查到办件')).not.toBeInTheDocument()
    cases = listed([])
    act(() => setLanguage('en'))
    expect(await screen.findByText('No cases were found')).toBeInTheDocument()
  })

  it('an enterprise’s are seen by its agent; without one there is nothing to choose', async () => {
    persons = [enterprise, { ...enterprise, personId: 'p1', name: '过期公司', expired: true }, { ...enterprise, personId: 'p2', kind: 'family', name: '演*' }, { ...enterprise, personId: 'p3', name: '只许预约公司', grants: ['book'] }]
    await show(listed([aCase()]))
    const chips = await screen.findAllByRole('radio')
    expect(chips.map((one) => one.textContent)).toEqual(['本人', '演示科技有限公司'])
    fireEvent.click(screen.getByRole('radio', { name: '演示科技有限公司' }))
    await waitFor(() => expect(asked().at(-1)).toBe(`/api/cases?personId=${enterprise.personId}`))
    fireEvent.click(await screen.findByRole('link', { name: /^劳动能力复查鉴定申请/ }))
    expect(opened()).toBe(`/pages/cases/case/index?no=${CASE_NO}&person=${enterprise.personId}`)
  })
})

describe('cases that cannot be shown', () => {
  it('without signing in: the way to it, and the way by receipt', async () => {
    await show(listed([]), false)
    await press('去登录')
    expect(opened()).toBe('/pages/sign-in/index?next=%2Fpages%2Fcases%2Findex')
    await press('凭受理回执查')
    expect(opened()).toBe('/pages/cases/receipt/index')
    expect(server.received).toEqual([])
  })

  it('without a real name: why, and both ways', async () => {
    await show(refused('REAL_NAME_NEEDED'))
    expect(await screen.findByText('还没有实名，看不到本人办件')).toBeInTheDocument()
    await press('去实名认证')
    expect(opened()).toBe('/pages/account/real-name/index?next=%2Fpages%2Fcases%2Findex')
    expect(screen.getByRole('button', { name: '凭受理回执查' })).toBeInTheDocument()
  })

  it('an enterprise that did not let its agent see them is said', async () => {
    await show(refused('NOT_GRANTED'))
    expect(await screen.findByText('企业没有授权您查办件')).toBeInTheDocument()
  })

  it('an authorisation that ended is said', async () => {
    await show(refused('PERSON_NOT_FOUND', 404))
    expect(await screen.findByText('您现在不能代这家企业查看')).toBeInTheDocument()
  })

  it('a failure says that the cases are not affected, and can be tried again', async () => {
    await show({ status: 503, body: {} })
    expect(await screen.findByText('暂时看不到您的办件')).toBeInTheDocument()
    cases = listed([aCase()])
    await press('再试一次')
    expect(await screen.findByText('劳动能力复查鉴定申请')).toBeInTheDocument()
  })

  it('what was heard before stays, and says of when it is', async () => {
    await show(listed([aCase()]))
    await screen.findByText('劳动能力复查鉴定申请')
    cases = { status: 503, body: {} }
    act(() => { setLanguage('en'); showPage() })
    expect(await screen.findByText(/This is how it was at/)).toBeInTheDocument()
    expect(screen.getByText('劳动能力复查鉴定申请')).toBeInTheDocument()
  })
})

describe('on other pages', () => {
  it('home shows the case that waits, and the way to the others', async () => {
    await serve(listed([aCase(), aCase({ caseNo: otherNo(2), itemName: '甲', state: 'granted', waitsForMe: true }), aCase({ caseNo: otherNo(3), itemName: '乙', state: 'supplement', waitsForMe: true, bringBy: '20260109' })]))
    render(<WaitingCase />)
    expect(await screen.findByRole('link', { name: /^乙.*请您补材料/ })).toBeInTheDocument()
    expect(screen.queryByText('甲')).not.toBeInTheDocument()
    await press('全部办件')
    expect(opened()).toBe('/pages/cases/index')
  })

  it.each([['no case waits', listed([aCase()])], ['there is no real name', refused('REAL_NAME_NEEDED')]])('home shows nothing when %s', async (_, reply) => {
    await serve(reply)
    const { container } = render(<WaitingCase />)
    await waitFor(() => expect(asked()).toHaveLength(1))
    await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 100) }) })
    expect(container).toBeEmptyDOMElement()
  })

  it('a finished visit shows its case, and nothing when none was handed in', async () => {
    await serve({ body: anAnswer() })
    const { unmount } = render(<CaseOfVisit ticketId='tianhe.0h3k9q2m7x5v8b1n4c6d' />)
    fireEvent.click(await screen.findByRole('link', { name: /^劳动能力复查鉴定申请/ }))
    expect(opened()).toBe('/pages/cases/case/index?ticket=tianhe.0h3k9q2m7x5v8b1n4c6d')
    expect(server.received[0]?.path).toBe('/api/tickets/tianhe.0h3k9q2m7x5v8b1n4c6d/case')
    unmount()
    cases = refused('CASE_NOT_FOUND', 404)
    const { container } = render(<CaseOfVisit ticketId='tianhe.0h3k9q2m7x5v8b1n4c6d' />)
    await waitFor(() => expect(server.received).toHaveLength(2))
    await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 100) }) })
    expect(container).toBeEmptyDOMElement()
  })
})
