import type { CatalogueItem, CatalogueSource } from '../../capabilities/catalogue/port'
import type { Clock } from '../../platform/clock'
import type { System } from '../systems'
import type { Outcome, Upstream } from '../upstream'
import { readItem } from './reading'
import { REBUILT, wireAnswer, type WireAnswer, type WireItem, type WirePage } from './wire'

const A_PAGE = 100
/** A hundred thousand items: a directory that says it has more is broken. */
const MOST_PAGES = 1_000
/** The directory may be changed while we read it; then we begin again. */
const READINGS = 3

type Reading = { readonly kind: 'read'; readonly version: number; readonly items: readonly WireItem[] } | { readonly kind: 'rebuilt' | 'moved' | 'unavailable' | 'unreadable' }
type Page = { readonly kind: 'page'; readonly page: WirePage } | { readonly kind: 'rebuilt' | 'unavailable' | 'unreadable' }

/** The city's item directory (事项目录). Asks for what changed, page by page; a part that cannot be read spoils the whole. */
export const createCatalogue = (upstream: Upstream, { url, key }: Pick<System, 'url' | 'key'>, clock: Clock): CatalogueSource => {
  const askPage = async (since: number, page: number): Promise<Page> => pageOf(await upstream.call({
    name: 'changes', method: 'GET', url: `${url}/api/changes`, repeatable: true, answer: wireAnswer, headers: { 'X-App-Key': key },
    query: { BBH: String(since), DQY: String(page), MYTS: String(A_PAGE) },
  }), page)

  const readAll = async (since: number): Promise<Reading> => {
    const items: WireItem[] = []
    let first: WirePage | undefined
    for (let number = 1; number <= (first?.YS ?? 1); number += 1) {
      const answer = await askPage(since, number)
      if (answer.kind !== 'page') return answer
      const { page } = answer
      first ??= page
      if (page.YS > MOST_PAGES) return { kind: 'unreadable' }
      if (page.BBH !== first.BBH || page.ZS !== first.ZS || page.YS !== first.YS) return { kind: 'moved' }
      items.push(...page.LB)
    }
    const distinct = new Set(items.map(({ SSBM }) => SSBM)).size
    if (!first || distinct !== items.length || items.length !== first.ZS) return { kind: 'unreadable' }
    // Later than it says of itself, or not asked for.
    return items.some(({ BBH }) => BBH > (first?.BBH ?? 0) || BBH <= since) ? { kind: 'unreadable' } : { kind: 'read', version: first.BBH, items }
  }

  return {
    changesSince: async (version) => {
      let since = version
      for (let reading = 0; reading < READINGS; reading += 1) {
        const asOf = clock()
        const found = await readAll(since)
        if (found.kind === 'moved') continue
        if (found.kind === 'rebuilt') {
          if (since === 0) return { kind: 'unreadable' }
          since = 0
          continue
        }
        if (found.kind !== 'read') return { kind: found.kind }
        const items = found.items.map(readItem)
        return items.every((item): item is CatalogueItem => item !== null) ? { kind: 'answered', value: { version: found.version, asOf, whole: since === 0, items } } : { kind: 'unreadable' }
      }
      return { kind: 'unavailable' }
    },
  }
}

const pageOf = (outcome: Outcome<WireAnswer>, number: number): Page => {
  if (outcome.kind === 'unreadable') return { kind: 'unreadable' }
  if (outcome.kind !== 'answered') return { kind: 'unavailable' }
  const { code, data } = outcome.value
  if (data === null) return { kind: code === REBUILT ? 'rebuilt' : 'unavailable' }
  return data.DQY === number ? { kind: 'page', page: data } : { kind: 'unreadable' }
}
