import { phone } from '../../../tests/support/phone/taro'
import { goBack, openPage, openTab, openUrl, pageUrl } from './navigate'

test('parameters are encoded, missing ones left out', () => {
  expect(pageUrl('sign-in', { next: '/pages/take/index?hall=tianhe&item=a', other: undefined }))
    .toBe('/pages/sign-in/index?next=%2Fpages%2Ftake%2Findex%3Fhall%3Dtianhe%26item%3Da')
})

test('back leads home for whoever came by a link', () => {
  goBack()
  phone.pages = 2
  goBack()
  expect(phone.opened).toEqual([{ how: 'reLaunch', url: '/pages/home/index' }, { how: 'navigateBack', url: '' }])
})

test('the tenth page replaces instead of stacking', () => {
  phone.pages = 10
  openPage('hall', { hall: 'tianhe' })
  expect(phone.opened).toEqual([{ how: 'redirectTo', url: '/pages/hall/index?hall=tianhe' }])
})

test.each(['https://evil.example/', '//evil.example', '/pages/home/index#x', 'javascript:alert(1)', ''])('a remembered address that is not ours leads home: %s', (url) => {
  openUrl(url)
  expect(phone.opened).toEqual([{ how: 'reLaunch', url: '/pages/home/index' }])
})

test('a tab is opened afresh, a subpage in place of this one', () => {
  openTab('me')
  openUrl('/pages/take/index?hall=tianhe')
  expect(phone.opened.map(({ how }) => how)).toEqual(['reLaunch', 'redirectTo'])
})

test('a double tap opens a page once, another page at once', () => {
  openPage('ticket', { id: 'a' })
  openPage('ticket', { id: 'a' })
  openPage('ticket', { id: 'b' })
  expect(phone.opened.map(({ url }) => url)).toEqual(['/pages/ticket/index?id=a', '/pages/ticket/index?id=b'])
})

test('a page of a subpackage has an address of its own, and can be come back to', () => {
  openUrl(pageUrl('case', { ticket: 'tianhe.a' }))
  openUrl(pageUrl('cases'))
  openUrl('/pages/cases/case/deeper/index')
  expect(phone.opened).toEqual([
    { how: 'redirectTo', url: '/pages/cases/case/index?ticket=tianhe.a' }, { how: 'redirectTo', url: '/pages/cases/index' }, { how: 'reLaunch', url: '/pages/home/index' },
  ])
})
