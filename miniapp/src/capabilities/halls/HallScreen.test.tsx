import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { aBoard, aHall, aHallDetail } from './builders'
import { HallScreen } from './HallScreen'
import { HallsScreen } from './HallsScreen'
import { NearbyHalls } from './NearbyHalls'

let server: PhoneServer
afterEach(async () => { await server.close(); act(() => setLanguage('zh')) })
const notFound: Reply = { status: 404, body: { error: { code: 'HALL_NOT_FOUND', message: '没有找到这个大厅。', retry: 'never', requestId: 'r-404' } } }

describe('a hall', () => {
  const show = async (canTake = false, hall = aHallDetail(), board = aBoard(), hallId = 'tianhe') => {
    server = await servePhone(({ path }) => ({ body: path.endsWith('/board') ? board : hall }))
    const onScan = jest.fn()
    render(<HallScreen hallId={hallId} canTake={canTake} onScan={onScan} />)
    await screen.findByText('天河区政务服务中心')
    return onScan
  }
  test('shows people ahead, the wait, who is called where, the rule, and that it is a demo', async () => {
    await show()
    expect(await screen.findByText('约等 15–30 分钟')).toBeInTheDocument()
    expect(screen.getByText('12')).toBeInTheDocument()
    expect(screen.getByText('A028')).toBeInTheDocument()
    expect(screen.getByText('5号窗口')).toBeInTheDocument()
    expect(screen.getByText(/至多叫 2 个优先号/)).toBeInTheDocument()
    expect(screen.getByText('演示数据')).toBeInTheDocument()
  })
  test('asks for a scan, and takes at once after one', async () => {
    const onScan = await show()
    fireEvent.click(screen.getByRole('button', { name: '扫码取号' }))
    expect(onScan).toHaveBeenCalled()
    await server.close()
    document.body.innerHTML = ''
    await show(true)
    fireEvent.click(screen.getByRole('button', { name: '取号' }))
    expect(phone.opened.at(-1)?.url).toBe('/pages/take/index?hall=tianhe')
  })
  test('what to bring can be seen before the scan', async () => {
    await show(false, aHallDetail(), aBoard(), 'city')
    fireEvent.click(screen.getByRole('button', { name: '看要带什么' }))
    expect(phone.opened.at(-1)?.url).toBe('/pages/take/index?hall=city')
  })
  test('a time can be booked there, also while it is closed; not where no line takes appointments', async () => {
    const lines = aHallDetail().lines.map((line) => ({ ...line, bookable: true }))
    await show(false, aHallDetail({ lines, hours: { open: false, opensAt: null, closesAt: null } }), aBoard({ open: false }), 'city')
    fireEvent.click(screen.getByRole('button', { name: '预约再来' }))
    expect(phone.opened.at(-1)?.url).toBe('/pages/book/index?hall=city')
    await server.close()
    document.body.innerHTML = ''
    await show(false, aHallDetail({ lines: lines.map((line) => ({ ...line, bookable: false })) }))
    expect(screen.queryByRole('button', { name: '预约再来' })).not.toBeInTheDocument()
  })
  test('who has scanned can still book there once it is closed or has paused, and is not told that a number can be taken', async () => {
    const lines = aHallDetail().lines.map((line) => ({ ...line, bookable: true }))
    const shut: readonly [Parameters<typeof aHallDetail>[0], Parameters<typeof aBoard>[0]][] = [
      [{ lines, hours: { open: false, opensAt: null, closesAt: null } }, { open: false }], [{ lines }, { paused: true }],
    ]
    for (const [hall, board] of shut) {
      await show(true, aHallDetail(hall), aBoard(board))
      fireEvent.click(await screen.findByRole('button', { name: '预约再来' }))
      expect(phone.opened.at(-1)?.url).toBe('/pages/book/index?hall=tianhe')
      expect(screen.queryByText(/可以取号了/)).not.toBeInTheDocument()
      await server.close()
      document.body.innerHTML = ''
    }
    await show(true)
    expect(screen.getByText(/可以取号了/)).toBeInTheDocument()
  })
  test('who has priority is told once, below the lines', async () => {
    await show()
    expect(screen.getByText('可以优先的人：65 岁以上长者。')).toBeInTheDocument()
  })
  test('a closed hall gives no number, says when it opens and shows no waits', async () => {
    await show(true, aHallDetail({ hours: { open: false, opensAt: null, closesAt: null } }), aBoard({ open: false }))
    expect(await screen.findByText(/大厅现在不办公/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '取号' })).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: '看要带什么' })).toBeInTheDocument()
    expect(screen.queryByText('约等 15–30 分钟')).not.toBeInTheDocument()
  })
  test('a hall that has just closed does not claim to know when it opens next', async () => {
    await show(false, aHallDetail(), aBoard({ open: false }))
    expect(await screen.findByText('大厅现在不办公。')).toBeInTheDocument()
    expect(screen.queryByText(/两周内不开放/)).not.toBeInTheDocument()
  })
  test('a board nobody confirms any more shows no waits and calls nobody', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
    try {
      await show()
      await screen.findByText('A028')
      await server.close()
      await act(async () => { await jest.advanceTimersByTimeAsync(40_000) })
      expect(screen.queryByText('A028')).not.toBeInTheDocument()
      expect(screen.queryByText('约等 15–30 分钟')).not.toBeInTheDocument()
      expect(screen.getByText('截至 09:00，之后没有更新')).toBeInTheDocument()
    } finally { jest.useRealTimers() }
  })
  test('a hall that does not exist gives its reason and reference, and no useless retry', async () => {
    server = await servePhone(() => notFound)
    render(<HallScreen hallId='nowhere' canTake={false} onScan={() => undefined} />)
    expect(await screen.findByText('没有找到这个大厅。')).toBeInTheDocument()
    expect(screen.getByText(/r-404/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '再试一次' })).not.toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '看所有大厅' }))
    expect(phone.opened.at(-1)?.url).toBe('/pages/halls/index')
  })
  test('a link that names no hall is not called the citizen’s mistake', async () => {
    server = await servePhone(() => ({ status: 400, body: { error: { code: 'INVALID_INPUT', message: '填写的内容有误，请检查后再试。', retry: 'never', requestId: 'r-400' } } }))
    render(<HallScreen hallId='no-such-hall' canTake={false} onScan={() => undefined} />)
    expect(await screen.findByText('没有找到这个大厅')).toBeInTheDocument()
    expect(screen.queryByText(/填写的内容有误/)).not.toBeInTheDocument()
  })
  test('a lost network keeps the hall on show and says so', async () => {
    let lost = false
    server = await servePhone(({ path }) => (lost ? 'drop' : { body: path.endsWith('/board') ? aBoard() : aHallDetail() }))
    render(<HallScreen hallId='tianhe' canTake={false} onScan={() => undefined} />)
    await screen.findByText('12')
    lost = true
    act(() => setLanguage('en'))
    expect(await screen.findByText(/You are offline/)).toBeInTheDocument()
    expect(screen.getByText('Tianhe District Service Centre')).toBeInTheDocument()
  })
})

describe('the halls', () => {
  const pages = async () => {
    server = await servePhone(({ body }) => {
      const { text, cursor, district } = body as { text?: string; cursor: number; district?: string }
      if (text === '没有') return { body: { halls: [], next: null } }
      if (district) return { body: { halls: [aHall({ hallId: 'panyu', name: { zh: '番禺大厅', en: 'Panyu' } })], next: null } }
      return cursor === 0
        ? { body: { halls: [aHall()], next: 20 } }
        : { body: { halls: [aHall({ hallId: 'yuexiu', name: { zh: '越秀大厅', en: 'Yuexiu' }, waiting: 0 })], next: null } }
    })
    render(<HallsScreen tabs={null} />)
    await screen.findByText('天河区政务服务中心')
  }
  test('show the next page on request, and open a hall', async () => {
    await pages()
    fireEvent.click(screen.getByRole('button', { name: '显示更多' }))
    fireEvent.click(await screen.findByText('越秀大厅'))
    expect(phone.opened.at(-1)?.url).toBe('/pages/hall/index?hall=yuexiu')
    expect(screen.getByText('不用等')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '显示更多' })).not.toBeInTheDocument()
  })
  test('are searched by name, and an empty answer offers a way on', async () => {
    await pages()
    fireEvent.change(screen.getByRole('textbox', { name: '搜索大厅名称' }), { target: { value: '没有' } })
    expect(await screen.findByText('没有找到大厅')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }))
    expect(await screen.findByText('天河区政务服务中心')).toBeInTheDocument()
  })
  test('are searched by district', async () => {
    await pages()
    fireEvent.click(screen.getByText('全市'))
    fireEvent.click(screen.getByRole('radio', { name: '番禺区' }))
    expect(await screen.findByText('番禺大厅')).toBeInTheDocument()
    expect(server.received.at(-1)?.body).toMatchObject({ district: '440113' })
  })
  test('are asked for again while they are looked at, all pages shown', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
    try {
      await pages()
      fireEvent.click(screen.getByRole('button', { name: '显示更多' }))
      await screen.findByText('越秀大厅')
      server.received.length = 0
      await act(async () => { await jest.advanceTimersByTimeAsync(31_000) })
      await waitFor(() => expect(server.received.map(({ body }) => (body as { cursor: number }).cursor)).toEqual([0, 20]))
    } finally { jest.useRealTimers() }
  })
  test('near by say as of when they are once nothing newer comes', async () => {
    let lost = false
    server = await servePhone(() => (lost ? { status: 503, body: {} } : { body: { halls: [aHall()], next: null } }))
    render(<NearbyHalls />)
    expect(await screen.findByText(/更新$/)).toBeInTheDocument()
    lost = true
    act(() => setLanguage('en'))
    expect(await screen.findByText(/^As of \d\d:\d\d: nothing newer has come$/)).toBeInTheDocument()
  })
})
