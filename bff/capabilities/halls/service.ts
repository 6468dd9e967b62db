import { ContractError } from '@shared/errors'
import type { HallDetail, HallSummary } from '@shared/halls'
import type { HallDirectory, HallQuery } from './directory'
import { hoursAt } from './hours'
import type { LiveWaiting } from './port'
import { priorityRule } from './priorityRule'
import type { Hall } from './schema'

export interface HallServiceParts {
  readonly directory: HallDirectory
  readonly live: LiveWaiting
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export interface HallService {
  /** One page of halls with who waits in them now. */
  search(query: HallQuery): Promise<{ halls: HallSummary[]; next: number | null }>
  /** Throws HALL_NOT_FOUND. */
  read(hallId: string): Promise<HallDetail>
}

export const createHallService = ({ directory, live, now }: HallServiceParts): HallService => ({
  async search(query) {
    const page = directory.search(query)
    if (page.halls.length === 0) return { halls: [], next: null }
    const waiting = await live.waiting(page.halls.map(({ hall }) => hall.hallId))
    const at = now()
    return {
      halls: page.halls.map(({ hall, distanceMetres }) => summaryOf(hall, at, waiting.get(hall.hallId) ?? null, distanceMetres)),
      next: page.next,
    }
  },
  async read(hallId) {
    const hall = directory.find(hallId)
    if (!hall) throw new ContractError('HALL_NOT_FOUND')
    const waiting = await live.waiting([hallId])
    const { windows, weeklyHours, phone, callsBeforeMissed } = hall
    const lines = hall.lines.map(({ booking, ...line }) => ({ ...line, bookable: booking !== null }))
    return {
      ...summaryOf(hall, now(), waiting.get(hallId) ?? null, null),
      lines, windows, weeklyHours, phone, priorityRule: priorityRule(hall), callsBeforeMissed,
    }
  },
})

const summaryOf = (hall: Hall, at: number, waiting: number | null, distanceMetres: number | null): HallSummary => {
  const { hallId, name, level, district, address, place, demo } = hall
  const { open, opensAt, closesAt } = hoursAt(hall, at)
  return { hallId, name, level, district, address, place, demo, hours: { open, opensAt, closesAt }, waiting, distanceMetres }
}
