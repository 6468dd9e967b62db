import { createHash } from 'node:crypto'
import type { MessageKind } from '@shared/messageKinds'
import { serviceDay } from '@shared/time'
import { valuesOf } from './contents'
import { decide, isUrgent } from './deciding'
import { Undelivered } from './errors'
import { pathOf } from './pages'
import type { MessageStore, MessageWay, Notice, Outgoing, Reach, Reached, Sending, Truths, WayName } from './port'
import { dataFor, useOf, type Template, type Templates } from './templates'
import { wordsOf } from './wording'

/** What came of one message on one way. `ambiguous`: it may have been sent, and was not sent again. */
export type SendOutcome = 'sent' | 'refused' | 'faulty' | 'later' | 'unpermitted' | 'ambiguous'
/** What came of a message. `late` and `gone`: its moment had passed, or it was not so any more. `unreached`: no way was open. */
export type Outcome = 'sent' | 'inbox' | 'off' | 'late' | 'gone' | 'unreached'

export interface DelivererParts {
  readonly store: MessageStore
  readonly reach: Reach
  /** In the order of trying. */
  readonly ways: readonly MessageWay[]
  readonly templates: Templates
  readonly truths: Truths
  readonly clock: () => number
  readonly counted: (kind: MessageKind, way: WayName | 'inbox' | 'none', outcome: SendOutcome | Exclude<Outcome, 'sent'>) => void
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

interface Tried { readonly outcome: SendOutcome; readonly problem: string }
const tried = (outcome: SendOutcome, problem = ''): Tried => ({ outcome, problem })

/** Brings one message to a citizen: into the inbox, and by the ways that are open when it may disturb them. */
export class Deliverer {
  constructor(private readonly parts: DelivererParts) {}

  /** Throws Undelivered when it is to be tried again; done again after a crash it shows nothing twice that can be told apart. */
  async deliver(notice: Notice): Promise<Outcome> {
    const outcome = await this.judge(notice)
    if (outcome !== 'sent') this.parts.counted(notice.about.kind, outcome === 'inbox' ? 'inbox' : 'none', outcome)
    return outcome
  }

  private async judge(notice: Notice): Promise<Outcome> {
    const { store, truths, reach, clock } = this.parts
    const { citizenId, about, validUntil } = notice
    const now = clock()
    if (now > validUntil) return 'late'
    const [settings, sentToday, isSo, reached] = await Promise.all([store.settings(citizenId), store.sentOn(citizenId, serviceDay(now)), truths.holds(notice), reach.of(citizenId)])
    if (!isSo && !HAPPENED.includes(about.kind)) return 'gone'
    const wanted = decide(settings, about.kind, now, sentToday)
    const decision = wanted === 'send' && !isSo ? 'inbox' : wanted
    if (decision === 'drop') return 'off'
    const written = store.write(citizenId, { messageId: messageIdOf(notice), kind: about.kind, ...wordsOf(about) }, now)
    const [outcome] = await Promise.all([decision === 'inbox' ? 'inbox' as const : this.send(notice, reached, written), written])
    return outcome
  }

  /** @param written nothing is sent before it stands in the inbox */
  private async send(notice: Notice, reached: Reached, written: Promise<void>): Promise<Outcome> {
    const { ways, counted } = this.parts
    const { kind } = notice.about
    let failure: Undelivered | null = null
    for (const way of ways) {
      const to = addressOf(reached, way.way)
      // A short message costs money: only what cannot wait is worth one.
      if (to === null || (way.way === 'sms' && !isUrgent(kind))) continue
      const template = this.parts.templates[way.way].find(({ use }) => use === useOf[kind])
      if (!template) continue
      const { outcome, problem } = await this.by(way, template, { to, language: reached.language }, notice, written)
      counted(kind, way.way, outcome)
      if (outcome === 'sent' || outcome === 'ambiguous') return 'sent'
      if (outcome === 'later') failure ??= new Undelivered(way.way, problem)
    }
    if (failure) throw failure
    return 'unreached'
  }

  private async by(way: MessageWay, template: Template, { to, language }: Pick<Outgoing, 'to' | 'language'>, notice: Notice, written: Promise<void>): Promise<Tried> {
    const { store } = this.parts
    const { citizenId, noticeId, about } = notice
    const { templateId } = template
    // Of what may have been sent already a call is sent once more, which is better than missed; all else is not.
    const again = way.knowsRepetition || isUrgent(about.kind)
    const [before] = await Promise.all([store.begin(citizenId, noticeId, way.way, way.way === 'sms' ? null : templateId), written])
    if (before === 'unpermitted') return tried('unpermitted')
    if (before === 'sent') return tried('sent')
    if (before === 'failed') return tried('refused')
    if (before === 'sending' && !again) return tried('ambiguous')
    const { page } = wordsOf(about)
    const answer = await way.send({
      sendId: messageIdOf(notice), to, templateId, data: dataFor(template, valuesOf(about, notice.at, language)), page: page === null ? null : pathOf(page), language,
    })
    return this.ended(notice, way.way, templateId, answer, again)
  }

  private async ended(notice: Notice, way: WayName, templateId: string, answer: Sending, again: boolean): Promise<Tried> {
    const { store, clock } = this.parts
    const { citizenId, noticeId, about: { kind } } = notice
    const end = (state: 'sent' | 'failed' | 'none') =>
      store.end(citizenId, noticeId, way, { state, templateId, day: serviceDay(clock()), counted: !isUrgent(kind) })
    switch (answer.kind) {
      case 'sent':
        this.parts.took(kind, Math.max(0, clock() - notice.at))
        await end('sent')
        return tried('sent')
      case 'refused':
        await store.exhaust(citizenId, templateId)
        await end('failed')
        return tried('refused')
      case 'faulty':
        this.parts.faulty(kind, way, answer.problem)
        await end('failed')
        return tried('faulty')
      case 'later':
        await end('none')
        return tried('later', answer.problem)
      case 'unknown': return again ? tried('later', 'no answer came') : tried('ambiguous')
    }
  }
}

const addressOf = ({ wechat, alipay, phone }: Reached, way: WayName): string | null => ({ wechat: wechat ?? null, alipay: alipay ?? null, sms: phone })[way]
