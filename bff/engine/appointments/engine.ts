import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import type { AppointmentRecord, BookingAct, BookingTerms, BookPort, DayOfLine, Visit } from '../../capabilities/appointments/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept, pairsOf } from '../reply'
import { digestOf, idOf } from './ids'
import { absentKey, appointmentKey, bookKey, dueKey } from './keys'
import { createPersonBook, entryOf } from './person'
import { appointmentOf, lineJson } from './reply'
import { appointmentScripts as scripts } from './scripts'
import { createWaitingList } from './waitingList'

const PORTION = 200
const MOST_A_DAY = 2_000

const personOf = ({ owner, personId }: Pick<AppointmentRecord, 'owner' | 'personId'>): string => (personId === 'self' ? owner : personId)
const outcomeIsKnown = (error: unknown): boolean => error instanceof ContractError && error.code !== 'UNKNOWN_OUTCOME'
const keyWasUsed = (error: unknown): boolean => error instanceof ContractError && error.code === 'IDEMPOTENCY_KEY_REUSED'

/** The built-in appointment book: every act is one script on the hall's keys, guarded by the person's own book. */
export const createAppointmentEngine = ({ redis, terms }: { redis: Redis; terms: BookingTerms }): BookPort => {
  const keyOf = (appointmentId: string): string => appointmentKey(hallOfTicket(appointmentId), appointmentId)
  const ruleOf = ({ earliest }: DayOfLine): string => JSON.stringify({ offerMs: terms.offerMinutes * 60_000, offersADay: terms.offersADay, earliest })
  const bookOf = ({ hallId, day }: DayOfLine): string => bookKey(hallId, day)

  const read = (appointmentId: string, citizenId: string | null, now: number): Promise<AppointmentRecord> => harmless(async () => {
    const [flat] = accept(await scripts.read.run(redis, [keyOf(appointmentId)], [now, citizenId ?? ''])) as [string[]]
    return appointmentOf(appointmentId, pairsOf(flat))
  })
  const find = (appointmentId: string, now: number): Promise<AppointmentRecord | null> => read(appointmentId, null, now).catch((error: unknown) => {
    if (error instanceof ContractError && error.code === 'APPOINTMENT_NOT_FOUND') return null
    throw error
  })
  const nameOf = ({ hallId, lineId, day }: DayOfLine): string => `${hallId} ${lineId} ${day}`
  /** Somebody should look at the line at this instant. */
  const wake = (line: DayOfLine, at: number): Promise<unknown> => harmless(() => redis.zadd(dueKey, 'LT', String(at), nameOf(line)))
  const freeAndDue = async (line: DayOfLine, now: number): Promise<{ taken: number[]; due: number | null }> => {
    const [taken, due] = accept(await scripts.free.run(redis, [bookOf(line)], [now, lineJson(line), ruleOf(line)])) as [number[], string]
    return { taken: taken.map(Number), due: due === '' ? null : Number(due) }
  }
  const people = createPersonBook(redis, terms, find)
  const waitingList = createWaitingList({ redis, terms, ruleOf, wake })

  const move = async (line: DayOfLine, appointment: AppointmentRecord, name: string, act: BookingAct, byStaff = false): Promise<AppointmentRecord> => {
    const { appointmentId } = appointment
    accept(await scripts.move.run(redis, [keyOf(appointmentId)], [act.now, name, byStaff ? '' : act.citizenId, act.key, digestOf(name), lineJson(line), ruleOf(line),
      terms.cancelHours * 3_600_000, terms.earlyMinutes * 60_000, terms.lateMinutes * 60_000, terms.clockGuardMs]))
    return read(appointmentId, null, act.now)
  }

  const hold = async (line: DayOfLine, at: number, visit: Visit): Promise<AppointmentRecord> => {
    const { citizenId, personId, personName, itemIds, slots, now, key, alsoAs } = visit
    const appointmentId = idOf(line.hallId, citizenId, key)
    const digest = digestOf('hold', line.hallId, line.lineId, line.day, at, personId, itemIds)
    const heldUntil = now + terms.holdMinutes * 60_000
    const [startsAt, endsAt] = [line.dayStart + at * 60_000, line.dayStart + (at + slots * line.slotMinutes) * 60_000]
    const record: AppointmentRecord = {
      appointmentId, hallId: line.hallId, lineId: line.lineId, day: line.day, state: 'held', owner: citizenId, personId, personName, itemIds,
      startsAt, endsAt, heldUntil, offered: false, late: false, ticketId: null, number: null,
    }
    const person = personOf(record)
    await Promise.all(alsoAs.map((earlier) => people.look(earlier, entryOf(record), now)))
    const claim = { key, digest }
    if (personId !== 'self') await people.claim(citizenId, key, digest)
    let reserved: 'new' | 'known' | undefined
    try {
      [reserved] = await Promise.all([people.reserve(person, { entry: entryOf(record), now, ...(personId === 'self' && { claim }) }), wake(line, heldUntil)])
      const [, done] = accept(await scripts.hold.run(redis, [bookOf(line)], [now, appointmentId, lineJson(line), ruleOf(line), at, slots, citizenId, personId, person,
        personName, itemIds.join(','), digest, heldUntil, terms.clockGuardMs])) as [string, string]
      return done === 'new' ? record : await read(appointmentId, citizenId, now)
    } catch (error) {
      if (reserved !== 'known' && outcomeIsKnown(error) && !keyWasUsed(error)) {
        if (reserved) await people.release(person, appointmentId)
        await people.unclaim(citizenId, key)
      }
      throw error
    }
  }

  return {
    ...waitingList,
    hold,
    read,
    free: (line, now) => harmless(async () => (await freeAndDue(line, now)).taken),
    listOf: (citizenId, personIds, now) => harmless(async () => {
      const ids = await Promise.all([citizenId, ...personIds].map((person) => people.idsOf(person)))
      const found = await Promise.all(ids.flat().map((id) => find(id, now)))
      return found.filter((one): one is AppointmentRecord => one !== null && one.owner === citizenId && one.state !== 'lapsed' && one.state !== 'cancelled')
    }),
    confirm: async (line, appointment, act) => {
      const person = personOf(appointment)
      await people.reserve(person, { entry: { ...entryOf(appointment), ends: 0 }, now: act.now })
      try {
        return await move(line, appointment, 'confirm', act)
      } catch (error) {
        if (outcomeIsKnown(error) && !['booked', 'arrived'].includes(appointment.state)) await people.release(person, appointment.appointmentId)
        throw error
      }
    },
    cancel: async (line, appointment, act) => {
      const cancelled = await move(line, appointment, 'cancel', act)
      await wake(line, act.now)
      await people.release(personOf(appointment), appointment.appointmentId)
      return cancelled
    },
    reschedule: async (from, to, at, appointment, act) => {
      const { appointmentId, endsAt, startsAt } = appointment
      const person = personOf(appointment)
      const moved = { ...appointment, day: to.day, startsAt: to.dayStart + at * 60_000, endsAt: to.dayStart + at * 60_000 + endsAt - startsAt }
      await people.reserveMove(person, entryOf(moved), act.now)
      await wake(from, act.now)
      try {
        accept(await scripts.reschedule.run(redis, [keyOf(appointmentId)], [act.now, act.citizenId, act.key, digestOf('reschedule', to.day, at), lineJson(from), lineJson(to),
          ruleOf(from), ruleOf(to), to.day, at, terms.cancelHours * 3_600_000, terms.clockGuardMs]))
        const now = await read(appointmentId, act.citizenId, act.now)
        await people.note(person, entryOf(now))
        return now
      } finally {
        await people.endMove(person, appointmentId)
      }
    },
    arrive: (line, appointment, act, byStaff) => move(line, appointment, 'arrive', act, byStaff),
    setTicket: (appointmentId, ticketId, number) => harmless(async () => { accept(await scripts.set_ticket.run(redis, [keyOf(appointmentId)], [ticketId, number])) }),
    setSlot: async (line, at, closed, account, now) => {
      accept(await scripts.set_slot.run(redis, [bookOf(line)], [now, lineJson(line), ruleOf(line), at, closed ? 1 : 0, account]))
      await wake(line, now)
    },
    dayOf: (hallId, day, lineIds, now) => harmless(async () => {
      const [named, waiting] = accept(await scripts.day.run(redis, [bookKey(hallId, day)], [now, lineIds.join(' '), MOST_A_DAY])) as [(string | string[])[], number[]]
      const visits = []
      for (let i = 0; i + 1 < named.length; i += 2) visits.push(appointmentOf(named[i] as string, pairsOf(named[i + 1] as string[])))
      return { visits, waiting: waiting.map(Number) }
    }),
    sweep: (now, lineOf) => harmless(async () => {
      const names = await redis.zrangebyscore(dueKey, '-inf', now, 'LIMIT', 0, PORTION)
      for (const name of names) {
        const [hallId = '', lineId = '', day = ''] = name.split(' ')
        await redis.zrem(dueKey, name)
        const line = lineOf(hallId, lineId, day)
        const due = line && (await freeAndDue(line, now)).due
        if (line && due !== null) await wake(line, due)
      }
      return names.length
    }),
    standing: people.standing,
    closeDay: async (hallId, day, now) => {
      let total = 0
      for (let ended = PORTION; ended === PORTION; total += ended) {
        ended = Number(accept(await scripts.close_day.run(redis, [bookKey(hallId, day)], [now, PORTION]))[0])
      }
      for (const id of await harmless(() => redis.smembers(absentKey(hallId)))) {
        const missed = await find(id, now)
        if (missed) await people.absent(personOf(missed), id, missed.startsAt)
        await redis.srem(absentKey(hallId), id)
      }
      return total
    },
  }
}
