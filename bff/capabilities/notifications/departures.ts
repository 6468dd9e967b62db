import type { Departure } from '@shared/messages'
import { ContractError } from '@shared/errors'
import { serviceDay } from '@shared/time'
import type { Going, Happenings, Place, Tickets, TravelTimes } from './port'
import { travelOf, type Travelling } from './travel'

const MINUTE_MS = 60_000

export interface DepartureParts {
  readonly tickets: Tickets
  readonly happenings: Pick<Happenings, 'remind'>
  readonly travelling: Travelling
  readonly map: TravelTimes | null
  /** One is there so long before the earliest call. */
  readonly marginMinutes: number
  readonly clock: () => number
}
export interface DepartureAsk { readonly from: Place; readonly by: Going; readonly remind: boolean }

/** Tells when to set out so as not to miss a call, and remembers who wants to be told. */
export class DepartureService {
  constructor(private readonly parts: DepartureParts) {}

  /** Where somebody is is used for this answer; kept are the minutes of the way, and only when a reminder is wanted. */
  async plan(citizenId: string, ticketId: string, { from, by, remind }: DepartureAsk): Promise<Departure> {
    const { tickets, happenings, travelling, map, marginMinutes, clock } = this.parts
    const { hallId, ahead, wait, followed, place } = await tickets.read(citizenId, ticketId)
    if (ahead === null) throw new ContractError('NOT_WAITING')
    const { minutes, source } = await travelOf(from, place, by, travelling, map)
    const now = clock()
    const left = wait === null ? null : (wait.low - minutes - marginMinutes) * MINUTE_MS
    const isTime = ahead === 0 || (left !== null && left <= 0)
    const reminds = remind && followed && !isTime
    await happenings.remind(hallId, serviceDay(now), ticketId, reminds ? minutes : null)
    return { leaveAt: isTime ? now : left === null ? null : now + left, now: isTime, travelMinutes: minutes, source, reminds, asOf: now }
  }
}
