import { textsIn } from '@/i18n'
import { departureTexts } from '@/i18n/departure'
import { aDeparture, minute, TEN } from '../builders'
import { departureView, dueAt } from './departureView'

const zh = textsIn('zh', departureTexts)
/** The phone's clock is an hour ahead of the server's. */
const heardAt = TEN + 60 * minute
const planned = (change: Parameters<typeof aDeparture>[0] = {}) => ({ departure: aDeparture(change), heardAt })

it('says when to set out, how long the way is and by what, that a message comes, and by which line', () => {
  expect(departureView(planned(), heardAt, zh)).toEqual({
    headline: '10:20 出发', now: false, notes: ['路上约 20 分钟，按距离估算', '到时候会发消息提醒您。', '按 10:00 的排队情况。快了慢了都会变，可重新算。'],
  })
  expect(departureView(planned({ source: 'map', reminds: false }), heardAt, zh).notes.slice(0, 2)).toEqual(['路上约 20 分钟，按地图估算', '不会另发消息，请自己留意时间。'])
})

it('becomes “now” when it is time, by what has passed and not by the phone’s clock', () => {
  expect(dueAt(planned())).toBe(heardAt + 20 * minute)
  expect(departureView(planned(), heardAt + 20 * minute - 1, zh).now).toBe(false)
  expect(departureView(planned(), heardAt + 20 * minute, zh)).toMatchObject({ headline: '现在就出发', now: true })
})

it('is “now” at once when the server says so, and promises no message then', () => {
  const view = departureView(planned({ now: true, leaveAt: TEN - minute }), heardAt, zh)
  expect(view).toMatchObject({ headline: '现在就出发', now: true })
  expect(view.notes).toHaveLength(2)
})

it('does not guess when nobody can tell the wait', () => {
  const view = departureView(planned({ leaveAt: null }), heardAt, zh)
  expect(view).toMatchObject({ headline: '还说不准何时动身', now: false })
  expect(view.notes[0]).toMatch(/^这条队最近叫号太少/)
  expect(dueAt(planned({ leaveAt: null }))).toBeNull()
})

it('names nobody’s way as no time at all', () => {
  expect(departureView(planned({ travelMinutes: 0 }), heardAt, textsIn('en', departureTexts)).notes[0]).toBe('About 1 minute on the way, judged by distance')
})
