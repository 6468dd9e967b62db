import type { LocalText } from '@shared/endpoint'
import type { WaitRange } from '@shared/halls'
import type { MessageKind } from '@shared/messageKinds'
import type { Message, MessagePermit, MessageSettings } from '@shared/messages'
import type { Field } from './fields'

export type { Field, FieldKind } from './fields'
export type WayName = 'wechat' | 'alipay' | 'sms'
export type Language = 'zh' | 'en'

/** What a message is about, in what its words need; names as they were when it happened. */
export type About =
  | { readonly kind: 'near'; readonly ticketId: string; readonly number: string; readonly ahead: number; readonly hall: LocalText; readonly line: LocalText }
  /** Of several calls of a ticket only the last counts, and it is known by its window and its instant. */
  | {
    readonly kind: 'called'; readonly ticketId: string; readonly number: string; readonly again: boolean; readonly hall: LocalText; readonly window: LocalText
    readonly windowId: string; readonly calledAt: number
  }
  | { readonly kind: 'missed'; readonly ticketId: string; readonly number: string; readonly hall: LocalText; /** How to come back; null when it cannot. */ readonly returnMinutes: number | null }
  | { readonly kind: 'leave'; readonly ticketId: string; readonly number: string; readonly hall: LocalText; readonly minutes: number }
  | { readonly kind: 'dayBefore' | 'soon'; readonly appointmentId: string; readonly hall: LocalText; readonly line: LocalText; readonly startsAt: number }
  | { readonly kind: 'changed'; readonly what: 'expired'; readonly ticketId: string; readonly number: string; readonly hall: LocalText; readonly line: LocalText }
  | { readonly kind: 'changed'; readonly what: 'cancelled' | 'absent'; readonly appointmentId: string; readonly hall: LocalText; readonly line: LocalText; readonly startsAt: number }
  | { readonly kind: 'place'; readonly appointmentId: string; readonly hall: LocalText; readonly line: LocalText; readonly startsAt: number; readonly until: number }
  | { readonly kind: 'case'; readonly caseNo: string; readonly personId: string; readonly item: LocalText; readonly change: CaseChangeKind }
  | { readonly kind: 'rating'; readonly ratingId: string; readonly hall: LocalText }
export type CaseChangeKind = 'accepted' | 'supplement' | 'stopped' | 'resumed' | 'decided' | 'issued' | 'delivered' | 'other'

/** Something to tell a citizen. The same happening gives the same `noticeId`, however often it is found. */
export interface Notice {
  /** Letters, digits, dots and hyphens: it names the job, too. */
  readonly noticeId: string
  readonly citizenId: string
  /** When it happened. */
  readonly at: number
  /** When to tell; at once when null. */
  readonly dueAt: number | null
  /** Afterwards it would come too late, and is dropped. */
  readonly validUntil: number
  readonly about: About
  /** How often an operator had it tried anew; each time it is a sending of its own, whatever became of those before. */
  readonly replays?: number
}

/** One log of what happens: of a hall's day, of a hall's appointment book, of a place's ratings, of all cases. */
export type LogName =
  | { readonly of: 'queue'; readonly hallId: string; readonly day: string }
  | { readonly of: 'book' | 'ratings'; readonly hallId: string }
  | { readonly of: 'cases' }

/** An entry of a log, with who it concerns; `owner` is empty for somebody without a phone. Of what concerns nobody only the id is told. */
export type Happening = { readonly id: string; readonly at: number } & (
  | {
    readonly what: 'called' | 'recalled' | 'missed' | 'expired'; readonly owner: string; readonly ticketId: string;
    readonly number: string; readonly lineId: string; readonly windowId: string; readonly returned: boolean
  }
  /** Somebody took a place in a line, or left it without being called. */
  | { readonly what: 'moved'; readonly lineId: string }
  | { readonly what: 'booked'; readonly owner: string; readonly appointmentId: string; readonly lineId: string; readonly startsAt: number }
  | { readonly what: 'cancelled' | 'absent'; readonly owner: string; readonly appointmentId: string; readonly lineId: string; readonly startsAt: number; readonly byStaff: boolean }
  | { readonly what: 'offered'; readonly owner: string; readonly appointmentId: string; readonly lineId: string; readonly startsAt: number; readonly until: number }
  | { readonly what: 'answered'; readonly owner: string; readonly ratingId: string }
  | { readonly what: 'case'; readonly caseNo: string; readonly change: CaseChangeKind; readonly followers: readonly { readonly citizenId: string; readonly personId: string }[] }
  | { readonly what: 'nothing' }
)

/** A ticket near the head of its line that was not told so since it took its place there. */
export interface NearTicket {
  readonly ticketId: string; readonly owner: string; readonly number: string; readonly ahead: number
  /** Changes whenever it is placed anew. */
  readonly placing: string
  /** How many were ahead when it was placed, as its holder was shown; null when they were not. */
  readonly shown: number | null
}
/** A ticket whose holder wants to be told when to set out. */
export interface Leaver extends NearTicket { readonly travelMinutes: number }

/** The logs of halls and cases, read on from where somebody stopped. Every process may follow them. Throws UNAVAILABLE. */
export interface Happenings {
  /** How far each was followed; null for one that never was. */
  readonly cursors: (logs: readonly LogName[]) => Promise<(string | null)[]>
  readonly longer: (logs: readonly { readonly log: LogName; readonly after: string }[]) => Promise<boolean[]>
  readonly read: (log: LogName, after: string, most: number) => Promise<Happening[]>
  /** Never runs back: of two who followed the same the further one stays. */
  readonly moveCursor: (log: LogName, to: string) => Promise<void>
  /** The heads of these lines, so far down as anybody may want to be told of, and those who want to know when to leave. */
  readonly heads: (hallId: string, day: string, lineIds: readonly string[]) =>
  Promise<{ readonly near: ReadonlyMap<string, readonly NearTicket[]>; readonly leaving: ReadonlyMap<string, readonly Leaver[]> }>
  /** These were told, as placed now. */
  readonly told: (hallId: string, day: string, near: readonly NearTicket[], left: readonly Leaver[]) => Promise<void>
  /** Beside the ticket only the minutes of the way are kept, never from where; null forgets them. */
  readonly remind: (hallId: string, day: string, ticketId: string, travelMinutes: number | null) => Promise<void>
  /** The right to do something alone, taken or kept. */
  readonly lease: (name: string, holder: string, ms: number) => Promise<boolean>
}

/** Messages on their way. Nothing that was accepted is lost; the same `noticeId` is accepted once. Throws UNAVAILABLE. */
export interface MessageJobs { readonly add: (notices: readonly Notice[], now: number) => Promise<void> }

export interface ParkedRecord {
  readonly parkedId: string; readonly kind: MessageKind; readonly way: WayName; readonly problem: string; readonly tries: number; readonly parkedAt: number; readonly validUntil: number
}
/** What was given up, for an operator to see and to try again. */
export interface ParkedJobs {
  readonly list: (most: number) => Promise<{ readonly parked: readonly ParkedRecord[]; readonly total: number }>
  /** False when there is none of that id. */
  readonly replay: (parkedId: string) => Promise<boolean>
}

/** How a sending stood that somebody begins. `sending`: begun once, `resent`: twice, and nobody knows whether it arrived. */
export type Begun = 'none' | 'sending' | 'resent' | 'sent' | 'failed' | 'unpermitted' | 'capped'

/** What is kept of a citizen's messages. Throws UNAVAILABLE, and UNKNOWN_OUTCOME where a repetition would count. */
export interface MessageStore {
  readonly settings: (citizenId: string) => Promise<MessageSettings>
  readonly keepSettings: (citizenId: string, settings: MessageSettings) => Promise<void>
  /** Puts it into the inbox, once for each id; it is newer than all before. */
  readonly write: (citizenId: string, message: Omit<Message, 'read' | 'at'>, now: number) => Promise<void>
  readonly list: (citizenId: string, before: number | null, most: number) => Promise<{ readonly messages: Message[]; readonly unread: number; readonly more: boolean }>
  readonly markRead: (citizenId: string, until: number) => Promise<number>
  /**
   * Notes that a sending begins, taking a place among the day's unless `cap` is null, and tells how it stood before; nothing is noted, and
   * nothing may be sent, without a permit for it (`unpermitted`) or a place (`capped`).
   */
  readonly begin: (citizenId: string, noticeId: string, sending: string, terms: { readonly permitted: boolean; readonly day: string; readonly cap: number | null }) => Promise<Begun>
  /** Notes how it ended, `none` when it was not sent and may begin anew: what was not sent gives its place of that day back. True when it is sent by this. */
  readonly end: (citizenId: string, noticeId: string, sending: string, ended: { readonly state: 'sent' | 'failed' | 'none'; readonly day: string }) => Promise<boolean>
  /** All of it, for the citizen's own eyes; and gone. */
  readonly everything: (citizenId: string) => Promise<{ readonly settings: MessageSettings; readonly messages: readonly Message[] }>
  readonly forget: (citizenId: string) => Promise<void>
  /** What one account has becomes another's of the same person, who keeps what they chose themself; permits stay the account's. May be repeated. */
  readonly merge: (citizenId: string, joined: string) => Promise<void>
}

export interface PermitLeft { readonly left: number; readonly lasting: boolean; readonly refused: boolean }
/** What an account allowed its platform to send. It is the platform's and the account's, not the person's: another account of theirs has its own. */
export interface PermitStore {
  readonly of: (account: string, templateIds: readonly string[]) => Promise<PermitLeft[]>
  /** Throws IDEMPOTENCY_KEY_REUSED, UNKNOWN_OUTCOME. */
  readonly tell: (account: string, answers: readonly { readonly templateId: string; readonly answer: 'accept' | 'always' | 'reject' | 'ban' }[], key: string) => Promise<void>
  /** Throws UNKNOWN_OUTCOME. */
  readonly spend: (account: string, templateId: string) => Promise<void>
  /** The platform knows of no permit: whatever we counted. */
  readonly exhaust: (account: string, templateId: string) => Promise<void>
  readonly everything: (account: string) => Promise<Readonly<Record<string, PermitLeft>>>
  readonly forget: (account: string) => Promise<void>
}

/** What a platform knows one of a person's accounts by. */
export interface Handle { readonly account: string; readonly handle: string }
/** Where a citizen is reached: by each platform the accounts that came by it, signed in to most recently first. What is given goes to the platform, and nowhere else. */
export interface Reached { readonly wechat: readonly Handle[]; readonly alipay: readonly Handle[]; readonly phone: string | null; readonly language: Language }
export interface Reach { readonly of: (citizenId: string) => Promise<Reached> }

/** One message as a platform takes it: every value was made for the kind of field it goes into. */
export interface Outgoing {
  /** The same for a repetition, for a platform that tells repetitions by it. */
  readonly sendId: string
  readonly to: string
  readonly templateId: string
  readonly data: Readonly<Record<string, Field>>
  /** Where it lies in the mini-program, without a leading slash: `pages/ticket/index?id=…`. */
  readonly page: string | null
  readonly language: Language
}
/**
 * `refused`: the citizen allows no more, for good. `faulty`: our words do not fit, by the platform's own naming. `later`: it was not
 * sent, and may be another time, the next day at the earliest if `tomorrow`. `unknown`: it may have been sent.
 */
export type Sending =
  | { readonly kind: 'sent' } | { readonly kind: 'refused' } | { readonly kind: 'faulty'; readonly problem: string }
  | { readonly kind: 'later'; readonly problem: string; readonly tomorrow?: true } | { readonly kind: 'unknown' }
/** One way to a citizen. Never throws. */
export interface MessageWay {
  readonly way: WayName
  /** Whether the platform tells a repetition by its `sendId`, so that one more try shows nothing twice. */
  readonly knowsRepetition: boolean
  readonly send: (message: Outgoing) => Promise<Sending>
}

export interface Place { readonly lat: number; readonly lng: number }
export type Going = 'foot' | 'bicycle' | 'transit' | 'car'
/** How long a way takes; null when it is not known now. The places are used for the question and not kept. */
export interface TravelTimes { readonly minutes: (from: Place, to: Place, by: Going) => Promise<number | null> }

/** The citizen's own ticket. `ahead` is null when it stands in no line. Throws TICKET_NOT_FOUND. */
export interface Tickets {
  readonly read: (citizenId: string, ticketId: string) => Promise<{
    readonly hallId: string; readonly state: string; readonly ahead: number | null; readonly wait: WaitRange | null; readonly place: Place
    /** Whether its line is followed, so that a reminder can come. */
    readonly followed: boolean
  }>
}
export interface Waits { readonly of: (hallId: string, lineId: string, ahead: number) => Promise<WaitRange | null> }
export interface Truths {
  /** Whether what a notice tells is still so. */
  readonly holds: (notice: Notice) => Promise<boolean>
  /** Whether there is still such a citizen: who was erased is told nothing, and nothing is kept for them. */
  readonly has: (citizenId: string) => Promise<boolean>
}

export interface Names {
  readonly hall: (hallId: string) => LocalText
  readonly line: (hallId: string, lineId: string) => LocalText
  readonly window: (hallId: string, windowId: string) => LocalText
  /** By a case's number. */
  readonly item: (caseNo: string) => LocalText
  readonly returnMinutes: (hallId: string) => number
}
export type { MessageKind, MessagePermit, MessageSettings }
