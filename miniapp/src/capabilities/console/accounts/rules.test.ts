import { faultOfAccount, faultOfChange, tidied, type Draft } from './rules'

const change = { current: 'the-old-password', next: 'the-new-password', again: 'the-new-password' }
const draft: Draft = { account: 'clerk9', role: 'clerk', name: { zh: '演示', en: 'Demo' }, halls: ['tianhe'], everyHall: false, password: 'a-long-password' }

test('a new password is long enough, written twice, and new', () => {
  expect(faultOfChange(change)).toBeNull()
  expect(faultOfChange({ ...change, next: 'short', again: 'short' })).toBe('tooShort')
  expect(faultOfChange({ ...change, again: 'the-new-passwort' })).toBe('notSame')
  expect(faultOfChange({ ...change, current: change.next })).toBe('unchanged')
})

test('an account has a name of its own kind, both names, halls and a password', () => {
  expect(faultOfAccount(draft)).toBeNull()
  expect(['9lives', 'ab', '张三', 'a b c'].map((account) => faultOfAccount({ ...draft, account }))).toEqual(Array.from({ length: 4 }, () => 'accountWrong'))
  expect(faultOfAccount({ ...draft, name: { zh: '演示', en: '' } })).toBe('nameMissing')
  expect(faultOfAccount({ ...draft, halls: [] })).toBe('hallsMissing')
  expect(faultOfAccount({ ...draft, halls: [], everyHall: true })).toBeNull()
  expect(faultOfAccount({ ...draft, password: 'short' })).toBe('tooShort')
})

test('what a hand adds around an account and a name is not sent', () => {
  expect(tidied({ ...draft, account: ' Clerk9 ', name: { zh: ' 演示 ', en: 'Demo ' } })).toEqual(draft)
})
