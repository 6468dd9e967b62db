import MiniSearch from 'minisearch'
import { setImmediate as pause } from 'node:timers/promises'
import { askedOf, callsOf, docOf, fields, type Doc, type Searchable, type Vocabulary } from './asking'
import { plain } from './words'

export interface SearchIndex {
  /** Ids, best first. Never throws: what holds no letter finds nothing. */
  readonly search: (query: string, limit: number) => string[]
}

/** Entered between two turns of the event loop: the index of a large catalogue takes seconds, and requests do not wait for it. */
const A_TURN = 5
/** By the index's own measure; the best by ours are among them. */
const CONSIDERED = 200
/** What scores less than this share of the best is not what was meant. */
const WORTH_SHOWING = 0.2
/** Rather what can be done, and done in our halls, and is called what was typed. */
const WITHDRAWN = 0.5
const HERE = 1.3
const CALLED_SO = 1.5

/**
 * Builds the index in turns.
 * @param isHere whether a hall of ours does it
 */
export const buildIndex = async (entries: Iterable<Searchable>, isHere: (itemId: string) => boolean): Promise<SearchIndex> => {
  const index = new MiniSearch<Doc>({ fields: [...fields], tokenize: (text) => text.split(' ').filter(Boolean), processTerm: (term) => term })
  const vocabulary: Vocabulary = { syllables: new Set(), items: new Map(), entered: 0 }
  const names = new Map<string, readonly string[]>()
  const called = new Map<string, Set<string>>()
  const weights = new Map<string, number>()
  for (const entry of entries) {
    const { itemId, name, withdrawn } = entry
    const entered = docOf(entry, vocabulary)
    index.add(entered.doc)
    weights.set(itemId, (withdrawn ? WITHDRAWN : 1) * (isHere(itemId) ? HERE : 1))
    names.set(itemId, [plain(name.zh), plain(name.en)])
    for (const text of entered.called) called.set(text, (called.get(text) ?? new Set()).add(itemId))
    if (names.size % A_TURN === 0) await pause()
  }

  return {
    search: (query, limit) => {
      const asked = plain(query)
      if (asked === '') return []
      const exact = new Set(callsOf(query, vocabulary).flatMap((call) => [...called.get(call) ?? []]))
      const { query: terms, isMeant } = askedOf(query, vocabulary)
      const found = index.search(terms).slice(0, CONSIDERED).filter(({ queryTerms }) => isMeant(queryTerms)).map(({ id, score }: { id: string; score: number }) => {
        const holds = names.get(id)?.some((name) => name.includes(asked)) ?? false
        return { id, exact: exact.has(id), score: score * (weights.get(id) ?? 1) * (holds ? CALLED_SO : 1) }
      })
      const best = found.reduce((most, { score }) => Math.max(most, score), 0)
      return found.filter((one) => one.exact || one.score >= best * WORTH_SHOWING)
        .sort((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit).map(({ id }) => id)
    },
  }
}
