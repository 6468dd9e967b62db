import { useStack } from '../../support/stack'
import { newKey } from '../../support/people'
import { onTheScreen, pageOf } from '../visit'
import { packages, secondTap, useWalk } from './walk'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })

describe.each(packages)('messages in the built %s package', (name) => {
  const walk = useWalk(name, stack)
  const permits = async () => (await stack().client.call('listPermits', {}, { token: walk.token() ?? '' })).permits
  const shown = (): number => walk.host.phone.subscriptions.shown.length
  /** Signs in, then takes a number: what is allowed already is known by then, so the tap may ask. */
  const takeSignedIn = async (): Promise<string> => {
    await walk.signInFirst()
    await walk.host.open('/pages/home/index')
    return take()
  }
  const take = async (): Promise<string> => {
    walk.host.phone.scanned = (await onTheScreen(stack())).link
    await walk.press(/^扫码取号/)
    await walk.reaches('take')
    await walk.sees('综合业务')
    // What is allowed must be known before the tap.
    await walk.host.until('the permits', () => walk.host.phone.requests.some(({ url }) => url.includes('/message-permits')))
    await walk.press('取号')
    await walk.reaches('ticket')
    return walk.host.page().query.id ?? ''
  }
  const cancel = async (ticketId: string): Promise<void> => {
    await stack().client.call('moveTicket', { params: { ticketId }, body: { move: 'cancel' } }, { token: walk.token() ?? '', key: newKey() })
  }

  it('are asked for in the tap that takes a number; a yes is told to the server', async () => {
    walk.host.phone.subscriptions.answer = 'accept'
    await takeSignedIn()
    expect(shown()).toBe(1)
    expect(walk.host.phone.subscriptions.shown[0]?.length).toBeLessThanOrEqual(3)
    await walk.host.until('the server to be told', () => walk.host.phone.requests.filter(({ method, url }) => method === 'POST' && url.includes('/message-permits')).length > 0)
    expect((await permits()).filter(({ left, lasting }) => left > 0 || lasting).length).toBeGreaterThan(0)
  })

  it('refused take nothing from the number, and nobody is asked again for the next one', async () => {
    const ticketId = await takeSignedIn()
    expect(shown()).toBe(1)
    await walk.sees(/前面还有|下一位就是您/)
    await cancel(ticketId)
    await walk.host.open('/pages/home/index')
    await secondTap()
    await cancel(await take())
    await walk.reopen()
    await take()
    expect(walk.host.phone.subscriptions.shown).toEqual([])
  })

  it('refused for good are shown as such in the settings, with the way to change it, and a yes there counts', async () => {
    walk.host.phone.subscriptions.keep = true
    await takeSignedIn()
    await walk.host.open('/pages/messages/settings/index')
    await walk.sees('您选过“不再询问”，现在发不出来')
    walk.host.phone.subscriptions.kept.clear()
    Object.assign(walk.host.phone.subscriptions, { answer: 'accept', keep: false })
    await walk.press(/^再问一次：叫号/)
    await walk.sees('已允许')
  })

  it.each(name === 'weapp' ? [['all messages are turned off (20004)', { mainSwitch: false }], ['the platform is not reached (10002)', { failure: 10002 }], ['the question cannot be shown (10005)', { failure: 10005 }]] as const
    : [['the question is closed (11)', { closes: true }], ['the platform is not well (10)', { failure: 10 }]] as const)('that cannot be asked for, because %s, hold nothing up', async (_, trouble) => {
    Object.assign(walk.host.phone.subscriptions, trouble)
    await takeSignedIn()
    await walk.sees(/前面还有|下一位就是您/)
    expect(walk.takings()).toBe(1)
    await walk.host.open('/pages/messages/settings/index')
    await walk.sees('手机上能收到吗')
    await walk.sees(/用完了，允许后才能再发|您选过“不再询问”/)
  })

  describe('opened', () => {
    it('lead to the number while the app is not running', async () => {
      const id = await walk.takeOne()
      await walk.reopen({ path: 'pages/ticket/index', query: { id }, scene: 1014 })
      await walk.reaches('ticket')
      await walk.sees(/前面还有|下一位就是您/)
      expect(walk.host.stackPaths()).toEqual(['pages/ticket/index'])
    })

    it('lead to the number while the app is still running, over whatever was open', async () => {
      const id = await walk.takeOne()
      await walk.host.open('/pages/halls/index')
      await walk.openMessage('ticket', { id })
      await walk.reaches('ticket')
      await walk.sees(/前面还有|下一位就是您/)
    })

    it('ask whoever has signed out to sign in, and then show it', async () => {
      const id = await walk.takeOne()
      await walk.host.open('/pages/me/index')
      await walk.press('退出登录')
      await walk.host.until('the question', () => walk.host.view.find({ role: 'button', name: '退出登录' }).length > 0)
      const buttons = walk.host.view.find({ role: 'button', name: '退出登录' })
      walk.host.view.tap(buttons.at(-1) ?? walk.host.view.one({ role: 'button', name: '退出登录' }))
      await walk.sees('未登录')
      await walk.openMessage('ticket', { id })
      await walk.sees('请先登录')
      await walk.press('去登录')
      await walk.agreeAndSignIn()
      await walk.reaches('ticket')
      await walk.sees(/前面还有|下一位就是您/)
    })

    it('show nobody somebody else’s number', async () => {
      const other = await stack().people.citizen(950 + (name === 'weapp' ? 1 : 2))
      const { ticketId, number } = await stack().take(other, { hallId: 'other', lineId: 'A' })
      await walk.signInFirst()
      await walk.openMessage('ticket', { id: ticketId })
      await walk.sees('没有找到这个号')
      expect(walk.says()).not.toContain(number)
      await walk.press('回首页')
      await walk.reaches('home')
    })

    it.each([['appointment', { id: 'test.00000000000000000000' }, '没有找到这个预约'], ['waiting', {}, '没有候补'], ['messages', {}, '消息']] as const)('lead to %s also when there is nothing of mine', async (page, query, said) => {
      await walk.signInFirst()
      await walk.openMessage(page, query)
      await walk.sees(said)
      expect(pageOf(walk.host)).toBe(page)
    })
  })
})
