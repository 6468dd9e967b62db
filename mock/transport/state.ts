import type { Clock } from '../clock'
import { accepted, createFiling, delivered, enterprise, granted, holderOf } from '../dossiers/demo'
import type { Dossier } from '../dossiers/dossier'
import { receiptSecret } from '../dossiers/receipts'
import { createDossiers } from '../dossiers/state'
import { caseItems } from '../world/items'
import { demoEnterprises } from '../world/people'

const SYSTEM = 'transport'
/** One for each vehicle of a person who has many. */
const VEHICLES = 23

/** What a receipt of this office's carries beside the case's number. */
export const transportSecret = (caseNo: string): string => receiptSecret(SYSTEM, caseNo)

const demo = (now: number): readonly Dossier[] => {
  const { own } = createFiling(now)
  const over = (daysAgo: number) => [accepted(daysAgo), granted(daysAgo - 2), [daysAgo - 3, { act: 'issue', ways: ['window', 'post'] }], delivered(daysAgo - 4)] as const
  return [
    own(holderOf(1), caseItems.driverQualification, 30, over(30)),
    own(enterprise([demoEnterprises[0].agents[0]]), caseItems.roadPermit, 3, [accepted(2)], 101),
    ...Array.from({ length: VEHICLES }, (_, index) => own(holderOf(7), caseItems.roadPermit, 2 + index, index < 6 ? [accepted(1 + index)] : over(2 + index))),
  ]
}

/** The transport office's files. */
export const createTransportState = (clock: Clock) => createDossiers(SYSTEM, clock, demo(clock()))
export type TransportState = ReturnType<typeof createTransportState>
