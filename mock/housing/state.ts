import type { Clock } from '../clock'
import { accepted, createFiling, enterprise, granted, holderOf } from '../dossiers/demo'
import type { Dossier } from '../dossiers/dossier'
import { receiptSecret } from '../dossiers/receipts'
import { createDossiers } from '../dossiers/state'
import { caseItems } from '../world/items'
import { jointCases } from '../world/joint'

const SYSTEM = 'housing'
const DAY_MS = 86_400_000

/** What a receipt of this office's carries beside the case's number. */
export const housingSecret = (caseNo: string): string => receiptSecret(SYSTEM, caseNo)

const demo = (now: number): readonly Dossier[] => {
  const { own, part } = createFiling(now)
  const { publicHousing, foodLicence } = jointCases(now)
  return [
    own(holderOf(1), caseItems.rentSubsidy, 25, [accepted(24), granted(5), [3, { act: 'issue', ways: ['window', 'electronic'] }]]),
    own(holderOf(3), caseItems.publicHousing, 6, [accepted(5), [3, {
      act: 'supplement', until: now + 5 * DAY_MS, things: [{ name: '家庭收入证明', note: '近十二个月，原件一份' }, { name: '现住房租赁合同', note: '复印件一份' }],
    }]]),
    part(holderOf(1), publicHousing.caseNo, { name: '公租房申请住房核查', promisedDays: 15, statutoryDays: 30 }, 9, [accepted(9)]),
    // Promised within 5 working days.
    part(enterprise(), foodLicence.caseNo, { name: '食品经营许可房屋使用安全核查', promisedDays: 5, statutoryDays: 20 }, 38, [accepted(38), [30, { act: 'note', note: '正在核查房屋使用安全' }]]),
  ]
}

/** The housing office's files. */
export const createHousingState = (clock: Clock) => createDossiers(SYSTEM, clock, demo(clock()))
