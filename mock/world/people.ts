const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
/** GB 11643 check characters of the twelve, in order. */
const CHECKS = ['6', '4', '2', '0', '9', '7', '5', '3', '1', '4', '2', '0']

export interface DemoPerson {
  /** By which the unified identity knows them. */
  readonly sub: string
  readonly name: string
  readonly english: string
  /** Of region 99, born 1900-01-01: nobody's. */
  readonly idNumber: string
}

/** The people one may be in the demo, and who have cases. */
export const demoPeople: readonly DemoPerson[] = DIGITS.map((digit, index) => ({
  sub: `demo-citizen-${String(index + 1).padStart(2, '0')}`, name: `演示用户${digit}`, english: `Demo citizen ${index + 1}`,
  idNumber: `99000019000101${String(index + 1).padStart(3, '0')}${CHECKS[index] ?? ''}`,
}))

export type DemoGrant = 'book' | 'cases'

/** Whom an enterprise authorised at the unified identity, for what, and for how many days from the start of the demo city. */
export interface DemoAuthorisation { readonly agent: string; readonly grants: readonly DemoGrant[]; readonly days: number }

/** Enterprises that are nobody's; the first person handles cases for the first, the second for both. */
export const demoEnterprises = [
  {
    creditCode: '91990000DEM000001T', name: '演示科技有限公司', agents: ['990000190001010016', '990000190001010024'],
    // The second may book visits for it and see nothing of its cases.
    authorised: [{ agent: '990000190001010016', grants: ['book', 'cases'], days: 180 }, { agent: '990000190001010024', grants: ['book'], days: 90 }],
  },
  {
    creditCode: '91990000DEM000002X', name: '演示餐饮有限公司', agents: ['990000190001010024'],
    authorised: [{ agent: '990000190001010024', grants: ['book', 'cases'], days: 180 }],
  },
] as const satisfies readonly {
  readonly creditCode: string; readonly name: string; readonly agents: readonly string[]; readonly authorised: readonly DemoAuthorisation[]
}[]
