import { Round } from '../../round'
import type { CatalogueItem, CatalogueSource, Changes, Edition, EditionStore } from './port'

export interface FollowerParts {
  readonly source: CatalogueSource
  readonly store: EditionStore
  readonly adopt: (edition: Edition) => Promise<void>
  readonly everyMs: number
}

/** The items after the changes; the very same list when nothing changed. */
const changed = (before: Edition | null, { whole, items }: Changes): CatalogueItem[] => {
  if (!whole && before && items.length === 0) return before.items
  const after = new Map((whole ? [] : before?.items ?? []).map((item) => [item.code, item]))
  for (const item of items) {
    for (const code of item.formerCodes) after.delete(code)
    after.set(item.code, item)
  }
  return [...after.values()]
}

/**
 * Follows the city's catalogue from version to version, without a restart. What cannot be read changes nothing; the last good
 * edition is shared by all processes and outlives them. Every process follows by itself.
 */
export class Follower extends Round<boolean> {
  private edition: Edition | null = null
  constructor(private readonly parts: FollowerParts, private readonly report: (problem: string) => void) {
    super({ everyMs: parts.everyMs, idle: false, failed: (error) => report(String(error)), atOnce: true })
  }

  /** Gives whether the catalogue answered. */
  protected async round(): Promise<boolean> {
    if (!this.edition) await this.adoptKept()
    const answer = await this.parts.source.changesSince(this.edition?.version ?? 0)
    if (answer.kind !== 'answered') {
      this.report(`the catalogue is ${answer.kind}`)
      await this.adoptKept()
      return false
    }
    const { version, asOf } = answer.value
    await this.adopt({ version, asOf, items: changed(this.edition, answer.value) })
    await this.kept((store) => store.keep(this.edition as Edition))
    return true
  }

  /** Another process may have heard what we did not. */
  private async adoptKept(): Promise<void> {
    const kept = await this.kept((store) => store.read())
    if (kept && kept.asOf > (this.edition?.asOf ?? 0)) await this.adopt(kept)
  }

  private async adopt(edition: Edition): Promise<void> {
    await this.parts.adopt(edition)
    this.edition = edition
  }

  /** Without the store we go on by ourselves. */
  private async kept<T>(act: (store: EditionStore) => Promise<T>): Promise<T | null> {
    try {
      return await act(this.parts.store)
    } catch (error) {
      this.report(String(error))
      return null
    }
  }
}
