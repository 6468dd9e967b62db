import { entry, places, type CatalogueEntry } from '../entry'

export const communityItems: readonly CatalogueEntry[] = [
  entry('education', 4, '442005001000', '小学入学报名审核', {
    days: [10, 30], type: '20', who: ['1'], ways: '2', visits: 1, place: places.district,
    about: '适龄儿童小学入学材料审核',
    conditions: ['入学当年八月三十一日前年满六周岁', '具有本区户籍或者符合入学政策'],
    materials: ['identityCard', 'householdRegister', 'childBirth', 'vaccinationRecord'],
  }),
  entry('education', 4, '442005002000', '积分入学申请', {
    days: [20, 40], type: '20', who: ['1'], ways: '2', visits: 1, place: places.district,
    about: '来穗人员随迁子女积分入学',
    conditions: ['父母持有效居住证满一年'],
    materials: ['identityCard', 'residencePermitHeld', 'insuranceRecord', 'householdRegister'],
  }),
  entry('education', 4, '442005003000', '中小学生转学', {
    days: [5, 10], type: '20', who: ['1'], ways: '2', visits: 1, place: places.district,
    about: '在本市学校间转学',
    conditions: ['因搬迁等原因需要转学', '转入学校有空余学位'],
    materials: ['householdRegister', 'schoolRecord', 'transferRequest'],
  }),
  entry('education', 4, '442005004000', '教师资格认定', {
    days: [20, 30], type: '01', who: ['1'], ways: '2', visits: 1, place: places.district,
    about: '幼儿园、中小学教师资格认定',
    conditions: ['学历和考试成绩符合要求', '身体健康'],
    materials: ['identityCard', 'diploma', 'mandarinTest', 'healthCertificate'],
  }),
  entry('education', 5, '442005005000', '家庭经济困难学生资助申请', {
    days: [15, 30], type: '05', who: ['1'], ways: '2', visits: 0, place: places.town,
    about: '困难家庭学生生活补助',
    conditions: ['家庭经济困难的在校学生'],
    materials: ['householdRegister', 'schoolRecord', 'bankCard'],
  }),
  entry('onewindow', 5, '442099001000', '老年人优待卡申领', {
    days: [5, 20], type: '20', who: ['1'], ways: '2', visits: 1, place: places.town,
    about: '年满六十周岁申领优待卡',
    conditions: ['年满六十周岁'],
    materials: ['identityCard', 'photo'],
  }),
  entry('onewindow', 6, '442099002000', '高龄老人津贴申领', {
    days: [10, 20], type: '05', who: ['1'], ways: '2', visits: 1, place: places.village,
    about: '七十岁以上老人每月津贴',
    conditions: ['本市户籍，年满七十周岁'],
    materials: ['identityCard', 'householdRegister', 'bankCard'],
  }),
  entry('onewindow', 5, '442099003000', '最低生活保障申请', {
    days: [20, 30], type: '05', who: ['1'], ways: '1', visits: 1, place: places.town,
    about: '困难家庭申请低保',
    conditions: ['家庭人均收入低于本市低保标准'],
    materials: ['identityCard', 'householdRegister', 'incomeStatement'],
  }),
  entry('onewindow', 5, '442099004000', '残疾人证办理', {
    days: [15, 30], type: '07', who: ['1'], ways: '1', visits: 1, place: places.town,
    about: '首次申领、换领、补领残疾人证',
    conditions: ['经指定机构评定残疾'],
    materials: ['identityCard', 'photo', 'disabilityAssessment'],
  }),
  entry('onewindow', 6, '442099005000', '残疾人两项补贴申请', {
    days: [10, 20], type: '05', who: ['1'], ways: '2', visits: 1, place: places.village,
    about: '生活补贴和护理补贴',
    conditions: ['持有效残疾人证'],
    materials: ['identityCard', 'householdRegister', 'bankCard', 'disabilityCertificate'],
  }),
  entry('onewindow', 6, '442099006000', '生育登记', {
    days: [0, 3], type: '20', who: ['1'], ways: '2', visits: 0, place: places.village,
    about: '怀孕后办理生育登记',
    conditions: ['夫妻一方户籍地或者居住地在本市'],
    materials: ['identityCard', 'marriageCertificate'],
  }),
  entry('onewindow', 6, '442099007000', '居住证明出具', {
    days: [0, 1], type: '20', who: ['1'], ways: '1', visits: 1, place: places.village,
    about: '社区出具居住证明',
    conditions: ['居住在本社区（村）'],
    materials: ['identityCard', 'lease'],
  }),
  entry('onewindow', 5, '442099008000', '户外招牌设置备案', {
    days: [0, 5], type: '20', who: ['1', '2'], ways: '2', visits: 0, place: places.town,
    about: '店铺门头招牌备案',
    conditions: ['招牌符合设置规范'],
    materials: ['businessLicence', 'signPicture'],
  }),
  entry('onewindow', 4, '442099009000', '“办不成事”反映', {
    days: [5, 15], type: '20', who: ['1', '2'], ways: '1', visits: 1, place: places.hall,
    about: '在其他窗口没有办成的事，由专人受理并答复',
    conditions: ['在窗口办事未能办成'],
    materials: ['identityCard', 'papersIfAny'],
  }),
]
