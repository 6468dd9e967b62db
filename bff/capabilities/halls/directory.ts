import { chordSquared, distanceMetres, spherePoint, type SpherePoint } from '@shared/distance'
import type { Place } from '@shared/halls'
import { districts } from './city'
import type { Hall } from './schema'

export interface HallQuery {
  readonly text?: string | undefined
  readonly district?: string | undefined
  readonly level?: Hall['level'] | undefined
  readonly near?: Place | undefined
  /** How many halls of the answer were read already. */
  readonly cursor: number
  readonly limit: number
}
export interface FoundHall { readonly hall: Hall; readonly distanceMetres: number | null }
export interface HallPage { readonly halls: readonly FoundHall[]; /** The cursor of the next page; null after the last. */ readonly next: number | null }

interface Entry { readonly hall: Hall; readonly words: string; readonly point: SpherePoint }

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
const wordsOf = ({ name, district }: Hall): string => {
  const area = districts[district]?.name
  return folded([name.zh, name.en, area?.zh, area?.en].join('\n'))
}
const levels: readonly Hall['level'][] = ['city', 'district', 'town', 'community']
const byId = (a: Hall, b: Hall): number => (a.hallId < b.hallId ? -1 : 1)
const byLevel = (a: Hall, b: Hall): number => levels.indexOf(a.level) - levels.indexOf(b.level) || byId(a, b)

/** Every hall, in memory: halls are few and change only with a restart. */
export class HallDirectory {
  readonly #byId: ReadonlyMap<string, Hall>
  readonly #entries: readonly Entry[]

  constructor(readonly halls: readonly Hall[]) {
    this.#byId = new Map(halls.map((hall) => [hall.hallId, hall]))
    this.#entries = [...halls].sort(byLevel).map((hall) => ({ hall, words: wordsOf(hall), point: spherePoint(hall.place) }))
  }

  find(hallId: string): Hall | undefined {
    return this.#byId.get(hallId)
  }

  /** Nearest first when a place is given; equal ones, or without a place all, by level and then id: pages never repeat or miss a hall. */
  search({ text, district, level, near, cursor, limit }: HallQuery): HallPage {
    const words = folded(text ?? '').split(/\s+/).filter(Boolean)
    const found = this.#entries.filter(({ hall, words: own }) =>
      (!district || hall.district === district) && (!level || hall.level === level) && words.every((word) => own.includes(word)))
    const page = near ? nearest(found, near, cursor, limit) : found.slice(cursor, cursor + limit)
    return {
      halls: page.map(({ hall }) => ({ hall, distanceMetres: near ? Math.round(distanceMetres(near, hall.place)) : null })),
      next: cursor + limit < found.length ? cursor + limit : null,
    }
  }
}

/**
 * One page of the halls by distance. Numbers alone sort many times faster than halls with
 * a comparison, so they find between which distances the page lies, and only those halls are compared.
 */
const nearest = (entries: readonly Entry[], near: Place, cursor: number, limit: number): readonly Entry[] => {
  if (cursor >= entries.length) return []
  const from = spherePoint(near)
  const keys = new Float64Array(entries.length)
  entries.forEach(({ point }, i) => { keys[i] = chordSquared(from, point) })
  const sorted = keys.slice().sort()
  const low = sorted[cursor] as number
  const high = sorted[Math.min(cursor + limit, sorted.length) - 1] as number
  const candidates: { readonly entry: Entry; readonly key: number }[] = []
  entries.forEach((entry, i) => {
    const key = keys[i] as number
    if (key >= low && key <= high) candidates.push({ entry, key })
  })
  const skipped = cursor - sorted.indexOf(low)
  return candidates.sort((a, b) => a.key - b.key).slice(skipped, skipped + limit).map(({ entry }) => entry)
}
