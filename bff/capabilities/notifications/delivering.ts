import { createHash } from 'node:crypto'
import type { MessageKind } from '@shared/messageKinds'
import { serviceDay, startOfDay } from '@shared/time'
import { valuesOf } from './contents'
import { decide, isUrgent, quietEnds } from './deciding'
import { Postponed, Undelivered } from './errors'
import { pathOf } from './pages'
import type { Handle, MessageStore, MessageWay, Notice, Outgoing, PermitStore, Reach, Reached, Sending, Truths, WayName } from './port'
import { spread } from './spreading'
import { dataFor, useOf, type Template, type Templates } from './templates'
import { wordsOf } from './wording'

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000]
/** Those who wait for one instant, the end of the night or the next day, do not come at once … */
const SPREAD_MS = 10 * MINUTE_MS
/** … and the next day of a platform may begin a little later than ours. */
const NEXT_DAY_MS = 5 * MINUTE_MS

/** What came of one message on one way. `ambiguous`: it may have been sent, and was not sent again. */
export type SendOutcome = 'sent' | 'refused' | 'faulty' | 'later' | 'unpermitted' | 'capped' | 'ambiguous'
/** What came of a message. `late` and `gone`: its moment had passed, or it was not so any more. `unreached`: no way was open. */
export type Outcome = 'sent' | 'inbox' | 'off' | 'late' | 'gone' | 'unreached'
type Counted = SendOutcome | Exclude<Outcome, 'sent'> | 'postponed'

export interface DelivererParts {
  readonly store: MessageStore
  readonly permits: PermitStore
  readonly reach: Reach
  /** In the order of trying. */
  readonly ways: readonly MessageWay[]
  readonly templates: Templates
  readonly truths: Truths
  readonly clock: () => number
  readonly counted: (kind: MessageKind, way: WayName | 'inbox' | 'none', outcome: Counted) => void
  /** Our own fault: what we put into a template did not fit. */
  readonly faulty: (kind: MessageKind, way: WayName, problem: string) => void
  /** How long it took from what happened to the platform, in milliseconds. */
  readonly took: (kind: MessageKind, ms: number) => void
}

/** `m` and 24 letters that follow from what happened and to whom: told twice, it is in the inbox once. */
export const messageIdOf = ({ noticeId, citizenId }: Pick<Notice, 'noticeId' | 'citizenId'>): string =>
  `m${createHash('sha256').update(`${noticeId} ${citizenId}`).digest('hex').slice(0, 24)}`

/** These have happened, also when they are over: they are to be read, and nobody is disturbed any more. */
const HAPPENED: readonly MessageKind[] = ['called', 'missed']

interface Tried { readonly outcome: SendOutcome; readonly problem: string; readonly tomorrow: boolean }
const tried = (outcome: SendOutcome, problem = '', tomorrow = false): Tried => ({ outcome, problem, tomorrow })
/** What a platform answered, and how the permit it was sent by is spent. */
type Answer = Sending & { readonly spend?: () => Promise<void> }
/** On what terms one is sent now. */
interface Terms {
  readonly day: string; readonly cap: number | null; readonly language: Reached['language']
  /** Nothing is sent before it stands in the inbox. */
  readonly written: Promise<void>
}

/** Brings one message to a citizen: into the inbox, and by the ways that are open when it may disturb them. */
export class Deliverer {
  constructor(private readonly parts: DelivererParts) {}

  /** Throws Undelivered when it is to be tried again, and Postponed; done again after a crash it shows nothing twice that can be told apart. */
  async deliver(notice: Notice): Promise<Outcome> {
    const { kind } = notice.about
    const outcome = await this.judge(notice).catch((error: unknown) => {
      if (error instanceof Postponed) this.parts.counted(kind, 'none', 'postponed')
      throw error
    })
    if (outcome !== 'sent') this.parts.counted(kind, outcome === 'inbox' ? 'inbox' : 'none', outcome)
    return outcome
  }

  private async judge(notice: Notice): Promise<Outcome> {
    const { store, truths, reach, clock } = this.parts
    const { citizenId, about, validUntil } = notice
    const now = clock()
    if (now > validUntil) return 'late'
    const [settings, isSo, isThere, reached] = await Promise.all([store.settings(citizenId), truths.holds(notice), truths.has(citizenId), reach.of(citizenId)])
    if (!isThere || (!isSo && !HAPPENED.includes(about.kind))) return 'gone'
    const wanted = decide(settings, about.kind, now)
    const decision = isSo || wanted === 'drop' ? wanted : 'inbox'
    if (decision === 'drop') return 'off'
    const written = store.write(citizenId, { messageId: messageIdOf(notice), kind: about.kind, ...wordsOf(about) }, now)
    const terms = { day: serviceDay(now), cap: isUrgent(about.kind) ? null : settings.cap, language: reached.language, written }
    const [outcome] = await Promise.all([decision === 'send' ? this.send(notice, reached, terms) : 'inbox' as const, written])
    // It is in the inbox at once; who sleeps is told when they wake, if it still matters then.
    if (decision === 'quiet' && settings.quiet !== null) this.postpone(notice, quietEnds(settings.quiet, now))
    return outcome
  }

  /** Throws Postponed, unless that is too late. */
  private postpone({ noticeId, validUntil }: Notice, earliest: number): void {
    const until = earliest + spread(noticeId, SPREAD_MS)
    if (earliest < validUntil) throw new Postponed(until < validUntil ? until : earliest)
  }

  private async send(notice: Notice, reached: Reached, terms: Terms): Promise<Outcome> {
    const { ways, counted } = this.parts
    const { kind } = notice.about
    const [later, doubtful, untilTomorrow]: [Undelivered[], Undelivered[], Undelivered[]] = [[], [], []]
    for (const way of ways) {
      const to = handlesOf(reached, way.way)
      // A short message costs money: only what cannot wait is worth one.
      if (to.length === 0 || (way.way === 'sms' && !isUrgent(kind))) continue
      const template = this.parts.templates[way.way].find(({ use }) => use === useOf[kind])
      if (!template) continue
      const { outcome, problem, tomorrow } = await this.by(way, template, to, notice, terms)
      counted(kind, way.way, outcome)
      if (outcome === 'sent') return 'sent'
      if (outcome === 'capped') return 'inbox'
      if (outcome === 'later') (tomorrow ? untilTomorrow : later).push(new Undelivered(way.way, problem))
      if (outcome === 'ambiguous') doubtful.push(new Undelivered(way.way, 'may have been sent', true))
      // By another way it might come twice, which only a call is worth: an operator decides.
      if (outcome === 'ambiguous' && !isUrgent(kind)) throw doubtful[0]
    }
    // Nothing is left but to wait for the next day, where that is in time.
    if (later.length === 0 && untilTomorrow.length > 0 && !isUrgent(kind)) this.postpone(notice, startOfDay(terms.day) + DAY_MS + NEXT_DAY_MS)
    const [failure] = [...later, ...untilTomorrow, ...doubtful]
    if (failure) throw failure
    return 'unreached'
  }

  private async by(way: MessageWay, template: Template, to: readonly Handle[], notice: Notice, { day, cap, language, written }: Terms): Promise<Tried> {
    const { store } = this.parts
    const { citizenId, noticeId, about, replays } = notice
    const sending = replays === undefined ? way.way : `${way.way}:${replays}`
    const open = way.way === 'sms' ? to : await this.permitted(to, template.templateId)
    const [before] = await Promise.all([store.begin(citizenId, noticeId, sending, { permitted: open.length > 0, day, cap }), written])
    if (before === 'sent' || before === 'unpermitted' || before === 'capped') return tried(before)
    if (before === 'failed') return tried('refused')
    // Of what may have been sent already a call is sent once more, which is better than missed; all else is not.
    const mayRepeat = way.knowsRepetition || (isUrgent(about.kind) && before !== 'resent')
    if (before !== 'none' && !mayRepeat) return tried('ambiguous')
    const { page } = wordsOf(about)
    const message = {
      sendId: messageIdOf(notice), templateId: template.templateId, data: dataFor(template, valuesOf(about, notice.at, language)), page: page === null ? null : pathOf(page), language,
    }
    // Who began with a permit that is gone by now goes on without.
    const answer = await this.ask(way, message, open.length > 0 ? open : to.slice(0, 1))
    return this.ended(notice, way, sending, day, answer, way.knowsRepetition || (isUrgent(about.kind) && before === 'none'))
  }

  /** Those that allowed the template, in their order. */
  private async permitted(to: readonly Handle[], templateId: string): Promise<Handle[]> {
    const permits = await Promise.all(to.map(({ account }) => this.parts.permits.of(account, [templateId])))
    return to.filter((_, i) => {
      const [permit] = permits[i] ?? []
      return permit !== undefined && !permit.refused && (permit.lasting || permit.left > 0)
    })
  }

  /** Of several accounts the first whose platform does not refuse. */
  private async ask(way: MessageWay, message: Omit<Outgoing, 'to'>, to: readonly Handle[]): Promise<Answer> {
    const { permits } = this.parts
    for (const { account, handle } of to) {
      const answer = await way.send({ ...message, to: handle })
      if (answer.kind !== 'refused') return { ...answer, ...(way.way !== 'sms' && { spend: () => permits.spend(account, message.templateId) }) }
      if (way.way !== 'sms') await permits.exhaust(account, message.templateId)
    }
    return { kind: 'refused' }
  }

  private async ended(notice: Notice, { way }: MessageWay, sending: string, day: string, answer: Answer, again: boolean): Promise<Tried> {
    const { store, clock } = this.parts
    const { citizenId, noticeId, about: { kind } } = notice
    const end = (state: 'sent' | 'failed' | 'none') => store.end(citizenId, noticeId, sending, { state, day })
    switch (answer.kind) {
      case 'sent':
        this.parts.took(kind, Math.max(0, clock() - notice.at))
        if (await end('sent')) await answer.spend?.()
        return tried('sent')
      case 'refused':
        await end('failed')
        return tried('refused')
      case 'faulty':
        this.parts.faulty(kind, way, answer.problem)
        await end('failed')
        return tried('faulty')
      case 'later':
        await end('none')
        return tried('later', answer.problem, answer.tomorrow)
      case 'unknown': return again ? tried('later', 'no answer came') : tried('ambiguous')
    }
  }
}

const handlesOf = ({ wechat, alipay, phone }: Reached, way: WayName): readonly Handle[] => ({ wechat, alipay, sms: phone === null ? [] : [{ account: '', handle: phone }] })[way]
