import { startOfDay } from '@shared/time'
import { textsIn } from '@/i18n'
import { bookTexts, dateTexts, monthTexts } from '@/i18n/appointments'
import { weekdayTexts } from '@/i18n/halls'
import { aDay, aSlot, DAY, hour, minute, TEN } from './builders'
import { boundsOf, dayRow, daysPace, halvesOf, noonOf, slotTile, windowsToWait } from './fullness'

const words = { say: textsIn('zh', bookTexts), dates: { say: textsIn('zh', dateTexts), month: textsIn('zh', monthTexts), weekday: textsIn('zh', weekdayTexts) } }
const before = TEN - 48 * hour

describe('a day', () => {
  it.each([[31, '充足'], [10, '不多了'], [2, '快满了']])('with %i of 48 places left is %s', (free, word) => {
    expect(dayRow(aDay({ free }), before, words)).toMatchObject({ word, count: `余 ${free} 个` })
  })

  it('that is full offers the waiting list; one that is closed offers nothing', () => {
    expect(dayRow(aDay({ state: 'full', free: 0 }), before, words)).toMatchObject({ word: '约满，可候补', taken: 1, count: null })
    expect(dayRow(aDay({ state: 'closed', free: 0 }), before, words)).toMatchObject({ word: '不能约了', taken: null })
  })

  it('that is not released counts down to the second, and never below nothing', () => {
    const releasesAt = before + 61_000
    expect(dayRow(aDay({ state: 'not-released', releasesAt }), before, words).countdown).toBe('1:01 后放号')
    expect(dayRow(aDay({ state: 'not-released', releasesAt }), releasesAt, words).countdown).toBe('正在放号')
  })

  it('is asked for again at its release', () => {
    expect(daysPace([aDay()], before, 30)).toBe(30)
    expect(daysPace([aDay(), aDay({ state: 'not-released', releasesAt: before + 4_200 })], before, 30)).toBe(5)
    expect(daysPace([aDay({ state: 'not-released', releasesAt: before - 1 })], before, 30)).toBe(1)
  })
})

describe('a slot', () => {
  it('says how many places are left, or why there is none', () => {
    expect(slotTile(aSlot(), words)).toMatchObject({ name: '10:00–10:30', word: '余 3', free: true, taken: 0.25 })
    expect(slotTile(aSlot({ state: 'full', free: 0 }), words)).toMatchObject({ word: '已满', free: false, taken: 1 })
    expect(slotTile(aSlot({ state: 'closed' }), words)).toMatchObject({ word: '停约', free: false })
  })

  it('stands in its half of the day, unless it is past', () => {
    const at = (startsAt: number, state: 'open' | 'past' | 'full' = 'open') => aSlot({ startsAt, endsAt: startsAt + 30 * minute, state })
    const halves = halvesOf(DAY, [at(TEN - hour, 'past'), at(TEN), at(noonOf(DAY))])
    expect(halves.map(({ half, slots }) => [half, slots.length])).toEqual([['morning', 1], ['afternoon', 1]])
  })
})

describe('the waiting list', () => {
  const slots = (morning: 'open' | 'full', afternoon: 'open' | 'full') => [aSlot({ state: morning }), aSlot({ startsAt: TEN + 4 * hour, state: afternoon })]
  it.each([
    ['open', 'open', []], ['full', 'open', ['morning']], ['open', 'full', ['afternoon']], ['full', 'full', ['day', 'morning', 'afternoon']],
  ] as const)('morning %s, afternoon %s: one can wait for %j', (morning, afternoon, windows) => {
    expect(windowsToWait(DAY, slots(morning, afternoon))).toEqual(windows)
  })

  it('is not offered where everything is closed', () => {
    expect(windowsToWait(DAY, [aSlot({ state: 'closed' })])).toEqual([])
  })

  it('is asked for with the bounds of the part of the day', () => {
    expect(boundsOf(DAY, 'day')).toEqual({})
    expect(boundsOf(DAY, 'morning')).toEqual({ until: startOfDay(DAY) + 12 * hour })
    expect(boundsOf(DAY, 'afternoon')).toEqual({ from: startOfDay(DAY) + 12 * hour })
  })
})
