import { ContractError, type ErrorCode } from '@shared/errors'
import type { AppointmentRecord, BookingTerms } from '../../capabilities/appointments/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { personKey } from './keys'
import { appointmentScripts as scripts } from './scripts'

/** After a hold has ended its entry stays this long, so that a confirmation under way meets it. */
const GRACE_MS = 60_000
/** No act takes longer to get from the person's book to the hall's. */
const UNDER_WAY_MS = 15_000
/** Marks the entry of a slot that an appointment is about to be moved to. */
const MOVING = '~'

export interface Entry { readonly appointmentId: string; readonly hallId: string; readonly lineId: string; readonly day: string; readonly startsAt: number; readonly endsAt: number; readonly ends: number }
export interface Reservation { readonly entry: Entry; readonly now: number; readonly replaces?: string; readonly claim?: { readonly key: string; readonly digest: string }; readonly look?: true }

const lasting = 0
export const entryOf = ({ appointmentId, hallId, lineId, day, startsAt, endsAt, heldUntil }: AppointmentRecord): Entry =>
  ({ appointmentId, hallId, lineId, day, startsAt, endsAt, ends: heldUntil === null ? lasting : heldUntil + GRACE_MS })

const valueOf = ({ hallId, lineId, day, startsAt, endsAt, ends }: Entry): string => `${hallId} ${lineId} ${day} ${startsAt} ${endsAt} ${ends}`

/**
 * Each person's own book: what they have where, so that no two visits overlap anywhere in the city, however many people book
 * for them. It is written before the hall's book and confirmed after it; what a lost answer leaves behind is mended when met.
 */
export const createPersonBook = (redis: Redis, terms: BookingTerms, read: (appointmentId: string, now: number) => Promise<AppointmentRecord | null>) => {
  const release = (person: string, appointmentId: string): Promise<void> => harmless(async () => { await redis.hdel(personKey(person), appointmentId) })
  const note = (person: string, entry: Entry): Promise<void> => harmless(async () => { await redis.hset(personKey(person), entry.appointmentId, valueOf(entry)) })

  /** True when the entry in the way was not so any more and has been put right. */
  const mended = async (person: string, inTheWay: string, now: number): Promise<boolean> => {
    const appointmentId = inTheWay.replace(MOVING, '')
    if (inTheWay.endsWith(MOVING)) return false
    const before = await harmless(() => redis.hget(personKey(person), appointmentId))
    // The hall's book is written after this one: an entry just made is not yet wrong.
    if (before !== null && Number(before.split(' ')[5]) > now + terms.holdMinutes * 60_000 + GRACE_MS - UNDER_WAY_MS) return false
    const real = await read(appointmentId, now)
    if (!real || !['held', 'booked', 'arrived'].includes(real.state)) {
      await release(person, appointmentId)
      return true
    }
    const after = valueOf(entryOf(real))
    if (before === null || before.split(' ').slice(0, 5).join(' ') === after.split(' ').slice(0, 5).join(' ')) return false
    await note(person, entryOf(real))
    return true
  }

  const reserve = async (person: string, reservation: Reservation, again = true): Promise<'new' | 'known'> => {
    const { entry, now, replaces, claim, look } = reservation
    const { appointmentId, hallId, lineId, day, startsAt, endsAt, ends } = entry
    const [verdict, said, inTheWay, until] = await scripts.person_reserve.run(redis, [personKey(person)], [
      now, appointmentId, `${hallId} ${lineId}`, day, startsAt, endsAt, ends, terms.bookingsToCome, replaces ?? '', claim?.key ?? '', claim?.digest ?? '', look ? 'look' : '',
    ]) as [string, string, string, string]
    if (verdict === 'ok') return said as 'new' | 'known'
    if (inTheWay && again && await mended(person, inTheWay, now)) return reserve(person, reservation, false)
    throw new ContractError(said as ErrorCode, until ? { at: Number(until) } : undefined)
  }

  return {
    reserve, release, note,
    /** Throws what a reservation would, and notes nothing. */
    look: async (person: string, entry: Entry, now: number): Promise<void> => { await reserve(person, { entry, now, look: true }) },
    /** Under another name, until the hall's book has been changed. */
    reserveMove: (person: string, entry: Entry, now: number) =>
      reserve(person, { entry: { ...entry, appointmentId: entry.appointmentId + MOVING, ends: now + GRACE_MS }, now, replaces: entry.appointmentId }),
    endMove: (person: string, appointmentId: string): Promise<void> => release(person, appointmentId + MOVING),
    /** Claims a key for whoever books for others: the person's own book cannot tell what was booked for somebody else. */
    claim: async (citizenId: string, key: string, digest: string): Promise<void> => {
      const name = `${personKey(citizenId)}:k:${key}`
      const kept = await harmless(async () => (await redis.set(name, digest, 'EX', 172_800, 'NX') === 'OK' ? digest : await redis.get(name)))
      if (kept !== digest) throw new ContractError('IDEMPOTENCY_KEY_REUSED')
    },
    /** Nothing came of the act: its key may be used for another. */
    unclaim: (citizenId: string, key: string): Promise<void> => harmless(async () => { await redis.del(`${personKey(citizenId)}:k:${key}`) }),
    idsOf: (person: string): Promise<string[]> => harmless(async () => (await redis.hkeys(personKey(person))).filter((id) => !id.endsWith(MOVING))),
    absent: (person: string, appointmentId: string, at: number): Promise<unknown> => harmless(() => scripts.person_absent.run(redis, [personKey(person)],
      [at, appointmentId, terms.noShowDays * 86_400_000, terms.noShowsAllowed, terms.restrictionDays * 86_400_000])),
    standing: (person: string, now: number): Promise<{ noShows: number; restrictedUntil: number | null }> => harmless(async () => {
      const [noShows, until] = await Promise.all([
        redis.zcount(`${personKey(person)}:absences`, now - terms.noShowDays * 86_400_000, '+inf'), redis.get(`${personKey(person)}:restricted`),
      ])
      return { noShows, restrictedUntil: until !== null && Number(until) > now ? Number(until) : null }
    }),
  }
}
