import { ContractError, type ErrorCode } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import type { AppointmentRecord } from './capabilities/appointments/port'
import type { HallDirectory } from './capabilities/halls/directory'
import type { About, Truths } from './capabilities/notifications/port'
import type { QueueHall, QueuePort } from './capabilities/queue/port'
import type { Clock } from './platform/clock'

export interface TruthParts {
  readonly directory: Pick<HallDirectory, 'find'>
  readonly queueOf: (hall: QueueHall) => Pick<QueuePort, 'read'>
  readonly readAppointment: (hallId: string, appointmentId: string, now: number) => Promise<Pick<AppointmentRecord, 'startsAt' | 'state'>>
  /** Whether there is such an account still. */
  readonly exists: (account: string) => Promise<boolean>
  /** By any account of a person, the one that stands for them: whichever holds a number, its messages are the person's. */
  readonly citizenOf: (account: string) => Promise<string>
  readonly realNameOf: (citizenId: string) => Promise<object | null>
  /** Throws PERSON_NOT_FOUND, NOT_GRANTED. */
  readonly findEnterprise: (citizenId: string, personId: string) => Promise<object>
  readonly unfollow: (caseNo: string, citizenId: string, personId: string) => Promise<void>
  readonly clock: Clock
}

/** Null for what is told by one of these codes. */
const nullFor = (...codes: readonly ErrorCode[]) => (error: unknown): null => {
  if (error instanceof ContractError && codes.includes(error.code)) return null
  throw error
}
export const notThere = nullFor('TICKET_NOT_FOUND', 'APPOINTMENT_NOT_FOUND')
const IN_LINE = ['waiting', 'returned', 'transferred']

type OfTicket = Extract<About, { kind: 'near' | 'leave' | 'called' | 'missed' }>
type Ticket = Awaited<ReturnType<QueuePort['read']>>['ticket']
const isSo = (about: OfTicket, { state, windowId, calledAt }: Ticket): boolean => {
  switch (about.kind) {
    // Called elsewhere or again since, that call is told of by itself. Not every system says when it called.
    case 'called': return state === 'called' && windowId === about.windowId && (calledAt ?? about.calledAt) === about.calledAt
    case 'missed': return state === 'missed'
    default: return IN_LINE.includes(state)
  }
}

/** Whether what a message tells is still so, asked of whoever keeps it. */
export const truthsOf = ({ directory, queueOf, readAppointment, exists, citizenOf, realNameOf, findEnterprise, unfollow, clock }: TruthParts): Truths => {
  /** As the cases themselves are shown: to a person whose name is confirmed, and to who may act for an enterprise now. */
  const maySee = async (account: string, personId: string): Promise<boolean> => {
    if (!await exists(account)) return false
    const citizenId = await citizenOf(account)
    return await (personId === 'self' ? realNameOf(citizenId) : findEnterprise(citizenId, personId).catch(nullFor('PERSON_NOT_FOUND', 'NOT_GRANTED'))) !== null
  }
  return {
    has: exists,
    holds: async ({ citizenId, about }) => {
      switch (about.kind) {
        case 'near':
        case 'leave':
        case 'called':
        case 'missed': {
          const hall = directory.find(hallOfTicket(about.ticketId))
          const found = hall ? await queueOf(hall).read(about.ticketId, citizenId, null).catch(notThere) : null
          return found !== null && isSo(about, found.ticket)
        }
        case 'dayBefore':
        case 'soon':
        case 'place': {
          const found = await readAppointment(hallOfTicket(about.appointmentId), about.appointmentId, clock()).catch(notThere)
          return found !== null && found.startsAt === about.startsAt && found.state === (about.kind === 'place' ? 'held' : 'booked')
        }
        case 'case': {
          const may = await maySee(citizenId, about.personId)
          if (!may) await unfollow(about.caseNo, citizenId, about.personId)
          return may
        }
        default: return true
      }
    },
  }
}
