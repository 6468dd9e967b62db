import { caseStages, caseStates } from '@shared/caseStates'
import { aCase, aPromise, aTrack, TEN, wordsIn } from './builders'
import { bringByOf, isLate, momentName, promiseOf, standOf } from './caseWords'

const zh = wordsIn('zh')
const en = wordsIn('en')

describe('where a case stands', () => {
  it.each(caseStates.flatMap((state) => caseStages.map((stage) => [state, stage] as const)))('%s at %s is said in both languages, without a word of the system’s own', (state, stage) => {
    expect(standOf(aTrack({ state, stage }), false, zh).text).toMatch(/^[^a-z{}]+$/)
    expect(standOf(aTrack({ state, stage }), false, en).text).toMatch(/^[^\u4e00-\u9fff{}]+$/)
  })

  it('a result asks to be fetched only while it waits', () => {
    expect(standOf(aTrack({ state: 'granted' }), true, zh).text).toBe('办好了，请领取结果')
    expect(standOf(aTrack({ state: 'granted' }), false, zh).text).toBe('办好了')
  })

  it('a special procedure is named', () => {
    const stopped = { reason: 'hearing', since: '20260105', note: '' } as const
    expect(standOf(aTrack({ state: 'special', promise: aPromise({ by: null, daysLeft: null, stopped }) }), false, zh).text).toBe('时间暂停：听证')
  })
})

describe('the promise', () => {
  const said = (change: Parameters<typeof aPromise>[0], words = zh): string | undefined => promiseOf(aPromise(change), TEN, words)?.text

  it('names the day and the working days left', () => {
    expect(said({})).toBe('承诺 2026年3月12日 前办完 · 还有 38 个工作日')
    expect(said({ daysLeft: 1 }, en)).toBe('Promised by 12 Mar 2026 · 1 working day left')
    expect(said({ daysLeft: 0 })).toBe('承诺 2026年3月12日 前办完 · 今天是最后一天')
  })

  it('late is said as late, by working days, and calls for attention', () => {
    expect(promiseOf(aPromise({ daysLeft: -3 }), TEN, zh)).toEqual({ text: '已超期 3 个工作日', tone: 'attention' })
    expect(said({ daysLeft: -1 }, en)).toBe('Late by 1 working day')
    expect([isLate(aPromise({ daysLeft: -1 })), isLate(aPromise({ daysLeft: 0 })), isLate(null)]).toEqual([true, false, false])
  })

  it('names why the clock stands instead of a day', () => {
    const since = { since: '20260105', note: '' }
    expect(said({ by: null, daysLeft: null, stopped: { reason: 'expert-review', ...since } })).toBe('时间暂停，等专家评审')
    expect(said({ by: null, daysLeft: null, stopped: { reason: 'supplement', ...since } })).toBe('时间暂停，等您补材料')
    expect(isLate(aPromise({ daysLeft: -5, stopped: { reason: 'other', ...since } }))).toBe(false)
  })

  it('before acceptance promises a length and no day; nothing promised says nothing', () => {
    expect(said({ by: null, daysLeft: null })).toBe('承诺 40 个工作日办完，受理后开始算')
    expect(promiseOf(null, TEN, zh)).toBeNull()
  })
})

test('what must be brought says until when', () => {
  expect(bringByOf(aCase({ bringBy: '20260109' }), zh)).toBe('请在 2026年1月9日 前补齐')
  expect(bringByOf(aCase(), zh)).toBeNull()
})

test('an hour of today stands alone, of another day with its day', () => {
  expect(momentName(TEN, TEN + 1)).toBe('10:00')
  expect(momentName(TEN, TEN + 86_400_000)).toBe('2026-01-05 10:00')
})
