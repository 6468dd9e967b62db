import { linkOfCode } from '@shared/link'
import { useStack } from '../../support/stack'
import { onTheScreen, openings, pageOf } from '../visit'
import { inTheHall, packages, secondTap, signInButton, useWalk } from './walk'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })

describe.each(packages)('a permission refused in the built %s package', (name) => {
  const walk = useWalk(name, stack)
  const scanPoster = async (): Promise<void> => {
    const code = await stack().people.posterCode('test')
    await Object.values(openings[name])[0]?.(walk.host, { code, link: linkOfCode(stack().url, code) })
    await walk.sees('请确认您在大厅')
  }

  describe('the place', () => {
    // WeChat's privacy guide comes before its question; here it was agreed to long ago.
    beforeEach(() => { walk.host.phone.privacy.agreed = true })

    it('is not asked for before the reason is read; a no is taken, other ways are offered, and the settings lead on', async () => {
      const { permissions } = walk.host.phone
      await scanPoster()
      expect(permissions.shown).toEqual([])
      permissions.answers.place = 'never'
      walk.host.phone.place = inTheHall[name]
      await walk.press('使用我的位置')
      await walk.sees('没有拿到位置')
      expect(walk.offers('扫大厅屏幕上的码')).toBe(true)
      // In the settings nothing is changed at first: the phone asks nobody again by itself.
      await walk.press('去设置里允许位置')
      await walk.sees('没有拿到位置')
      expect(permissions.shown).toEqual(['place'])
      permissions.switches = { place: true }
      await walk.press('去设置里允许位置')
      await walk.reaches('take')
      await walk.sees('已在大厅扫码')
      expect(permissions.shown).toEqual(['place'])
    })

    it('that the phone cannot tell is no dead end: the changing code on the screen does without', async () => {
      await scanPoster()
      await walk.press('使用我的位置')
      await walk.sees('没有拿到位置')
      walk.host.phone.scanned = (await onTheScreen(stack())).link
      await walk.press('扫大厅屏幕上的码')
      await walk.reaches('take')
    })

    it('refused leaves the halls as they were, says so, and is asked for once', async () => {
      walk.host.phone.permissions.answers.place = 'no'
      await walk.host.launch({ path: 'pages/halls/index' })
      await walk.press(/按距离排列/, 'link')
      await walk.sees('没有获得位置权限，已按默认顺序显示')
      await walk.sees('测试大厅')
      await walk.reopen({ path: 'pages/halls/index' })
      await walk.sees('测试大厅')
      expect(walk.host.phone.permissions.shown).toEqual([])
    })
  })

  describe('the camera', () => {
    it('refused is said on home, with another way; closing the scanner says nothing', async () => {
      await walk.host.launch()
      await walk.press(/^扫码取号/)
      expect(walk.says()).not.toContain('没有相机权限')
      walk.host.phone.permissions.remembered.clear()
      walk.host.phone.permissions.answers.camera = 'no'
      await walk.press(/^扫码取号/)
      await walk.sees('没有相机权限。请在系统设置中允许使用相机')
      expect(pageOf(walk.host)).toBe('home')
    })

    it('refused is said where a number is taken', async () => {
      walk.host.phone.permissions.answers.camera = 'no'
      await walk.host.launch({ path: 'pages/take/index', query: { hall: 'test' } })
      await walk.press('扫码取号')
      await walk.sees('相机没有打开')
    })
  })

  describe('signing in', () => {
    const toSignIn = async (): Promise<void> => {
      await walk.scanHall()
      await walk.reaches('take')
      await walk.sees('综合业务')
      await walk.press('取号')
      await walk.reaches('sign-in')
    }

    it('cancelled leads back to where one was, and takes no number', async () => {
      await toSignIn()
      await walk.press('暂不登录')
      await walk.reaches('take')
      expect(walk.token()).toBeNull()
      expect(walk.takings()).toBe(0)
      await secondTap()
      await walk.press('取号')
      await walk.reaches('sign-in')
    })

    it('refused by the platform is said, and a second try goes on to the number', async () => {
      await walk.host.launch()
      const codes = walk.host.phone.nextLoginCode
      let tries = 0
      Object.assign(walk.host.phone, { nextLoginCode: () => ((tries += 1) === 1 ? null : codes()) })
      const { link } = await onTheScreen(stack())
      walk.host.phone.scanned = link
      await walk.press(/^扫码取号/)
      await walk.reaches('take')
      await walk.sees('综合业务')
      await walk.press('取号')
      await walk.agreeAndSignIn()
      await walk.sees('没有取得登录授权，请再试一次')
      await walk.press(signInButton[name])
      await walk.reaches('ticket')
      expect(walk.takings()).toBe(1)
    })

    it('goes no further without a network, says so, and goes on when it is back', async () => {
      await toSignIn()
      await walk.host.setOnline(false)
      await walk.agreeAndSignIn()
      await walk.sees(/网络|没有取得登录授权/)
      expect(walk.token()).toBeNull()
      await walk.host.setOnline(true)
      await walk.press(signInButton[name])
      await walk.reaches('ticket')
    })
  })
})

describe('WeChat’s hold on personal things', () => {
  const walk = useWalk('weapp', stack)
  const scanPoster = async (): Promise<void> => {
    const code = await stack().people.posterCode('test')
    await Object.values(openings.weapp)[0]?.(walk.host, { code, link: linkOfCode(stack().url, code) })
    await walk.sees('请确认您在大厅')
  }

  it('shows the guide before the place is read; refused, the page says what else can be done, and asks again only when told to', async () => {
    walk.host.phone.place = inTheHall.weapp
    await scanPoster()
    await walk.press('使用我的位置')
    await walk.reaches('account/privacy-guide')
    await walk.press('不同意')
    await walk.reaches('scan')
    await walk.sees('没有拿到位置')
    expect(walk.host.phone.privacy.held).toEqual(['getFuzzyLocation'])
    expect(walk.host.phone.permissions.shown).toEqual([])
  })

  it('goes on with what was held back once the guide is agreed to, and holds nothing back any more', async () => {
    walk.host.phone.place = inTheHall.weapp
    await scanPoster()
    await walk.press('使用我的位置')
    await walk.reaches('account/privacy-guide')
    await walk.press('同意并继续')
    await walk.reaches('take')
    await walk.sees('已在大厅扫码')
    await walk.reopen()
    await walk.sees('测试大厅')
    expect(walk.host.phone.privacy.agreed).toBe(true)
  })

  it('takes leaving the guide by the host’s own arrow for a no', async () => {
    walk.host.phone.place = inTheHall.weapp
    await scanPoster()
    await walk.press('使用我的位置')
    await walk.reaches('account/privacy-guide')
    walk.host.back()
    await walk.reaches('scan')
    await walk.sees('没有拿到位置')
  })

  it('is lifted by the button that signs in, which is WeChat’s own', async () => {
    await walk.signInFirst()
    expect(walk.host.phone.privacy).toMatchObject({ agreed: true, held: [] })
    expect([...walk.host.phone.privacy.tapped]).toEqual(['agree-privacy'])
  })

  it('that cannot be lifted, for the operators have not declared it, signs nobody in and says why', async () => {
    walk.host.phone.privacy.declared = false
    await walk.host.launch({ path: 'pages/me/index' })
    await walk.press('登录')
    await walk.agreeAndSignIn()
    await walk.sees('您没有同意微信的隐私保护提示')
    expect(walk.token()).toBeNull()
  })
})
