import type { Clock } from '../clock'
import { accepted, createFiling, granted, holderOf } from '../dossiers/demo'
import type { Dossier } from '../dossiers/dossier'
import { receiptSecret } from '../dossiers/receipts'
import { createDossiers } from '../dossiers/state'
import { caseItems } from '../world/items'
import { jointCases } from '../world/joint'

const SYSTEM = 'socialsecurity'

/** What a receipt of this office's carries beside the case's number. */
export const socialSecuritySecret = (caseNo: string): string => receiptSecret(SYSTEM, caseNo)

const demo = (now: number): readonly Dossier[] => {
  const { own, part } = createFiling(now)
  return [
    own(holderOf(1), caseItems.insuranceTransfer, 7, [accepted(6)]),
    // Promised within 15 working days.
    own(holderOf(2), caseItems.pension, 40, [accepted(40)]),
    own(holderOf(6), caseItems.abilityRecheck, 20, [accepted(19), [8, { act: 'stop', procedure: 'experts', note: '医疗卫生专家组复查鉴定' }]]),
    part(holderOf(1), jointCases(now).publicHousing.caseNo, { name: '公租房申请社会保险核查', promisedDays: 5, statutoryDays: 10 }, 12, [accepted(12), granted(9)]),
  ]
}

/** The social security office's files. */
export const createSocialSecurityState = (clock: Clock) => createDossiers(SYSTEM, clock, demo(clock()))
export type SocialSecurityState = ReturnType<typeof createSocialSecurityState>
