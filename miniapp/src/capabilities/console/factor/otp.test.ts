import { digitsIn, inGroups, otpIn } from './otp'

test('a code is sent bare, however it was typed or pasted', () => {
  expect(['287082', ' 287 082 ', '２８７０８２', '287-082'].map(otpIn)).toEqual(Array.from({ length: 4 }, () => '287082'))
  expect(['abcd-efgh-ijkl-2345', 'ABCD EFGH IJKL 2345', 'abcdefghijkl2345'].map(otpIn)).toEqual(Array.from({ length: 3 }, () => 'abcd-efgh-ijkl-2345'))
})

test('what can be neither a code nor a recovery code is not sent', () => {
  for (const wrong of ['', '12345', '1234567', '12345a', 'abcd-efgh-ijkl-0189', 'abcd-efgh-ijkl', '一二三四五六']) expect(otpIn(wrong)).toBeNull()
  expect([digitsIn('287 082'), digitsIn('abcd-efgh-ijkl-2345')]).toEqual(['287082', null])
})

test('a key to be typed stands in groups of four', () => {
  expect(inGroups('GEZDGNBVGY3TQOJQ')).toBe('GEZD GNBV GY3T QOJQ')
})
