import { ContractError } from '@shared/errors'
import { messageKinds } from '@shared/messageKinds'
import type { Message, MessagePermit, MessageSettings } from '@shared/messages'
import type { MessageStore, ParkedJobs, ParkedRecord, PermitStore, WayName } from './port'
import { useOf, type Templates } from './templates'

const PAGE = 20
const MOST_PARKED_SHOWN = 200
type Answers = Parameters<PermitStore['tell']>[1]

export interface MessageServiceParts {
  readonly store: MessageStore
  readonly permits: PermitStore
  readonly parked: ParkedJobs
  readonly templates: Templates
  /** What somebody chose counts at once in this process. */
  readonly chosen: (citizenId: string) => void
}

/** What a citizen can do with messages, and an operator with those that found no way. Every refusal is a ContractError of the endpoint's list. */
export class MessageService {
  constructor(private readonly parts: MessageServiceParts) {}

  settings(citizenId: string): Promise<MessageSettings> {
    return this.parts.store.settings(citizenId)
  }

  async choose(citizenId: string, settings: MessageSettings): Promise<MessageSettings> {
    const chosen = { ...settings, off: messageKinds.filter((kind) => settings.off.includes(kind)) }
    await this.parts.store.keepSettings(citizenId, chosen)
    this.parts.chosen(citizenId)
    return chosen
  }

  list(citizenId: string, before: number | undefined): Promise<{ messages: Message[]; unread: number; more: boolean }> {
    return this.parts.store.list(citizenId, before ?? null, PAGE)
  }

  async read(citizenId: string, until: number): Promise<{ unread: number }> {
    return { unread: await this.parts.store.markRead(citizenId, until) }
  }

  /** Of the account they signed in to, and so of its platform; the web carries none. */
  async permits(account: string, channel: string): Promise<{ permits: MessagePermit[] }> {
    const templates = this.of(channel)
    const left = await this.parts.permits.of(account, templates.map(({ templateId }) => templateId))
    return {
      permits: templates.map(({ templateId, use }, i) => ({
        templateId, kinds: messageKinds.filter((kind) => useOf[kind] === use), left: left[i]?.left ?? 0, lasting: left[i]?.lasting ?? false, refused: left[i]?.refused ?? false,
      })),
    }
  }

  /** Answers about templates that are none of ours are nothing to us. */
  async tellPermits(account: string, channel: string, answers: Answers, key: string): Promise<{ permits: MessagePermit[] }> {
    const ours = new Set(this.of(channel).map(({ templateId }) => templateId))
    await this.parts.permits.tell(account, answers.filter(({ templateId }) => ours.has(templateId)), key)
    return this.permits(account, channel)
  }

  async parkedList(): Promise<{ parked: ParkedRecord[]; total: number }> {
    const { parked, total } = await this.parts.parked.list(MOST_PARKED_SHOWN)
    return { parked: [...parked], total }
  }

  async replay(parkedId: string): Promise<{ replayed: true }> {
    if (!await this.parts.parked.replay(parkedId)) throw new ContractError('PARKED_NOT_FOUND')
    return { replayed: true }
  }

  private of(channel: string) {
    return channel === 'wechat' || channel === 'alipay' ? this.parts.templates[channel satisfies WayName] : []
  }
}
