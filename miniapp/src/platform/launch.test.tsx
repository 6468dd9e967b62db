import { act, render } from '@testing-library/react'
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
