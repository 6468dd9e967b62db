import { caseItems } from '../../world/items'
import { entry, ofCase, places, type CatalogueEntry } from '../entry'

export const socialSecurityItems: readonly CatalogueEntry[] = [
  entry('socialsecurity', 4, '442014004000', '社保参保登记', {
    days: [0, 10], type: '07', who: ['1', '2'], ways: '2', visits: 0, place: places.hall,
    about: '灵活就业人员和单位职工参保',
    conditions: ['在本市就业的职工，或者灵活就业人员'],
    materials: ['identityCard', 'householdRegister', 'bankCard'],
  }),
  ofCase(caseItems.insuranceTransfer, {
    type: '07', who: ['1'], ways: '2', visits: 0, place: places.hall,
    about: '跨市、跨省转移社保关系',
    conditions: ['已在本市参保缴费'],
    materials: ['identityCard', 'formerPayments'],
  }),
  entry('socialsecurity', 4, '442014005000', '参保缴费证明打印', {
    days: [0, 1], type: '20', who: ['1'], ways: '2', visits: 0, place: places.hall,
    about: '打印个人参保缴费证明',
    conditions: ['曾在本市参保'],
    materials: ['identityCard'],
  }),
  ofCase(caseItems.pension, {
    type: '05', who: ['1'], ways: '2', visits: 1, place: places.hall,
    about: '达到退休年龄申领养老金',
    conditions: ['达到法定退休年龄', '累计缴费达到规定年限'],
    materials: ['identityCard', 'householdRegister', 'bankCard', 'employmentFile'],
  }),
  entry('socialsecurity', 5, '442014006000', '居民医保参保', {
    days: [0, 5], type: '07', who: ['1'], ways: '2', visits: 0, place: places.town,
    about: '城乡居民基本医疗保险参保',
    conditions: ['本市户籍居民，或者持居住证的非本市户籍人员及其子女'],
    materials: ['identityCard', 'householdRegister'],
  }),
  entry('socialsecurity', 4, '442014007000', '医疗费用零星报销', {
    days: [20, 30], type: '05', who: ['1'], ways: '1', visits: 1, place: places.district,
    about: '未能联网结算的医疗费用报销',
    conditions: ['就医时未能直接结算'],
    materials: ['identityCard', 'bankCard', 'medicalInvoices', 'medicalBill', 'dischargeSummary'],
  }),
  entry('socialsecurity', 4, '442014008000', '异地就医备案', {
    days: [0, 1], type: '20', who: ['1'], ways: '2', visits: 0, place: places.district,
    about: '到外地就医前备案，直接结算',
    conditions: ['参加本市基本医疗保险'],
    materials: ['identityCard'],
  }),
  entry('socialsecurity', 4, '442014009000', '生育津贴申领', {
    days: [10, 20], type: '05', who: ['1'], ways: '2', visits: 0, place: places.district,
    about: '职工生育后申领津贴',
    conditions: ['生育时单位已为其缴纳生育保险'],
    materials: ['identityCard', 'childBirth', 'bankCard', 'dischargeSummary'],
  }),
  entry('socialsecurity', 4, '442014010000', '失业保险金申领', {
    days: [5, 10], type: '05', who: ['1'], ways: '2', visits: 0, place: places.district,
    about: '失业后按月领取保险金',
    conditions: ['非因本人意愿中断就业', '已缴纳失业保险费满一年'],
    materials: ['identityCard', 'bankCard', 'endOfJob'],
  }),
  entry('socialsecurity', 4, '442014011000', '社会保障卡申领', {
    days: [3, 15], type: '20', who: ['1'], ways: '2', visits: 1, place: places.district,
    about: '申领、补领、换领社会保障卡',
    conditions: ['在本市参保或者领取待遇'],
    materials: ['identityCard', 'photo', 'formerCard'],
  }),
  ofCase(caseItems.abilityRecheck, {
    type: '07', who: ['1', '2'], ways: '2', visits: 1, place: places.city,
    about: '伤残情况发生变化，申请复查鉴定（法定60个工作日，承诺40个工作日）',
    conditions: ['劳动能力鉴定结论作出满一年', '伤残情况发生变化'],
    materials: ['identityCard', 'applicationForm', 'formerAssessment', 'diagnosis'],
  }),
  entry('socialsecurity', 4, '442014012000', '工伤认定申请', {
    days: [30, 60], type: '07', who: ['1', '2'], ways: '2', visits: 1, place: places.district,
    about: '在工作中受伤申请认定',
    conditions: ['事故发生之日起一年内（单位三十日内）'],
    materials: ['identityCard', 'employmentContract', 'diagnosis', 'accident'],
  }),
  entry('socialsecurity', 4, '442014013000', '创业担保贷款申请', {
    days: [15, 20], type: '20', who: ['1', '2'], ways: '2', visits: 1, place: places.district,
    about: '自主创业人员申请贴息贷款',
    conditions: ['在本市创业并登记'],
    materials: ['identityCard', 'businessLicence', 'businessPlan', 'bankCard'],
  }),
  entry('socialsecurity', 5, '442014014000', '高校毕业生就业补贴申请', {
    days: [10, 20], type: '05', who: ['1'], ways: '2', visits: 0, place: places.town,
    about: '毕业生到基层就业补贴',
    conditions: ['毕业两年内', '在基层单位就业满半年'],
    materials: ['identityCard', 'diploma', 'employmentContract', 'bankCard'],
  }),
]
