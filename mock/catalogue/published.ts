import { departments } from '../world/departments'
import { caseItems } from '../world/items'
import { entry, places, type CatalogueEntry } from './entry'
import { businessItems } from './items/business'
import { communityItems } from './items/community'
import { housingItems } from './items/housing'
import { policeItems } from './items/police'
import { socialSecurityItems } from './items/socialSecurity'
import type { CatalogueRecord } from './record'

const FIRST = { BBH: 1, BGLX: '1', BGSJ: '2025-01-02 09:00:00', BGSM: '目录首次发布' } as const
const HANDED = { BBH: 2, BGLX: '3', BGSJ: '2025-07-01 09:00:00', BGSM: '市级行使权限下放至区' } as const
const ENDED = { BBH: 3, BGLX: '4', BGSJ: '2025-09-01 09:00:00' } as const
const CHANGED = { BBH: 4, BGLX: '2', BGSJ: '2025-12-01 09:00:00', BGSM: '压缩承诺办理时限' } as const

const inUse = (one: CatalogueEntry): CatalogueRecord => ({ ...one, ZT: '1', ...stamp(FIRST), YSSBM: [], TDSX: [], LSBB: [FIRST] })
const stamp = ({ BBH, BGLX, BGSJ }: Pick<CatalogueRecord, 'BBH' | 'BGLX' | 'BGSJ'>) => ({ BBH, BGLX, BGSJ })

const withdrawn = (one: CatalogueEntry, TDSX: readonly string[], BGSM: string): CatalogueRecord =>
  ({ ...inUse(one), ZT: '0', ...stamp(ENDED), TDSX, LSBB: [FIRST, { ...ENDED, BGSM }] })

/** What was withdrawn before the demo begins, and what replaced it. */
const withdrawnItems = (): CatalogueRecord[] => {
  const facts = { ways: '1', visits: 1, place: places.hall, conditions: [], materials: ['identityCard'] } as const
  return [
    withdrawn(entry('police', 3, '442009090000', '暂住证办理', { ...facts, days: [5, 15], type: '01', who: ['1'], about: '外来人员暂住证' }), [caseItems.residencePermit.code], '由居住证替代'),
    withdrawn(entry('market', 3, '442031090000', '企业名称预先核准', { ...facts, days: [1, 5], type: '01', who: ['2'], about: '设立企业前核准名称' }), [caseItems.company.code], '并入企业设立登记，名称自主申报'),
    withdrawn(entry('onewindow', 5, '442099090000', '流动人口婚育证明', { ...facts, days: [1, 5], type: '20', who: ['1'], about: '外出务工人员婚育证明' }), [], '证明事项清理，不再需要'),
  ]
}

/** Handed down from the city to the districts in the second version. */
const HANDED_DOWN = ['442009003000', '442014005000', '442017003000', '442018003000']
/** Made faster in the fourth. */
const FASTER = ['442009001000', '442031001000', '442005001000']

const basicOf = ({ SSBM }: CatalogueEntry): string => SSBM.slice(19)
const then = (record: CatalogueRecord, change: CatalogueRecord['LSBB'][number]): CatalogueRecord => ({ ...record, ...stamp(change), LSBB: [...record.LSBB, change] })

/** The directory as it stands when the simulator starts: its fourth version. */
export const published = (): CatalogueRecord[] => [
  ...[...policeItems, ...socialSecurityItems, ...housingItems, ...businessItems, ...communityItems].map((one) => {
    const record = inUse(one)
    if (HANDED_DOWN.includes(basicOf(one))) return then({ ...record, YSSBM: [`${one.SSZTDM}3${basicOf(one)}`] }, HANDED)
    return FASTER.includes(basicOf(one)) ? then(record, CHANGED) : record
  }),
  ...withdrawnItems(),
]

/** Every department there is, by its code: an item of another is none. */
export const departmentNames: ReadonlyMap<string, string> = new Map(Object.values(departments).map(({ creditCode, name }) => [creditCode, name]))
