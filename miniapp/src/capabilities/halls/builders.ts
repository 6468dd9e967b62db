import { endpoints } from '@shared/endpoints'
import type { Board, HallDetail, HallSummary } from '@shared/halls'

const [example] = endpoints.searchHalls.example.output.halls

export const aHall = (over: Partial<HallSummary> = {}): HallSummary => ({ ...example, ...over })

export const aHallDetail = (over: Partial<HallDetail> = {}): HallDetail => {
  const { lines, windows, priorityRule, callsBeforeMissed, phone } = endpoints.readHall.example.output
  const weekday: [string, string][] = [['09:00', '12:00'], ['13:00', '17:00']]
  return {
    ...example, phone, priorityRule, callsBeforeMissed, windows: windows.map((window) => ({ ...window, lineIds: [...window.lineIds] })),
    lines: lines.map((line) => ({ ...line, itemIds: [...line.itemIds], priorities: [...line.priorities] })),
    weeklyHours: [[], weekday, weekday, weekday, weekday, weekday, []], ...over,
  }
}

export const aBoard = (over: Partial<Board> = {}): Board => {
  const { lines, calling, ...rest } = endpoints.readBoard.example.output
  return { ...rest, lines: lines.map((line) => ({ ...line })), calling: calling.map((call) => ({ ...call })), ...over }
}
