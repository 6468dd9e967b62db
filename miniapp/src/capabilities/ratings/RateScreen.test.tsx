import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Rating } from '@shared/ratings'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { aBadRating, aRating, anOrder } from './builders'
import { RateScreen } from './RateScreen'
import type { RatingSubject } from './subject'

const ticketId = 'tianhe.0h3k9q2m7x5v8b1n4c6d'
const caseNo = '11440100007482575H3440118009000202601050001'
const visitSubject: RatingSubject = { kind: 'visit', ticketId }
const refusal = (status: number, code: string, retry = 'never'): Reply => ({ status, body: { error: { code, message: `message of ${code}。`, retry, requestId: 'r-1' } } })
const visit = (state = 'finished') => ({
  ticketId, number: 'A040', state, hallName: { zh: '天河区政务服务中心', en: 'Tianhe' }, lineName: { zh: '综合业务', en: 'General' },
})
const rated: Rating = aRating({ level: 4, tags: ['406'], text: '很快' })

let server: PhoneServer
const open = async (onRate: (request: Received, count: number) => Reply, { kept = refusal(404, 'RATING_NOT_FOUND'), state = 'finished', subject = visitSubject as RatingSubject, signedIn = true, allow = undefined as (() => Promise<void>) | undefined } = {}) => {
  let count = 0
  server = await servePhone((request) => {
    const { method, path } = request
    if (method === 'POST' && path !== '/api/cases/rating/search') { count += 1; return onRate(request, count) }
    if (/\/rating(\?|$|\/search)/.test(path)) return kept
    return { body: path.startsWith('/api/cases/') ? { case: { itemName: '劳动能力复查鉴定申请' } } : visit(state) }
  })
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  render(<RateScreen subject={subject} caseOfVisit={<p>what was handed in</p>} allow={allow} />)
}
const given = (request: Received): Reply => ({ status: 201, body: { ...rated, ...(request.body as object) } })
const sent = () => server.received.filter(({ method, path }) => method === 'POST' && !path.endsWith('/search'))
const choose = async (name: string): Promise<void> => { fireEvent.click(await screen.findByRole('radio', { name })) }
const send = (): void => { fireEvent.click(screen.getByRole('button', { name: '提交评价' })) }

afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('a good rating takes two taps, and is anonymous', async () => {
  await open(given)
  await choose('非常满意')
  send()
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect(sent()[0]).toMatchObject({ path: `/api/tickets/${ticketId}/rating`, body: { level: 5, tags: [], text: '', photos: [], anonymous: true } })
})

test.each([
  ['a bad one of mine', '不满意', visitSubject, 1],
  ['a good one', '满意', visitSubject, 0],
  ['a bad one by a receipt, whose giver nobody knows', '不满意', { kind: 'receipt', receipt: { by: 'name', caseNo, name: '演示用户一' }, itemName: '劳动能力复查鉴定申请' } as RatingSubject, 0],
])('sending %s asks to allow messages about its answer only where there will be one, and sends it whatever is said', async (_, level, subject, times) => {
  const allow = jest.fn(() => new Promise<void>(() => undefined))
  await open(given, { subject, allow })
  await choose(level)
  if (level === '不满意') fireEvent.change(screen.getAllByRole('textbox')[0]!, { target: { value: '等了很久' } })
  send()
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(allow).toHaveBeenCalledTimes(times)
})

test('every level has a face of its own and its name, and the chosen one a tick', async () => {
  await open(given)
  await choose('满意')
  const levels = screen.getAllByRole('radio')
  const faces = levels.map((level) => /yc-icon-(face\d)/.exec(level.innerHTML)?.[1])
  expect(faces).toEqual(['face5', 'face4', 'face3', 'face2', 'face1'])
  expect(levels.map((level) => level.innerHTML.includes('yc-icon-check'))).toEqual([false, true, false, false, false])
})

test('who does not mind being known switches that off, and reads what it means', async () => {
  await open(given)
  await choose('满意')
  expect(screen.getByText('已打开：被评价的人和大厅，永远不会知道是谁评的。')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('switch', { name: /^匿名评价/ }))
  expect(screen.getByText(/窗口人员仍然看不到/)).toBeInTheDocument()
  send()
  await waitFor(() => expect(sent()[0]?.body).toMatchObject({ anonymous: false }))
})

test('what was handed in at the visit stands under its rating, and does not distract from giving one', async () => {
  await open(given)
  await choose('非常满意')
  expect(screen.queryByText('what was handed in')).not.toBeInTheDocument()
  send()
  expect(await screen.findByText('what was handed in')).toBeInTheDocument()
})

test('a bad rating waits for a tag or words, and says so', async () => {
  await open(given)
  await choose('非常不满意')
  expect(screen.getByRole('button', { name: '提交评价' })).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getAllByText('请选一条，或写几个字，我们才好改').length).toBeGreaterThan(0)
  send()
  expect(sent()).toHaveLength(0)
  fireEvent.click(screen.getByRole('checkbox', { name: '无理由超过法定办理时间' }))
  send()
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(sent()[0]?.body).toMatchObject({ level: 1, tags: ['110'], text: '' })
})

test('after a bad rating it says who has it in hand, and by which day', async () => {
  await open(() => ({ status: 201, body: aBadRating() }))
  await choose('非常不满意')
  fireEvent.click(screen.getByRole('checkbox', { name: '无理由超过法定办理时间' }))
  send()
  expect(await screen.findByText('由天河区政务服务中心负责')).toBeInTheDocument()
  expect(screen.getByText('最迟 1月6日 周二 核实情况')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '查看、修改或删除' }))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/ratings/rating/index?id=${ticketId}`)
})

test('the middle level, whose tags are praise and blame, asks for neither', async () => {
  await open(given)
  await choose('基本满意')
  expect(screen.getByRole('heading', { name: '说说具体情况' })).toBeInTheDocument()
  expect(screen.queryByText('哪里做得好')).not.toBeInTheDocument()
})

test('more tags come on demand, and words are counted', async () => {
  await open(given)
  await choose('满意')
  expect(screen.queryByRole('checkbox', { name: '服务态度较好' })).not.toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '更多选项' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '服务态度较好' }))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '讲得很清楚' } })
  expect(screen.getByText('已写 5 / 500 字')).toBeInTheDocument()
  send()
  await waitFor(() => expect(sent()[0]?.body).toMatchObject({ level: 4, tags: ['413'], text: '讲得很清楚' }))
})

test('a visit rated before shows that rating, without thanks and without a form', async () => {
  await open(given, { kept: { body: rated } })
  expect(await screen.findByText('您的评价')).toBeInTheDocument()
  expect(screen.getByText('填写一张表单就可完成申报')).toBeInTheDocument()
  expect(screen.getByText('2026年1月5日 10:00 评价 · 匿名')).toBeInTheDocument()
  expect(screen.queryByText('谢谢您的评价')).not.toBeInTheDocument()
  expect(screen.queryByRole('radio')).not.toBeInTheDocument()
})

test('a visit that is not over yet leads back to its number', async () => {
  await open(given, { state: 'serving' })
  fireEvent.click(await screen.findByRole('button', { name: '看我的号' }))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/ticket/index?id=${ticketId}`)
})

test('a refusal is said in its own words, with what to do next, and what was written stays', async () => {
  await open(() => refusal(422, 'TEXT_REFUSED'))
  await choose('满意')
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '讲得很清楚' } })
  send()
  expect(await screen.findByText('message of TEXT_REFUSED。也可以只选上面的选项，不写文字。')).toBeInTheDocument()
  expect(screen.getByRole('textbox')).toHaveValue('讲得很清楚')
})

test('somebody else’s visit is not shown; signing in comes back here', async () => {
  await open(given, { kept: refusal(404, 'TICKET_NOT_FOUND') })
  expect(await screen.findByText('没有找到这次服务')).toBeInTheDocument()
  cleanup()
  await server.close()
  await open(given, { kept: refusal(401, 'UNAUTHENTICATED') })
  fireEvent.click(await screen.findByRole('button', { name: '去登录' }))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`/pages/rate/index?id=${ticketId}`)}`)
})

test('a case of mine, or of an enterprise I act for, is rated by its number', async () => {
  await open(given, { subject: { kind: 'case', caseNo, personId: 'p000000000000000000000001' } })
  expect(await screen.findByText('劳动能力复查鉴定申请')).toBeInTheDocument()
  expect(screen.getByText('这件事办得怎么样？')).toBeInTheDocument()
  await choose('非常满意')
  send()
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect(sent()[0]).toMatchObject({ path: `/api/cases/${caseNo}/rating?personId=p000000000000000000000001`, body: { level: 5, photos: [] } })
})

test('a receipt’s case is rated without signing in and without photos; nothing of it stays on the phone', async () => {
  const receipt = { by: 'name', caseNo, name: '演示用户一' } as const
  await open(({ body }) => ({ status: 201, body: aBadRating({ ...(body as { rating: object }).rating, order: anOrder() }) }), { subject: { kind: 'receipt', receipt, itemName: '劳动能力复查鉴定申请' }, signedIn: false })
  await choose('不满意')
  expect(screen.queryByRole('button', { name: '加照片' })).not.toBeInTheDocument()
  fireEvent.click(screen.getByRole('checkbox', { name: '没有提供材料清单' }))
  send()
  expect(await screen.findByText('由天河区政务服务中心负责')).toBeInTheDocument()
  expect(sent()[0]).toMatchObject({ path: '/api/cases/rating', body: { receipt, rating: { level: 2, tags: ['208'], text: '', anonymous: true } } })
  expect(Object.keys((sent()[0]?.body as { rating: object }).rating)).not.toContain('photos')
  expect(screen.queryByRole('button', { name: '查看、修改或删除' })).not.toBeInTheDocument()
  expect(JSON.stringify([...phone.storage])).not.toMatch(/演示用户一|11440100007482575H/)
})

test('speaks English', async () => {
  act(() => setLanguage('en'))
  await open(given)
  await choose('Very satisfied')
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText('Thank you')).toBeInTheDocument()
})

describe('what was being written when the app ended', () => {
  const restart = async (): Promise<void> => { cleanup(); await server.close() }

  test('is there again for the same visit, and not once it was sent', async () => {
    await open(given)
    await choose('不满意')
    fireEvent.change(screen.getAllByRole('textbox')[0]!, { target: { value: '等了很久' } })
    await restart()
    await open(given)
    expect(await screen.findByRole('radio', { name: '不满意' })).toHaveAttribute('aria-checked', 'true')
    expect(screen.getAllByRole('textbox')[0]).toHaveValue('等了很久')
    send()
    expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
    await restart()
    await open(given)
    expect(await screen.findByRole('radio', { name: '不满意' })).toHaveAttribute('aria-checked', 'false')
  })

  test('is not there for another visit, nor for anybody else on this phone, and a receipt’s is never kept', async () => {
    await open(given)
    await choose('不满意')
    await restart()
    await open(given, { subject: { kind: 'visit', ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6e' } })
    expect(await screen.findByRole('radio', { name: '不满意' })).toHaveAttribute('aria-checked', 'false')
    await restart()
    act(() => dropSession())
    await open(given)
    expect(await screen.findByRole('radio', { name: '不满意' })).toHaveAttribute('aria-checked', 'false')
    await restart()
    await open(given, { subject: { kind: 'receipt', receipt: { by: 'name', caseNo, name: '演示用户一' }, itemName: '劳动能力复查鉴定申请' } })
    await choose('不满意')
    expect([...phone.storage.keys()].filter((name) => name.includes('draft'))).toEqual([])
  })
})
