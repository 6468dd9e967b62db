import type { phone as aPhone } from '../../../tests/support/phone/taro'
import type * as built from './privacy'

type Resolve = (answer: { event: string; buttonId?: string }) => void
interface Wx { onNeedPrivacyAuthorization?: (listener: (resolve: Resolve) => void) => void; requirePrivacyAuthorize?: (options: { success: () => void; fail: () => void }) => void }
type Privacy = typeof built & { readonly phone: typeof aPhone; readonly taro: { navigateTo: (to: object) => Promise<void> } }

/** The module as a build for that host has it. */
const onHost = (target: 'weapp' | 'alipay' | 'h5', wx: Wx = {}): Privacy => {
  Object.assign(globalThis, { TARGET: target, wx })
  let loaded: Privacy | undefined
  jest.isolateModules(() => {
    const { default: taro, phone } = jest.requireActual<{ default: Privacy['taro']; phone: typeof aPhone }>('../../../tests/support/phone/taro')
    loaded = { ...jest.requireActual<typeof built>('./privacy'), phone, taro }
  })
  return loaded!
}
afterEach(() => { Object.assign(globalThis, { TARGET: 'h5', wx: undefined }) })

/** WeChat, with a call held back. */
const heldBack = (open?: () => Promise<void>) => {
  let listener: (resolve: Resolve) => void = () => undefined
  const privacy = onHost('weapp', { onNeedPrivacyAuthorization: (given) => { listener = given } })
  if (open) privacy.taro.navigateTo = open
  privacy.watchPrivacy()
  const answers: object[] = []
  listener((answer) => { answers.push(answer) })
  return { privacy, answers }
}

test('a call that WeChat holds back opens the guide; agreed to by its button, the call goes on', () => {
  const { privacy, answers } = heldBack()
  expect(privacy.phone.opened).toEqual([{ how: 'navigateTo', url: '/pages/account/privacy-guide/index' }])
  expect(privacy.isPrivacyAsked()).toBe(true)
  privacy.answerPrivacy(true)
  expect(answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'agree', buttonId: privacy.AGREE_BUTTON }])
  expect(privacy.isPrivacyAsked()).toBe(false)
})

test('whoever leaves the guide has not agreed, and an answer counts once', () => {
  const { privacy, answers } = heldBack()
  privacy.answerPrivacy(false)
  privacy.answerPrivacy(true)
  expect(answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'disagree' }])
})

test('a guide that cannot be opened is not agreed to: nothing hangs', async () => {
  const { privacy, answers } = heldBack(async () => { throw new Error('the package cannot be fetched') })
  await Promise.resolve()
  expect(answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'disagree' }])
  expect(privacy.isPrivacyAsked()).toBe(false)
})

test.each([[true], [false]])('WeChat is asked whether personal things may be read: %s', async (agreed) => {
  const privacy = onHost('weapp', { requirePrivacyAuthorize: ({ success, fail }) => (agreed ? success() : fail()) })
  expect(await privacy.hostAllowsPrivacy()).toBe(agreed)
})

test('an older WeChat, Alipay and browsers have nothing to ask, and nothing to listen to', async () => {
  for (const privacy of [onHost('weapp'), onHost('alipay'), onHost('h5')]) {
    privacy.watchPrivacy()
    expect(await privacy.hostAllowsPrivacy()).toBe(true)
    expect(privacy.hostKeepsGuide()).toBe(false)
  }
})
