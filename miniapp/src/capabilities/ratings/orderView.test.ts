import { orderStates } from '@shared/orderStates'
import { textsIn } from '@/i18n/text'
import { orderNextTexts, orderStateTexts, orderStepTexts, orderTexts } from '@/i18n/ratings'
import { anOrder, TEN } from './builders'
import { orderView, type OrderWords } from './orderView'

const HOUR_MS = 3_600_000
const wordsIn = (language: 'zh' | 'en'): OrderWords => ({
  say: textsIn(language, orderTexts), state: textsIn(language, orderStateTexts), next: textsIn(language, orderNextTexts), step: textsIn(language, orderStepTexts),
  local: (text) => text[language], dayName: (day) => day,
})
const zh = wordsIn('zh')

it('says who has it and by which day what is due', () => {
  expect(orderView(anOrder(), zh)).toEqual({
    headline: '已交办，等待核实', owner: '由天河区政务服务中心负责', due: { text: '最迟 20260106 核实情况', late: false }, leader: null, asks: false,
    steps: [{ key: '0', title: '收到您的评价，已交办', when: '20260105 10:00', text: '' }],
  })
  expect(orderView(anOrder(), wordsIn('en'))).toMatchObject({ owner: 'Tianhe District Service Centre is in charge', due: { text: 'Looked into by 20260106' } })
})

it('overdue says so and which day was missed, and who took it over', () => {
  const leader = { zh: '区政务和数据局 李局长', en: 'Director Li' }
  expect(orderView(anOrder({ overdue: true, leader }), zh)).toMatchObject({
    due: { text: '已超期：应在 20260106 前核实情况', late: true }, leader: '因为超期，已由区政务和数据局 李局长接手督办',
  })
})

it('tells each step in its order with its own words', () => {
  const order = anOrder({
    state: 'replied', asks: true, dueAt: null,
    steps: [{ at: TEN, step: 'open', text: '' }, { at: TEN + HOUR_MS, step: 'contact', text: '已致歉' }, { at: TEN + 2 * HOUR_MS, step: 'rectify', text: '增开一个窗口' }, { at: TEN + 3 * HOUR_MS, step: 'reply', text: '请您再来看看' }],
  })
  const { steps, asks, due, headline } = orderView(order, zh)
  expect(steps.map(({ title, text }) => [title, text])).toEqual([['收到您的评价，已交办', ''], ['核实了情况', '已致歉'], ['做了整改', '增开一个窗口'], ['答复了您', '请您再来看看']])
  expect([asks, due, headline]).toEqual([true, null, '已答复，等待回访'])
})

it.each(['zh', 'en'] as const)('has words for every state, and nothing is due once it is over (%s)', (language) => {
  for (const state of orderStates) {
    const view = orderView(anOrder({ state }), wordsIn(language))
    expect(view.headline).toBe(orderStateTexts[state][language])
    expect([state, view.due === null]).toEqual([state, ['closed', 'withdrawn', 'dropped'].includes(state)])
  }
})
