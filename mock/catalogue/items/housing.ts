import { caseItems } from '../../world/items'
import { entry, ofCase, places, type CatalogueEntry } from '../entry'

export const housingItems: readonly CatalogueEntry[] = [
  ofCase(caseItems.publicHousing, {
    type: '05', who: ['1'], ways: '2', visits: 1, place: places.town,
    about: '申请承租公共租赁住房',
    conditions: ['本市户籍，家庭收入低于公布的标准', '家庭成员在本市无自有住房'],
    materials: ['identityCard', 'householdRegister', 'marriageCertificate', 'incomeStatement', 'homesOwned'],
  }),
  entry('housing', 4, '442017003000', '公租房资格复审', {
    days: [15, 30], type: '05', who: ['1'], ways: '2', visits: 0, place: places.town,
    about: '承租期内资格复审',
    conditions: ['正在承租公共租赁住房'],
    materials: ['identityCard', 'householdChanges'],
  }),
  ofCase(caseItems.rentSubsidy, {
    type: '05', who: ['1'], ways: '2', visits: 0, place: places.town,
    about: '符合条件家庭的租赁补贴',
    conditions: ['符合公共租赁住房保障条件并自行租房'],
    materials: ['identityCard', 'householdRegister', 'lease', 'bankCard'],
  }),
  entry('housing', 5, '442017004000', '房屋租赁登记备案', {
    days: [0, 3], type: '20', who: ['1', '2'], ways: '2', visits: 0, place: places.town,
    about: '租房合同登记备案',
    conditions: ['已签订房屋租赁合同'],
    materials: ['identityCard', 'lease', 'propertyCertificate'],
  }),
  entry('housing', 3, '442017005000', '商品房买卖合同备案', {
    days: [0, 3], type: '20', who: ['1', '2'], ways: '3', visits: 0, place: places.net,
    about: '新建商品房网签备案',
    conditions: ['已网上签订商品房买卖合同'],
    materials: ['purchaseContract'],
  }),
  entry('housing', 4, '442017006000', '既有住宅加装电梯审批', {
    days: [20, 30], type: '01', who: ['1', '2'], ways: '2', visits: 1, place: places.district,
    about: '旧楼加装电梯',
    conditions: ['经规定比例的业主同意'],
    materials: ['ownersConsent', 'liftDesign', 'propertyCertificate'],
  }),
  entry('housing', 4, '442017007000', '物业专项维修资金使用备案', {
    days: [7, 15], type: '20', who: ['2'], ways: '2', visits: 1, place: places.district,
    about: '住宅维修资金申请使用',
    conditions: ['经规定比例的业主同意'],
    materials: ['ownersConsent', 'applicationForm'],
  }),
  ofCase(caseItems.property, {
    type: '07', who: ['1', '2'], ways: '2', visits: 1, place: places.land, fee: '登记费80元',
    about: '买卖双方办理房屋转移登记',
    conditions: ['买卖双方到场或者共同委托', '房屋没有被查封'],
    materials: ['identityCard', 'propertyCertificate', 'marriageCertificate', 'saleContract', 'taxCertificate'],
  }),
  entry('land', 3, '442015002000', '不动产首次登记（一手房）', {
    days: [5, 30], type: '07', who: ['1', '2'], ways: '2', visits: 1, place: places.land, fee: '登记费80元',
    about: '新建商品房登记到购房人名下',
    conditions: ['购买新建商品房并已交付'],
    materials: ['identityCard', 'purchaseContract', 'homeInvoice', 'taxCertificate'],
  }),
  entry('land', 4, '442015003000', '不动产抵押登记', {
    days: [1, 10], type: '07', who: ['1', '2'], ways: '2', visits: 0, place: places.land, fee: '登记费80元',
    about: '设立、变更或注销抵押',
    conditions: ['已签订主债权合同和抵押合同'],
    materials: ['identityCard', 'propertyCertificate', 'loanContracts'],
  }),
  entry('land', 4, '442015004000', '不动产登记资料查询', {
    days: [0, 1], type: '20', who: ['1'], ways: '2', visits: 0, place: places.land,
    about: '查询本人名下不动产登记资料',
    conditions: ['查询本人名下的资料'],
    materials: ['identityCard'],
  }),
  entry('land', 3, '442015005000', '不动产继承登记', {
    days: [10, 30], type: '07', who: ['1'], ways: '1', visits: 1, place: places.land, fee: '登记费80元',
    about: '继承、受遗赠取得房屋的登记',
    conditions: ['全部继承人到场或者已公证'],
    materials: ['identityCard', 'propertyCertificate', 'inheritance', 'death'],
  }),
  entry('land', 4, '442015006000', '不动产权证书补发', {
    days: [10, 30], type: '07', who: ['1', '2'], ways: '2', visits: 1, place: places.land,
    about: '房产证遗失补发',
    conditions: ['证书遗失或者灭失'],
    materials: ['identityCard', 'applicationForm'],
  }),
  entry('fund', 3, '442020002000', '公积金提取（购房）', {
    days: [0, 3], type: '20', who: ['1'], ways: '2', visits: 0, place: places.fund,
    about: '购买自住住房提取公积金',
    conditions: ['本人或者配偶购买自住住房'],
    materials: ['identityCard', 'bankCard', 'propertyCertificate', 'purchasePapers'],
  }),
  ofCase(caseItems.fundRent, {
    type: '20', who: ['1'], ways: '2', visits: 0, place: places.fund,
    about: '无自有住房租房提取公积金',
    conditions: ['连续足额缴存满三个月', '本人及配偶在本市无自有住房且租房'],
    materials: ['identityCard', 'bankCard', 'noHome'],
  }),
  entry('fund', 3, '442020003000', '公积金提取（离退休）', {
    days: [0, 3], type: '20', who: ['1'], ways: '2', visits: 0, place: places.fund,
    about: '离退休一次性提取公积金',
    conditions: ['已办理离退休'],
    materials: ['identityCard', 'bankCard', 'retirement'],
  }),
  entry('fund', 3, '442020004000', '公积金异地转移接续', {
    days: [5, 10], type: '20', who: ['1'], ways: '2', visits: 0, place: places.fund,
    about: '异地公积金转入本市',
    conditions: ['在本市连续缴存满半年'],
    materials: ['identityCard', 'formerAccount'],
  }),
  entry('fund', 3, '442020005000', '住房公积金贷款申请', {
    days: [10, 15], type: '20', who: ['1'], ways: '2', visits: 1, place: places.fund,
    about: '购买自住住房申请公积金贷款',
    conditions: ['连续足额缴存满一年', '购买自住住房并已付首期款'],
    materials: ['identityCard', 'marriageCertificate', 'purchasePapers', 'incomeStatement'],
  }),
  entry('fund', 3, '442020006000', '公积金提取（偿还房贷）', {
    days: [0, 3], type: '20', who: ['1'], ways: '2', visits: 0, place: places.fund,
    about: '偿还住房贷款本息提取公积金',
    conditions: ['正在偿还本人或者配偶的住房贷款'],
    materials: ['identityCard', 'bankCard', 'homeLoan'],
  }),
]
