import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import { serviceDay } from '@shared/time'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Act, QueueHall, QueuePort, StaffRank, TakeOrder, TicketPosition, TicketRecord } from '../../capabilities/queue/port'
import type { Clock } from '../../platform/clock'
import type { Upstream } from '../upstream'
import { createAsking, type HallSystem, type Told } from './asking'
import { createLayouts } from './layouts'
import { newOuterNo, outerNoOf, serialOf, userNoOf } from './names'
import { CLASSES, PRIORITIES, readBoard, readPosition, WINDOW_STATES } from './reading'
import { wirePosition, wireSnapshot, type WirePosition } from './wire'

/** As far as they count. */
const MOST_SEEN = 999_999_999
const nothing = z.object({})
const codeFor = <V extends string>(table: Readonly<Record<string, V>>, value: V): string => Object.entries(table).find(([, known]) => known === value)?.[0] ?? ''
const flagOf = (is: boolean): '0' | '1' => (is ? '1' : '0')

/**
 * A hall's own queue machine. It keeps the queue and its rules: the hall's file must say the same rules, for that is what
 * people are told. Writes carry a serial number, so that a lost answer is asked for again.
 */
export const createHallQueue = (upstream: Upstream, system: HallSystem, clock: Clock): QueuePort => {
  const asking = createAsking(upstream, system, clock)
  const layouts = createLayouts(asking, clock)
  const userNo = (citizenId: string): string => userNoOf(system.systemId, citizenId)

  /** Only the very ticket that was asked for. */
  const positionIn = (hallCode: string, outerNo?: string) => wirePosition.refine(({ ticket }) => ticket.hallCode === hallCode && (outerNo ?? ticket.outerNo) === ticket.outerNo, { path: ['ticket', 'outerNo'], message: 'is another’s' })
  const now = ({ data, shift }: Told<WirePosition>): TicketPosition => readPosition(data, shift)

  const lookUp = (ticketId: string, seen: number | null): Promise<Told<WirePosition>> => {
    const [hallCode, outerNo] = [hallOfTicket(ticketId), outerNoOf(ticketId)]
    return asking.read('ticketInfo', { hallCode, outerNo, sinceSeq: seen === null ? '' : String(Math.min(seen, MOST_SEEN)) }, positionIn(hallCode, outerNo))
  }
  /** What an act led to. Of one that was done before they tell how it was then, so it is looked up: when that fails, the same act again tells. */
  const upToDate = async (told: Told<WirePosition>): Promise<TicketPosition> => {
    if (!told.repeated) return now(told)
    const { hallCode, outerNo } = told.data.ticket
    return now(await lookUp(`${hallCode}.${outerNo}`, null).catch((cause: unknown) => { throw Object.assign(new ContractError('UNKNOWN_OUTCOME'), { cause }) }))
  }
  const write = async (command: string, hallId: string, act: Act, body: object, outerNo?: string): Promise<TicketPosition> => {
    const told = await asking.write(command, { hallCode: hallId, serialNo: serialOf(hallId, act.actor, act.key), ...body }, positionIn(hallId, outerNo)).catch((error: unknown) => {
      if (error instanceof ContractError && (error.code === 'LINE_NOT_FOUND' || error.code === 'WINDOW_NOT_FOUND')) layouts.forget(hallId)
      throw error
    })
    return upToDate(told)
  }
  const ofCitizen = (command: string, { hallId }: QueueHall, ticketId: string, act: Act, body: object = {}): Promise<TicketPosition> => {
    const outerNo = outerNoOf(ticketId)
    return write(command, hallId, act, { outerNo, userNo: userNo(act.actor), ...body }, outerNo)
  }
  const ofStaff = async (command: string, { hallId }: QueueHall, ticketId: string, rank: StaffRank, act: Act, body: object = {}): Promise<TicketRecord> => {
    const outerNo = outerNoOf(ticketId)
    return (await write(command, hallId, act, { outerNo, workNo: act.actor, leaderFlag: flagOf(rank === 'leader'), ...body }, outerNo)).ticket
  }
  const staffMove = (command: string) => (hall: QueueHall, ticketId: string, rank: StaffRank, act: Act): Promise<TicketRecord> => ofStaff(command, hall, ticketId, rank, act)

  const take = async (order: TakeOrder): Promise<TicketPosition> => {
    const { hall: { hallId }, actor, key, refusal } = order
    const bizId = await layouts.businessOf(order.hall, order.lineId)
    const outerNo = newOuterNo(hallId, actor, key)
    const body = {
      outerNo, bizId, custType: codeFor(CLASSES, order.class), priorityType: order.priority ? codeFor(PRIORITIES, order.priority) : '', matterCode: order.itemId ?? '',
      userNo: order.owner === null ? '' : userNo(order.owner), reserveFlag: flagOf(order.booked === true), proofNo: order.presence?.nonce ?? '',
    }
    if (refusal === undefined) return write('takeNo', hallId, order, body, outerNo)
    // It may have been done before: then it is answered all the same.
    const known = { hallCode: hallId, serialNo: serialOf(hallId, actor, key), queryOnly: '1', ...body }
    return upToDate(await asking.read('takeNo', known, positionIn(hallId, outerNo)).catch((error: unknown) => {
      throw error instanceof ContractError && error.code === 'NOT_FOUND' ? new ContractError(refusal) : error
    }))
  }

  return {
    take,
    read: async (ticketId, owner, seen) => {
      const told = await lookUp(ticketId, seen)
      if (owner !== '' && told.data.ticket.userNo !== userNo(owner)) throw new ContractError('TICKET_NOT_FOUND')
      return now(told)
    },
    listOf: async (owner) => {
      const mine = wirePosition.refine(({ ticket }) => ticket.userNo === userNo(owner), { path: ['ticket', 'userNo'], message: 'is another’s' })
      const { data: { ticketList }, shift } = await asking.read('myTickets', { userNo: userNo(owner) }, z.object({ ticketList: z.array(mine).max(1_000) }))
      return ticketList.map((one) => readPosition(one, shift)).sort((a, b) => b.ticket.takenAt - a.ticket.takenAt)
    },
    cancel: (hall, ticketId, act) => ofCitizen('cancelNo', hall, ticketId, act),
    comeBack: (hall, ticketId, act) => ofCitizen('comeBack', hall, ticketId, act),
    defer: (hall, ticketId, places, act) => ofCitizen('giveWay', hall, ticketId, act, { places }),
    callNext: async (hall, windowId, act) => {
      const counterId = await layouts.counterOf(hall, windowId)
      return (await write('callNext', hall.hallId, act, { counterId, workNo: act.actor })).ticket
    },
    recall: staffMove('recall'),
    start: staffMove('begin'),
    finish: staffMove('end'),
    miss: staffMove('pass'),
    transfer: async (hall, ticketId, lineId, rank, act) => ofStaff('transfer', hall, ticketId, rank, act, { bizId: await layouts.businessOf(hall, lineId) }),
    setWindow: async (hall, windowId, state, account, rank) => {
      const counterId = await layouts.counterOf(hall, windowId)
      await asking.write('windowState', { hallCode: hall.hallId, serialNo: randomUUID(), counterId, state: codeFor(WINDOW_STATES, state), workNo: account, leaderFlag: flagOf(rank === 'leader') }, nothing)
    },
    setPaused: async (hall, lineId, paused, account) => {
      const bizId = lineId === null ? '' : await layouts.businessOf(hall, lineId)
      await asking.write('pauseBiz', { hallCode: hall.hallId, serialNo: randomUUID(), bizId, stopFlag: flagOf(paused), workNo: account }, nothing)
    },
    board: async (hall, asOf, next) => readBoard(hall, await asking.read('snapshot', { hallCode: hall.hallId, nextNum: next }, wireSnapshot), asOf),
    closeDay: async (hall, day) => {
      const { data: { endNum } } = await asking.write('dayEnd', { hallCode: hall.hallId, serialNo: randomUUID(), bizDate: serviceDay(day) }, z.object({ endNum: z.number().int().min(0) }))
      return endNum
    },
  }
}
