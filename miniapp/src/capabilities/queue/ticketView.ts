import type { Language } from '@shared/errors'
import type { Ticket } from '@shared/queue'
import { inLine } from '@shared/ticketStates'
import { clockTime, serviceDay } from '@shared/time'
import type { Translate } from '@/i18n'
import type { movedTexts, ticketTexts } from '@/i18n/queue'
import { shortName, signOf } from '@/i18n/windowName'
import { ageOf, isLive, isStale, serverNow, type Heard } from './heard'

export type TicketFace = 'waiting' | 'next' | 'called' | 'serving' | 'missed' | 'finished' | 'cancelled' | 'expired'
export type TicketAct = 'return' | 'defer' | 'cancel' | 'rate' | 'seeRating' | 'takeAgain' | 'book'

/** The words of the ticket page in the language now chosen. */
export interface TicketWords { readonly language: Language; readonly say: Translate<typeof ticketTexts>; readonly moved: Translate<typeof movedTexts> }

/** Everything the ticket page says, in words; the screen only lays it out. */
export interface TicketView {
  readonly face: TicketFace
  /** The sentence that matters most. For `waiting` it is shown as `big` with words around it. */
  readonly headline: string
  readonly big: { readonly before: string; readonly figure: string; readonly after: string } | null
  /** When called: the headline cut around the window's own number, which is shown giant. */
  readonly window: { readonly before: string; readonly figure: string; readonly after: string } | null
  readonly number: string
  readonly lineName: string
  readonly hallName: string
  /** Lines under the headline, most important first. */
  readonly details: readonly string[]
  /** The wait; when missed, the time left to come back. */
  readonly waitText: string | null
  readonly waitClock: string | null
  readonly waitBasis: string | null
  readonly notes: readonly string[]
  readonly moved: readonly string[]
  readonly paused: boolean
  /** Whole minutes left to come back; null when not missed or no longer possible. */
  readonly minutesToReturn: number | null
  readonly acts: readonly TicketAct[]
  readonly stale: boolean
  /** “20 s ago”, or the hour when it is long ago. */
  readonly heard: string
  /** The hour it was heard, by the halls' clock. */
  readonly heardClock: string
  /** What a screen reader is told when it changes. */
  readonly spoken: string
}

/** Distance at which the citizen is asked to stay close. */
const SOON_AHEAD = 3

const faceOf = (ticket: Ticket): TicketFace => {
  if (inLine.includes(ticket.state)) return ticket.ahead === 0 ? 'next' : 'waiting'
  switch (ticket.state) {
    case 'called': case 'serving': case 'missed': case 'finished': case 'cancelled': return ticket.state
    default: return 'expired'
  }
}

/** “20 s ago”, “3 min ago”, then the hour. The day is not named: a ticket lives one day. */
const heardText = (heard: Heard, now: number, stale: boolean, { say }: TicketWords): string => {
  const seconds = Math.floor(ageOf(heard, now) / 1000)
  // Read again from the phone's memory it may be seconds old and yet not be the present.
  if (stale && seconds < 60) return say('heardAt', { time: clockTime(heard.ticket.asOf) })
  if (seconds < 5) return say('heardNow')
  if (seconds < 60) return say('heardSeconds', { n: seconds })
  return seconds < 3600 ? say('heardMinutes', { n: Math.floor(seconds / 60) }) : say('heardAt', { time: clockTime(heard.ticket.asOf) })
}

/** Whole minutes, rounded down so that nobody comes a minute late. */
const minutesToReturn = (ticket: Ticket, now: number): number | null =>
  ticket.state !== 'missed' || ticket.returnBefore === null || ticket.returnBefore <= now
    ? null : Math.floor((ticket.returnBefore - now) / 60_000)

/** What the window's sign says, cut around its number: “5号窗口”, “Window 5”, “Counter B12”; null when it says none. */
const namedByNumber = (ticket: Ticket, language: Language): { before: string; figure: string; after: string } | null => {
  const [, before, figure, after] = /^(.*?)([A-Z]?\d+[A-Z]?)(\D*)$/.exec(shortName(ticket.windowName?.[language] ?? '')) ?? []
  return figure === undefined ? null : { before: before ?? '', figure, after: (after ?? '').trim() }
}

const headlineOf = (face: TicketFace, ticket: Ticket, { language, say }: TicketWords): string => {
  switch (face) {
    case 'waiting': return ticket.ahead === null ? say('inLine') : say('ahead', { n: ticket.ahead })
    case 'called':
      if (ticket.windowId === null) return say('calledSomewhere')
      return ticket.windowName && namedByNumber(ticket, language)
        ? say('calledTo', { window: shortName(ticket.windowName[language]) }) : say('calledNumbered', { id: ticket.windowId })
    default: return say(face)
  }
}

/** The sign over a window carries its number, so that is shown giant; a name without a number is said beside it. */
const windowOf = (ticket: Ticket, { language, say }: TicketWords): TicketView['window'] => {
  if (ticket.state !== 'called' || ticket.windowId === null) return null
  const named = namedByNumber(ticket, language)
  return named
    ? { ...named, before: say('calledTo', { window: named.before }).trim() }
    : { before: say('calledBefore'), figure: ticket.windowId, after: say('calledAfter') }
}

const detailsOf = (face: TicketFace, ticket: Ticket, minutes: number | null, { language, say }: TicketWords): string[] => {
  switch (face) {
    case 'waiting': return [say((ticket.ahead ?? 0) <= SOON_AHEAD ? 'waitSoon' : 'waitLong')]
    case 'next': return [say('waitNext')]
    case 'called': {
      const name = ticket.windowName && !namedByNumber(ticket, language) ? [shortName(ticket.windowName[language])] : []
      return [...name, ticket.calls > 1 ? say('calledAgain', { n: ticket.calls }) : say('calledOnce')]
    }
    case 'serving': return [...(ticket.windowId === null ? [] : [say('atWindow', { window: signOf(ticket.windowName, ticket.windowId)[language] })]), say('servingNext')]
    case 'missed':
      if (minutes === null) return [say('missedOver')]
      return [say('missedHow')]
    case 'finished': return [say(ticket.rated ? 'finishedRated' : 'finishedAsk')]
    case 'cancelled': return [say('cancelledNext')]
    case 'expired': return [say('expiredSorry'), say('expiredNext')]
  }
}

const actsOf = (face: TicketFace, ticket: Ticket, minutes: number | null): TicketAct[] => {
  switch (face) {
    case 'waiting': case 'next': return ticket.defersLeft > 0 ? ['defer', 'cancel'] : ['cancel']
    case 'called': return ['cancel']
    case 'serving': return []
    case 'missed': return minutes === null ? ['takeAgain'] : ['return', 'cancel']
    case 'finished': return [ticket.rated ? 'seeRating' : 'rate']
    case 'cancelled': return ['takeAgain']
    // The hall has closed by then: coming another day is surer than another number.
    case 'expired': return ['book', 'takeAgain']
  }
}

const noWait = { waitText: null, waitClock: null, waitBasis: null } as const

/** The time that counts now: to come back when missed; else the wait, from when the server said it, also by the clock, to plan by. */
const waitOf = (ticket: Ticket, minutes: number | null, { say }: TicketWords): Pick<TicketView, 'waitText' | 'waitClock' | 'waitBasis'> => {
  if (minutes !== null) return { waitText: minutes > 0 ? say('missedMinutes', { n: minutes }) : say('missedSeconds'), waitClock: null, waitBasis: null }
  if (!inLine.includes(ticket.state) || ticket.paused || ticket.ahead === 0) return noWait
  if (!ticket.wait) return { waitText: say('waitUnknown'), waitClock: null, waitBasis: say('waitUnknownWhy') }
  const { low, high, calls, confidence } = ticket.wait
  const [from, to] = [low, high].map((minutes) => clockTime(ticket.asOf + minutes * 60_000)) as [string, string]
  return {
    waitText: low === high ? say('waitExact', { n: high }) : say('waitRange', { low, high }),
    waitClock: from === to ? say('waitClockExact', { to }) : say('waitClock', { from, to }),
    waitBasis: say('waitBasis', { n: calls, inTen: Math.round(confidence * 10) }),
  }
}

const notesOf = (ticket: Ticket, { language, say }: TicketWords): string[] => {
  if (ticket.state === 'returned') return [say('returned')]
  return ticket.state === 'transferred' ? [say('transferred', { line: ticket.lineName[language] })] : []
}

/** A live ticket of an earlier service day can only have expired, whatever the phone last heard. */
const asOfToday = (heard: Heard, now: number): Ticket => {
  const { ticket } = heard
  const over = isLive(ticket) && serviceDay(serverNow(heard, now)) !== serviceDay(ticket.takenAt)
  return over ? { ...ticket, state: 'expired' } : ticket
}

/** What the ticket page says. `now` is the phone's clock, in milliseconds. */
export const ticketView = (heard: Heard, now: number, words: TicketWords): TicketView => {
  const ticket = asOfToday(heard, now)
  const { language, say } = words
  const face = faceOf(ticket)
  const minutes = minutesToReturn(ticket, serverNow(heard, now))
  const headline = headlineOf(face, ticket, words)
  const stands = inLine.includes(ticket.state)
  const stale = face !== 'expired' && isStale(heard, now)
  return {
    face, headline, number: ticket.number, lineName: ticket.lineName[language], hallName: ticket.hallName[language],
    big: face === 'waiting' && ticket.ahead !== null
      ? { before: say('aheadBefore'), figure: String(ticket.ahead), after: say(ticket.ahead === 1 ? 'aheadUnitOne' : 'aheadUnit') } : null,
    window: windowOf(ticket, words),
    // Advice and a wait from an old state would mislead: “you may leave” to somebody who is being called.
    details: stale && stands ? [] : stale && face === 'called' ? [say('calledStale')] : detailsOf(face, ticket, minutes, words),
    ...(stale && stands ? noWait : waitOf(ticket, minutes, words)),
    notes: notesOf(ticket, words),
    moved: stands ? heard.notes.map(({ at, reason, people }) => words.moved(reason, { time: clockTime(at), n: people })) : [],
    paused: ticket.paused && stands,
    minutesToReturn: minutes, acts: actsOf(face, ticket, minutes),
    stale, heard: heardText(heard, now, stale, words), heardClock: clockTime(heard.ticket.asOf),
    spoken: face === 'called' ? say('calledSpoken', { number: ticket.number, where: headline }) : headline,
  }
}

/** Names the call this ticket is under, to tell it from every other; null when it is not called. A recall is a call of its own. */
export const callOf = ({ ticketId, state, calledAt, calls }: Ticket): string | null =>
  state === 'called' ? `${ticketId}/${calledAt ?? 0}/${calls}` : null

/** The call the phone should make felt; null when there is none. An old state announces nothing. */
export const callToAnnounce = (heard: Heard, now: number): string | null => isStale(heard, now) ? null : callOf(heard.ticket)
