import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { errorTable, type ErrorCode } from '@shared/errors'
import { setLanguage } from '@/i18n'
import { servePhone, type PhoneServer, type Reply } from '../../../../../tests/support/phone/server'
import { consoleApi, type ParkedMessage } from '../api'
import { aHall } from '../builders'
import { ConsoleApp } from '../ConsoleApp'
import { ParkedRoom } from './ParkedRoom'

let server: PhoneServer
beforeEach(() => window.sessionStorage.clear())
afterEach(async () => { await server.close(); act(() => setLanguage('zh')) })

const HOUR = 3_600_000
const YEAR_2100 = Date.UTC(2100, 0, 1)
const sample = (more: Partial<ParkedMessage> = {}): ParkedMessage => ({
  parkedId: 'called-tianhe-1', kind: 'called', way: 'wechat', problem: 'errcode 45009', tries: 8, parkedAt: YEAR_2100 - HOUR, validUntil: YEAR_2100, ...more,
})
const call = sample()
/** Of 2 January 2024, 10:00 to 10:05. */
const lateCase = sample({ parkedId: 'case-1', kind: 'case', way: 'sms', problem: 'no answer', tries: 1, parkedAt: Date.UTC(2024, 0, 2, 2), validUntil: Date.UTC(2024, 0, 2, 2, 5) })
const refused = (code: ErrorCode): Reply =>
  ({ status: errorTable[code].status, body: { error: { code, message: errorTable[code].zh, retry: errorTable[code].retry, requestId: 'r-1' } } })
const listed = (parked: readonly ParkedMessage[], total = parked.length): Reply => ({ body: { parked, total } })
const token = 't'.repeat(43)
const api = consoleApi(token)

/** The room, where `list` and `replay` answer; what is replayed leaves the list, as at the server. */
const show = async (list: (parked: readonly ParkedMessage[]) => Reply, replay: () => Reply = () => ({ body: { replayed: true } })): Promise<jest.Mock> => {
  let parked = [call, lateCase]
  server = await servePhone(({ method, path }) => {
    if (method === 'GET') return list(parked)
    const answer = replay()
    if (typeof answer === 'object' && (answer.status ?? 200) === 200) parked = parked.filter(({ parkedId }) => !path.includes(parkedId))
    return answer
  })
  const over = jest.fn()
  render(<ParkedRoom api={api} onBack={jest.fn()} onSessionOver={over} />)
  return over
}
const rowOf = async (kind: string): Promise<HTMLElement> => (await screen.findByText(kind, { selector: 'b' })).closest('li')!
const buttonIn = (row: HTMLElement): HTMLElement => within(row).getByRole('button', { name: /再试一次$/ })
const writes = () => server.received.filter(({ method }) => method !== 'GET').map(({ path }) => path)
/** Seen again after another tab: the list is asked for at once. */
const lookAgain = (): void => {
  for (const state of ['hidden', 'visible']) {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
    fireEvent(document, new Event('visibilitychange'))
  }
}

describe('the list', () => {
  test('says of each message what it was, which way, what was wrong, how often, since when and how long it makes sense', async () => {
    await show(listed)
    const row = await rowOf('叫号')
    expect(row).toHaveTextContent('叫号微信平台拒绝，代码 45009试了 8 次 · 2100年1月1日 07:00 起未送达2100年1月1日 08:00 前送到还有用')
    expect(await rowOf('办件进展')).toHaveTextContent('办件进展短信已过时效没有应答试了 1 次 · 2024年1月2日 10:00 起未送达2024年1月2日 10:05 已过时效：再试只会清除，不再发送。')
    expect(server.received[0]).toMatchObject({ path: '/api/parked-messages', headers: { authorization: `Bearer ${token}` } })
  })

  test('speaks English as well', async () => {
    act(() => setLanguage('en'))
    await show(listed)
    const row = (await screen.findByText('News of a case')).closest('li')!
    expect(row).toHaveTextContent('SMSToo lateno answer cametried once · not sent since 2 Jan 2024 10:00Its time was over at 2 Jan 2024 10:05: trying again drops it, it is not sent.')
  })

  test('blames no platform where our own sending broke', async () => {
    await show(() => listed([sample({ problem: 'the sending itself failed' })]))
    expect(within(await rowOf('叫号')).queryByText('微信')).toBeNull()
    expect(screen.getByText('系统自己没能发送，原因见日志')).toBeInTheDocument()
  })

  test('says when there are more than it shows', async () => {
    await show((parked) => listed(parked, 731))
    expect(await screen.findByText('共 731 条，只列出最新的 2 条。')).toBeInTheDocument()
  })

  test('says that nothing is kept, and while it loads that it loads', async () => {
    let answer: (reply: Reply) => void = () => undefined
    server = await servePhone(() => new Promise((resolve) => { answer = resolve }))
    render(<ParkedRoom api={api} onBack={jest.fn()} onSessionOver={jest.fn()} />)
    expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
    await waitFor(() => expect(server.received).toHaveLength(1))
    answer(listed([]))
    expect(await screen.findByText('没有未送达的消息')).toBeInTheDocument()
    expect(screen.queryByRole('status', { name: '正在加载' })).toBeNull()
  })

  test('that cannot be had says why, and is asked for again at a press', async () => {
    let away = true
    await show((parked) => (away ? refused('UNAVAILABLE') : listed(parked)))
    expect(await screen.findByRole('alert')).toHaveTextContent(errorTable.UNAVAILABLE.zh)
    away = false
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await rowOf('叫号')).toBeInTheDocument()
  })

  test('stays while the network is gone, and says of when it is', async () => {
    let gone = false
    await show((parked) => (gone ? 'drop' : listed(parked)))
    await rowOf('叫号')
    gone = true
    lookAgain()
    expect(await screen.findByText(/^网络已断开，以下是 \d\d:\d\d 的情况$/)).toBeInTheDocument()
    expect(await rowOf('叫号')).toBeInTheDocument()
    gone = false
    lookAgain()
    await waitFor(() => expect(screen.queryByText(/^网络已断开/)).toBeNull())
  })

  test('opens to nobody whose session is over', async () => {
    const over = await show(() => refused('UNAUTHENTICATED'))
    await waitFor(() => expect(over).toHaveBeenCalled())
  })
})

describe('trying again', () => {
  test('is said beside the message, which stays with its button under the focus', async () => {
    await show(listed)
    const button = buttonIn(await rowOf('叫号'))
    button.focus()
    fireEvent.click(button)
    expect(await within(await rowOf('叫号')).findByText('已再试。如果还是发不出去，会再回到这里。')).toHaveAttribute('role', 'status')
    expect(button).toHaveFocus()
    expect(button).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(button)
    expect(writes()).toEqual(['/api/parked-messages/called-tianhe-1/replay'])
    expect(within(await rowOf('办件进展')).getByRole('status')).toBeEmptyDOMElement()
  })

  test('of what is past its time says that it was dropped', async () => {
    await show(listed)
    fireEvent.click(buttonIn(await rowOf('办件进展')))
    expect(await within(await rowOf('办件进展')).findByText('已过时效，已清除，没有发送。')).toBeInTheDocument()
  })

  test('of what is kept no longer says that nothing is left to do', async () => {
    await show(listed, () => refused('PARKED_NOT_FOUND'))
    fireEvent.click(buttonIn(await rowOf('叫号')))
    expect(await within(await rowOf('叫号')).findByText(/^已经不在这里了/)).toBeInTheDocument()
  })

  test('that is refused says why beside the message, and may be tried once more', async () => {
    let busy = true
    await show(listed, () => (busy ? refused('UNAVAILABLE') : { body: { replayed: true } }))
    const row = await rowOf('叫号')
    fireEvent.click(buttonIn(row))
    expect(await within(row).findByRole('alert')).toHaveTextContent(errorTable.UNAVAILABLE.zh)
    busy = false
    fireEvent.click(buttonIn(row))
    expect(await within(row).findByText(/^已再试。/)).toBeInTheDocument()
    expect(within(row).queryByRole('alert')).toBeNull()
  })

  test('without an answer is being confirmed, and no other is tried meanwhile', async () => {
    await show(listed, () => 'drop')
    const row = await rowOf('叫号')
    fireEvent.click(buttonIn(row))
    expect(await within(row).findByText(/^还没有收到结果/)).toBeInTheDocument()
    fireEvent.click(buttonIn(await rowOf('办件进展')))
    fireEvent.click(within(row).getByRole('button', { name: '不再确认' }))
    expect(await within(row).findByRole('alert')).toHaveTextContent('网络连接不上')
    expect(new Set(writes())).toEqual(new Set(['/api/parked-messages/called-tianhe-1/replay']))
  })

  test('in vain brings the message back, which says so and may be tried once more', async () => {
    let failed = false
    await show((parked) => (failed ? listed([sample({ parkedAt: YEAR_2100 - 1 }), ...parked]) : listed(parked)))
    fireEvent.click(buttonIn(await rowOf('叫号')))
    await screen.findByText(/^已再试。/)
    failed = true
    lookAgain()
    expect(await screen.findByText('再试过了，还是没有发出去。')).toBeInTheDocument()
    expect(buttonIn(await rowOf('叫号'))).toHaveAttribute('aria-disabled', 'false')
  })

  test('leaves the focus to the list when somebody else took the message away', async () => {
    let taken = false
    await show((parked) => listed(taken ? parked.slice(1) : parked))
    buttonIn(await rowOf('叫号')).focus()
    taken = true
    lookAgain()
    await waitFor(() => expect(screen.queryByText('叫号', { selector: 'b' })).toBeNull())
    expect(screen.getByRole('region', { name: '未送达的消息，新的在前' })).toHaveFocus()
  })
})

describe('the way there', () => {
  const enter = async (role: 'clerk' | 'supervisor' | 'operator', halls: readonly string[]): Promise<void> => {
    server = await servePhone(({ path }) => {
      if (path === '/api/parked-messages') return listed([])
      return path === '/api/halls/search' ? { body: { halls: [aHall()], nextCursor: null } } : { body: aHall() }
    })
    const staff = { token, account: 'one', role, name: { zh: '演示', en: 'Demo' }, halls, expiresAt: YEAR_2100 }
    window.sessionStorage.setItem('yichuang.staff', JSON.stringify(staff))
    render(<ConsoleApp linkedHall='' />)
    await screen.findByRole('button', { name: '退出登录' })
  }

  test('leads an operator from choosing a hall into the room and back', async () => {
    await enter('operator', [])
    fireEvent.click(screen.getByRole('button', { name: '未送达的消息' }))
    expect(await screen.findByText('没有未送达的消息')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '返回' }))
    expect(await screen.findByRole('heading', { name: '选择大厅' })).toBeInTheDocument()
  })

  test('is open to an operator of a single hall too, who never chooses one', async () => {
    await enter('operator', ['tianhe'])
    expect(screen.getByRole('button', { name: '未送达的消息' })).toBeInTheDocument()
  })

  test.each([['clerk', []], ['supervisor', []], ['supervisor', ['tianhe']]] as const)('is not there for a %s of %j, not even where this tab remembers the room', async (role, halls) => {
    window.sessionStorage.setItem('yichuang.console-desk', JSON.stringify({ account: 'one', desk: 'parked' }))
    await enter(role, halls)
    expect(screen.queryByText('未送达的消息')).toBeNull()
    expect(server.received.map(({ path }) => path)).not.toContain('/api/parked-messages')
  })
})
