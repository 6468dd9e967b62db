import { departments, type DepartmentId } from '../world/departments'
import type { DemoItem } from '../world/items'
import { materials, type MaterialId } from './materials'
import type { CatalogueRecord, Level } from './record'

/** A record but for what its versions say. */
export type CatalogueEntry = Omit<CatalogueRecord, 'ZT' | 'BBH' | 'BGLX' | 'BGSJ' | 'YSSBM' | 'TDSX' | 'LSBB'>

/** 办理地点, as the guides of such cities word them. */
export const places = {
  hall: '市、区政务服务中心',
  district: '各区政务服务中心',
  town: '户籍地或居住地镇街党群服务中心',
  village: '居住地社区（村）服务站',
  police: '户籍派出所或政务服务中心户政窗口',
  traffic: '车管所及政务服务中心交管窗口',
  city: '市政务服务中心',
  land: '不动产登记中心及政务服务中心不动产窗口',
  fund: '公积金管理部及政务服务中心公积金窗口',
  net: '全程网上办理，不设窗口',
} as const

interface Facts {
  /** 事项类型: 01 行政许可, 05 行政给付, 07 行政确认, 20 公共服务. */
  readonly type: string
  /** 服务对象: 1 自然人, 2 法人. */
  readonly who: readonly ('1' | '2')[]
  /** 行使方式: 1 窗口, 2 窗口和网上, 3 网上. */
  readonly ways: '1' | '2' | '3'
  /** 到现场次数. */
  readonly visits: number
  readonly place: string
  /** 收费标准; free when left out. */
  readonly fee?: string
  readonly about: string
  readonly conditions: readonly string[]
  readonly materials: readonly MaterialId[]
}

/** @param days 承诺时限 and 法定时限, working days; promised 0 is 即办件 */
export const entry = (
  department: DepartmentId, level: Level, basic: string, name: string, { days: [promised, statutory], ...facts }: Facts & { readonly days: readonly [number, number] },
): CatalogueEntry => ({
  SSBM: `${departments[department].creditCode}${level}${basic}`, SXMC: name, SXMS: facts.about, SXLX: facts.type,
  YWBLX: [{ YWBLXBM: `${departments[department].creditCode}${level}${basic}01`, YWBLXMC: name }],
  SSZT: departments[department].name, SSZTDM: departments[department].creditCode, XSCJ: `${level}`, FWDX: facts.who.join(','),
  BJLX: promised === 0 ? '1' : '2', FDQX: statutory, FDQXDW: '工作日', CNQX: promised, CNQXDW: '工作日',
  SLTJ: [...facts.conditions], SQCL: facts.materials.map((id) => materials[id]),
  SFSF: facts.fee === undefined ? '0' : '1', SFBZ: facts.fee ?? '', BLDD: facts.place, XZFS: facts.ways, DXCCS: facts.visits,
})

/** The same for an item that has cases in the demo: its code, its name and its limits are those of the demo city. */
export const ofCase = ({ code, name, department, promisedDays, statutoryDays }: DemoItem, facts: Facts): CatalogueEntry =>
  entry(department, 3, code.slice(19), name, { ...facts, days: [promisedDays, statutoryDays] })
