import { caseItems } from '../../world/items'
import { entry, ofCase, places, type CatalogueEntry } from '../entry'

export const businessItems: readonly CatalogueEntry[] = [
  ofCase(caseItems.company, {
    type: '01', who: ['2'], ways: '2', visits: 0, place: places.hall,
    about: '新设企业一窗通办',
    conditions: ['名称、住所、章程符合规定'],
    materials: ['identityCard', 'articles', 'premisesProof'],
  }),
  entry('market', 4, '442031003000', '企业变更登记', {
    days: [1, 15], type: '01', who: ['2'], ways: '2', visits: 0, place: places.hall,
    about: '变更名称、住所、法定代表人等',
    conditions: ['已作出变更决议'],
    materials: ['identityCard', 'businessLicence', 'resolution'],
  }),
  entry('market', 4, '442031004000', '企业注销登记', {
    days: [1, 15], type: '01', who: ['2'], ways: '2', visits: 0, place: places.hall,
    about: '终止经营，注销企业',
    conditions: ['债权债务已清算完结'],
    materials: ['businessLicence', 'liquidation'],
  }),
  entry('market', 5, '442031005000', '个体工商户设立登记', {
    days: [0, 15], type: '01', who: ['1'], ways: '2', visits: 0, place: places.town,
    about: '个体户办理营业执照',
    conditions: ['有经营能力的公民'],
    materials: ['identityCard', 'premisesProof'],
  }),
  ofCase(caseItems.foodLicence, {
    type: '01', who: ['1', '2'], ways: '2', visits: 1, place: places.hall,
    about: '食品销售和餐饮服务许可',
    conditions: ['有与经营相适应的场所和设备'],
    materials: ['identityCard', 'businessLicence', 'floorPlan', 'healthCertificate'],
  }),
  entry('market', 4, '442031006000', '食品经营许可延续', {
    days: [5, 20], type: '01', who: ['1', '2'], ways: '2', visits: 0, place: places.hall,
    about: '许可有效期满延续',
    conditions: ['有效期届满前九十日至十五日'],
    materials: ['identityCard', 'businessLicence'],
  }),
  entry('market', 4, '442031007000', '特种设备使用登记', {
    days: [3, 15], type: '01', who: ['2'], ways: '2', visits: 0, place: places.district,
    about: '电梯、锅炉、叉车等使用登记',
    conditions: ['投入使用前或者投入使用后三十日内'],
    materials: ['businessLicence', 'equipmentCertificate'],
  }),
  entry('fire', 4, '442034001000', '公众聚集场所投入使用、营业前消防安全检查', {
    days: [4, 10], type: '01', who: ['2'], ways: '2', visits: 1, place: places.district,
    about: '商场、宾馆、歌舞厅等开业前检查',
    conditions: ['场所符合消防安全要求'],
    materials: ['businessLicence', 'floorPlan', 'firePlan'],
  }),
  entry('fire', 4, '442034002000', '消防安全重点单位备案', {
    days: [0, 5], type: '20', who: ['2'], ways: '3', visits: 0, place: places.net,
    about: '重点单位报送备案',
    conditions: ['属于消防安全重点单位'],
    materials: ['businessLicence', 'firePlan'],
  }),
  ofCase(caseItems.roadPermit, {
    type: '01', who: ['1', '2'], ways: '2', visits: 1, place: places.city,
    about: '营运车辆道路运输证核发',
    conditions: ['已取得道路运输经营许可', '车辆经检测合格'],
    materials: ['identityCard', 'businessLicence', 'vehicleLicence', 'vehicleInspection'],
  }),
  entry('transport', 4, '442018003000', '道路运输证年审', {
    days: [0, 5], type: '07', who: ['1', '2'], ways: '2', visits: 0, place: places.district,
    about: '营运车辆年度审验',
    conditions: ['持有有效道路运输证'],
    materials: ['transportPermit', 'vehicleLicence'],
  }),
  ofCase(caseItems.driverQualification, {
    type: '01', who: ['1'], ways: '2', visits: 1, place: places.city,
    about: '申领或换发从业资格证',
    conditions: ['取得相应机动车驾驶证', '经考试合格'],
    materials: ['identityCard', 'photo', 'drivingLicence'],
  }),
  entry('transport', 3, '442018004000', '网络预约出租汽车驾驶员证核发', {
    days: [5, 20], type: '01', who: ['1'], ways: '2', visits: 1, place: places.city,
    about: '网约车司机从业资格',
    conditions: ['取得驾驶证并有三年以上驾驶经历', '无重大交通违法记录'],
    materials: ['identityCard', 'photo', 'drivingLicence', 'drivingRecord'],
  }),
  entry('transport', 3, '442018005000', '网络预约出租汽车运输证核发', {
    days: [5, 20], type: '01', who: ['1', '2'], ways: '2', visits: 1, place: places.city,
    about: '车辆从事网约车经营',
    conditions: ['车辆登记为预约出租客运'],
    materials: ['identityCard', 'vehicleLicence', 'motorInsurance'],
  }),
  entry('transport', 5, '442018006000', '老年人乘车优惠卡申领', {
    days: [0, 10], type: '20', who: ['1'], ways: '2', visits: 1, place: places.town,
    about: '六十岁以上老人公共交通优惠',
    conditions: ['年满六十周岁'],
    materials: ['identityCard', 'photo'],
  }),
]
