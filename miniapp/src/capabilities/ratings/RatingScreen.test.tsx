import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { Rating } from '@shared/ratings'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { aBadRating, anOrder, aRating, TEN } from './builders'
import { RatingScreen } from './RatingScreen'
import { RatingsScreen } from './RatingsScreen'

const HOUR_MS = 3_600_000
const PHOTO = '1'.repeat(26)
const { ratingId } = aRating()
const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}。`, retry: 'never', requestId: 'r-1' } } })
const replied = (): Rating => aBadRating({
  changedAt: TEN, changeUntil: null,
  order: anOrder({
    state: 'replied', asks: true, dueAt: null, leader: { zh: '市政务和数据局 陈局长', en: 'Director Chen' },
    steps: [{ at: TEN, step: 'open', text: '' }, { at: TEN + HOUR_MS, step: 'escalate', text: '' }, { at: TEN + 2 * HOUR_MS, step: 'reply', text: '已增开一个窗口' }],
  }),
})

let server: PhoneServer
let ratings: readonly Rating[]
const serve = async (mine: readonly Rating[], onAct: (request: Received, count: number) => Reply = () => 'drop', signedIn = true) => {
  let count = 0
  ratings = mine
  server = await servePhone((request) => {
    if (request.path.includes('/photos/')) return { body: { base64: 'QUJD' } }
    if (request.method !== 'GET') { count += 1; return onAct(request, count) }
    return { body: { ratings } }
  })
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
}
const open = async (...parts: Parameters<typeof serve>) => {
  await serve(...parts)
  render(<RatingScreen ratingId={ratingId} />)
}
const acts = () => server.received.filter(({ method }) => method !== 'GET')
const press = async (name: string): Promise<void> => { const button = await screen.findByRole('button', { name }); await act(async () => { fireEvent.click(button) }) }

afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

describe('one rating', () => {
  test('says what was said, when, whether anonymously, and shows its photos', async () => {
    await open([aRating({ photos: [PHOTO], text: '很好', changedAt: TEN + HOUR_MS, changeUntil: null })])
    expect(await screen.findByText('居住证办理 · 天河区政务服务中心 · 5号窗口')).toBeInTheDocument()
    for (const text of ['非常满意', '一窗受理一次办结', '很好', '2026年1月5日 10:00 评价 · 匿名', '2026年1月5日 11:00 改过']) expect(screen.getByText(text)).toBeInTheDocument()
    const photo = await screen.findByRole('img', { name: '第 1 张照片' })
    expect(photo).toHaveAttribute('src', 'data:image/jpeg;base64,QUJD')
    expect(server.received.map(({ path }) => path)).toContain(`/api/ratings/${ratingId}/photos/${PHOTO}`)
  })

  test('a bad one tells what became of it, step by step, and who took it over', async () => {
    await open([replied()])
    expect(await screen.findByText('已答复，等待回访')).toBeInTheDocument()
    expect(screen.getByText('因为超期，已由市政务和数据局 陈局长接手督办')).toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((step) => step.getAttribute('aria-label'))).toEqual([
      '收到您的评价，已交办，1月5日 周一 10:00', '超期，交上级督办，1月5日 周一 11:00', '答复了您，1月5日 周一 12:00，已增开一个窗口',
    ])
  })

  test('is not somebody else’s, and one that is gone says so', async () => {
    await open([aRating({ ratingId: 'tianhe.other000000000000000' })])
    expect(await screen.findByText('没有找到这条评价')).toBeInTheDocument()
    await press('回我的评价')
    expect(phone.opened.at(-1)?.url).toBe('/pages/ratings/index')
  })

  test('needs its owner signed in', async () => {
    await open([], undefined, false)
    await press('去登录')
    expect(phone.opened.at(-1)?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`/pages/ratings/rating/index?id=${ratingId}`)}`)
    expect(server.received).toEqual([])
  })
})

describe('whether it has been put right', () => {
  test('is asked; “not yet” goes with its words, and the rating shows what became of that', async () => {
    const again = aBadRating({ changeUntil: null, order: anOrder({ state: 'contacted', steps: [{ at: TEN + 3 * HOUR_MS, step: 'reopen', text: '还是排很久' }] }) })
    await open([replied()], () => { ratings = [again]; return { body: again } })
    fireEvent.click(await screen.findByRole('radio', { name: '还没有' }))
    fireEvent.change(screen.getByRole('textbox', { name: '哪里还没解决' }), { target: { value: '还是排很久 ' } })
    await press('告诉他们')
    expect(await screen.findByText('您的回答已经记下')).toBeInTheDocument()
    expect(acts()[0]).toMatchObject({ method: 'POST', path: `/api/ratings/${ratingId}/revisit`, body: { satisfied: false, text: '还是排很久' } })
    expect(screen.getByText('没有解决，重新办理')).toBeInTheDocument()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  })

  test('“yes” needs no words', async () => {
    await open([replied()], () => ({ body: aBadRating({ order: anOrder({ state: 'closed' }) }) }))
    fireEvent.click(await screen.findByRole('radio', { name: '解决了' }))
    await press('告诉他们')
    await waitFor(() => expect(acts()[0]?.body).toEqual({ satisfied: true, text: '' }))
  })

  test('a lost answer is sent again with the same key; a change in between is explained', async () => {
    await open([replied()], (_, count) => (count < 3 ? 'drop' : refusal(409, 'ILLEGAL_STEP')))
    fireEvent.click(await screen.findByRole('radio', { name: '解决了' }))
    await press('告诉他们')
    expect(await screen.findByText(/写的都还在/, {}, { timeout: 5000 })).toBeInTheDocument()
    await press('告诉他们')
    expect(await screen.findByText('情况刚刚变了，请看看下面最新的进展。')).toBeInTheDocument()
    expect(new Set(acts().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  test('is not asked while nobody has replied', async () => {
    await open([aBadRating()])
    await screen.findByText('由天河区政务服务中心负责')
    expect(screen.queryByText('已经解决了吗？')).not.toBeInTheDocument()
  })
})

describe('changing it', () => {
  test('starts from what was said, says that it is once, and what a good rating ends', async () => {
    const changed = aBadRating({ level: 4, tags: [], text: '等了很久', changedAt: TEN + HOUR_MS, changeUntil: null, order: anOrder({ state: 'dropped', dueAt: null }) })
    await open([aBadRating({ photos: [PHOTO] })], () => { ratings = [changed]; return { body: changed } })
    expect(await screen.findByText('2026年1月6日 10:00 前可以修改一次。')).toBeInTheDocument()
    await press('修改评价')
    expect(screen.getByText('只能改这一次。')).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: '非常不满意' })).toHaveAttribute('aria-checked', 'true')
    expect(screen.getByRole('textbox')).toHaveValue('等了很久')
    fireEvent.click(screen.getByRole('radio', { name: '满意' }))
    expect(screen.getByText('如果改为好评，正在办理的工单会结束。')).toBeInTheDocument()
    await press('保存修改')
    expect(await screen.findByText('已经改好')).toBeInTheDocument()
    expect(acts()[0]).toMatchObject({ method: 'PUT', path: `/api/ratings/${ratingId}`, body: { level: 4, tags: [], text: '等了很久', photos: [PHOTO], anonymous: true } })
    expect(screen.queryByRole('button', { name: '修改评价' })).not.toBeInTheDocument()
  })

  test('too late is explained, and what was written stays', async () => {
    await open([aRating()], () => refusal(422, 'RATING_CHANGE_OVER'))
    await press('修改评价')
    fireEvent.click(screen.getByRole('radio', { name: '基本满意' }))
    await press('保存修改')
    expect(await screen.findByText('message of RATING_CHANGE_OVER。不能再改了，但可以删除。')).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: '基本满意' })).toHaveAttribute('aria-checked', 'true')
  })

  test('is not offered when it may not be changed', async () => {
    await open([aRating({ changeUntil: null })])
    await screen.findByText('非常满意')
    expect(screen.queryByRole('button', { name: '修改评价' })).not.toBeInTheDocument()
  })
})

describe('deleting it', () => {
  test('asks first and says what goes; left alone, nothing happens', async () => {
    await open([aBadRating()])
    await press('删除评价')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText(/写的文字和照片都会删掉，找不回来；这次服务也不能再评价。问题的办理也会随之结束。/)).toBeInTheDocument()
    await act(async () => { fireEvent.click(within(dialog).getByRole('button', { name: '留着' })) })
    expect(acts()).toEqual([])
  })

  test('done, it is gone, and says so', async () => {
    await open([aRating()], () => { ratings = []; return { body: { deleted: true } } })
    await press('删除评价')
    await press('删除')
    expect(await screen.findByText('已经删除')).toBeInTheDocument()
    expect(acts()[0]).toMatchObject({ method: 'DELETE', path: `/api/ratings/${ratingId}` })
    expect(screen.queryByText('非常满意')).not.toBeInTheDocument()
  })

  test('one that went before is as good as deleted; another fault is said', async () => {
    await open([aRating()], (_, count) => refusal(count === 1 ? 503 : 404, count === 1 ? 'UNAVAILABLE' : 'RATING_NOT_FOUND'))
    await press('删除评价')
    await press('删除')
    expect(await screen.findByText(/message of UNAVAILABLE/)).toBeInTheDocument()
    await press('删除评价')
    await press('删除')
    expect(await screen.findByText('已经删除')).toBeInTheDocument()
  })
})

describe('my ratings', () => {
  const list = async (...parts: Parameters<typeof serve>) => { await serve(...parts); render(<RatingsScreen />) }

  test('are listed with where they stand; one that waits for my word says so', async () => {
    await list([replied(), aRating({ ratingId: 'online.0h3k9q2m7x5v8b1n4c6d', about: { kind: 'case', hallId: null, hallName: { zh: '网上办理', en: 'Online' }, business: '劳动能力复查鉴定申请', windowId: null } })])
    const cards = await screen.findAllByRole('link')
    expect(cards.map((card) => card.textContent)).toEqual([
      '居住证办理非常不满意等您回答：解决了吗？天河区政务服务中心 · 5号窗口2026年1月5日 10:00', '劳动能力复查鉴定申请非常满意网上办理2026年1月5日 10:00',
    ])
    fireEvent.click(cards[1] as HTMLElement)
    expect(phone.opened.at(-1)?.url).toBe('/pages/ratings/rating/index?id=online.0h3k9q2m7x5v8b1n4c6d')
  })

  test.each([['the list', () => <RatingsScreen />], ['one of them', () => <RatingScreen ratingId={ratingId} />]])('stay while the network is gone, with the hour as of which they are: %s', async (_, shown) => {
    await serve([aRating()])
    render(shown())
    await screen.findByText(/非常满意/)
    const online = jest.spyOn(navigator, 'onLine', 'get')
    const turn = (on: boolean): void => { online.mockReturnValue(on); act(() => { window.dispatchEvent(new Event(on ? 'online' : 'offline')) }) }
    try {
      turn(false)
      expect(await screen.findByText(/^网络已断开，以下是 \d\d:\d\d 的情况$/)).toBeInTheDocument()
      expect(screen.getByText(/非常满意/)).toBeInTheDocument()
    } finally { turn(true); online.mockRestore() }
    await waitFor(() => expect(screen.queryByText(/^网络已断开/)).toBeNull())
  })

  test('none yet says how one rates', async () => {
    await list([])
    expect(await screen.findByText('还没有评价')).toBeInTheDocument()
    expect(screen.getByText('办完之后，在首页或扫窗口的码就能评价。')).toBeInTheDocument()
  })

  test('need me signed in, and come back here', async () => {
    await list([], undefined, false)
    await press('去登录')
    expect(phone.opened.at(-1)?.url).toBe('/pages/sign-in/index?next=%2Fpages%2Fratings%2Findex')
  })

  test('speak English', async () => {
    act(() => setLanguage('en'))
    await list([aBadRating()])
    expect(await screen.findByRole('link', { name: /Very dissatisfied.*Handed over, to be looked into.*Tianhe District Service Centre · Window 5/ })).toBeInTheDocument()
  })
})
