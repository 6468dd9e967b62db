import type { Query } from 'minisearch'
import type { CityEntry } from './merging'
import { englishOf, LONGEST_INITIALS, plain, runsOf, soundOf, soundPairs, splitPinyin, spokenOf, syllablesOf, withoutFillers, wordsOf } from './words'

export type Searchable = Pick<CityEntry, 'itemId' | 'name' | 'summary' | 'aliases' | 'withdrawn'>

export const fields = ['name', 'alias', 'about', 'chars', 'sounds', 'pinyin', 'initials', 'english'] as const
type Field = (typeof fields)[number]
/** What an item is found by, each field's terms with blanks between. */
export type Doc = Readonly<Record<Field | 'id', string>>

/** What is known of all that was entered. */
export interface Vocabulary {
  /** Syllables, as they are typed. */
  readonly syllables: Set<string>
  /** In how many items a term stands, and how many there are. */
  readonly items: Map<string, number>
  entered: number
}

const joined = (terms: readonly string[]): string => [...new Set(terms)].join(' ')
const chineseOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => runsOf(text).chinese)

/** Enters an item, and what it adds to the vocabulary. `called`: what it is called, as it is written, as it sounds and by its initials. */
export const docOf = ({ itemId, name, summary, aliases }: Searchable, vocabulary: Vocabulary): { readonly doc: Doc; readonly called: readonly string[] } => {
  const { syllables, items } = vocabulary
  vocabulary.entered += 1
  const called = chineseOf([name.zh, ...aliases])
  const spoken = called.map(spokenOf)
  for (const one of spoken) for (const syllable of one.syllables) syllables.add(syllable)
  const [inName, words, pairs] = [chineseOf([name.zh]).flatMap(wordsOf), called.flatMap(wordsOf), spoken.flatMap((one) => one.pairs)]
  for (const term of new Set([...words, ...pairs])) items.set(term, (items.get(term) ?? 0) + 1)
  const doc = {
    id: itemId, name: joined(inName), alias: joined(words.filter((word) => !inName.includes(word))),
    // What its name says already is not looked for twice.
    about: joined(chineseOf([summary.zh]).flatMap(wordsOf).filter((word) => !words.includes(word))),
    chars: joined(called.flatMap((run) => [...run])), sounds: joined(pairs), pinyin: joined(spoken.flatMap((one) => one.words)), initials: joined(spoken.flatMap((one) => one.initials)),
    english: joined(englishOf(runsOf([name.en, summary.en, name.zh, ...aliases].join(' ')).latin)),
  }
  const whole = spoken.filter(({ syllables: { length } }) => length > 1)
  return { doc, called: [...[name.zh, name.en, ...aliases].map(plain), ...whole.map((one) => soundOf(one.syllables)), ...whole.map((one) => one.syllables.map(([letter = '']) => letter).join(''))] }
}

/** What somebody typed, in the ways an item may be called so. */
export const callsOf = (typed: string, { syllables }: Vocabulary): string[] => {
  const { chinese, latin } = runsOf(typed)
  const word = plain(typed)
  if (latin.length === 0) return [word, soundOf(syllablesOf(word))]
  const split = chinese.length === 0 ? splitPinyin(word, syllables) : []
  return split.join('') === word ? [word, soundOf(split)] : [word]
}

/** Single characters are looked for only where there is little else: the common ones are everywhere. */
const FEW_CHARACTERS = 2
/** A long sentence is found by its rarest terms; the common ones say little and cost most. */
const MOST_WORDS = 6
const MOST_PAIRS = 10
const MOST_LATIN = 4
const FEW_TERMS = 2
/** What is longer is no English word. */
const LONGEST_WORD = 20
/** In more items than this share, and than so many, a term is common. */
const COMMON = 0.05
const MANY = 200

const rarest = (terms: readonly string[], most: number, { items, entered }: Vocabulary): string[] =>
  [...new Set(terms)].filter((term) => items.has(term)).sort((a, b) => (items.get(a) ?? 0) - (items.get(b) ?? 0))
    .filter((term, i) => i < FEW_TERMS || (i < most && (items.get(term) ?? 0) < Math.max(MANY, entered * COMMON)))

/** Joins two syllables, and stands in no other term. */
const isPair = (term: string): boolean => term.includes('-')
const ENOUGH_PAIRS = 0.3

export interface Asked {
  readonly query: Query
  /** Whether what was found by these terms has to do with it: a sound or two in common is chance. */
  readonly isMeant: (terms: readonly string[]) => boolean
}

/** What was typed, looked for in every way people mean it. */
export const askedOf = (typed: string, vocabulary: Vocabulary): Asked => {
  const { chinese, latin: all } = runsOf(typed)
  const latin = [...new Set(englishOf(all))].slice(0, MOST_LATIN)
  const runs = chinese.map(withoutFillers)
  const characters = [...new Set(runs.join(''))]
  const pairs = [...runs.map(syllablesOf), ...all.map((run) => splitPinyin(run, vocabulary.syllables))].flatMap(soundPairs)
  const ask = (where: Partial<Record<Field, number>>, terms: readonly string[], more: object = {}): Query[] =>
    (terms.length === 0 ? [] : [{ queries: [terms.join(' ')], fields: Object.keys(where), boost: where, combineWith: 'OR', ...more }])
  const said = rarest(runs.flatMap(wordsOf), MOST_WORDS, vocabulary)
  const heard = rarest(pairs, MOST_PAIRS, vocabulary)
  const strange = new Set(pairs.filter((pair) => !vocabulary.items.has(pair))).size
  const query: Query = {
    combineWith: 'OR', queries: [
      ...ask({ name: 4, alias: 4, about: 1 }, said),
      ...ask({ sounds: 1 }, heard),
      ...(said.length === 0 && characters.length <= FEW_CHARACTERS ? ask({ chars: 0.5 }, characters) : []),
      ...ask({ pinyin: 2 }, latin.filter((run) => run.length > 2), { prefix: true }),
      ...ask({ initials: 2 }, latin.filter((run) => run.length > 1).map((run) => run.slice(0, LONGEST_INITIALS)), { prefix: true }),
      ...ask({ english: 2 }, latin, { prefix: (term: string) => term.length > 2, fuzzy: (term: string) => (term.length > 3 && term.length <= LONGEST_WORD ? 0.25 : false), maxFuzzy: 2 }),
    ],
  }
  return { query, isMeant: (terms) => terms.some((term) => !isPair(term)) || terms.length >= (heard.length + strange) * ENOUGH_PAIRS }
}
