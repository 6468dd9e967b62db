import type { CityItem, ItemView } from '@shared/catalogue'
import { ContractError } from '@shared/errors'
import type { FoundItem, ItemGuide } from '@shared/guides'
import type { Item } from './config'
import { guideOf, placesByItem } from './guide'
import type { CityEntry } from './merging'
import type { HallLines } from './port'
import { Shelf, type Shelved } from './shelf'
import { folded } from './words'

/** A name that holds what was typed says by itself why it was found. */
const matchedBy = ({ name, aliases }: CityEntry, query: string): string | null => {
  const asked = folded(query.trim())
  if (folded(name.zh).includes(asked)) return null
  const longestFirst = [...aliases].sort((a, b) => b.length - a.length)
  return aliases.find((alias) => folded(alias) === asked) ?? longestFirst.find((alias) => asked.includes(folded(alias))) ?? aliases.find((alias) => folded(alias).includes(asked)) ?? null
}

const viewOf = ({ itemId, name, summary, minutes, materials }: CityEntry): CityItem[] => (minutes === null ? [] : [{
  itemId, name, summary, minutes, materials: materials.map(({ name: material, note, heldByCity }) => ({ name: material, ...(note && { note }), heldByCity })),
}])

/** What the city does for people, in the edition of its catalogue that was read last. */
export class CatalogueService {
  readonly shelf: Shelf
  private readonly places: ReturnType<typeof placesByItem>
  private written: { readonly of: Shelved; readonly guides: Map<string, string> } | undefined
  constructor(own: ReadonlyMap<string, Item>, private readonly halls: HallLines) {
    this.places = placesByItem(halls)
    this.shelf = new Shelf(own, (itemId) => this.places.has(itemId))
  }

  /** What can be done in a hall, in the order of its lines. Throws HALL_NOT_FOUND. */
  async itemsOf(hallId: string): Promise<ItemView[]> {
    const hall = this.halls.find(hallId)
    if (!hall) throw new ContractError('HALL_NOT_FOUND')
    const { entries } = (await this.shelf.current()).items
    return hall.lines.flatMap(({ lineId, itemIds }) => itemIds.flatMap((itemId) => {
      const entry = entries.get(itemId)
      return entry && !entry.withdrawn ? viewOf(entry).map((view) => ({ ...view, lineId })) : []
    }))
  }

  /** Everything that can be done in some hall. */
  async all(): Promise<CityItem[]> {
    const { entries } = (await this.shelf.current()).items
    return [...entries.values()].filter(({ itemId, withdrawn }) => !withdrawn && this.places.has(itemId)).flatMap(viewOf)
  }

  /** Throws ITEM_NOT_FOUND. */
  async guide(itemId: string): Promise<ItemGuide> {
    return this.guideIn(await this.shelf.current(), itemId)
  }

  /** The same as JSON, written once for all who ask; it holds until there is another edition. */
  async guideText(itemId: string): Promise<{ readonly json: string; readonly holds: () => boolean }> {
    const shelved = await this.shelf.current()
    if (this.written?.of !== shelved) this.written = { of: shelved, guides: new Map() }
    const text = this.written.guides.get(itemId) ?? JSON.stringify(this.guideIn(shelved, itemId))
    this.written.guides.set(itemId, text)
    return { json: text, holds: () => this.shelf.holds(shelved) }
  }

  /** Best first; nothing for what holds no letter. */
  async search(query: string, limit: number): Promise<FoundItem[]> {
    const { index, items } = await this.shelf.current()
    return index.search(query, limit).flatMap((itemId): FoundItem[] => {
      const entry = items.entries.get(itemId)
      return entry ? [{ itemId, name: entry.name, summary: entry.summary, level: entry.record?.level ?? null, withdrawn: entry.withdrawn, matched: matchedBy(entry, query) }] : []
    })
  }

  private guideIn({ items, edition }: Shelved, itemId: string): ItemGuide {
    const entry = items.entries.get(itemId)
    if (!entry) throw new ContractError('ITEM_NOT_FOUND')
    return guideOf(entry, this.places.get(itemId) ?? [], edition)
  }
}
