import type { Item } from './config'
import { mergeItems, type CityItems } from './merging'
import type { Edition } from './port'
import { buildIndex, type SearchIndex } from './searching'

/** What is answered from, all of one piece. */
export interface Shelved {
  readonly edition: Edition | null
  readonly items: CityItems
  readonly index: SearchIndex
}

/** Holds the items as they stand. A new edition takes the place of the old one in one step, once its index is built. */
export class Shelf {
  private readonly first: Promise<Shelved>
  private shelved: Shelved | undefined
  constructor(private readonly own: ReadonlyMap<string, Item>, private readonly isHere: (itemId: string) => boolean) {
    this.first = this.shelve(null)
  }

  /** Resolves at once, but for the moment after the start in which the first index is built. */
  current(): Promise<Shelved> {
    return this.shelved ? Promise.resolve(this.shelved) : this.first
  }

  /** As `current`; undefined in the moment after the start. */
  now(): Shelved | undefined {
    return this.shelved
  }

  /** The item that has, or had, this implementation code; null when there is none. */
  itemOf(code: string): string | null {
    return (this.shelved?.items ?? mergeItems(this.own, [])).itemOf(code)
  }

  /** Whether this is what is answered from now. */
  holds(shelved: Shelved): boolean {
    return this.shelved === shelved
  }

  /** False also for what is not known. */
  isWithdrawn(itemId: string): boolean {
    const entry = this.shelved?.items.entries.get(itemId)
    return entry !== undefined && entry.withdrawn !== null
  }

  /** Puts an edition there. One whose items are those of the edition there only confirms it. */
  async adopt(edition: Edition): Promise<void> {
    const before = await this.current()
    if (before.edition?.items === edition.items) this.shelved = { ...before, edition }
    else await this.shelve(edition)
  }

  private async shelve(edition: Edition | null): Promise<Shelved> {
    const items = mergeItems(this.own, edition?.items ?? [])
    const shelved = { edition, items, index: await buildIndex(items.entries.values(), this.isHere) }
    this.shelved = shelved
    return shelved
  }
}
