import type { PriorityReason } from '@shared/halls'
import { itemId, staffAccount } from '@shared/ids'
import type { TicketClass } from '@shared/queue'
import type { TicketState } from '@shared/ticketStates'
import { serviceDay } from '@shared/time'
import type { BoardLine, BoardRecord, BoardWindow, QueueHall, TicketPosition, TicketRecord } from '../../capabilities/queue/port'
import type { Told } from './asking'
import { ticketIdOf } from './names'
import type { WirePosition, WireSnapshot, WireTicket } from './wire'

const STATES: Readonly<Record<WireTicket['state'], TicketState>> = {
  0: 'waiting', 1: 'called', 2: 'serving', 3: 'finished', 4: 'missed', 5: 'returned', 6: 'transferred', 7: 'cancelled', 9: 'expired',
}
export const CLASSES: Readonly<Record<WireTicket['custType'], TicketClass>> = { 1: 'ordinary', 2: 'priority', 3: 'appointment' }
export const PRIORITIES: Readonly<Record<Exclude<WireTicket['priorityType'], ''>, PriorityReason>> = { '01': 'elder', '02': 'disabled', '03': 'pregnant', '04': 'military', '05': 'green-lane' }
const REASONS = { ...CLASSES, 4: 'returned', 5: 'transferred' } as const
export const WINDOW_STATES = { 0: 'closed', 1: 'open', 2: 'paused' } as const
/** After so long without a call a break goes on, which is no time of work. */
const BREAK_MS = 900_000

const shifted = (at: number | null, shift: number): number | null => (at === null ? null : at + shift)

/** @param shift what makes an instant of theirs one of ours */
const readTicket = (wire: WireTicket, shift: number): TicketRecord => {
  const item = itemId.safeParse(wire.matterCode)
  const clerk = staffAccount.safeParse(wire.workNo)
  const takenAt = wire.takeTime + shift
  return {
    ticketId: ticketIdOf(wire.hallCode, wire.outerNo), hallId: wire.hallCode, day: serviceDay(takenAt), number: wire.ticketNum, state: STATES[wire.state], class: CLASSES[wire.custType],
    priority: wire.priorityType === '' ? null : PRIORITIES[wire.priorityType], lineId: wire.bizLetter, itemId: item.success ? item.data : null, windowId: wire.counterNo || null, takenAt,
    calledAt: shifted(wire.callTime, shift), startedAt: shifted(wire.beginTime, shift), endedAt: shifted(wire.endTime, shift), calls: wire.callTimes, returned: wire.backFlag, defers: wire.giveTimes,
    ...(clerk.success && { clerk: clerk.data }),
  }
}

export const readPosition = ({ ticket, aheadNum, stopFlag, insertSeq, insertList }: WirePosition, shift: number): TicketPosition => ({
  ticket: readTicket(ticket, shift), ahead: aheadNum < 0 ? null : aheadNum, paused: stopFlag, seen: insertSeq,
  moved: insertList.map(({ reasonType, num }) => ({ reason: REASONS[reasonType], people: num })),
})

/** The hall's own lines and windows, in its order; others of the machine are none of ours. */
export const readBoard = (hall: QueueHall, { data, shift }: Told<WireSnapshot>, asOf: number): BoardRecord => {
  const windows = hall.windows.flatMap(({ windowId }) => data.counterList.find(({ counterNo }) => counterNo === windowId) ?? [])
  const serving = (lineId: string): number => windows.filter(({ current }) => current?.bizLetter === lineId).length
  return {
    asOf, paused: data.stopFlag, closed: data.endFlag,
    lines: hall.lines.flatMap(({ lineId }): BoardLine[] => {
      const line = data.bizList.find(({ bizLetter }) => bizLetter === lineId)
      if (!line) return []
      return [{
        lineId, waiting: line.waitNum, issued: line.issueNum, paused: line.stopFlag, next: line.nextList.map((one) => readTicket(one, shift)), longestSince: shifted(line.oldestTime, shift),
        // The calls that opened the windows say nothing of how long a service takes.
        calls: Math.max(0, line.callNum - serving(lineId)), minutes: minutesOfWork(shifted(line.firstCallTime, shift), shifted(line.lastCallTime, shift), asOf),
      }]
    }),
    windows: windows.map(({ counterNo, state, workNo, current }): BoardWindow => ({
      windowId: counterNo, state: WINDOW_STATES[state], account: staffAccount.safeParse(workNo).data ?? null, current: current && readTicket(current, shift),
    })),
  }
}

const minutesOfWork = (firstCall: number | null, lastCall: number | null, now: number): number => {
  if (firstCall === null || lastCall === null) return 1
  return Math.max(1, ((now - lastCall < BREAK_MS ? now : lastCall) - firstCall) / 60_000)
}
