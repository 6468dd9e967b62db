import type { OverLine, Overview } from '@shared/supervision'
import type { FigureStore, HallNow, Places } from './port'

/** Who asks more often is told the same. */
const FRESH_MS = 3_000
const MOST_OVER = 50

export interface WaitsParts {
  readonly figures: Pick<FigureStore, 'readNow'>
  readonly places: Pick<Places, 'nameOf' | 'pathOf'>
  readonly lineName: (hallId: string, lineId: string) => OverLine['lineName']
  readonly promisedMinutes: (hallId: string) => number
}
interface Sum { waiting: number; longestMinutes: number | null; silent: number; over: OverLine[] }
const nobody = (): Sum => ({ waiting: 0, longestMinutes: null, silent: 0, over: [] })

/** The waits of now, summed for every part of the city at once: a page then takes its own, however many halls there are. */
export class Waits {
  private latest: { readonly at: number; readonly sums: Promise<ReadonlyMap<string, Sum>> } | undefined
  constructor(private readonly parts: WaitsParts) {}

  async of(scope: string, now: number): Promise<Overview['waits']> {
    const hallScope = scope.startsWith('w.') ? `h.${scope.split('.')[1]}` : scope
    const sum = (await this.sums(now)).get(hallScope) ?? nobody()
    return { ...sum, promisedMinutes: this.parts.promisedMinutes(hallScope.slice(2)), over: sum.over.slice(0, MOST_OVER) }
  }

  private sums(now: number): Promise<ReadonlyMap<string, Sum>> {
    if (!this.latest || now - this.latest.at >= FRESH_MS || now < this.latest.at) {
      const sums = this.parts.figures.readNow().then((halls) => this.sumUp(halls))
      this.latest = { at: now, sums }
      sums.catch(() => { this.latest = undefined })
    }
    return this.latest.sums
  }

  private sumUp(halls: readonly HallNow[]): ReadonlyMap<string, Sum> {
    const { places, lineName } = this.parts
    const sums = new Map<string, Sum>()
    for (const { hallId, answered, lines } of halls) {
      const hallName = places.nameOf(`h.${hallId}`)
      // A hall that is no more.
      if (!hallName) continue
      const over = lines.flatMap(({ lineId, waiting, longestMinutes, overSince }) =>
        (overSince === null ? [] : [{ hallId, hallName, lineId, lineName: lineName(hallId, lineId), waiting, longestMinutes: longestMinutes ?? 0, since: overSince }]))
      const waiting = lines.reduce((total, line) => total + line.waiting, 0)
      const longest = Math.max(-1, ...lines.flatMap(({ longestMinutes }) => longestMinutes ?? []))
      for (const scope of places.pathOf(`h.${hallId}`)) {
        const sum = sums.get(scope) ?? nobody()
        sums.set(scope, sum)
        sum.waiting += waiting
        sum.silent += answered ? 0 : 1
        if (longest >= 0) sum.longestMinutes = Math.max(sum.longestMinutes ?? 0, longest)
        sum.over.push(...over)
      }
    }
    for (const { over } of sums.values()) over.sort((a, b) => b.longestMinutes - a.longestMinutes)
    return sums
  }
}
