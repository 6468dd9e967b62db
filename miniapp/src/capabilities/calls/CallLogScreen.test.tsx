import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { CallLogEntry } from '@shared/callLog'
import { setLanguage } from '@/i18n'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { aLog, DAY, HALL, NINE } from './builders'
import { CallLogScreen } from './CallLogScreen'
import { headOf, keepHead } from './heads'

const log = aLog(['take', 'A001'], ['take', 'A002'], ['take', 'A003', { class: 'priority' }], ['call', 'A001'], ['call', 'A003', { class: 'priority' }])
let server: PhoneServer
/** Two entries an answer, so that a log is read to its end. */
const tell = (entries: readonly CallLogEntry[], kept = true) => (path: string): Reply => {
  const after = Number(/after=(\d+)/.exec(path)?.[1])
  return { body: { hallId: HALL, day: DAY, kept, entries: entries.slice(after, after + 2), last: entries.length } }
}
const open = async (reply: (path: string) => Reply, number = '') => {
  server = await servePhone(({ path }) => reply(path))
  render(<CallLogScreen hallId={HALL} number={number} />)
}

beforeEach(() => { jest.spyOn(Date, 'now').mockReturnValue(NINE + 3_600_000) })
afterEach(async () => {
  cleanup()
  act(() => setLanguage('zh'))
  jest.restoreAllMocks()
  await server.close()
})

describe('the open log of calls', () => {
  test('is read to its end, reckoned anew, and told from the latest on', async () => {
    await open(tell(log))
    expect(await screen.findByText('已核对 5 条，未被改动')).toBeInTheDocument()
    expect(server.received.map(({ path }) => path)).toEqual([0, 2, 4].map((after) => `/api/halls/${HALL}/calls/${DAY}?after=${after}`))
    expect(screen.getAllByText('叫号')).toHaveLength(2)
    expect(screen.getAllByText('优先 · 5号窗口')).toHaveLength(1)
  })

  test('tells who was called before my number, and why', async () => {
    await open(tell(log), 'A002')
    expect(await screen.findByText('您取 A002 之后，在您之前被叫的')).toBeInTheDocument()
    for (const why of ['比您先取号', '优先号，按公布的规则穿插']) expect(screen.getByText(why)).toBeInTheDocument()
  })

  test('shows a long day thirty at a time, and leads on and back', async () => {
    const number = (n: number): string => `A${String(n).padStart(3, '0')}`
    const day = aLog(...Array.from({ length: 70 }, (_, i) => ['take', number(i + 1)] as const))
    await open(() => ({ body: { hallId: HALL, day: DAY, kept: true, entries: day, last: day.length } }))
    const rows = (): string[] => screen.getAllByText(/^A\d{3}$/).map((one) => one.textContent ?? '')
    expect(await screen.findByText('第 1–30 条，共 70 条')).toBeInTheDocument()
    expect([rows().length, rows()[0]]).toEqual([30, 'A070'])
    fireEvent.click(screen.getByRole('button', { name: '下一页' }))
    fireEvent.click(screen.getByRole('button', { name: '下一页' }))
    expect([screen.getByText('第 61–70 条，共 70 条') !== null, rows().length, rows().at(-1)]).toEqual([true, 10, 'A001'])
    expect(screen.getByRole('button', { name: '下一页' })).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(screen.getByRole('button', { name: '上一页' }))
    expect(rows()[0]).toBe('A040')
  })

  test('says plainly that an entry was changed', async () => {
    await open(tell(log.map((entry) => (entry.n === 4 ? { ...entry, number: 'A009' } : entry))))
    expect(await screen.findByText('第 4 条对不上，之后的记录不能相信')).toBeInTheDocument()
  })

  test('says that it is not what this phone saw before, though whole in itself', async () => {
    const before = aLog(['take', 'A001'], ['take', 'A002'], ['call', 'A002'])
    keepHead(HALL, DAY, { count: 3, hash: before[2]?.hash ?? '' })
    await open(tell(log))
    expect(await screen.findByText('和您的手机之前看到的不一样')).toBeInTheDocument()
    keepHead(HALL, DAY, { count: 5, hash: log[4]?.hash ?? '' })
  })

  test('says that entries at the end are missing, where the log is said to have more', async () => {
    await open((path) => {
      const after = Number(/after=(\d+)/.exec(path)?.[1])
      return { body: { hallId: HALL, day: DAY, kept: true, entries: log.slice(after, 3), last: 5 } }
    })
    expect(await screen.findByText('第 4 条对不上，之后的记录不能相信')).toBeInTheDocument()
    expect(screen.queryByText(/未被改动/)).not.toBeInTheDocument()
  })

  test('says that it became shorter than this phone saw it; an answer a moment old is no such thing', async () => {
    keepHead(HALL, DAY, { count: 5, hash: log[4]?.hash ?? '' })
    await open(tell(log.slice(0, 4)))
    expect(await screen.findByText('和您的手机之前看到的不一样')).toBeInTheDocument()
    cleanup()
    await server.close()
    await open((path) => tell(path.endsWith('after=5') ? log : log.slice(0, 4))(path))
    expect(await screen.findByText('已核对 4 条，未被改动')).toBeInTheDocument()
    expect(headOf(HALL, DAY)).toMatchObject({ count: 5 })
  })

  test('says so too when nothing is left of it, and never that nobody took a number', async () => {
    keepHead(HALL, DAY, { count: 5, hash: log[4]?.hash ?? '' })
    await open(tell([]))
    expect(await screen.findByText('和您的手机之前看到的不一样')).toBeInTheDocument()
    expect(screen.queryByText('今天还没有人取号')).not.toBeInTheDocument()
  })

  test('says that there is nothing yet, that another system calls, and that there is no network', async () => {
    await open(tell([]))
    expect(await screen.findByText('今天还没有人取号')).toBeInTheDocument()
    cleanup()
    await server.close()
    await open(tell([], false))
    expect(await screen.findByText('这个大厅用自己的叫号系统')).toBeInTheDocument()
    cleanup()
    await server.close()
    await open(() => 'drop')
    expect(await screen.findByRole('button', { name: /重试|再试/ })).toBeInTheDocument()
  })

  test('speaks English', async () => {
    act(() => setLanguage('en'))
    await open(tell(log), 'A002')
    expect(await screen.findByText('5 entries checked, nothing was changed')).toBeInTheDocument()
    expect(screen.getByText('Took a number before you')).toBeInTheDocument()
  })

  test('of no hall leads to all of them; of one that keeps none, to its page', async () => {
    await open(() => ({ status: 404, body: { error: { code: 'HALL_NOT_FOUND', message: '没有找到这个大厅。', retry: 'never', requestId: 'r-1' } } }))
    fireEvent.click(await screen.findByRole('button', { name: '看所有大厅' }))
    expect(phone.opened.at(-1)?.url).toBe('/pages/halls/index')
    cleanup()
    await server.close()
    await open(tell([], false))
    fireEvent.click(await screen.findByRole('button', { name: '看大厅情况' }))
    expect(phone.opened.at(-1)?.url).toBe(`/pages/hall/index?hall=${HALL}`)
  })
})
