import { textsIn } from '@/i18n'
import { sourceTexts } from '@/i18n/cases'
import { aCase, aPromise, aSilentSource, aSource, otherNo, TEN } from './builders'
import { casesPace, isPast, parted } from './casesView'
import { missingSources } from './sourcesView'

const numbers = (cases: readonly { readonly caseNo: string }[]): number[] => cases.map(({ caseNo }) => Number(caseNo.slice(-4)))

describe('a list of cases', () => {
  const cases = [
    aCase({ caseNo: otherNo(1), promise: aPromise({ by: '20260401', daysLeft: 50 }) }),
    aCase({ caseNo: otherNo(2), promise: aPromise({ by: '20260102', daysLeft: -1 }) }),
    aCase({ caseNo: otherNo(3), state: 'granted', promise: null, waitsForMe: true }),
    aCase({ caseNo: otherNo(4), state: 'supplement', waitsForMe: true, bringBy: '20260109' }),
    aCase({ caseNo: otherNo(5), state: 'delivered', promise: null, filedOn: '20251201' }),
    aCase({ caseNo: otherNo(6), state: 'refused', promise: null, filedOn: '20251220' }),
    aCase({ caseNo: otherNo(7), promise: aPromise({ by: '20260110', daysLeft: 4 }) }),
    aCase({ caseNo: otherNo(8), promise: null }),
  ]

  it('begins with what waits for the citizen, what must be brought soonest first', () => {
    expect(numbers(parted(cases).waiting)).toEqual([4, 3])
  })
  it('then has what runs: the late first, then by the promised day, without a promise last', () => {
    expect(numbers(parted(cases).running)).toEqual([2, 7, 1, 8])
  })
  it('ends with what is over, newest first, and loses nothing', () => {
    expect(numbers(parted(cases).over)).toEqual([6, 5])
    const { waiting, running, over } = parted(cases)
    expect(waiting.length + running.length + over.length).toBe(cases.length)
  })
})

test('a case is shown as the past when one of its own systems did not answer', () => {
  const sources = [aSource(), aSilentSource()]
  expect(isPast(['one-window', 'housing'], sources)).toBe(true)
  expect(isPast(['one-window'], sources)).toBe(false)
})

test('the server says when to ask again while more may come; a complete answer rests longest', () => {
  expect(casesPace({ complete: false, askAgainMs: 1500 })).toBe(1.5)
  const rests = casesPace({ complete: true, askAgainMs: null })
  expect(casesPace({ complete: false, askAgainMs: null })).toBeLessThan(rests)
  expect(casesPace(null)).toBeLessThan(rests)
})

describe('systems that are missing', () => {
  const lines = (language: 'zh' | 'en', ...sources: Parameters<typeof aSilentSource>[0][]) =>
    missingSources([aSource(), ...sources.map((change) => aSilentSource(change))], TEN, { say: textsIn(language, sourceTexts), local: (text) => text[language] })

  it('are named, each with the hour of what is shown of it', () => {
    expect(lines('zh', {})).toEqual(['住建系统暂时没有回应，显示的是 09:40 的情况'])
    expect(lines('en', {})).toEqual(['Housing is not answering. Shown as of 09:40'])
  })
  it('are told apart: still asked, silent, unreadable; with and without a copy', () => {
    const all = lines('zh', ...(['late', 'unavailable', 'unreadable'] as const).flatMap((state) => [{ state }, { state, asOf: null }]))
    expect(new Set(all).size).toBe(6)
    expect(all.filter((line) => line.includes('09:40'))).toHaveLength(3)
  })
  it('that answered are not spoken of', () => { expect(lines('zh')).toEqual([]) })
})
