import fc from 'fast-check'
import { textsIn } from '@/i18n'
import { receiptTexts } from '@/i18n/cases'
import { holds } from '../../../../tests/support/property'
import { CASE_NO } from './builders'
import { numberFault, readScanned, typedReceipt } from './receiptForm'

const fault = (typed: string): string | null => numberFault(typed, textsIn('zh', receiptTexts))
const changed = (at: number, to: string): string => `${CASE_NO.slice(0, at)}${to}${CASE_NO.slice(at + to.length)}`

describe('a typed case number', () => {
  it('is right as people write it: in blocks, with small letters, with wide digits', () => {
    expect(fault(CASE_NO)).toBeNull()
    expect(fault(` ${CASE_NO.slice(0, 18).toLowerCase()} ${CASE_NO.slice(18, 31)}-${CASE_NO.slice(31)} `)).toBeNull()
    expect(fault(CASE_NO.replace('1', '１'))).toBeNull()
  })

  it('that is too short or too long says by how much', () => {
    expect(fault('')).toBe('请填办件号。')
    expect(fault(CASE_NO.slice(0, -2))).toBe('办件号是 43 位，现在是 41 位，少了 2 位。')
    expect(fault(`${CASE_NO}1`)).toBe('办件号是 43 位，现在是 44 位，多了 1 位。')
  })

  it('with one wrong character among the first 18 is found out, whichever it is', async () => {
    const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    await holds(fc.property(fc.nat(17), fc.constantFrom(...letters), (at, letter) => {
      fc.pre(CASE_NO[at] !== letter)
      expect(fault(changed(at, letter))).toBe('前 18 位对不上，可能有一位写错了。请对照回执核对。')
    }))
  })

  it('says which part is wrong: the date, or the form', () => {
    expect(fault(changed(31, '20261301'))).toBe('第 32 到 39 位应是日期，请对照回执核对。')
    expect(fault(changed(18, 'Z'))).toBe('办件号的写法不对。请对照回执，从第 19 位起核对。')
    expect(fault(changed(40, 'A'))).toBe('办件号的写法不对。请对照回执，从第 19 位起核对。')
  })
})

describe('what the scanner read', () => {
  it('is a receipt by its barcode, a bare number, or nothing of ours', () => {
    expect(readScanned(`${CASE_NO}*AB12CD34\n`)).toEqual({ kind: 'receipt', receipt: { by: 'barcode', caseNo: CASE_NO, secret: 'AB12CD34' } })
    expect(readScanned(CASE_NO.toLowerCase())).toEqual({ kind: 'number', caseNo: CASE_NO })
    for (const text of ['', 'https://elsewhere.example', `${CASE_NO}*short`, `${changed(0, '2')}*AB12CD34`, `${CASE_NO}*AB12CD34*x`]) expect(readScanned(text)).toEqual({ kind: 'other' })
  })
})

test('what is sent is tidied', () => {
  expect(typedReceipt(`${CASE_NO.slice(0, 5)} ${CASE_NO.slice(5)}`, ' 演示用户一 ')).toEqual({ by: 'name', caseNo: CASE_NO, name: '演示用户一' })
})
