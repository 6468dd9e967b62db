import type { Bulletin } from '@shared/bulletins'
import { Round } from '../../../round'
import type { BulletinStore } from '../port'
import { bulletinIdOf, duePeriods, kinds, type Kind, type Period } from './periods'

/** Of each kind so many past ones are made when they are missing: nobody may have been running at their hour. */
const BACK: Readonly<Record<Kind, number>> = { daily: 7, weekly: 4, monthly: 3 }

export interface BulletinRoundParts {
  readonly store: Pick<BulletinStore, 'keep' | 'has'>
  readonly make: (period: Period) => Promise<Bulletin | null>
  /** Counts what has happened up to now, so that nothing of the period is left out. */
  readonly settle: () => Promise<unknown>
  /** Of the day after the period, Asia/Shanghai. */
  readonly hour: number
  readonly clock: () => number
  readonly everyMs: number
}

/** Makes each bulletin once its hour has come. Every process may run it: the first one made is kept. */
export class BulletinRound extends Round {
  /** Periods in which nothing happened: they need not be looked at again. */
  private readonly empty = new Set<string>()
  constructor(private readonly parts: BulletinRoundParts, report: (error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: report })
  }

  /** Gives how many were made. */
  protected async round(): Promise<number> {
    const { store, make, settle, hour, clock } = this.parts
    const due = kinds.flatMap((kind) => duePeriods(kind, clock(), hour, BACK[kind])).filter((period) => !this.empty.has(bulletinIdOf(period)))
    const there = await store.has(due.map(bulletinIdOf))
    const missing = due.filter((_, i) => !there[i])
    if (missing.length > 0) await settle()
    let made = 0
    for (const period of missing) {
      const bulletin = await make(period)
      if (bulletin) await store.keep(bulletin)
      else this.empty.add(bulletinIdOf(period))
      made += bulletin ? 1 : 0
    }
    return made
  }
}
