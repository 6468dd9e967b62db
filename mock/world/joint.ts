import { caseItems } from './items'
import { demoEnterprises, demoPeople } from './people'

const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** `yyyyMMdd` in China, so many natural days before an instant (below zero: after). */
export const dayBefore = (now: number, days: number): string =>
  new Date(now - days * DAY_MS + OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '')

/**
 * Cases that several departments handle jointly: the one-window system leads them, and departments' own systems hold their
 * parts under the same number. Their days lie before the instant at which the demo city was begun.
 */
export const jointCases = (now: number) => ({
  /** Of a person: the social security office has checked, the housing office examines. */
  publicHousing: { caseNo: `${caseItems.publicHousing.code}${dayBefore(now, 12)}0001`, filedOn: dayBefore(now, 12), applicant: demoPeople[0] },
  /** Of an enterprise: all have agreed but the housing office, which is late. */
  foodLicence: { caseNo: `${caseItems.foodLicence.code}${dayBefore(now, 40)}0001`, filedOn: dayBefore(now, 40), applicant: demoEnterprises[0] },
}) as const
