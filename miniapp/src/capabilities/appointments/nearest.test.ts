import type { DayView, SlotView } from '@shared/appointments'
import { aDay, aSlot, DAY, hour, minute, TEN } from './builders'
import { findNearest } from './nearest'

const slot = (startsAt: number, state: SlotView['state'] = 'open') => aSlot({ startsAt, endsAt: startsAt + 30 * minute, state })
const find = async (days: readonly DayView[], slots: Readonly<Record<string, readonly SlotView[]>>) => {
  const asked: string[] = []
  const found = await findNearest(DAY, TEN, { days: async () => days, slots: async (day) => { asked.push(day); return slots[day] ?? [] } })
  return { asked, starts: found.map(({ startsAt }) => (startsAt - TEN) / minute) }
}

test('the same day’s nearest come first, in the order of time; a full one never, the lost one if it is free again', async () => {
  const day = (lost: SlotView['state']) => [-120, -60, -30, 0, 30, 60, 240].map((away) => slot(TEN + away * minute, away === 0 ? lost : away === 60 ? 'full' : 'open'))
  const days = [aDay(), aDay({ day: '20260106' })]
  expect(await find(days, { [DAY]: day('full') })).toEqual({ asked: [DAY], starts: [-120, -60, -30, 30] })
  expect(await find(days, { [DAY]: day('open') })).toMatchObject({ starts: [-60, -30, 0, 30] })
})

test('a day that is full passes the wish on to the days nearest to it', async () => {
  const days = [aDay({ day: '20260107' }), aDay({ state: 'full' }), aDay({ day: '20260106' })]
  const { asked, starts } = await find(days, { 20260106: [slot(TEN + 24 * hour)], 20260107: [slot(TEN + 48 * hour)] })
  expect([asked, starts]).toEqual([['20260106', '20260107'], [1_440, 2_880]])
})

test('no more than three days are asked for', async () => {
  expect(await find(['06', '07', '08', '09', '12'].map((day) => aDay({ day: `202601${day}` })), {})).toMatchObject({ asked: ['20260106', '20260107', '20260108'], starts: [] })
})
