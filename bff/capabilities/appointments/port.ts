import type { AppointmentState } from '@shared/appointmentStates'

interface Names { readonly zh: string; readonly en: string }

/** How a line's appointments are made. Minutes and days unless a name says otherwise. */
export interface BookingRule {
  readonly slotMinutes: number
  /** Places of a slot for the public, and those kept for people who walk in. */
  readonly capacity: number
  readonly reserve: number
  /** By weekday from Sunday, as the hall's hours; those when null. */
  readonly hours: readonly (readonly (readonly [string, string])[])[] | null
  readonly leadMinutes: number
  readonly horizonDays: number
  /** `HH:mm`: when another working day is released. */
  readonly releaseAt: string
  readonly closedDates: readonly string[]
}

export interface BookingLine { readonly lineId: string; readonly name: Names; readonly itemIds: readonly string[]; readonly booking: BookingRule | null }
export interface BookingHall {
  readonly hallId: string; readonly name: Names; readonly address: Names; readonly district: string; readonly demo: boolean
  readonly place: { readonly lat: number; readonly lng: number }
  readonly lines: readonly BookingLine[]
}

export interface BookingHalls {
  readonly find: (hallId: string) => BookingHall | undefined
  readonly all: () => readonly BookingHall[]
  /** The halls near a place first, else by id. Distances in metres. */
  readonly near: (place: { lat: number; lng: number } | undefined, district: string | undefined) => readonly { readonly hall: BookingHall; readonly distanceMetres: number | null }[]
  /** The stretches in which a hall works on the day that begins at `dayStart`; none when it does not. Instants. */
  readonly workOn: (hallId: string, dayStart: number, hours: BookingRule['hours']) => readonly { readonly from: number; readonly until: number }[]
}

export interface Items {
  /** Usual minutes at the window; undefined when there is no such item. */
  readonly minutes: (itemId: string) => number | undefined
  /** The city does this no more. */
  readonly isWithdrawn: (itemId: string) => boolean
}

/** For whom a citizen books: themself, or somebody they may act for. Throws PERSON_NOT_FOUND. */
export interface Persons {
  readonly find: (citizenId: string, personId: string) => Promise<{ readonly name: string }>
  /** The ids of those the citizen may act for, without `self`. */
  readonly idsOf: (citizenId: string) => Promise<readonly string[]>
  /** By which the citizen themself is known to whoever else books for them; null until a platform has confirmed who they are. */
  readonly selfOf: (citizenId: string) => Promise<string | null>
}

/** The city's terms of booking, all settings. */
export interface BookingTerms {
  readonly holdMinutes: number; readonly offerMinutes: number; readonly offersADay: number
  /** Until how long before an appointment may be cancelled or moved. */
  readonly cancelHours: number
  /** From how long before to how long after its time one checks in. */
  readonly earlyMinutes: number; readonly lateMinutes: number
  /** How many appointments a person may have to come. */
  readonly bookingsToCome: number
  /** So many absences within so many days mean no online booking for so many days. */
  readonly noShowsAllowed: number; readonly noShowDays: number; readonly restrictionDays: number
  /** How far a server's clock may be from the book's; 0: not asked. */
  readonly clockGuardMs: number
}

/** A line on a day: its slots by the first minute of each. */
export interface DayOfLine {
  readonly hallId: string; readonly lineId: string; readonly day: string; readonly dayStart: number
  readonly slotMinutes: number; readonly capacity: number; readonly slots: readonly number[]
  /** The first minute that may still be given. */
  readonly earliest: number
}

/** An appointment as the book keeps it. Instants are milliseconds since the epoch. */
export interface AppointmentRecord {
  readonly appointmentId: string; readonly hallId: string; readonly lineId: string; readonly day: string; readonly state: AppointmentState
  readonly owner: string; readonly personId: string; readonly personName: string; readonly itemIds: readonly string[]
  readonly startsAt: number; readonly endsAt: number; readonly heldUntil: number | null; readonly offered: boolean; readonly late: boolean; readonly ticketId: string | null
  /** As it is called, e.g. A028. */
  readonly number: string | null
}

export interface WaitingRecord {
  readonly waitingId: string; readonly hallId: string; readonly lineId: string; readonly day: string; readonly state: 'waiting' | 'offered' | 'ended'
  readonly personId: string; readonly personName: string; readonly itemIds: readonly string[]
  /** Minutes of the day. */
  readonly from: number; readonly until: number
  readonly ahead: number | null; readonly offers: number; readonly offerDay: number; readonly appointmentId: string | null
}

/** Names one act of one caller, so that a repetition gives the same. */
export interface BookingAct { readonly now: number; readonly key: string; readonly citizenId: string }
export interface Visit extends BookingAct {
  readonly personId: string; readonly personName: string; readonly itemIds: readonly string[]
  readonly slots: number
  /** Under what else the person booked before we knew them: what stands there counts too. */
  readonly alsoAs: readonly string[]
}

/**
 * A hall's appointment book: our own engine, or an adapter to the city's booking platform. Every refusal is a
 * ContractError; a write whose answer was lost is UNKNOWN_OUTCOME and is resolved by the same act again.
 */
export interface BookPort {
  /** Places taken in each slot; -1 for one that is closed. */
  readonly free: (line: DayOfLine, now: number) => Promise<readonly number[]>
  readonly hold: (line: DayOfLine, at: number, visit: Visit) => Promise<AppointmentRecord>
  readonly read: (appointmentId: string, citizenId: string | null, now: number) => Promise<AppointmentRecord>
  readonly listOf: (citizenId: string, personIds: readonly string[], now: number) => Promise<readonly AppointmentRecord[]>
  readonly confirm: (line: DayOfLine, appointment: AppointmentRecord, act: BookingAct) => Promise<AppointmentRecord>
  readonly cancel: (line: DayOfLine, appointment: AppointmentRecord, act: BookingAct) => Promise<AppointmentRecord>
  /** Takes the new slot before the old is let go; when it is refused nothing has changed. */
  readonly reschedule: (from: DayOfLine, to: DayOfLine, at: number, appointment: AppointmentRecord, act: BookingAct) => Promise<AppointmentRecord>
  /** Marks the holder as arrived; `citizenId` null: by the staff, however late. */
  readonly arrive: (line: DayOfLine, appointment: AppointmentRecord, act: BookingAct, byStaff: boolean) => Promise<AppointmentRecord>
  readonly setTicket: (appointmentId: string, ticketId: string, number: string) => Promise<void>
  readonly setSlot: (line: DayOfLine, at: number, closed: boolean, account: string, now: number) => Promise<void>
  readonly dayOf: (hallId: string, day: string, lineIds: readonly string[], now: number) => Promise<{ readonly visits: readonly AppointmentRecord[]; readonly waiting: readonly number[] }>
  readonly wait: (line: DayOfLine, from: number, until: number, visit: Visit) => Promise<WaitingRecord>
  readonly unwait: (line: DayOfLine, waitingId: string, citizenId: string, now: number) => Promise<WaitingRecord>
  readonly readWaiting: (waitingId: string, citizenId: string) => Promise<WaitingRecord>
  readonly waitingsOf: (citizenId: string) => Promise<readonly WaitingRecord[]>
  /** Ends the holds that are over, so that those who wait are offered places although nobody looks. Gives how many lines were looked at. */
  readonly sweep: (now: number, lineOf: (hallId: string, lineId: string, day: string) => DayOfLine | null) => Promise<number>
  readonly standing: (personId: string, now: number) => Promise<{ readonly noShows: number; readonly restrictedUntil: number | null }>
  /** Ends a day: who was booked and did not come was absent. May be repeated. Gives how many visits it ended. */
  readonly closeDay: (hallId: string, day: string, now: number) => Promise<number>
}

/** Who has booked in a book that is kept elsewhere. */
export interface Guests {
  readonly remember: (people: readonly string[]) => Promise<void>
  readonly knows: (person: string) => Promise<boolean>
}

/** What a checked-in appointment becomes: a number in the line. */
export interface Tickets {
  readonly take: (order: { hallId: string; lineId: string; itemId: string | null; citizenId: string; key: string; late: boolean }) => Promise<{ readonly ticketId: string; readonly number: string }>
}
