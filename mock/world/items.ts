import { departments, type DepartmentId } from './departments'

export interface DemoItem {
  /** 实施编码, 31 characters: the department's credit code, level 3 (city), the basic code. */
  readonly code: string
  readonly name: string
  readonly department: DepartmentId
  /** Working days; 0: done on the spot (即办件). */
  readonly promisedDays: number
  readonly statutoryDays: number
}

const item = (department: DepartmentId, basic: string, name: string, promisedDays: number, statutoryDays: number): DemoItem =>
  ({ code: `${departments[department].creditCode}3${basic}`, name, department, promisedDays, statutoryDays })

/** Items with cases in the demo. The catalogue holds these and many more. */
export const caseItems = {
  abilityRecheck: item('socialsecurity', '442014001000', '劳动能力复查鉴定申请', 40, 60),
  pension: item('socialsecurity', '442014002000', '养老金申领', 15, 30),
  insuranceTransfer: item('socialsecurity', '442014003000', '社保关系转移接续', 20, 45),
  publicHousing: item('housing', '442017001000', '公租房申请', 30, 60),
  rentSubsidy: item('housing', '442017002000', '住房租赁补贴申请', 20, 40),
  roadPermit: item('transport', '442018001000', '道路运输证核发', 5, 20),
  driverQualification: item('transport', '442018002000', '道路运输从业资格证', 5, 20),
  residencePermit: item('police', '442009001000', '居住证办理', 10, 15),
  moveIn: item('police', '442009002000', '户口迁入', 10, 20),
  company: item('market', '442031001000', '企业设立登记', 1, 15),
  foodLicence: item('market', '442031002000', '食品经营许可', 8, 20),
  property: item('land', '442015001000', '不动产转移登记（二手房）', 5, 30),
  fundRent: item('fund', '442020001000', '公积金提取（租房）', 0, 3),
} as const satisfies Record<string, DemoItem>
export type CaseItemId = keyof typeof caseItems
