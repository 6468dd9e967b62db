import { textsIn } from '@/i18n'
import { guideTexts } from '@/i18n/guides'
import { aGuide, aMaterial } from './builders'
import { feeLine, materialNote, onlineLine, timeLines, toBring } from './guideView'
import { MOST_QUERY, queryOf } from './query'

const zh = { say: textsIn('zh', guideTexts), local: (text: { readonly zh: string }) => text.zh }
const en = { say: textsIn('en', guideTexts), local: (text: { readonly en: string }) => text.en }
const time = (change: Partial<ReturnType<typeof aGuide>['time']>) => timeLines(aGuide({ time: { ...aGuide().time, ...change } }), zh)

describe('a material', () => {
  it('the city holds need not be brought, and says who holds it', () => {
    expect(materialNote(aMaterial({ heldByCity: true, heldBy: '公安局' }), zh)).toBe('不用带，公安局已有')
    expect(materialNote(aMaterial({ heldByCity: true }), zh)).toBe('不用带，系统里已有')
  })
  it('says its form and how many, or that it is only shown', () => {
    expect(materialNote(aMaterial(), zh)).toBe('原件，只看不收')
    expect(materialNote(aMaterial({ form: 'copy', copies: 2, note: { zh: '正反面', en: 'both sides' } }), zh)).toBe('正反面，复印件，2 份')
    expect(materialNote(aMaterial({ form: null, copies: null }), zh)).toBe('')
  })
  it('only what must be brought is counted', () => { expect(toBring(aGuide().materials)).toHaveLength(1) })
})

describe('how long', () => {
  it('promised before lawful, then the minutes at the window', () => { expect(time({})).toEqual(['承诺 10 个工作日', '法定 15 个工作日', '窗口约 12 分钟']) })
  it('done on the spot speaks of no days', () => { expect(time({ onTheSpot: true })).toEqual(['当场办完', '窗口约 12 分钟']) })
  it('natural days are not called working days, and what is unknown is not said', () => {
    expect(time({ promised: { days: 3, unit: 'calendar' }, lawful: null, minutes: null })).toEqual(['承诺 3 天'])
    expect(timeLines(aGuide({ time: { onTheSpot: null, promised: null, lawful: null, minutes: null } }), zh)).toEqual([])
  })
})

test('how much, and whether online: what is unknown is not said', () => {
  expect(feeLine(aGuide(), en)).toBe('Free')
  expect(feeLine(aGuide({ fee: { free: false, text: { zh: '每证 20 元', en: '20 yuan each' } } }), zh)).toBe('每证 20 元')
  expect(feeLine(aGuide({ fee: null }), zh)).toBeNull()
  expect(onlineLine(aGuide(), en)).toBe('Online, with 1 visit')
  expect(onlineLine(aGuide({ online: { possible: true, visits: 0 } }), zh)).toBe('可以全程网上办，不用跑')
  expect(onlineLine(aGuide({ online: { possible: false, visits: 1 } }), zh)).toBe('要到窗口办')
  expect(onlineLine(aGuide({ online: null }), zh)).toBeNull()
})

describe('what is asked of a typed text', () => {
  it('is what can be seen of it, with single blanks', () => {
    expect(queryOf('  搬 \n 家\u200b ')).toBe('搬 家')
    expect(queryOf(' \u0000\u202e\u00a0 ')).toBe('')
  })
  it('is no longer than the contract allows, and never half a character', () => {
    const long = queryOf('𠮷'.repeat(100))
    expect(long.length).toBeLessThanOrEqual(MOST_QUERY)
    expect(() => encodeURIComponent(long)).not.toThrow()
    expect(queryOf('搬\ud842')).toBe('搬')
  })
})
