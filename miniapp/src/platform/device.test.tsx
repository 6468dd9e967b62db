import { createSession } from '@shared/identity'

type Told = Readonly<Record<string, unknown>>
/** What a build for that host calls this device. `told`: by the host; null throws. */
const onHost = (target: 'weapp' | 'alipay' | 'h5', told?: Told | null): string => {
  Object.assign(globalThis, { TARGET: target })
  let name = ''
  jest.isolateModules(() => {
    const taro = jest.requireActual<{ default: Record<string, unknown> }>('@tarojs/taro').default
    const tell = (): Told => { if (!told) throw new Error('too old'); return told }
    if (told !== undefined) Object.assign(taro, { getDeviceInfo: tell, getSystemInfoSync: tell })
    name = jest.requireActual<{ deviceName: () => string }>('./device').deviceName()
  })
  return name
}
afterEach(() => { Object.assign(globalThis, { TARGET: 'h5' }); jest.restoreAllMocks() })
const taken = (device: string): boolean => createSession.body.safeParse({ channel: 'wechat', code: 'code-1', privacy: 1, device }).success

test('a mini-program tells model and system, a browser its kind', () => {
  expect(onHost('weapp')).toBe('iPhone 15 · iOS 19.1')
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36')
  expect(onHost('h5')).toBe('Android · Chrome')
})

test('whatever a maker writes there, the contract takes it', () => {
  const model = `<b>华为\u202e Mate\u0000${'x'.repeat(80)}`
  const name = onHost('alipay', { model, system: '鸿蒙😀' })
  expect(name).toMatch(/^b华为 Matex/)
  expect(taken(name)).toBe(true)
  expect(taken(model)).toBe(false)
})

test('a host that does not say is no obstacle', () => {
  expect(onHost('weapp', null)).toBe('')
})
