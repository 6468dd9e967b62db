import { departmentOf, filedOn, implementationOf, isCaseNo, isHandlingCode, isImplementationCode, readReceiptBarcode } from './caseNumbers'

/** The sample of the national catalogue. */
const CODE = '11440100007482575H3440118009000'
const CASE = `${CODE}202601050001`

describe('the codes of items and cases', () => {
  it('31, 33 and 43 characters are told apart', () => {
    expect([isImplementationCode(CODE), isHandlingCode(`${CODE}01`), isCaseNo(CASE)]).toEqual([true, true, true])
    expect([isImplementationCode(CASE), isHandlingCode(CODE), isCaseNo(`${CODE}01`)]).toEqual([false, false, false])
  })

  it.each([
    ['a wrong check character of the department', `11440100007482575J${CASE.slice(18)}`], ['two characters changed places', `11440100007482755H${CASE.slice(18)}`],
    ['a level that is none', `${CASE.slice(0, 18)}9${CASE.slice(19)}`], ['a day that is none', `${CODE}202602300001`],
    ['a small letter', CASE.toLowerCase()], ['one too few', CASE.slice(0, -1)], ['one too many', `${CASE}1`], ['a letter in its number', `${CASE.slice(0, -1)}A`], ['nothing', ''],
  ])('%s is no case number', (_, text) => { expect(isCaseNo(text)).toBe(false) })

  it('say which department, which item and which day', () => {
    expect([departmentOf(CASE), implementationOf(CASE), filedOn(CASE)]).toEqual(['11440100007482575H', CODE, '20260105'])
  })

  it('a receipt’s barcode is a case number and its secret, and nothing else is one', () => {
    expect(readReceiptBarcode(` ${CASE}*7K2M9Q4T `)).toEqual({ caseNo: CASE, secret: '7K2M9Q4T' })
    for (const text of [CASE, `${CASE}*`, `${CASE}*7K2M9Q4`, `${CASE}*7K2M9Q4T*1`, `x${CASE}*7K2M9Q4T`, 'https://halls.example/s/abc']) expect(readReceiptBarcode(text)).toBeUndefined()
  })
})
