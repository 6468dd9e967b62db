import type { LocalText } from '@shared/endpoint'
import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import { startOfDay } from '@shared/time'
import type { Waiting } from '@shared/waitingList'
import { asOwner } from '../../accounts'
import { askAll } from '../../keepers'
import type { Wish } from './lines'
import type { BookingHall, WaitingRecord } from './port'
import type { AppointmentService, Citizen } from './service'
import { waitingView } from './view'

const MINUTE_MS = 60_000
interface WaitRequest extends Wish { readonly day: string; readonly from?: number | undefined; readonly until?: number | undefined; readonly personId: string }

/** Places asked for on full days. Offers come in the order of asking; who lets one lapse goes behind. */
export class WaitingService {
  constructor(private readonly appointments: AppointmentService) {}

  async join(citizen: Citizen, key: string, request: WaitRequest): Promise<Waiting> {
    const { lines, parts } = this.appointments
    const now = parts.clock()
    const wished = lines.wished(request)
    const line = lines.dayOf(wished, startOfDay(request.day), now)
    if (!lines.schedule.isReleased(wished, line.dayStart, now)) throw new ContractError('NOT_RELEASED')
    const minuteOf = (at: number): number => (at - line.dayStart) / MINUTE_MS
    const [from, until] = [minuteOf(request.from ?? line.dayStart), minuteOf(request.until ?? line.dayStart + 1_440 * MINUTE_MS)]
    const fitting = line.slots.filter((at) => at >= from && at + wished.length * line.slotMinutes <= until)
    if (fitting.length === 0) throw new ContractError('SLOT_NOT_FOUND')
    if (fitting.every((at) => at < line.earliest)) throw new ContractError('SLOT_PAST')
    const record = await parts.bookOf(line.hallId).wait(line, from, until, {
      now, key, citizenId: citizen.citizenId, ...await this.appointments.visitorOf(citizen, request.personId), itemIds: request.itemIds, slots: wished.length,
    })
    return this.view(record, await parts.persons.selfOf(citizen.citizenId), now)
  }

  /** `missing`: books outside that could not tell. */
  async list(citizenId: string): Promise<{ waiting: Waiting[]; missing: LocalText[] }> {
    const { parts } = this.appointments
    const now = parts.clock()
    const [accounts, self] = await Promise.all([parts.accountsOf(citizenId), parts.persons.selfOf(citizenId)])
    const { found, missing } = await askAll(parts.books, async (book) => (await Promise.all(accounts.map((owner) => book.waitingsOf(owner)))).flat())
    return { waiting: found.filter(({ hallId }) => parts.halls.find(hallId)).map((one) => this.view(one, self, now)), missing: [...missing] }
  }

  async leave(citizenId: string, waitingId: string): Promise<Waiting> {
    const { parts } = this.appointments
    const now = parts.clock()
    const hall = parts.halls.find(hallOfTicket(waitingId))
    if (!hall) throw new ContractError('WAITING_NOT_FOUND')
    const book = parts.bookOf(hall.hallId)
    const { before, ended } = await asOwner(parts.accountsOf, citizenId, 'WAITING_NOT_FOUND', async (owner) => {
      const found = await book.readWaiting(waitingId, owner)
      return { before: found, ended: await book.unwait(this.appointments.lineOf(found, now), waitingId, owner, now) }
    })
    this.appointments.availability.forget(before.hallId, before.lineId, before.day)
    return this.view(ended, await parts.persons.selfOf(citizenId), now)
  }

  private view(one: WaitingRecord, self: string | null, now: number): Waiting {
    const { halls, terms } = this.appointments.parts
    return waitingView(halls.find(one.hallId) as BookingHall, one, self, startOfDay(one.day), terms, now)
  }
}
