import type { DemoItem } from '../world/items'
import { dayBefore } from '../world/joint'
import { demoEnterprises, demoPeople } from '../world/people'
import { perform, type Act } from './acts'
import type { Dossier, Holder } from './dossier'

export type Dated = readonly [daysAgo: number, what: Act]
/** The simplest acts, as they stand in the demo. */
export const accepted = (daysAgo: number): Dated => [daysAgo, { act: 'accept', note: '材料齐全，予以受理' }]
export const granted = (daysAgo: number): Dated => [daysAgo, { act: 'grant', note: '' }]
export const delivered = (daysAgo: number): Dated => [daysAgo, { act: 'deliver', note: '' }]

export const holderOf = (person: number): Holder => {
  const found = demoPeople[person - 1]
  if (!found) throw new Error(`there is no demo person ${person}`)
  return { kind: 'person', name: found.name, idNumber: found.idNumber }
}

/** The first demo enterprise, with those of its agents who handle the case. */
export const enterprise = (agents: readonly string[] = demoEnterprises[0].agents): Holder =>
  ({ kind: 'enterprise', name: demoEnterprises[0].name, creditCode: demoEnterprises[0].creditCode, agents })

/**
 * Opens dossiers as of an instant, so many natural days ago. Acts happen at mid-morning of days that are over.
 * @param now the instant at which the demo city was begun
 */
export const createFiling = (now: number) => {
  const morning = (daysAgo: number): number => {
    const day = dayBefore(now, daysAgo)
    return Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T10:20:00+08:00`)
  }
  const filed = (caseNo: string, item: Dossier['item'], holder: Holder, isPart: boolean, daysAgo: number, acts: readonly Dated[]): Dossier => {
    const start: Dossier = {
      caseNo, item, holder, isPart, standing: 'applied', acceptedAt: null, done: [{ step: 'apply', at: morning(daysAgo), note: '已提交申请' }], stops: [], asked: null, decision: null,
    }
    return acts.reduce((one, [ago, what]) => {
      const acted = perform(one, what, morning(ago))
      if (!acted) throw new Error(`${caseNo}: ${what.act} cannot be done`)
      return acted.dossier
    }, start)
  }
  return {
    own: (holder: Holder, item: DemoItem, daysAgo: number, acts: readonly Dated[], serial = 1): Dossier =>
      filed(`${item.code}${dayBefore(now, daysAgo)}${String(serial).padStart(4, '0')}`, item, holder, false, daysAgo, acts),
    /** The department's part of a case that is led elsewhere, with limits of its own. */
    part: (holder: Holder, caseNo: string, item: Dossier['item'], daysAgo: number, acts: readonly Dated[]): Dossier => filed(caseNo, item, holder, true, daysAgo, acts),
  }
}
