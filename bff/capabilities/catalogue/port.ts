import { z } from 'zod'
import { implementationCode, itemChange } from '@shared/guides'
import { hallLevel } from '@shared/halls'
import type { LocalText } from '@shared/endpoint'
import { day } from '@shared/ids'

const text = z.string().max(2_000)
const limit = z.object({ days: z.number().int().min(0).max(10_000), unit: z.enum(['working', 'calendar']) })

/** An item as the city's catalogue holds it; texts are the catalogue's, in Chinese. */
export const catalogueItem = z.object({
  code: implementationCode,
  /** Those it had before it was handed down, oldest first: the item stays the same. */
  formerCodes: z.array(implementationCode).max(20),
  name: z.string().min(1).max(200), about: text, level: hallLevel, department: z.string().min(1).max(200),
  audience: z.enum(['person', 'enterprise', 'both']),
  conditions: z.array(z.string().min(1).max(200)).max(50),
  materials: z.array(z.object({
    name: z.string().min(1).max(200), form: z.enum(['original', 'copy', 'original-and-copy', 'electronic']), copies: z.number().int().min(0).max(100),
    /** The office that holds it already; null when it must be brought. */
    heldBy: z.string().min(1).max(200).nullable(),
  })).max(100),
  onTheSpot: z.boolean(), promised: limit, lawful: limit,
  fee: z.object({ free: z.boolean(), text: text.nullable() }), place: text.nullable(),
  online: z.object({ possible: z.boolean(), visits: z.number().int().min(0).max(100) }),
  withdrawn: z.object({ since: day, reason: text, replacedBy: z.array(implementationCode).max(50) }).nullable(),
  /** Oldest first. */
  history: z.array(itemChange).max(1_000),
})
export type CatalogueItem = z.output<typeof catalogueItem>

/** The catalogue at one of its versions. */
export const edition = z.object({ version: z.number().int().min(0), asOf: z.number(), items: z.array(catalogueItem) })
export type Edition = z.output<typeof edition>

/** `whole`: `items` are all there are, and what else was known is gone. Otherwise they are what changed. */
export type Changes = Edition & { readonly whole: boolean }

/** The city's catalogue. Nothing here throws for a fault of theirs; an answer that cannot be read to its end is none. */
export interface CatalogueSource {
  /** What changed after a version (0: everything), and as of when. */
  readonly changesSince: (version: number) => Promise<{ readonly kind: 'answered'; readonly value: Changes } | { readonly kind: 'unavailable' } | { readonly kind: 'unreadable' }>
}

/** The last good edition, shared by all processes. */
export interface EditionStore {
  /** Null when there is none, or none that can be read. Throws UNAVAILABLE. */
  readonly read: () => Promise<Edition | null>
  /** Keeps it unless one that was confirmed later is kept already. Throws UNAVAILABLE. */
  readonly keep: (edition: Edition) => Promise<void>
}

interface CatalogueHall {
  readonly hallId: string; readonly name: LocalText; readonly level: z.output<typeof hallLevel>; readonly district: string; readonly address: LocalText
  readonly lines: readonly { readonly lineId: string; readonly name: LocalText; readonly itemIds: readonly string[]; readonly booking: object | null }[]
}

/** What the catalogue asks of the halls. */
export interface HallLines {
  /** The hall and what each of its lines does; undefined when there is no such hall. */
  find(hallId: string): CatalogueHall | undefined
  readonly halls: readonly CatalogueHall[]
}
