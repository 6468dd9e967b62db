import { buildIndex } from '../../bff/capabilities/catalogue/searching'
import { spokenOf } from '../../bff/capabilities/catalogue/words'
import { manyItems } from '../support/manyItems'

export interface SearchFigures {
  readonly items: number
  readonly queries: number
  /** Milliseconds to build the index, in turns between other work. */
  readonly buildMs: number
  /** Milliseconds of one search, in this process; the limit is 20 for the slowest of a hundred. */
  readonly p50: number
  readonly p99: number
}

const ITEMS = 10_000
const LIMIT = 20
/** Every so many items are asked for in each way. */
const STRIDE = 25

const ways: readonly ((name: string, alias: string) => string)[] = [
  (name) => name, (_, alias) => alias, (name) => name.slice(2, 6), (name) => name.slice(-4, -2), (name) => `${name.slice(0, 3)}${name.slice(4)}`,
  (name) => spokenOf(name).initials[0] ?? name, (name) => spokenOf(name).syllables.join(''), (name) => `怎么办理${name.slice(2)}`,
]

/** Searches among 10,000 items, no query twice in the same way; what was warmed up is not counted. */
export const measureSearch = async (): Promise<SearchFigures> => {
  const items = manyItems(ITEMS)
  const begun = performance.now()
  const index = await buildIndex(items, () => false)
  const buildMs = performance.now() - begun
  const asked = (from: number): string[] => items.filter((_, i) => i % STRIDE === from).flatMap(({ name, aliases: [alias = ''] }) => ways.map((way) => way(name.zh, alias)))
  for (const query of asked(1)) index.search(query, LIMIT)
  const times = asked(0).map((query) => {
    const at = performance.now()
    index.search(query, LIMIT)
    return performance.now() - at
  }).sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN
  return { items: ITEMS, queries: times.length, buildMs, p50: at(0.5), p99: at(0.99) }
}
