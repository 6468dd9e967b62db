import { useStack } from '../../support/stack'
import { onTheScreen, openWindow, type StaffedWindow } from '../visit'
import { packages, useWalk } from './walk'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
let window: StaffedWindow
beforeAll(async () => { window = await openWindow(stack()) })

describe.each(packages)('the built %s package, ended by the phone and opened again', (name) => {
  const walk = useWalk(name, stack)

  it('after the scan still knows of it: one need not scan again', async () => {
    await walk.scanHall()
    await walk.reaches('take')
    await walk.sees('已在大厅扫码')
    await walk.reopen({ path: 'pages/take/index', query: { hall: 'test' } })
    await walk.sees('已在大厅扫码')
  })

  it('while one signs in carries the press out once after it, and takes one number', async () => {
    await walk.scanHall()
    await walk.reaches('take')
    await walk.sees('综合业务')
    await walk.press('取号')
    await walk.reaches('sign-in')
    await walk.reopen({ path: 'pages/take/index', query: { hall: 'test' } })
    await walk.press('取号')
    await walk.agreeAndSignIn()
    await walk.reaches('ticket')
    expect(walk.takings()).toBe(1)
  })

  it('while one waits shows the number on home, and leads to it', async () => {
    const id = await walk.takeOne()
    await walk.reopen()
    await walk.sees('下一位就是您')
    await walk.press(/下一位就是您|A0\d\d/, 'link')
    await walk.reaches('ticket')
    expect(walk.host.page().query.id).toBe(id)
  })

  it('without a network shows the last known number as old, and brings it up to date when the network is back', async () => {
    const id = await walk.takeOne()
    await walk.sees('下一位就是您')
    await walk.reopen({ path: 'pages/ticket/index', query: { id } }, (phone) => { phone.online = false })
    await walk.sees(/这是 \d\d:\d\d 的情况，现在可能变了连不上网络/)
    await window.callNext()
    await walk.host.setOnline(true)
    await walk.sees('请到2号窗口')
    expect(walk.says()).not.toContain('现在可能变了')
    await window.move(id, 'start', 'finish')
  })

  it('when one is called says so on home and on the number’s page, and is felt once', async () => {
    const id = await walk.takeOne()
    await walk.sees('下一位就是您')
    await window.callNext()
    await walk.reopen()
    await walk.sees(/请到 ?2/)
    await walk.reopen({ path: 'pages/ticket/index', query: { id } })
    await walk.sees('请到2号窗口')
    // The call was felt once, on whichever page heard of it first.
    expect(walk.felt()).toBe(1)
    await window.move(id, 'start', 'finish')
  })

  it('in the middle of a rating holds what was written', async () => {
    const id = await walk.takeOne()
    await window.callNext()
    await window.move(id, 'start', 'finish')
    await walk.host.open(`/pages/rate/index?id=${id}`)
    await walk.press('不满意', 'radio')
    await walk.type('说说是怎么回事', '窗口没有给样本')
    await walk.sees('已写 7 / 500 字')
    await walk.reopen({ path: 'pages/rate/index', query: { id } })
    await walk.sees('已写 7 / 500 字')
    await walk.press('提交评价')
    await walk.sees('谢谢您的评价')
    expect(await stack().client.call('readRating', { params: { ticketId: id } }, { token: walk.token() ?? '' })).toMatchObject({ level: 2, text: '窗口没有给样本' })
  }, 60_000)
})

describe.each(packages)('the built %s package on a phone whose storage is full', (name) => {
  const walk = useWalk(name, stack)
  const scanWithFullStorage = async (): Promise<void> => {
    walk.host.phone.storageFull = true
    await walk.host.launch()
    walk.host.phone.scanned = (await onTheScreen(stack())).link
    await walk.press(/^扫码取号/)
    await walk.reaches('take')
    await walk.sees('已在大厅扫码')
  }

  it('scans, signs in and takes one number, as long as it is not ended', async () => {
    await scanWithFullStorage()
    await walk.press('取号')
    await walk.agreeAndSignIn()
    await walk.reaches('ticket')
    await walk.sees(/前面还有|下一位就是您/)
    expect(walk.takings()).toBe(1)
    expect([...walk.host.phone.storage.keys()]).toEqual([])
    // Nobody may be left in the line of the next test; the phone itself knows who it was.
    await walk.press('取消这个号')
    await walk.host.until('the question', () => walk.host.view.find({ role: 'button', name: '取消这个号' }).length > 0 && walk.says().includes('真的要取消吗'))
    const yes = walk.host.view.find({ role: 'button', name: '取消这个号' }).at(-1)
    if (yes) walk.host.view.tap(yes)
    await walk.sees('这个号已取消')
  })

  it('takes one number though the answer is lost', async () => {
    await scanWithFullStorage()
    let tries = 0
    walk.host.phone.fate = ({ method, path }) => (method === 'POST' && path === '/api/tickets' && (tries += 1) === 1 ? 'answer lost' : 'arrives')
    await walk.press('取号')
    await walk.agreeAndSignIn()
    await walk.reaches('ticket')
    expect(tries).toBe(2)
    await walk.press('取消这个号')
    await walk.host.until('the question', () => walk.says().includes('真的要取消吗'))
    const yes = walk.host.view.find({ role: 'button', name: '取消这个号' }).at(-1)
    if (yes) walk.host.view.tap(yes)
    await walk.sees('这个号已取消')
  }, 60_000)
})
