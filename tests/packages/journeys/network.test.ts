import { useStack } from '../../support/stack'
import { onTheScreen, openWindow, pageOf, type StaffedWindow } from '../visit'
import { packages, useWalk } from './walk'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
let window: StaffedWindow
beforeAll(async () => { window = await openWindow(stack()) })

describe.each(packages)('a poor network and the built %s package', (name) => {
  const walk = useWalk(name, stack)
  const tickets = async () => (await stack().client.call('listTickets', {}, { token: walk.token() ?? '' })).tickets
  /** On the page to take a number, signed in. */
  const atTheButton = async (): Promise<void> => {
    await walk.signInFirst()
    await walk.host.open('/pages/home/index')
    walk.host.phone.scanned = (await onTheScreen(stack())).link
    await walk.press(/^扫码取号/)
    await walk.reaches('take')
    await walk.sees('综合业务')
  }
  const isTaking = ({ method, path }: { method: string; path: string }): boolean => method === 'POST' && path === '/api/tickets'

  it('whose answers are lost gives one number: the same wish goes out again under the same key', async () => {
    await atTheButton()
    let tries = 0
    walk.host.phone.fate = (request) => (isTaking(request) && (tries += 1) <= 2 ? 'answer lost' : 'arrives')
    await walk.press('取号')
    await walk.sees('网络慢，正在确认取到没有')
    await walk.reaches('ticket')
    expect(tries).toBe(3)
    expect(await tickets()).toHaveLength(1)
  }, 60_000)

  it('that carries nothing takes no number behind anybody’s back, and one when it is well again', async () => {
    await atTheButton()
    let tries = 0
    walk.host.phone.fate = (request) => (isTaking(request) && (tries += 1) <= 1 ? 'never arrives' : 'arrives')
    await walk.press('取号')
    await walk.reaches('ticket')
    expect(await tickets()).toHaveLength(1)
  }, 60_000)

  it('is lost in the middle of taking, and the app ended there: what had been done is found again, and nothing is taken twice', async () => {
    await atTheButton()
    let arrived = 0
    walk.host.phone.fate = (request) => {
      if (!isTaking(request)) return 'arrives'
      arrived += 1
      return arrived === 1 ? 'answer lost' : 'never arrives'
    }
    await walk.press('取号')
    await walk.sees('网络慢，正在确认取到没有')
    await walk.reopen()
    await walk.sees(/您的号|下一位就是您|前面还有/)
    const [ticket] = await tickets()
    await walk.host.open('/pages/take/index?hall=test')
    await walk.reaches('ticket')
    expect(walk.host.page().query.id).toBe(ticket?.ticketId)
    expect(await tickets()).toHaveLength(1)
  }, 60_000)

  it('lost while one waits takes nothing off the page but its freshness, and what happened meanwhile is there at once when it is back', async () => {
    const id = await walk.takeOne()
    await walk.sees('下一位就是您')
    await walk.host.setOnline(false)
    await window.callNext()
    await walk.sees(/[1-9]\d* 秒前更新/)
    expect(walk.says()).toContain('下一位就是您')
    await walk.host.setOnline(true)
    await walk.sees('请到2号窗口')
    await walk.host.until('a vibration', () => walk.host.phone.vibrations === 1)
    await window.move(id, 'start', 'finish')
  }, 60_000)

  it('lost when a visit is rated keeps the rating, and sends it once when it is back', async () => {
    const id = await walk.takeOne()
    await window.callNext()
    await window.move(id, 'start', 'finish')
    await walk.host.open(`/pages/rate/index?id=${id}`)
    await walk.press('非常满意', 'radio')
    await walk.host.setOnline(false)
    await walk.press('提交评价')
    await walk.sees('还没有送到，会自动提交')
    await walk.host.setOnline(true)
    await walk.sees('谢谢您的评价')
    expect(await stack().client.call('readRating', { params: { ticketId: id } }, { token: walk.token() ?? '' })).toMatchObject({ level: 5 })
    expect(pageOf(walk.host)).toBe('rate')
  }, 60_000)
})
