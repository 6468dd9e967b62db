import { phone } from '../../../tests/support/phone/taro'
import { askPermission, canAskPermission } from './permission'

interface AlipayQuestion { readonly entityIds: string[]; readonly success: (answer: unknown) => void; readonly fail: (failure: unknown) => void }
const onWechat = (): void => { Object.assign(globalThis, { TARGET: 'weapp' }) }
const onAlipay = (answer: (question: AlipayQuestion) => void): void => {
  Object.assign(globalThis, { TARGET: 'alipay', my: { requestSubscribeMessage: answer } })
}
afterEach(() => {
  Object.assign(globalThis, { TARGET: 'h5' })
  Reflect.deleteProperty(globalThis, 'my')
})

test('a browser carries no messages, so nobody is asked', async () => {
  expect(canAskPermission()).toBe(false)
  expect(await askPermission(['a'])).toEqual([])
  expect(phone.askedFor).toEqual([])
})

describe('WeChat', () => {
  beforeEach(onWechat)

  test('is asked before anything is awaited, about three templates at most', () => {
    void askPermission(['a', 'b', 'c', 'd'])
    expect(phone.askedFor).toEqual([['a', 'b', 'c']])
  })

  test('each answer is told in our words; what the host left out by itself is no answer', async () => {
    phone.permissions = { a: 'accept', b: 'reject', c: 'filter' }
    expect(await askPermission(['a', 'b', 'c'])).toEqual([{ templateId: 'a', answer: 'accept' }, { templateId: 'b', answer: 'reject' }])
    phone.permissions = { a: 'acceptWithAudio', b: 'ban' }
    expect(await askPermission(['a', 'b'])).toEqual([{ templateId: 'a', answer: 'accept' }, { templateId: 'b', answer: 'ban' }])
  })

  test('a refusal that is kept for always is one for good; a kept permission is still one message', async () => {
    phone.permissions = { a: 'accept', b: 'reject', c: 'reject' }
    phone.keptPermissions = { a: 'accept', b: 'reject' }
    expect((await askPermission(['a', 'b', 'c'])).map(({ answer }) => answer)).toEqual(['accept', 'ban', 'reject'])
  })

  test('all messages turned off is a refusal for good; any other failure says nothing', async () => {
    phone.permissions = { errCode: 20004 }
    expect(await askPermission(['a'])).toEqual([{ templateId: 'a', answer: 'ban' }])
    phone.permissions = { errCode: 10002 }
    expect(await askPermission(['a'])).toEqual([])
  })
})

describe('Alipay', () => {
  const templates = ['a', 'b']
  const answered = (answer: object): void => onAlipay(({ success, entityIds }) => {
    expect(entityIds).toEqual(templates)
    success({ behavior: 'subscribe', result: { subscribedEntityIds: ['a'], unsubscribedEntityIds: ['b'] }, ...answer })
  })
  test.each([
    ['for one message each', { keep: false }, ['accept', 'reject']],
    ['for one message each, and the choice is kept', { keep: true }, ['accept', 'ban']],
    ['lasting', { refuse: false }, ['always', 'reject']],
    ['lasting, and not to be asked again', { refuse: true }, ['always', 'ban']],
  ])('%s', async (_, answer, expected) => {
    answered(answer)
    expect((await askPermission(templates)).map((one) => one.answer)).toEqual(expected)
  })

  test('closed without an answer, nothing was answered', async () => {
    onAlipay(({ fail }) => fail({ error: 11 }))
    expect(await askPermission(templates)).toEqual([])
  })
})

test('a host that never tells how it ended holds nothing up for longer than a minute', async () => {
  jest.useFakeTimers()
  onAlipay(() => undefined)
  const asked = askPermission(['a'])
  await jest.advanceTimersByTimeAsync(60_000)
  expect(await asked).toEqual([])
  jest.useRealTimers()
})
