import { useStack } from '../../support/stack'
import { pageOf } from '../visit'
import { packages, useWalk } from './walk'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })

describe.each(packages)('the built %s package, before anybody signs in', (name) => {
  const walk = useWalk(name, stack)

  it('starts on home, with the halls the server knows', async () => {
    await walk.host.launch()
    await walk.sees('测试大厅')
    expect(pageOf(walk.host)).toBe('home')
    expect(walk.host.view.find({ role: 'tab', name: /./ }).map(({ attributes }) => attributes['aria-selected'])).toEqual(['true', 'false', 'false'])
    expect(walk.host.page().title).toBe('一窗')
  })

  it('says so when it is started without a network, and fetches the halls when there is one', async () => {
    walk.host.phone.online = false
    await walk.host.launch()
    await walk.sees('网络已断开')
    await walk.host.setOnline(true)
    await walk.sees('测试大厅')
    expect(walk.says()).not.toContain('网络已断开')
  })

  it('shows the privacy guide, in a package that is fetched for it', async () => {
    await walk.host.launch()
    await walk.press(/我的/, 'tab')
    await walk.reaches('me')
    await walk.press(/隐私保护指引/, 'link')
    await walk.reaches('account/privacy-guide')
    await walk.sees('只在您点了“使用我的位置”时读一次')
  })

  it('finds a guide by everyday words, in a package that is fetched for it', async () => {
    await walk.host.launch()
    await walk.press(/要办什么事/, 'link')
    await walk.reaches('guides/search')
    await walk.type('要办什么事', '搬家')
    await walk.press(/^户口迁入/, 'link')
    await walk.reaches('guides/guide')
    await walk.sees('带什么')
  })

  it('speaks English on an English phone', async () => {
    walk.host.phone.language = 'en'
    await walk.host.launch()
    await walk.sees('Scan, take a number')
    expect(walk.says()).not.toContain('扫码取号')
  })
})
