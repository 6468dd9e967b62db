import { commonErrors, errorMessage } from '@shared/errors'
import { endpoints } from '@shared/endpoints'
import { nextTexts } from '@/i18n/ratings'
import { refusalText } from './refusal'

const asked = ['rateVisit', 'readRating', 'rateCase', 'readCaseRating', 'rateReceipt', 'findRating', 'listRatings', 'changeRating', 'deleteRating', 'answerRevisit', 'uploadPhoto'] as const

test('every refusal of the endpoints says what to do next, in both languages', () => {
  const codes = [...new Set([...asked.flatMap((name) => endpoints[name].errors), ...commonErrors])]
  expect(codes.filter((code) => !(code in nextTexts))).toEqual([])
  for (const code of codes) {
    for (const language of ['zh', 'en'] as const) {
      const text = refusalText({ code, message: errorMessage(code, language) }, language)
      expect(text).toContain(nextTexts[code as keyof typeof nextTexts][language])
      expect(text).not.toMatch(/JSON|勿重复操作|\{/)
    }
  }
})

test('the reason comes first; one that this build does not know is said as it came', () => {
  expect(refusalText({ code: 'RATING_TOO_LATE', message: '已超过评价期限（7 天）。' }, 'zh')).toBe('已超过评价期限（7 天）。还有意见，可以拨打 12345。')
  expect(refusalText({ code: 'RATING_TOO_LATE', message: 'The time has passed.' }, 'en')).toBe('The time has passed. You can still call 12345.')
  expect(refusalText({ code: 'RATING_EXISTS', message: '本次服务已存在评价' }, 'zh')).toBe('本次服务已存在评价。可以在“我的评价”里查看。')
  expect(refusalText({ code: 'BRAND_NEW', message: '新的原因' }, 'zh')).toBe('新的原因')
})
