import type { Clock } from '../clock'
import { perform, type Act } from './acts'
import type { Dossier } from './dossier'
import { createJournal } from './journal'
import { receiptSecret } from './receipts'

/** Which case an act is about: by its number, or the first of a holder's for an item. */
export type Which = { readonly caseNo: string } | { readonly holder: string; readonly item: string }

/**
 * A department's files: its cases, and what happened to them.
 * @param system by which receipts' secrets differ
 */
export const createDossiers = (system: string, clock: Clock, demo: readonly Dossier[]) => {
  const dossiers = new Map(demo.map((one) => [one.caseNo, one]))
  const journal = createJournal()
  const select = (fits: (one: Dossier) => boolean): readonly Dossier[] => [...dossiers.values()].filter(fits)
  const pick = (which: Which): Dossier | undefined =>
    ('caseNo' in which ? dossiers.get(which.caseNo) : select(({ holder, item }) => holder.name === which.holder && item.name === which.item)[0])

  return {
    journal,
    ofPerson: (name: string, idNumber: string) => select(({ holder }) => holder.kind === 'person' && holder.name === name && holder.idNumber === idNumber),
    ofEnterprise: (creditCode: string, agent: string) =>
      select(({ holder }) => holder.kind === 'enterprise' && holder.creditCode === creditCode && holder.agents.includes(agent)),
    byName: (caseNo: string, name: string) => select((one) => one.caseNo === caseNo && one.holder.name === name),
    /** The receipt of a joint case is printed by the one-window system: its secret is not known here. */
    bySecret: (caseNo: string, secret: string) => select((one) => one.caseNo === caseNo && !one.isPart && receiptSecret(system, caseNo) === secret),
    /** Gives the case as it is afterwards. */
    act: (which: Which, what: Act): Dossier | 'unknown' | 'not now' => {
      const one = pick(which)
      if (!one) return 'unknown'
      const acted = perform(one, what, clock())
      if (!acted) return 'not now'
      dossiers.set(one.caseNo, acted.dossier)
      journal.add(one.caseNo, acted.kind, clock())
      return acted.dossier
    },
  }
}
export type Dossiers = ReturnType<typeof createDossiers>
