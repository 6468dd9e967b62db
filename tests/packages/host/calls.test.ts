import type { Http } from '../../support/http'
import type { ApiTable } from './apiTable'
import { Refusal, type Call, type Options } from './act'
import { myTable } from './my'
import type { Pages } from './pages'
import { createPhone, type Phone } from './phone'
import { wxTable } from './wx'

const MB = 1024 * 1024
const pages: Pages = { stack: () => [], top: () => { throw new Error('no page is open') }, go: () => undefined, back: () => undefined }
/** A server that answers when it is told to. */
const held: (() => void)[] = []
const http: Http = { ask: () => new Promise((resolve) => { held.push(() => resolve({ status: 200, headers: {}, text: '{}' })) }), close: () => undefined }

const tables = { weapp: wxTable, alipay: myTable } as const
const open = (name: keyof typeof tables): { readonly phone: Phone; readonly table: ApiTable; readonly call: (act: string, options?: Options, touched?: boolean) => Promise<object> } => {
  const phone = createPhone({ http, server: 'http://127.0.0.1' })
  const table = tables[name]({ phone, pages, app: { pages: [], requiredPrivateInfos: ['getFuzzyLocation'] }, start: () => ({ path: '', scene: 1001 }) })
  const one: Call = { touched: false, waitsForCitizen: () => undefined }
  return { phone, table, call: async (act, options = {}, touched = false) => table.later[act]?.(options, { ...one, touched }) ?? {} }
}
/** What a call that fails hands to `fail`; anything that is no failure of the platform's is thrown on. */
const failure = async (answer: Promise<object>): Promise<unknown> => answer.then(() => null, (thrown: unknown) => { if (thrown instanceof Refusal) return thrown.fields; throw thrown })

describe('WeChat’s calls', () => {
  it('ask for the place once: a no is remembered, in the settings and by the call', async () => {
    const { phone, call } = open('weapp')
    Object.assign(phone.privacy, { agreed: true })
    phone.permissions.answers.place = 'no'
    for (let times = 0; times < 2; times += 1) expect(await failure(call('getFuzzyLocation'))).toMatchObject({ errMsg: 'getFuzzyLocation:fail auth deny' })
    expect(phone.permissions.shown).toEqual(['place'])
    expect(await call('getSetting')).toEqual({ authSetting: { 'scope.userFuzzyLocation': false } })
    phone.permissions.switches = { place: true, calendar: true }
    // What was never asked for is not in the settings.
    expect(await call('openSetting', {}, true)).toEqual({ authSetting: { 'scope.userFuzzyLocation': true } })
  })

  it('open settings and ask for messages in a tap alone', async () => {
    const { call } = open('weapp')
    await expect(call('openSetting')).rejects.toThrow('TAP gesture')
    await expect(call('requestSubscribeMessage', { tmplIds: ['a'] })).rejects.toThrow('TAP gesture')
  })

  it.each([[[], 10001], [['a', 'b', 'c', 'd'], 20003]])('ask for messages by one to three templates, not by %j', async (tmplIds, errCode) => {
    expect(await failure(open('weapp').call('requestSubscribeMessage', { tmplIds }, true))).toMatchObject({ errCode })
  })

  it('hold personal things back until the button was really tapped', async () => {
    const { phone, table, call } = open('weapp')
    let resolution = { event: 'agree', buttonId: 'agree' }
    table.atOnce.onNeedPrivacyAuthorization?.(...[((resolve: (given: object) => void) => resolve(resolution))] as never[])
    expect(await failure(call('setClipboardData', { data: 'x' }))).toMatchObject({ errno: 104, errMsg: expect.stringContaining('buttonId is wrong') })
    resolution = { event: 'disagree', buttonId: '' }
    expect(await failure(call('setClipboardData', { data: 'x' }))).toMatchObject({ errno: 104 })
    expect(phone.clipboard).toBe('')
    phone.privacy.tapAgree('agree')
    await call('setClipboardData', { data: 'x' })
    expect(phone.clipboard).toBe('x')
  })

  it('send ten requests at once and no more', async () => {
    const { call } = open('weapp')
    const ten = Array.from({ length: 10 }, () => call('request', { url: 'http://127.0.0.1/a', timeout: 1_000 }))
    await expect(call('request', { url: 'http://127.0.0.1/a' })).rejects.toThrow('more than 10')
    held.splice(0).forEach((answer) => answer())
    await Promise.all(ten)
  })

  it('throw when a value is over 1 MB or the storage is full', () => {
    const { phone, table } = open('weapp')
    const set = (data: string): unknown => table.atOnce.setStorageSync?.(...['key', data] as never[])
    expect(() => set('x'.repeat(MB))).toThrow('1MB')
    set('x')
    phone.storageFull = true
    expect(() => set('y')).toThrow('10Mb')
    expect(phone.storage.get('key')).toBe('"x"')
  })
})

describe('Alipay’s calls', () => {
  it('ask again after a no, and never after one for good', async () => {
    const { phone, call } = open('alipay')
    phone.permissions.answers.camera = 'no'
    for (let times = 0; times < 2; times += 1) expect(await failure(call('scan', { type: 'qr' }))).toMatchObject({ error: 2001 })
    phone.permissions.answers.camera = 'never'
    expect(await failure(call('scan', { type: 'qr' }))).toMatchObject({ error: 2003 })
    expect(await failure(call('scan', { type: 'qr' }))).toMatchObject({ error: 2002 })
    expect(phone.permissions.shown).toEqual(['camera', 'camera', 'camera'])
  })

  it('give back why a value over 200 KB was not kept, and throw nothing', () => {
    const { table } = open('alipay')
    const set = (data: string): unknown => table.atOnce.setStorageSync?.(...[{ key: 'key', data }] as never[])
    expect(set('x'.repeat(201 * 1024))).toMatchObject({ error: 14 })
    expect(set('x')).toEqual({ success: true })
  })

  it('fail when the question about messages is closed, and succeed when it is refused', async () => {
    const { phone, call } = open('alipay')
    expect(await call('requestSubscribeMessage', { entityIds: ['a'] })).toMatchObject({ behavior: 'subscribe', result: { unsubscribedEntityIds: ['a'] } })
    phone.subscriptions.closes = true
    expect(await failure(call('requestSubscribeMessage', { entityIds: ['a'] }))).toMatchObject({ behavior: 'cancel', errorCode: 11 })
    expect(await failure(call('requestSubscribeMessage', { entityIds: ['a', 'b', 'c', 'd'] }))).toMatchObject({ errorCode: 203 })
  })
})
