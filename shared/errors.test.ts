import { commonErrors, ContractError, errorMessage, errorTable, type ErrorCode } from './errors'

const codes = Object.keys(errorTable) as ErrorCode[]
const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe('the error table', () => {
  test.each(codes)('%s has a failing status, a retry rule and a sentence in both languages', (code) => {
    const { status, retry, zh, en } = errorTable[code]
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    expect(['never', 'same-key', 'later']).toContain(retry)
    expect(zh).toMatch(/[\u4e00-\u9fff]/)
    expect(en).toMatch(/^[A-Z][\x20-\x7e’]+\.$/)
    expect(en).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test.each(codes)('%s asks for the same details in both languages', (code) => {
    expect(blanks(errorTable[code].en)).toEqual(blanks(errorTable[code].zh))
  })

  test('a caller may repeat what failed on our side, and only with the same key where the outcome is unknown', () => {
    for (const code of codes) {
      if (errorTable[code].status >= 500) expect(errorTable[code].retry).not.toBe('never')
      if (errorTable[code].retry === 'same-key') expect(errorTable[code].status).toBeGreaterThanOrEqual(500)
    }
    expect(errorTable.UNKNOWN_OUTCOME.retry).toBe('same-key')
  })

  test('uses the wording of the rating standard', () => {
    expect(errorTable.RATING_NEEDS_REASON.zh).toBe('差评必须勾选详情或填写文字评价')
    expect(errorTable.RATING_EXISTS.zh).toBe('本次服务已存在评价')
  })

  test('holds every error that any endpoint may give', () => {
    for (const code of commonErrors) expect(codes).toContain(code)
  })
})

describe('the sentence of an error', () => {
  test('has its details filled in', () => {
    expect(errorMessage('PLACE_TOO_FAR', 'zh', { distance: 812, radius: 500 })).toBe('您离大厅还有约 812 米，请到大厅（500 米内）再取号。')
    expect(errorMessage('PLACE_TOO_FAR', 'en', { distance: 812, radius: 500 })).toBe('You are about 812 m from the hall. Please take a number within 500 m of it.')
  })

  test('never shows a blank’s name', () => {
    for (const code of codes) for (const language of ['zh', 'en'] as const) expect(errorMessage(code, language)).not.toMatch(/[{}]/)
  })

  test('stands apart from what the error carries for code', () => {
    const error = new ContractError('PLACE_TOO_FAR', { distance: 812, radius: 500 })
    expect(error).toMatchObject({ name: 'ContractError', message: 'PLACE_TOO_FAR', details: { distance: 812, radius: 500 } })
  })
})
