import { createHash } from 'node:crypto'
import { Refusal } from './codes'
import type { Form } from './form'
import { createMemory } from './memory'
import { createOrders, type Act } from './orders'
import { left, type Order, type Period, type Source, type Waiting } from './source'
import { stampOf, timeOf } from './times'
import { createWaitingList, type WaitingList } from './waitingList'

const flagOf = (is: boolean): 'Y' | 'N' => (is ? 'Y' : 'N')

const orderSaid = (order: Order) => ({
  orderNo: order.orderNo, siteCode: order.siteCode, bizCode: order.bizCode, bizDate: order.bizDate, beginTime: timeOf(order.begin), endTime: timeOf(order.end),
  status: order.status, lockExpire: order.lockUntil === null || order.status !== '10' ? '' : stampOf(order.lockUntil), source: order.waitNo === null ? '1' : '2',
  bookerId: order.bookerId, visitorId: order.visitorId, visitorName: order.visitorName, matters: order.matters,
  lateFlag: flagOf(order.late), ticketNo: order.ticketNo, callNo: order.callNo,
})
const waitingSaid = (waiting: Waiting, list: WaitingList) => ({
  waitNo: waiting.waitNo, siteCode: waiting.siteCode, bizCode: waiting.bizCode, bizDate: waiting.bizDate, beginTime: timeOf(waiting.begin), endTime: timeOf(waiting.end),
  status: waiting.status, ahead: list.aheadOf(waiting), offerTimes: waiting.offers, offerDate: waiting.offerDate ?? '', orderNo: waiting.orderNo ?? '',
  bookerId: waiting.bookerId, visitorId: waiting.visitorId, visitorName: waiting.visitorName, matters: waiting.matters,
})
const periodSaid = (source: Source, period: Period) => ({
  beginTime: timeOf(period.begin), endTime: timeOf(period.end), quota: period.quota, left: left(source, period), openFlag: flagOf(!source.closed.has(period.begin)),
})
/** Of what a site published, for it to see whether it still is what it means. */
const versionOf = ({ rule, periods }: Source): string => createHash('sha256').update(JSON.stringify([rule, periods])).digest('hex').slice(0, 16)

const source = (form: Form) => ({ siteCode: form.text('siteCode', 32), bizCode: form.text('bizCode', 32), bizDate: form.date('bizDate') })
const visit = (form: Form) => ({
  periods: form.whole('periods', 1, 288), bookerId: form.text('bookerId'), visitorId: form.text('visitorId'), visitorName: form.text('visitorName'), matters: form.names('matters').join(','),
})
const act = (form: Form): Act => {
  const isStaff = form.optional('operator') !== null
  return { orderNo: form.number('orderNo'), bookerId: isStaff ? null : form.text('bookerId'), requestNo: form.text('requestNo') }
}
const PAGE = 500

/** Every interface of the platform by its path. Each is asked at an instant, after everything that was due until then. */
export const createCommands = (): ReadonlyMap<string, (form: Form, now: number) => object> => {
  const memory = createMemory()
  const orders = createOrders(memory)
  const waits = createWaitingList(memory)
  const commands: Record<string, (form: Form, now: number) => object> = {
    'source/publish': (form, now) => {
      const published = memory.put({
        ...source(form), periods: form.periods('periodList'),
        rule: {
          advance: form.whole('advanceMinutes', 0, 20_160), lockMinutes: form.whole('lockMinutes', 1, 60), offerMinutes: form.whole('offerMinutes', 1, 120),
          offersADay: form.whole('offerTimes', 1, 20), cancelHours: form.whole('cancelHours', 0, 72), earlyMinutes: form.whole('checkinEarly', 0, 240), lateMinutes: form.whole('checkinLate', 0, 240),
        },
      })
      memory.dispatch(published, now)
      return { version: versionOf(published) }
    },
    'source/query': (form) => {
      const { siteCode, bizCode, bizDate } = source(form)
      const found = memory.find(siteCode, bizCode, bizDate)
      return { siteCode, bizCode, bizDate, version: versionOf(found), periodList: found.periods.map((period) => periodSaid(found, period)) }
    },
    'source/switch': (form, now) => {
      const { siteCode, bizCode, bizDate } = source(form)
      const found = memory.find(siteCode, bizCode, bizDate)
      form.text('operator')
      const begin = form.time('beginTime')
      if (!found.periods.some((period) => period.begin === begin)) throw new Refusal('B1002')
      if (form.flag('openFlag')) found.closed.delete(begin)
      else found.closed.add(begin)
      memory.dispatch(found, now)
      return {}
    },
    'order/lock': (form, now) => orderSaid(orders.lock({ orderNo: form.number('orderNo'), ...source(form), begin: form.time('beginTime'), ...visit(form) }, now)),
    'order/confirm': (form, now) => orderSaid(orders.confirm(act(form), now)),
    'order/cancel': (form, now) => orderSaid(orders.cancel(act(form), now)),
    'order/change': (form, now) => orderSaid(orders.change(act(form), form.date('bizDate'), form.time('beginTime'), now)),
    'order/checkin': (form, now) => orderSaid(orders.checkIn(act(form), now)),
    'order/ticket': (form) => {
      orders.setTicket(form.number('orderNo'), form.text('ticketNo'), form.text('callNo', 16))
      return {}
    },
    'order/query': (form) => orderSaid(orders.find(form.number('orderNo'), form.optional('bookerId'))),
    'order/list': (form, now) => ({ orderList: orders.listOf(form.text('bookerId'), form.names('visitorIds'), now).map(orderSaid) }),
    'order/day': (form) => {
      const [siteCode, bizDate, page] = [form.text('siteCode', 32), form.date('bizDate'), form.whole('pageNo', 1, 1_000)]
      const all = orders.dayOf(siteCode, bizDate)
      return {
        total: all.length, orderList: all.slice((page - 1) * PAGE, page * PAGE).map(orderSaid),
        waitList: memory.sourcesOn(siteCode, bizDate).map(({ bizCode, waits: { length } }) => ({ bizCode, count: length })),
      }
    },
    'wait/apply': (form, now) => {
      const wish = { waitNo: form.number('waitNo'), ...source(form), begin: form.time('beginTime'), end: form.time('endTime'), ...visit(form) }
      return waitingSaid(waits.apply(wish, now), waits)
    },
    'wait/cancel': (form, now) => waitingSaid(waits.cancel(form.number('waitNo'), form.text('bookerId'), now), waits),
    'wait/query': (form) => waitingSaid(waits.find(form.number('waitNo'), form.text('bookerId')), waits),
    'wait/list': (form) => ({ waitList: waits.listOf(form.text('bookerId')).map((one) => waitingSaid(one, waits)) }),
    'visitor/credit': (form, now) => {
      const { absences, bannedUntil } = memory.visitors.credit(form.text('visitorId'), now)
      return { absentTimes: absences, banUntil: bannedUntil === null ? '' : stampOf(bannedUntil) }
    },
    'site/close': (form) => ({ endNum: orders.closeDay(form.text('siteCode', 32), form.date('bizDate')) }),
  }
  return new Map(Object.entries(commands).map(([path, run]) => [path, (form: Form, now: number) => {
    memory.catchUp(now)
    return run(form, now)
  }]))
}
