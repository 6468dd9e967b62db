import { problemIn } from './problem'

test.each([
  ['no answer', { name: 'silent' }], ['no answer came', { name: 'silent' }], ['no access token', { name: 'token' }], ['not signed by alipay', { name: 'unsigned' }],
  ['the sending itself failed', { name: 'own' }], ['status 503', { name: 'status', code: '503' }], ['errcode 45009', { name: 'code', code: '45009' }],
])('“%s” is told in words', (text, problem) => expect(problemIn(text)).toEqual(problem))

test('a code nobody foresaw is shown as the platform gave it', () => {
  expect(problemIn('USER_UNKNOWN_STATUS')).toEqual({ name: 'code', code: 'USER_UNKNOWN_STATUS' })
})
