import type { CityItem } from '@shared/catalogue'

/** As the contract has it: so many in one visit. */
export const MOST_ITEMS = 5

/** Ids by commas, as a page's address holds them; what is no id, or one too many, is left out. */
export const itemsOf = (param: string): string[] =>
  [...new Set(param.split(',').filter((id) => /^[a-z0-9-]{2,40}$/.test(id)))].slice(0, MOST_ITEMS)

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, '')

/** Items whose name or summary holds every typed word, in either language. */
export const findItems = (items: readonly CityItem[], typed: string): readonly CityItem[] => {
  const words = typed.split(/\s+/).map(folded).filter(Boolean)
  return items.filter(({ name, summary }) => {
    const text = folded([name.zh, name.en, summary.zh, summary.en].join('|'))
    return words.every((word) => text.includes(word))
  })
}

/** Those that hold the typed words, then those the city's search found by them, e.g. by everyday words or with a slip in it. */
export const foundItems = (items: readonly CityItem[], typed: string, ids: readonly string[]): readonly CityItem[] => {
  const held = findItems(items, typed)
  return [...held, ...chosenOf(items, ids).filter((item) => !held.includes(item))]
}

export const chosenOf = (items: readonly CityItem[], ids: readonly string[]): readonly CityItem[] => ids.flatMap((id) => items.find(({ itemId }) => itemId === id) ?? [])

/** The lengths of all that is done in one visit add up. */
export const minutesOf = (items: readonly CityItem[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0)

export type Material = CityItem['materials'][number]

/** Everything to bring, each once however many items ask for it. */
export const materialsOf = (items: readonly CityItem[]): readonly Material[] => {
  const all = items.flatMap(({ materials }) => materials)
  return all.filter(({ name }, index) => all.findIndex((other) => other.name.zh === name.zh) === index)
}
