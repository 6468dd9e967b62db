import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Rating } from '@shared/ratings'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { RateScreen } from './RateScreen'

const ticketId = 'tianhe.0h3k9q2m7x5v8b1n4c6d'
const refusal = (status: number, code: string, retry = 'never'): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry, requestId: 'r-1' } } })
const visit = (state = 'finished') => ({
  ticketId, number: 'A040', state, hallName: { zh: '天河区政务服务中心', en: 'Tianhe' }, lineName: { zh: '综合业务', en: 'General' },
})
const rated: Rating = { ticketId, level: 4, tags: ['406'], text: '很快', ratedAt: Date.UTC(2026, 0, 1, 2) }

let server: PhoneServer
let unmount = (): void => undefined
const open = async (onRate: (request: Received, count: number) => Reply, { kept = refusal(404, 'RATING_NOT_FOUND'), state = 'finished' } = {}) => {
  let count = 0
  server = await servePhone((request) => {
    if (request.method === 'POST') { count += 1; return onRate(request, count) }
    return request.path.endsWith('/rating') ? kept : { body: visit(state) }
  })
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  unmount = render(<RateScreen ticketId={ticketId} caseOfVisit={<p>what was handed in</p>} />).unmount
}
const given = (request: Received): Reply => ({ status: 201, body: { ...rated, ...(request.body as object) } })
const sent = () => server.received.filter(({ method }) => method === 'POST')
const choose = async (name: string): Promise<void> => { fireEvent.click(await screen.findByRole('radio', { name })) }
const send = (): void => { fireEvent.click(screen.getByRole('button', { name: '提交评价' })) }

afterEach(async () => {
  unmount()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('a good rating takes two taps', async () => {
  await open(given)
  await choose('非常满意')
  send()
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect(sent()[0]?.body).toEqual({ level: 5, tags: [], text: '' })
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
  expect(sent()[0]?.body).toEqual({ level: 1, tags: ['110'], text: '' })
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
  await waitFor(() => expect(sent()[0]?.body).toEqual({ level: 4, tags: ['413'], text: '讲得很清楚' }))
})

test('a poor connection loses nothing: the same key goes out again', async () => {
  await open((request, count) => count < 3 ? 'drop' : given(request))
  await choose('非常满意')
  send()
  expect(await screen.findByText(/写的都还在/, {}, { timeout: 4000 })).toBeInTheDocument()
  send()
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect(new Set(sent().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})

test('a visit rated before shows that rating, without thanks and without a form', async () => {
  await open(given, { kept: { body: rated } })
  expect(await screen.findByText('您的评价')).toBeInTheDocument()
  expect(screen.getByText('填写一张表单就可完成申报')).toBeInTheDocument()
  expect(screen.getByText('2026-01-01 10:00 评价')).toBeInTheDocument()
  expect(screen.queryByText('谢谢您的评价')).not.toBeInTheDocument()
  expect(screen.queryByRole('radio')).not.toBeInTheDocument()
})

test('a visit that is not over yet leads back to its number', async () => {
  await open(given, { state: 'serving' })
  fireEvent.click(await screen.findByRole('button', { name: '看我的号' }))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/ticket/index?id=${ticketId}`)
})

test('a refusal is said in its own words', async () => {
  await open(() => refusal(422, 'RATING_TOO_LATE'))
  await choose('满意')
  send()
  expect(await screen.findByText('message of RATING_TOO_LATE')).toBeInTheDocument()
})

test('somebody else’s visit is not shown; signing in comes back here', async () => {
  await open(given, { kept: refusal(404, 'TICKET_NOT_FOUND') })
  expect(await screen.findByText('没有找到这次服务')).toBeInTheDocument()
  unmount()
  await server.close()
  await open(given, { kept: refusal(401, 'UNAUTHENTICATED') })
  fireEvent.click(await screen.findByRole('button', { name: '去登录' }))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`/pages/rate/index?id=${ticketId}`)}`)
})
