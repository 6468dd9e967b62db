import Taro from '@tarojs/taro'
import { act, render, waitFor } from '@testing-library/react'
import { phone, showPage } from '../../../tests/support/phone/taro'
import { launchQuery, useLaunchCode } from './launch'

const App = () => { useLaunchCode(); return null }
const link = 'https://yichuang.example/s/rtianhe.zx81k2.Ab3dEf6hIj9l'
const scanPage = { how: 'navigateTo', url: '/pages/scan/index?c=rtianhe.zx81k2.Ab3dEf6hIj9l' }

afterEach(() => { Object.assign(globalThis, { TARGET: 'h5' }) })

test('only what may carry a code is taken from a launch', () => {
  expect(launchQuery({ qrCode: link, stamp: '1', $taroTimestamp: 2, c: 3 })).toEqual({ qrCode: link })
  expect(launchQuery(undefined)).toEqual({})
})

test('Alipay: an ordinary code opens the scan page once at launch, and again when scanned with the app running', () => {
  Object.assign(globalThis, { TARGET: 'alipay' })
  phone.params = { qrCode: link }
  render(<App />)
  expect(phone.opened).toEqual([scanPage])
  act(() => showPage({ query: { qrCode: link } }))
  expect(phone.opened).toEqual([scanPage, scanPage])
  act(() => showPage({ query: {} }))
  expect(phone.opened).toHaveLength(2)
})

test('WeChat and browsers open the scan page themselves', () => {
  phone.params = { q: encodeURIComponent(link) }
  render(<App />)
  act(() => showPage({ query: { q: encodeURIComponent(link) } }))
  expect(phone.opened).toEqual([])
})

test('Alipay: a host that cannot open a page while it starts is asked again once the app is shown', async () => {
  Object.assign(globalThis, { TARGET: 'alipay' })
  const { navigateTo } = Taro
  let tries = 0
  Taro.navigateTo = async (options) => {
    tries += 1
    if (tries < 3) throw new Error('no page yet')
    return navigateTo(options)
  }
  try {
    phone.params = { qrCode: link }
    render(<App />)
    await waitFor(() => expect(phone.opened).toEqual([scanPage]), { timeout: 3000 })
    expect(tries).toBe(3)
  } finally { Taro.navigateTo = navigateTo }
})
