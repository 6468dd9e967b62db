import Taro from '@tarojs/taro'
import { currentSession, dropSession, keepSession } from './session'
import { isOneOf, isText, stored } from './storage'

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

test('a storage that refuses is no error', () => {
  const write = Taro.setStorageSync
  Taro.setStorageSync = () => { throw new Error('full') }
  try { expect(() => stored('word', 1, isText).write('x')).not.toThrow() } finally { Taro.setStorageSync = write }
})

test('a session that has run out counts as none', () => {
  keepSession({ token: 't'.repeat(40), name: '演*', expiresAt: 1 })
  expect(currentSession()).toBeNull()
  keepSession({ token: 't'.repeat(40), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  expect(currentSession()?.name).toBe('演*')
  dropSession()
  expect(currentSession()).toBeNull()
})
