import type { LocalText } from '@shared/endpoint'
import type { GuideMaterial, Withdrawal } from '@shared/guides'
import type { Item } from './config'
import type { CatalogueItem } from './port'

/** An item as the city offers it: the catalogue's facts in our words. */
export interface CityEntry {
  readonly itemId: string
  readonly name: LocalText
  readonly summary: LocalText
  readonly aliases: readonly string[]
  /** Null for an item that is not ours. */
  readonly minutes: number | null
  readonly materials: readonly GuideMaterial[]
  readonly conditions: readonly LocalText[]
  readonly place: LocalText | null
  readonly fee: LocalText | null
  readonly withdrawn: Withdrawal | null
  /** As the catalogue has it; null when it does not. */
  readonly record: CatalogueItem | null
}

export interface CityItems {
  readonly entries: ReadonlyMap<string, CityEntry>
  /** The item that has, or had, this implementation code. */
  readonly itemOf: (code: string) => string | null
}

const codesOf = ({ code, formerCodes }: CatalogueItem): string[] => [code, ...formerCodes]
/** An item of the catalogue without words of ours is named by the oldest code it had, so that handing it down leaves its id. */
const idByCode = ({ code, formerCodes }: CatalogueItem): string => `c-${(formerCodes[0] ?? code).toLowerCase()}`

/** The English of every Chinese text of ours: the catalogue speaks Chinese only, and mostly in the same words. */
const englishOf = (items: Iterable<Item>): ((zh: string) => LocalText) => {
  const known = new Map<string, string>()
  for (const { conditions, place, fee, materials } of items) {
    for (const { zh, en } of [...conditions, ...(place ? [place] : []), ...(fee ? [fee] : []), ...materials.map(({ name }) => name)]) known.set(zh, en)
  }
  return (zh) => ({ zh, en: known.get(zh) ?? zh })
}

const ownMaterial = ({ heldByCity, name, note }: Item['materials'][number]): GuideMaterial =>
  ({ name, ...(note && { note }), heldByCity, heldBy: null, form: null, copies: null })

/** An item the catalogue does not have, or has not been asked about. */
const ownEntry = ({ itemId, name, summary, aliases, minutes, materials, conditions, place, fee }: Item): CityEntry =>
  ({ itemId, name, summary, aliases, minutes, materials: materials.map(ownMaterial), conditions, place, fee, withdrawn: null, record: null })

/** Joins our words with the facts of an edition, or stands by ours when there is none. */
export const mergeItems = (own: ReadonlyMap<string, Item>, records: readonly CatalogueItem[]): CityItems => {
  const translate = englishOf(own.values())
  const ownByCode = new Map([...own.values()].flatMap((item) => (item.code === null ? [] : [[item.code, item] as const])))
  const ownOf = (record: CatalogueItem): Item | undefined => codesOf(record).map((code) => ownByCode.get(code)).find((item) => item !== undefined)
  const idOf = (record: CatalogueItem): string => ownOf(record)?.itemId ?? idByCode(record)
  const byCode = new Map(records.flatMap((record) => codesOf(record).map((code) => [code, record] as const)))
  // A code of today says more than one that somebody had once.
  for (const record of records) byCode.set(record.code, record)

  const nameOf = (record: CatalogueItem): LocalText => ({ zh: record.name, en: ownOf(record)?.name.en ?? record.name })
  const withdrawalOf = ({ withdrawn }: CatalogueItem): Withdrawal | null => withdrawn && {
    since: withdrawn.since, reason: withdrawn.reason,
    replacedBy: withdrawn.replacedBy.flatMap((code) => {
      const next = byCode.get(code)
      return next ? [{ itemId: idOf(next), name: nameOf(next) }] : []
    }),
  }
  const materialOf = (item: Item | undefined, { name, form, copies, heldBy }: CatalogueItem['materials'][number]): GuideMaterial => {
    const note = item?.materials.find((one) => one.name.zh === name)?.note
    return { name: translate(name), ...(note && { note }), heldByCity: heldBy !== null, heldBy, form, copies }
  }
  const entryOf = (record: CatalogueItem): CityEntry => {
    const item = ownOf(record)
    const about = record.about.slice(0, 200) || record.name
    return {
      itemId: idOf(record), name: nameOf(record), summary: item?.summary ?? { zh: about, en: about }, aliases: item?.aliases ?? [], minutes: item?.minutes ?? null,
      materials: record.materials.map((one) => materialOf(item, one)), conditions: record.conditions.map(translate),
      place: shortText(record.place, translate), fee: shortText(record.fee.text, translate), withdrawn: withdrawalOf(record), record,
    }
  }

  const entries = new Map([...own.values()].map((item) => [item.itemId, ownEntry(item)]))
  for (const record of records) {
    const entry = entryOf(record)
    // Of two that claim the same words, the one that is in force.
    if (!entry.withdrawn || !entries.get(entry.itemId)?.record) entries.set(entry.itemId, entry)
  }
  return {
    entries,
    itemOf: (code) => {
      const record = byCode.get(code)
      return record ? idOf(record) : ownByCode.get(code)?.itemId ?? null
    },
  }
}

const shortText = (text: string | null, translate: (zh: string) => LocalText): LocalText | null => (text === null ? null : translate(text.slice(0, 200)))
