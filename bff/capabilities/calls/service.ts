import { ContractError } from '@shared/errors'
import { LRUCache } from 'lru-cache'
import type { CallLog, Halls } from './port'

/** Entries in one answer. */
const PAGE = 500
const FRESH_MS = 1_000
const MOST_DAYS = 5_000
/** Characters of answers that are kept for the next who asks. */
const MOST_TEXT = 32_000_000

/** An answer as it is told, and how many entries the log had. */
export interface ToldPage { readonly json: string; readonly last: number }

/** The order of calling of the halls' days, for everyone; what happened until a second ago is in it. */
export class CallLogService {
  private readonly sealings: LRUCache<string, true>
  private readonly pages: LRUCache<string, ToldPage>
  constructor(private readonly log: Pick<CallLog, 'seal' | 'read'>, private readonly halls: Halls) {
    this.sealings = new LRUCache<string, true>({
      max: MOST_DAYS, ttl: FRESH_MS, fetchMethod: async (key) => {
        const [hallId = '', day = ''] = key.split(' ')
        await this.log.seal(hallId, day)
        return true as const
      },
    })
    this.pages = new LRUCache<string, ToldPage>({
      maxSize: MOST_TEXT, sizeCalculation: ({ json }) => json.length, ttl: FRESH_MS, fetchMethod: (key) => this.load(key),
    })
  }

  /** Throws HALL_NOT_FOUND. Where the hall's own system calls, there is nothing of ours to show. */
  async read(hallId: string, day: string, after: number): Promise<ToldPage> {
    if (this.halls.keeps(hallId) === null) throw new ContractError('HALL_NOT_FOUND')
    const key = `${hallId} ${day} ${after}`
    const page = await this.pages.forceFetch(key)
    // Whoever heard of more entries, from another process, is never told of fewer by what was kept here.
    return page.last < after ? this.pages.forceFetch(key, { forceRefresh: true }) : page
  }

  /** Whether this is still the page that is told. */
  isFresh(hallId: string, day: string, after: number, page: ToldPage): boolean {
    return this.pages.peek(`${hallId} ${day} ${after}`) === page
  }

  private async load(key: string): Promise<ToldPage> {
    const [hallId = '', day = '', after = '0'] = key.split(' ')
    if (!this.halls.keeps(hallId)) return { json: JSON.stringify({ hallId, day, kept: false, entries: [], last: 0 }), last: Infinity }
    await this.sealings.forceFetch(`${hallId} ${day}`)
    const { entries, last } = await this.log.read(hallId, day, Number(after), PAGE)
    return { json: JSON.stringify({ hallId, day, kept: true, entries, last }), last }
  }
}
