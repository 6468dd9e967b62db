import { serviceDay } from '@shared/time'
import { Round } from '../../round'
import { leaveNotice, nearNotice, noticesOf, type Noticing } from './noticing'
import type { Happening, Happenings, Leaver, LogName, MessageJobs, MessageSettings, NearTicket, Notice, Waits } from './port'

const DAY_MS = 86_400_000
const PORTION = 200
/** Few, so that whoever else is served by this process does not wait for all. */
const ASKED_AT_ONCE = 100
/** Books and ratings are looked at in each so-many-th round: nobody waits at a window for what they tell. */
const SLOW_EVERY = 5
/** The day before, too: its end is told of by then. */
const YESTERDAY_EVERY = 15

export interface FollowerParts {
  readonly happenings: Happenings
  readonly jobs: MessageJobs
  /** Of many citizens, again and again: may be some seconds old. */
  readonly settingsOf: (citizenId: string) => Promise<Pick<MessageSettings, 'ahead'>>
  readonly waits: Waits
  readonly noticing: Noticing
  /** Halls whose queue, and whose book, are ours; and all places that have ratings. */
  readonly queues: readonly string[]
  readonly books: readonly string[]
  readonly ratings: readonly string[]
  /** So many minutes before one has to be there one is told to leave. */
  readonly marginMinutes: number
  readonly clock: () => number
  readonly everyMs: number
  /** Names this process among those that want to follow. */
  readonly holder: string
}

const nameOf = (log: LogName): string => (log.of === 'cases' ? 'cases' : `${log.of}/${log.hallId}${log.of === 'queue' ? `/${log.day}` : ''}`)

/**
 * Follows what happens in all halls and makes messages of it. Each message has a name of its own, and its log's cursor moves only
 * when it was accepted: what is followed twice, by two processes or after a crash, is told once. An act that this process carried
 * out is followed at once (`touch`); every so often one of the processes looks for what was not.
 */
export class Follower extends Round {
  /** How far each log was followed when we looked last. */
  private readonly known = new Map<string, string>()
  private readonly under = new Map<string, { again: boolean }>()
  private rounds = 0
  constructor(private readonly parts: FollowerParts, private readonly report: (log: string, error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: (error) => report('', error) })
  }

  /** Something has happened in the hall just now. Never rejects. */
  touch(hallId: string, of: 'queue' | 'book' | 'ratings'): void {
    const { queues, books, ratings, clock } = this.parts
    if (this.stopped || !{ queue: queues, book: books, ratings }[of].includes(hallId)) return
    void this.follow(of === 'queue' ? { of, hallId, day: serviceDay(clock()) } : { of, hallId })
  }

  /** Gives how many entries were followed. */
  protected async round(): Promise<number> {
    const { happenings, holder, everyMs } = this.parts
    if (!await happenings.lease('follower', holder, 10 * everyMs)) return 0
    const logs = this.logs()
    let followed = 0
    for (let i = 0; i < logs.length && !this.stopped; i += ASKED_AT_ONCE) followed += await this.some(logs.slice(i, i + ASKED_AT_ONCE))
    return followed
  }

  private logs(): LogName[] {
    const { queues, books, ratings, clock } = this.parts
    const now = clock()
    const [today, yesterday] = [serviceDay(now), serviceDay(now - DAY_MS)]
    const turn = this.rounds
    this.rounds += 1
    for (const name of this.known.keys()) if (name.startsWith('queue/') && !name.endsWith(today) && !name.endsWith(yesterday)) this.known.delete(name)
    return [
      { of: 'cases' }, ...queues.map((hallId): LogName => ({ of: 'queue', hallId, day: today })),
      ...(turn % YESTERDAY_EVERY === 0 ? queues.map((hallId): LogName => ({ of: 'queue', hallId, day: yesterday })) : []),
      ...(turn % SLOW_EVERY === 0 ? [...books.map((hallId): LogName => ({ of: 'book', hallId })), ...ratings.map((hallId): LogName => ({ of: 'ratings', hallId }))] : []),
    ]
  }

  private async some(logs: readonly LogName[]): Promise<number> {
    const strange = logs.filter((log) => !this.known.has(nameOf(log)))
    const cursors = strange.length > 0 ? await this.parts.happenings.cursors(strange) : []
    strange.forEach((log, i) => this.known.set(nameOf(log), cursors[i] ?? ''))
    const longer = await this.parts.happenings.longer(logs.map((log) => ({ log, after: this.known.get(nameOf(log)) || '0' })))
    let followed = 0
    for (const log of logs.filter((_, i) => longer[i])) followed += await this.follow(log)
    return followed
  }

  /** Follows a log to its end. Somebody who is at it already goes on to what has come since. */
  private async follow(log: LogName): Promise<number> {
    const name = nameOf(log)
    const somebody = this.under.get(name)
    if (somebody) {
      somebody.again = true
      return 0
    }
    const mine = { again: true }
    this.under.set(name, mine)
    let followed = 0
    try {
      while (mine.again && !this.stopped) {
        mine.again = false
        followed += await this.toItsEnd(log)
      }
    } catch (error) {
      if (!this.stopped) this.report(name, error)
    } finally {
      this.under.delete(name)
    }
    return followed
  }

  private async toItsEnd(log: LogName): Promise<number> {
    const { happenings, jobs, clock, noticing } = this.parts
    let [from] = await happenings.cursors([log])
    let followed = 0
    for (;;) {
      const entries = await happenings.read(log, from ?? '0', PORTION)
      const last = entries.at(-1)
      if (last) {
        const now = clock()
        const hallId = log.of === 'cases' ? '' : log.hallId
        const notices = entries.flatMap((entry) => noticesOf(entry, hallId, noticing)).filter(({ validUntil }) => validUntil > now)
        if (notices.length > 0) await jobs.add(notices, now)
        // After the calls themselves: they are waited for most.
        if (log.of === 'queue') await this.lookAtHeads(log, entries, now)
        await happenings.moveCursor(log, last.id)
        from = last.id
        followed += entries.length
      }
      if (from) this.known.set(nameOf(log), from)
      if (entries.length < PORTION) return followed
    }
  }

  /** Lines that moved have others near their head; nobody further back is looked at. */
  private async lookAtHeads({ hallId, day }: { readonly hallId: string; readonly day: string }, entries: readonly Happening[], now: number): Promise<void> {
    if (serviceDay(now) !== day) return
    const moved = new Set(entries.flatMap((entry) => (entry.what === 'called' || entry.what === 'moved' ? [entry.lineId] : [])))
    if (moved.size === 0) return
    const { happenings, jobs, noticing } = this.parts
    const heads = await happenings.heads(hallId, day, [...moved])
    const [near, leaving] = [await this.nearOf(heads.near), await this.leavingOf(hallId, heads.leaving)]
    const notices: Notice[] = [
      ...near.map(({ lineId, ticket }) => nearNotice(ticket, hallId, lineId, now, noticing)),
      ...leaving.map((ticket) => leaveNotice(ticket, hallId, now, noticing)),
    ]
    if (notices.length > 0) await jobs.add(notices, now)
    if (near.length + leaving.length > 0) await happenings.told(hallId, day, near.map(({ ticket }) => ticket), leaving)
  }

  private async nearOf(heads: ReadonlyMap<string, readonly NearTicket[]>): Promise<{ readonly lineId: string; readonly ticket: NearTicket }[]> {
    const all = [...heads].flatMap(([lineId, tickets]) => tickets.map((ticket) => ({ lineId, ticket })))
    const settings = await Promise.all(all.map(({ ticket }) => this.parts.settingsOf(ticket.owner)))
    return all.filter(({ ticket: { ahead, shown } }, i) => {
      const wished = settings[i]?.ahead ?? 0
      // Whoever was that near from the first has seen it themself.
      return ahead <= wished && (shown ?? Infinity) > wished
    })
  }

  private async leavingOf(hallId: string, heads: ReadonlyMap<string, readonly Leaver[]>): Promise<Leaver[]> {
    const all = [...heads].flatMap(([lineId, tickets]) => tickets.map((ticket) => ({ lineId, ticket })))
    const waits = await Promise.all(all.map(({ lineId, ticket }) => this.parts.waits.of(hallId, lineId, ticket.ahead)))
    return all.flatMap(({ ticket }, i) => {
      const wait = waits[i]
      return ticket.ahead === 0 || (wait && wait.low <= ticket.travelMinutes + this.parts.marginMinutes) ? [ticket] : []
    })
  }
}
