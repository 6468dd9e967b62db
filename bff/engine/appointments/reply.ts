import type { AppointmentState } from '@shared/appointmentStates'
import { hallOfTicket } from '@shared/ids'
import type { AppointmentRecord, DayOfLine, WaitingRecord } from '../../capabilities/appointments/port'

type Fields = Readonly<Record<string, string>>
const itemsOf = (text: string | undefined): string[] => (text ? text.split(',') : [])

export const appointmentOf = (appointmentId: string, fields: Fields): AppointmentRecord => ({
  appointmentId, hallId: hallOfTicket(appointmentId), lineId: fields.line ?? '', day: fields.day ?? '', state: fields.state as AppointmentState,
  owner: fields.owner ?? '', personId: fields.person ?? '', personName: fields.name ?? '', itemIds: itemsOf(fields.items),
  startsAt: Number(fields.starts), endsAt: Number(fields.ends), heldUntil: fields.state === 'held' ? Number(fields.until) : null,
  offered: Boolean(fields.offer), late: fields.late === '1', ticketId: fields.ticket || null, number: fields.number ?? null,
})

export const waitingOf = (waitingId: string, fields: Fields, ahead: number | '' ): WaitingRecord => ({
  waitingId, hallId: hallOfTicket(waitingId), lineId: fields.line ?? '', day: fields.day ?? '', state: fields.state as WaitingRecord['state'],
  personId: fields.person ?? '', personName: fields.name ?? '', itemIds: itemsOf(fields.items), from: Number(fields.from), until: Number(fields.until_),
  ahead: ahead === '' ? null : Number(ahead), offers: Number(fields.offers), offerDay: Number(fields.offerDay), appointmentId: fields.appointment || null,
})

/** A line on a day as the scripts read it. */
export const lineJson = ({ lineId, capacity, slotMinutes, slots, dayStart }: DayOfLine): string =>
  JSON.stringify({ name: lineId, cap: capacity, len: slotMinutes, slots, start: dayStart })
