import Taro from '@tarojs/taro'
import { phone } from '../../../tests/support/phone/taro'
import { actKeep, personalKeep } from './keep'
import { currentSession, dropSession, keepSession, lapseSession, renameSession } from './session'
import { isOneOf, isText, keepsNothing, stored } from './storage'

beforeEach(() => dropSession())

test('keeps a value, and forgets it', () => {
  const word = stored('word', 1, isText)
  expect(word.read()).toBeNull()
  word.write('你好')
  expect(word.read()).toBe('你好')
  word.remove()
  expect(word.read()).toBeNull()
})

test('ignores what another version or another hand left', () => {
  stored('theme', 1, isText).write('dark')
  expect(stored('theme', 2, isText).read()).toBeNull()
  expect(stored('theme', 1, isOneOf('auto', 'light')).read()).toBeNull()
  Taro.setStorageSync('yichuang.theme', 'rubbish')
  expect(stored('theme', 1, isText).read()).toBeNull()
})

const full: readonly [string, () => void][] = [
  ['throws', () => { throw new Error('full') }],
  // The phone gives its failure back where Taro says it gives nothing.
  ['gives the failure back, as Alipay does', () => ({ error: 12, errorMessage: '存储总大小达到上限' })],
]
test.each(full)('a storage that %s is no error: what is written is good for as long as the app runs', (_, refuse) => {
  const word = stored('word', 1, isText)
  word.write('old')
  const write = Taro.setStorageSync
  Taro.setStorageSync = refuse
  try {
    expect(() => word.write('new')).not.toThrow()
    expect(word.read()).toBe('new')
    expect(keepsNothing()).toBe(true)
    expect(phone.storage.get('yichuang.word')).toMatchObject({ value: 'old' })
  } finally { Taro.setStorageSync = write }
  word.write('newer')
  expect([word.read(), keepsNothing()]).toEqual(['newer', false])
  word.remove()
  expect(word.read()).toBeNull()
})

const ofSomebody = { token: 't'.repeat(40), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }

test('a session stays until the server says otherwise, whatever the phone’s clock says', () => {
  keepSession({ ...ofSomebody, expiresAt: 1 })
  expect(currentSession()?.name).toBe('演*')
  dropSession()
  expect(currentSession()).toBeNull()
})

describe('what a person leaves on the phone', () => {
  const leave = (): void => {
    keepSession(ofSomebody)
    personalKeep.write('draft/tianhe', { priority: 'disabled' })
    actKeep.write('take/tianhe', { key: 'k' })
  }
  const left = (): string[] => [...phone.storage.keys()].filter((name) => /draft|take/.test(name))

  test('goes when they sign out', () => {
    leave()
    dropSession()
    expect(left()).toEqual([])
  })

  test('stays when the session runs out, but no act is carried out for whoever signs in next', () => {
    leave()
    lapseSession()
    keepSession({ ...ofSomebody, token: 'u'.repeat(40) })
    expect(left()).toEqual(['yichuang.draft/tianhe'])
  })

  test('goes when somebody else signs in', () => {
    leave()
    lapseSession()
    keepSession({ ...ofSomebody, token: 'u'.repeat(40), name: '李*' })
    expect(left()).toEqual([])
  })

  test('is kept for whoever prepared it before signing in', () => {
    personalKeep.write('draft/tianhe', {})
    keepSession(ofSomebody)
    expect(left()).toEqual(['yichuang.draft/tianhe'])
  })

  test('stays when their real name becomes known: they are still the same person', () => {
    leave()
    renameSession({ name: '张*', realName: true })
    expect(currentSession()).toEqual({ ...ofSomebody, name: '张*', realName: true })
    keepSession({ ...ofSomebody, name: '张*' })
    expect(left()).toEqual(['yichuang.draft/tianhe', 'yichuang.take/tianhe'])
  })

  test('nobody is named who is not signed in', () => {
    renameSession({ name: '张*', realName: true })
    expect(currentSession()).toBeNull()
  })
})
