import type { HeldPart, KeptByLaw } from '@shared/myData'
import type { DataHolder, Holder } from './port'

/** What is held about a citizen: shown, and erased, part by part. */
export class MyDataService {
  /** @param holders in the order in which they are erased: who the citizen is comes last, so that what was cut off can be asked for again */
  constructor(private readonly holders: readonly DataHolder[], private readonly clock: () => number) {}

  async show(accounts: readonly string[]): Promise<{ parts: HeldPart[]; keptByLaw: KeptByLaw[]; asOf: number }> {
    const now = this.clock()
    const parts = await Promise.all(this.holders.map(async ({ part, title, held }) => ({ part, title, records: [...await held(accounts, now)] })))
    return { parts, keptByLaw: this.keptByLaw(now), asOf: now }
  }

  async erase(holder: Holder): Promise<{ keptByLaw: KeptByLaw[] }> {
    const now = this.clock()
    for (const { erase } of this.holders) await erase(holder, now)
    return { keptByLaw: this.keptByLaw(now) }
  }

  private keptByLaw(now: number): KeptByLaw[] {
    return this.holders.flatMap(({ keeps }) => keeps?.(now) ?? [])
  }
}
