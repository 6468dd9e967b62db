import { hallOfTicket } from '@shared/ids'
import { serviceDay } from '@shared/time'
import { z } from 'zod'
import { ContractError } from '@shared/errors'
import type { AppointmentRecord, BookingAct, BookingTerms, BookPort, DayOfLine } from '../../capabilities/appointments/port'
import type { Clock } from '../../platform/clock'
import type { Upstream } from '../upstream'
import { createAsking, unclocked, type BookingSystem } from './asking'
import { noOf, orderNoFor, requestNoFor } from './names'
import { readOrder } from './reading'
import { createSources, placeOf } from './sources'
import { dateOf, timeOf } from './times'
import { createWaitingList } from './waitingList'
import { nothing, wireClosed, wireCredit, wireDay, wireOrder, wireSource, type WireOrder } from './wire'

const MOST_A_DAY = 2_000

/** The very order that was asked for, and its owner's. */
const orderOf = (siteCode: string, orderNo: string, bookerId: string | null) => wireOrder.refine(
  (order) => order.siteCode === siteCode && order.orderNo === orderNo && (bookerId ?? order.bookerId) === order.bookerId, { path: ['orderNo'], message: 'is another’s' })

/**
 * The city's booking platform as a hall's book. The hall's file says which places there are and by which terms they are given,
 * and this publishes them; the platform keeps who has them, and by its own clock when a hold ends. It knows citizens by our
 * ids alone. What is written carries a number of ours, so that a lost answer is asked for again.
 */
export const createCityBooking = (upstream: Upstream, system: BookingSystem, clock: Clock, terms: BookingTerms): BookPort => {
  const asking = createAsking(upstream, system, clock, terms)
  const sources = createSources(asking, terms)

  const act = async (path: string, { appointmentId }: AppointmentRecord, { citizenId, key }: BookingAct, { byStaff = false, ...more }: { byStaff?: boolean; bizDate?: string; beginTime?: string } = {}) => {
    const orderNo = noOf(appointmentId)
    const form = { orderNo, requestNo: requestNoFor(orderNo, key), ...(byStaff ? { operator: citizenId } : { bookerId: citizenId }), ...more }
    const { data, shift } = await asking.write(path, form, orderOf(hallOfTicket(appointmentId), orderNo, byStaff ? null : citizenId))
    return readOrder(data, shift)
  }
  const ask = (line: DayOfLine) => asking.read('source/query', placeOf(line), wireSource.refine(
    ({ siteCode, bizCode, bizDate }) => siteCode === line.hallId && bizCode === line.lineId && bizDate === line.day, { path: ['siteCode'], message: 'is another’s' }))

  return {
    ...createWaitingList(asking, sources),
    free: (line, now) => unclocked(sources.on([line], now, async () => {
      let { data } = await ask(line)
      if (data.version !== await sources.publish(line, now)) {
        // Another has published something else since.
        sources.forget(line)
        await sources.publish(line, now)
        data = (await ask(line)).data
      }
      const periods = new Map(data.periodList.map((period) => [period.beginTime, period]))
      return line.slots.map((at) => {
        const period = periods.get(at)
        return period?.openFlag ? Math.min(line.capacity, Math.max(0, line.capacity - period.left)) : -1
      })
    })),
    hold: async (line, at, { citizenId, personId, personName, itemIds, slots, now, key }) => {
      const orderNo = orderNoFor(citizenId, key)
      const form = {
        orderNo, ...placeOf(line), beginTime: timeOf(at), periods: String(slots),
        bookerId: citizenId, visitorId: personId === 'self' ? citizenId : personId, visitorName: personName, matters: itemIds.join(','),
      }
      const { data, shift } = await sources.on([line], now, () => asking.write('order/lock', form, orderOf(line.hallId, orderNo, citizenId)))
      return readOrder(data, shift)
    },
    read: async (appointmentId, citizenId) => {
      const orderNo = noOf(appointmentId)
      const { data, shift } = await unclocked(asking.read('order/query', { orderNo, bookerId: citizenId ?? '' }, orderOf(hallOfTicket(appointmentId), orderNo, citizenId)))
      return readOrder(data, shift)
    },
    listOf: async (citizenId, personIds) => {
      const mine = wireOrder.refine(({ bookerId }) => bookerId === citizenId, { path: ['bookerId'], message: 'is another’s' })
      const { data, shift } = await unclocked(asking.read('order/list', { bookerId: citizenId, visitorIds: personIds.join(',') }, z.object({ orderList: z.array(mine).max(1_000) })))
      return data.orderList.map((order) => readOrder(order, shift)).filter(({ state }) => state !== 'lapsed' && state !== 'cancelled')
    },
    confirm: (_, appointment, booking) => act('order/confirm', appointment, booking),
    cancel: (line, appointment, booking) => sources.on([line], booking.now, () => act('order/cancel', appointment, booking)),
    reschedule: (from, to, at, appointment, booking) =>
      sources.on([from, to], booking.now, () => act('order/change', appointment, booking, { bizDate: dateOf(to.day), beginTime: timeOf(at) })),
    arrive: (_, appointment, booking, byStaff) => act('order/checkin', appointment, booking, { byStaff }),
    setTicket: async (appointmentId, ticketNo, callNo) => { await unclocked(asking.read('order/ticket', { orderNo: noOf(appointmentId), ticketNo, callNo }, nothing)) },
    setSlot: async (line, at, closed, operator, now) => {
      await unclocked(sources.on([line], now, () => asking.write('source/switch', { ...placeOf(line), beginTime: timeOf(at), openFlag: closed ? 'N' : 'Y', operator }, nothing)))
    },
    dayOf: async (hallId, day, lineIds) => {
      const known = new Map<string, AppointmentRecord>()
      const its = (order: WireOrder): boolean => order.siteCode === hallId && order.bizDate === day
      const itsDay = wireDay.refine(({ orderList }) => orderList.every(its), { path: ['orderList'], message: 'holds another day’s' })
      for (let page = 1; ; page += 1) {
        const { data: { total, orderList, waitList }, shift } = await unclocked(asking.read('order/day', { siteCode: hallId, bizDate: dateOf(day), pageNo: String(page) }, itsDay))
        for (const order of orderList) known.set(order.orderNo, readOrder(order, shift))
        if (known.size >= Math.min(total, MOST_A_DAY)) {
          return { visits: [...known.values()].slice(0, MOST_A_DAY), waiting: lineIds.map((lineId) => waitList.find(({ bizCode }) => bizCode === lineId)?.count ?? 0) }
        }
        // Part of a day would pass for all of it.
        if (orderList.length === 0) throw new ContractError('UNREADABLE')
      }
    },
    /** The platform ends its holds and makes its offers by itself. */
    sweep: (now, lineOf) => sources.refresh(now, serviceDay(now), lineOf),
    standing: async (personId, now) => {
      const { data: { absentTimes, banUntil }, shift } = await unclocked(asking.read('visitor/credit', { visitorId: personId }, wireCredit))
      const until = banUntil === null ? 0 : banUntil + shift
      return { noShows: absentTimes, restrictedUntil: until > now ? until : null }
    },
    closeDay: async (hallId, day) => (await unclocked(asking.write('site/close', { siteCode: hallId, bizDate: dateOf(day) }, wireClosed))).data.endNum,
  }
}
