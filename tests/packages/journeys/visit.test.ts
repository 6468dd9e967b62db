import sharp from 'sharp'
import { aPhoto } from '../../support/pictures'
import { useStack } from '../../support/stack'
import { onTheScreen, openings, openWindow, type StaffedWindow } from '../visit'
import { packages, signInButton, useWalk } from './walk'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
let window: StaffedWindow
beforeAll(async () => { window = await openWindow(stack()) })

describe.each(packages)('a visit with the built %s package', (name) => {
  const walk = useWalk(name, stack)
  /** What a screen reader is told by itself, from the regions that are there for it. */
  const told = (live: 'polite' | 'assertive'): string => walk.host.view.elements()
    .filter(({ attributes }) => attributes['aria-live'] === live && String(attributes.class).includes('yc-spoken')).map(({ text }) => text.trim()).join(' ')

  it.each(Object.keys(openings[name]))('goes from %s to taking a number in that hall', async (how) => {
    await openings[name][how]?.(walk.host, await onTheScreen(stack()))
    await walk.reaches('take')
    await walk.sees('已在大厅扫码')
    expect(walk.host.page().query.hall).toBe('test')
  })

  it('takes one number, waits, is called, is served and rates', async () => {
    await window.queueOne()
    await window.queueOne()
    await walk.scanHall()
    await walk.reaches('take')
    await walk.sees('综合业务')
    const button = walk.host.view.one({ role: 'button', name: '取号' })
    walk.host.view.tap(button)
    walk.host.view.tap(button)
    await walk.reaches('sign-in')
    await walk.press(signInButton[name])
    // Without the tick nothing is asked of the platform.
    await walk.sees('请先阅读《隐私保护指引》并勾选同意')
    await walk.agreeAndSignIn()
    await walk.reaches('ticket')
    const ticketId = walk.host.page().query.id ?? ''
    // Two taps open one page to sign in, and it is gone when it has done its work.
    expect(walk.host.stackPaths()).not.toContain('pages/sign-in/index')

    await walk.sees('前面还有2人')
    expect(walk.host.view.one({ role: 'heading', name: '前面还有 2 人' }).attributes['aria-level']).toBe('2')
    expect([told('polite'), told('assertive')]).toEqual([expect.stringContaining('前面还有 2 人'), ''])
    await window.serveOne()
    await window.serveOne()
    await walk.sees('下一位就是您')
    expect(walk.host.phone.vibrations).toBe(0)

    await window.callNext()
    await walk.sees('请到2号窗口')
    await walk.host.until('a vibration', () => walk.host.phone.vibrations === 1)
    expect([told('polite'), told('assertive')]).toEqual(['', expect.stringMatching(/A\d{3}，请到 ?2号窗口/)])
    // Nobody waits for the next question: a phone that is unlocked asks at once.
    await walk.host.hide()
    await window.move(ticketId, 'recall')
    await walk.host.show()
    await walk.host.until('a second vibration', () => walk.host.phone.vibrations === 2)

    await walk.host.hide()
    await window.move(ticketId, 'start', 'finish')
    await walk.host.show()
    await walk.sees('办完了')
    await walk.press('去评价')
    await walk.reaches('rate')
    await walk.sees('这次办得怎么样')
    await walk.press('不满意', 'radio')
    await walk.sees('说说是怎么回事')
    await walk.type('说说是怎么回事', '窗口没有给样本')
    await walk.sees('已写 7 / 500 字')
    await walk.press('提交评价')
    await walk.sees('谢谢您的评价')

    const token = walk.token() ?? ''
    const { tickets } = await stack().client.call('listTickets', {}, { token })
    expect(tickets).toEqual([expect.objectContaining({ ticketId, state: 'finished', rated: true })])
    expect(await stack().client.call('readRating', { params: { ticketId } }, { token })).toMatchObject({ level: 2, text: '窗口没有给样本' })
  }, 60_000)

  it('sends the photos that were chosen along with the rating, and leaves out what is none', async () => {
    const ticketId = await walk.takeOne()
    await window.callNext()
    await window.move(ticketId, 'start', 'finish')
    await walk.press('去评价')
    await walk.reaches('rate')
    await walk.press('不满意', 'radio')
    walk.host.phone.album.chosen = [await aPhoto('crimson'), new TextEncoder().encode('<html>'), await aPhoto('seagreen')]
    await walk.press('加照片')
    await walk.sees('第 2 张照片')
    await walk.type('说说是怎么回事', '见照片')
    await walk.host.until('the photos to be sent', () => !walk.says().includes('照片还在上传'))
    await walk.press('提交评价')
    await walk.sees('谢谢您的评价')
    const token = walk.token() ?? ''
    const { photos } = await stack().client.call('readRating', { params: { ticketId } }, { token })
    const colours = await Promise.all(photos.map(async (photoId) => {
      const { base64 } = await stack().client.call('readRatingPhoto', { params: { ratingId: ticketId, photoId } }, { token })
      const { dominant } = await sharp(Buffer.from(base64, 'base64')).stats()
      return dominant.r > dominant.g ? 'crimson' : 'seagreen'
    }))
    expect(colours).toEqual(['crimson', 'seagreen'])
  })

  it('leads back into the line once after a call was missed', async () => {
    const ticketId = await walk.takeOne()
    await walk.sees('下一位就是您')
    await window.callNext()
    await walk.sees('请到2号窗口')
    await window.move(ticketId, 'recall', 'recall', 'miss')
    await walk.sees('您过号了')
    await walk.press('我回来了')
    await walk.sees('您已回到队里')
  })

  it('says what is wrong with a code that is not the hall’s, and offers a way on', async () => {
    const { code, link } = await onTheScreen(stack())
    const forged = `${code.slice(0, -3)}${code.at(-3) === 'A' ? 'B' : 'A'}${code.slice(-2)}`
    await Object.values(openings[name])[0]?.(walk.host, { code: forged, link: link.replace(code, forged) })
    await walk.sees('这个码用不了')
    expect(walk.offers('再扫一次')).toBe(true)
  })
})
