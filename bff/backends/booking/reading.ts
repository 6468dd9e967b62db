import type { AppointmentState } from '@shared/appointmentStates'
import { startOfDay } from '@shared/time'
import type { AppointmentRecord, WaitingRecord } from '../../capabilities/appointments/port'
import { idOf } from './names'
import type { WireOrder, WireWaiting } from './wire'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 60 * MINUTE_MS

const STATES: Readonly<Record<WireOrder['status'], AppointmentState>> = { 10: 'held', 20: 'booked', 30: 'arrived', 40: 'cancelled', 50: 'lapsed', 60: 'missed' }
const WAITING_STATES: Readonly<Record<WireWaiting['status'], WaitingRecord['state']>> = { 1: 'waiting', 2: 'offered', 3: 'ended' }
const personOf = ({ bookerId, visitorId }: Pick<WireOrder, 'bookerId' | 'visitorId'>): string => (visitorId === bookerId ? 'self' : visitorId)

/** @param shift what makes an instant of theirs one of ours; times of the day are no such instants */
export const readOrder = (order: WireOrder, shift: number): AppointmentRecord => {
  const dayStart = startOfDay(order.bizDate)
  return {
    appointmentId: idOf(order.siteCode, order.orderNo), hallId: order.siteCode, lineId: order.bizCode, day: order.bizDate, state: STATES[order.status],
    owner: order.bookerId, personId: personOf(order), personName: order.visitorName, itemIds: order.matters,
    startsAt: dayStart + order.beginTime * MINUTE_MS, endsAt: dayStart + order.endTime * MINUTE_MS, heldUntil: order.lockExpire === null ? null : order.lockExpire + shift,
    offered: order.source === '2', late: order.lateFlag, ticketId: order.ticketNo, number: order.callNo,
  }
}

export const readWaiting = (waiting: WireWaiting): WaitingRecord => ({
  waitingId: idOf(waiting.siteCode, waiting.waitNo), hallId: waiting.siteCode, lineId: waiting.bizCode, day: waiting.bizDate, state: WAITING_STATES[waiting.status],
  personId: personOf(waiting), personName: waiting.visitorName, itemIds: waiting.matters, from: waiting.beginTime, until: waiting.endTime, ahead: waiting.ahead,
  offers: waiting.offerTimes, offerDay: waiting.offerDate === null ? 0 : Math.floor((startOfDay(waiting.offerDate) + OFFSET_MS) / DAY_MS),
  appointmentId: waiting.orderNo === null ? null : idOf(waiting.siteCode, waiting.orderNo),
})
