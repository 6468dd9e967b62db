import { createHash } from 'node:crypto'
import type { Clock } from '../clock'
import { Refusal } from './codes'
import { cancelNo, comeBack, giveWay, takeNo } from './customers'
import type { CounterState, Day } from './day'
import { fieldsOf, type Fields } from './fields'
import { customerTypes, HALL_CODE, type CustomerType } from './setup'
import { showPosition, showSnapshot } from './showing'
import { dayAt } from './stamps'
import type { HallQueueState } from './state'
import type { Ticket } from './ticket'
import { begin, callNext, end, endDay, pass, recall, setCounter, setStopped, transfer, type Worker } from './workers'

const OUTER_NO = /^[0-9a-z]{20}$/
const SERIAL = /^[0-9A-Za-z_-]{16,64}$/
const USER = /^[0-9A-Za-z_-]{1,64}$/
const WORKER = /^[0-9A-Za-z_-]{1,32}$/
const ID = /^[0-9A-Z]{1,8}$/
const DAY = /^\d{8}$/

export interface Done { readonly answer: object; readonly isRepeated: boolean }
type Command = (fields: Fields) => Done

/** What the machine does for whoever holds the key. Each throws a Refusal for what it does not do. */
export const createCommands = (state: HallQueueState, clock: Clock): Readonly<Record<string, Command>> => {
  const hallCodeIn = (fields: Fields): string => fields.text('hallCode', HALL_CODE)
  const outerNoIn = (fields: Fields): string => fields.text('outerNo', OUTER_NO)
  const userIn = (fields: Fields): string => fields.text('userNo', USER)
  const workerIn = (fields: Fields): Worker => ({ workNo: fields.text('workNo', WORKER), isLeader: fields.flag('leaderFlag') })
  const dayOf = (fields: Fields): Day => state.dayOfTicket(hallCodeIn(fields), outerNoIn(fields))

  /** A write is done once for its serial number; `content` is what must be the same when it is sent again. */
  const write = (name: string, fields: Fields, content: readonly (string | number)[], run: () => object): Done => {
    const hallCode = hallCodeIn(fields)
    state.setupOf(hallCode)
    return state.serialsOf(hallCode).once(fields.text('serialNo', SERIAL), JSON.stringify([name, ...content]), run)
  }
  const read = (answer: object): Done => ({ answer, isRepeated: false })
  const ofCustomer = (name: string, run: (day: Day, outerNo: string, userNo: string) => Ticket): Command => (fields) => {
    const [outerNo, userNo] = [outerNoIn(fields), userIn(fields)]
    return write(name, fields, [outerNo, userNo], () => {
      const day = dayOf(fields)
      return showPosition(day, run(day, outerNo, userNo))
    })
  }
  const ofWorker = (name: string, run: (day: Day, outerNo: string, worker: Worker, now: number) => Ticket): Command => (fields) => {
    const [outerNo, worker] = [outerNoIn(fields), workerIn(fields)]
    return write(name, fields, [outerNo], () => {
      const day = dayOf(fields)
      return showPosition(day, run(day, outerNo, worker, clock()))
    })
  }

  return {
    layout: (fields) => {
      const { businesses, counters } = state.setupOf(hallCodeIn(fields))
      return read({ bizList: businesses.map(({ bizId, bizName, bizLetter }) => ({ bizId, bizName, bizLetter })), counterList: counters.map(({ counterId, counterNo }) => ({ counterId, counterNo })) })
    },
    takeNo: (fields) => {
      const custType = fields.text('custType', /^[123]$/)
      if (!isCustomerType(custType)) throw new Refusal(1002, { field: 'custType' })
      const order = {
        outerNo: outerNoIn(fields), bizId: fields.text('bizId', ID), custType, priorityType: fields.optional('priorityType', /^0[1-5]$/), matterCode: fields.optional('matterCode', /^[0-9A-Za-z-]{1,64}$/),
        userNo: fields.optional('userNo', USER), isReserved: fields.flag('reserveFlag'), proofNo: fields.optional('proofNo', /^[0-9A-Za-z_.-]{1,64}$/),
      }
      const content = [order.outerNo, order.bizId, order.priorityType, order.matterCode]
      if (fields.flag('queryOnly')) {
        const known = state.serialsOf(hallCodeIn(fields)).before(fields.text('serialNo', SERIAL), JSON.stringify(['takeNo', ...content]))
        if (!known) throw new Refusal(1004)
        return { answer: known, isRepeated: true }
      }
      return write('takeNo', fields, content, () => {
        const day = state.today(hallCodeIn(fields))
        return showPosition(day, takeNo(day, order, clock()))
      })
    },
    cancelNo: ofCustomer('cancelNo', (day, outerNo, userNo) => cancelNo(day, outerNo, userNo, clock())),
    comeBack: ofCustomer('comeBack', (day, outerNo, userNo) => comeBack(day, outerNo, userNo, clock())),
    giveWay: (fields) => {
      const [outerNo, userNo, places] = [outerNoIn(fields), userIn(fields), fields.whole('places', 1, 1_000)]
      return write('giveWay', fields, [outerNo, userNo, places], () => {
        const day = dayOf(fields)
        return showPosition(day, giveWay(day, outerNo, userNo, places))
      })
    },
    ticketInfo: (fields) => {
      const since = fields.optional('sinceSeq', /^\d{1,9}$/)
      const day = dayOf(fields)
      return read(showPosition(day, day.tickets.get(outerNoIn(fields)) as Ticket, since === '' ? null : Number(since)))
    },
    myTickets: (fields) => read({ ticketList: state.ticketsOf(userIn(fields), fields.optional('bizDate', DAY) || dayAt(clock())).map(({ day, ticket }) => showPosition(day, ticket)) }),
    callNext: (fields) => {
      const [counterId, worker] = [fields.text('counterId', ID), workerIn(fields)]
      return write('callNext', fields, [counterId], () => {
        const day = state.today(hallCodeIn(fields))
        return showPosition(day, callNext(day, counterId, worker, clock()))
      })
    },
    recall: ofWorker('recall', recall),
    begin: ofWorker('begin', begin),
    end: ofWorker('end', end),
    pass: ofWorker('pass', pass),
    transfer: (fields) => {
      const [outerNo, bizId, worker] = [outerNoIn(fields), fields.text('bizId', ID), workerIn(fields)]
      return write('transfer', fields, [outerNo, bizId], () => {
        const day = dayOf(fields)
        return showPosition(day, transfer(day, outerNo, bizId, worker))
      })
    },
    windowState: (fields) => {
      const [counterId, to, worker] = [fields.text('counterId', ID), fields.text('state', /^[012]$/), workerIn(fields)]
      return write('windowState', fields, [counterId, to, worker.workNo], () => {
        setCounter(state.today(hallCodeIn(fields)), counterId, to as CounterState, worker)
        return {}
      })
    },
    pauseBiz: (fields) => {
      const [bizId, isStopped] = [fields.optional('bizId', ID), fields.text('stopFlag', /^[01]$/) === '1']
      return write('pauseBiz', fields, [bizId, String(isStopped)], () => {
        setStopped(state.today(hallCodeIn(fields)), bizId, isStopped)
        return {}
      })
    },
    snapshot: (fields) => read(showSnapshot(state.today(hallCodeIn(fields)), fields.whole('nextNum', 0, 10_000), clock())),
    dayEnd: (fields) => {
      const bizDate = fields.text('bizDate', DAY)
      return write('dayEnd', fields, [bizDate], () => {
        const day = state.pastDay(hallCodeIn(fields), bizDate)
        return { endNum: day ? endDay(day, clock()) : 0 }
      })
    },
  }
}

const isCustomerType = (text: string): text is CustomerType => customerTypes.some((type) => type === text)

/** A ticket pressed out of the machine itself, on paper: nobody's. The machine makes its outer number. */
export const pressButton = (state: HallQueueState, value: unknown, now: number): object => {
  const fields = fieldsOf(value)
  const [hallCode, bizId] = [fields.text('hallCode', HALL_CODE), fields.text('bizId', ID)]
  const day = state.today(hallCode)
  const outerNo = [...createHash('sha256').update(`${hallCode} ${day.bizDate} ${day.arrivals}`).digest().subarray(0, 20)].map((byte) => (byte % 36).toString(36)).join('')
  return showPosition(day, takeNo(day, { outerNo, bizId, custType: '1', priorityType: '', matterCode: '', userNo: '', isReserved: false, proofNo: '' }, now))
}
