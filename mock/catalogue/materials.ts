import { departments, type DepartmentId } from '../world/departments'

/** 材料形式: 1 原件, 2 复印件, 3 原件和复印件, 4 电子. */
export type MaterialForm = '1' | '2' | '3' | '4'

export interface Material {
  readonly CLMC: string
  readonly CLXS: MaterialForm
  /** 份数: how many copies are kept. */
  readonly FYSL: number
  /** 持有部门: which office holds it already; empty when the applicant brings it. */
  readonly CYBM: string
}

const own = (CLMC: string, CLXS: MaterialForm, FYSL: number): Material => ({ CLMC, CLXS, FYSL, CYBM: '' })
const held = (CLMC: string, by: DepartmentId): Material => ({ CLMC, CLXS: '4', FYSL: 0, CYBM: departments[by].name })

/** What items ask for, each once. */
export const materials = {
  identityCard: own('居民身份证', '1', 0),
  photo: own('近期免冠照片', '1', 1),
  residenceRecord: held('居住登记信息', 'police'),
  lease: own('租赁合同', '3', 1),
  residencePermit: own('居住证', '1', 0),
  residencePermitHeld: held('居住证', 'police'),
  householdRegister: held('户口簿', 'police'),
  marriageCertificate: held('结婚证（已婚的）', 'onewindow'),
  incomeStatement: own('家庭收入和资产声明', '1', 1),
  homesOwned: held('名下房产信息', 'land'),
  householdChanges: own('家庭情况变化说明', '1', 1),
  bankCard: own('本人银行卡', '3', 1),
  childBirth: held('儿童出生医学证明', 'onewindow'),
  vaccinationRecord: own('预防接种证', '1', 0),
  insuranceRecord: held('社保缴费记录', 'socialsecurity'),
  papersIfAny: own('与事情有关的材料（如有）', '2', 1),
  formerPayments: held('原参保地缴费凭证', 'socialsecurity'),
  employmentFile: held('职工档案', 'socialsecurity'),
  medicalInvoices: own('医疗费用发票', '1', 1),
  medicalBill: own('费用明细清单', '1', 1),
  dischargeSummary: own('出院小结或病历', '2', 1),
  applicationForm: own('申请表（窗口可打印）', '1', 1),
  formerAssessment: held('原鉴定结论书', 'socialsecurity'),
  diagnosis: own('近期诊断材料', '3', 1),
  propertyCertificate: held('不动产权证书', 'land'),
  saleContract: own('买卖合同', '3', 1),
  taxCertificate: held('完税证明', 'land'),
  purchaseContract: own('商品房买卖合同', '3', 1),
  homeInvoice: own('购房发票', '3', 1),
  loanContracts: own('主债权合同和抵押合同', '3', 1),
  purchasePapers: own('购房合同和发票', '3', 1),
  noHome: held('无房证明', 'land'),
  retirement: held('退休证明', 'socialsecurity'),
  formerAccount: held('原缴存地账户信息', 'fund'),
  movePermit: held('准迁证明或入户卡', 'police'),
  birthCertificate: held('出生医学证明', 'onewindow'),
  proofOfChange: own('变更事项的证明材料', '3', 1),
  articles: own('公司章程', '1', 1),
  premisesProof: own('住所使用证明', '2', 1),
  businessLicence: held('营业执照', 'market'),
  resolution: own('变更决议', '1', 1),
  floorPlan: own('经营场所平面图', '2', 1),
  healthCertificate: held('健康证明', 'onewindow'),
  vehicleLicence: held('机动车行驶证', 'police'),
  vehicleInspection: own('车辆技术评定材料', '3', 1),
  transportPermit: own('道路运输证', '1', 0),
  drivingLicence: held('机动车驾驶证', 'police'),
  medicalCheck: own('驾驶人身体条件证明', '1', 1),
  formerPassport: own('原出入境证件（如有）', '1', 0),
  employmentContract: own('劳动合同', '2', 1),
  formerCard: own('原社会保障卡（如有）', '1', 0),
  endOfJob: held('终止劳动关系证明', 'socialsecurity'),
  businessPlan: own('创业经营情况说明', '1', 1),
  diploma: held('学历学位证书', 'education'),
  accident: own('受伤经过说明', '1', 1),
  homeLoan: own('个人住房贷款合同', '3', 1),
  liftDesign: own('加装电梯设计方案', '2', 2),
  ownersConsent: own('相关业主同意书', '1', 1),
  inheritance: own('继承材料（遗嘱、公证书或亲属关系证明）', '3', 1),
  death: held('死亡证明', 'police'),
  liquidation: own('清算报告（简易注销免交）', '1', 1),
  vehicleOrigin: own('机动车来历证明', '1', 1),
  motorInsurance: held('机动车交强险凭证', 'police'),
  firePlan: own('消防安全制度和灭火预案', '2', 1),
  signPicture: own('招牌效果图', '2', 1),
  schoolRecord: held('学籍信息', 'education'),
  transferRequest: own('转学申请', '1', 1),
  disabilityCertificate: held('残疾人证', 'onewindow'),
  disabilityAssessment: own('残疾评定表', '1', 1),
  mandarinTest: held('普通话水平测试等级证书', 'education'),
  drivingRecord: held('驾驶员安全驾驶记录', 'police'),
  equipmentCertificate: own('设备合格证明', '2', 1),
} as const satisfies Record<string, Material>
export type MaterialId = keyof typeof materials
