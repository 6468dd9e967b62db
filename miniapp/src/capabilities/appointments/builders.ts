import type { Appointment, DayView, HallOffer, SlotView } from '@shared/appointments'
import type { CityItem } from '@shared/catalogue'
import type { Waiting } from '@shared/waitingList'

/** 2026-01-05, a Monday, 10:00 in the halls' zone. */
export const TEN = 1_767_578_400_000
export const minute = 60_000
export const hour = 60 * minute
export const DAY = '20260105'

export const anAppointment = (change: Partial<Appointment> = {}): Appointment => ({
  appointmentId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', state: 'booked', code: '7X5V8B', hallId: 'tianhe',
  hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, address: { zh: '天河区软件路13号', en: '13 Ruanjian Road, Tianhe' },
  place: { lat: 23.1246, lng: 113.3612 }, lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, itemIds: ['residence-permit'],
  personId: 'self', personName: '张*', startsAt: TEN, endsAt: TEN + 30 * minute, heldUntil: null, offered: false,
  cancelBefore: TEN - 2 * hour, checkInFrom: TEN - 30 * minute, checkInUntil: TEN + 15 * minute, ticketId: null, late: false, asOf: TEN - 26 * hour, ...change,
})
/** Held at 9:00 the day before, for five minutes. */
export const aHold = (change: Partial<Appointment> = {}): Appointment => anAppointment({ state: 'held', asOf: TEN - 25 * hour, heldUntil: TEN - 25 * hour + 5 * minute, ...change })

export const aSlot = (change: Partial<SlotView> = {}): SlotView => ({ startsAt: TEN, endsAt: TEN + 30 * minute, state: 'open', free: 3, capacity: 4, ...change })
export const aDay = (change: Partial<DayView> = {}): DayView => ({ day: DAY, state: 'open', free: 31, capacity: 48, releasesAt: null, ...change })

export const anOffer = (change: Partial<HallOffer> = {}): HallOffer => ({
  hallId: 'tianhe', hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, address: { zh: '天河区软件路13号', en: '13 Ruanjian Road, Tianhe' },
  district: '440106', lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, demo: true, distanceMetres: null, minutes: 12, nextFree: TEN, readable: true, ...change,
})

export const anItem = (change: Partial<CityItem> = {}): CityItem => ({
  itemId: 'residence-permit', name: { zh: '居住证办理', en: 'Residence permit' }, summary: { zh: '首次申领或签注居住证', en: 'First issue or renewal of a residence permit' }, minutes: 12,
  materials: [{ name: { zh: '居民身份证', en: 'Identity card' }, heldByCity: false }, { name: { zh: '社保缴费证明', en: 'Proof of social insurance' }, heldByCity: true }], ...change,
})

export const aWaiting = (change: Partial<Waiting> = {}): Waiting => ({
  waitingId: 'tianhe.9h3k9q2m7x5v8b1n4c6d', state: 'waiting', hallId: 'tianhe', hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' },
  lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, itemIds: ['residence-permit'], day: DAY, from: TEN - 10 * hour, until: TEN + 14 * hour,
  personId: 'self', personName: '张*', ahead: 4, offersLeft: 2, appointmentId: null, ...change,
})
