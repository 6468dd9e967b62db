import { caseItems } from '../../world/items'
import { entry, ofCase, places, type CatalogueEntry } from '../entry'

export const policeItems: readonly CatalogueEntry[] = [
  ofCase(caseItems.residencePermit, {
    type: '01', who: ['1'], ways: '2', visits: 1, place: places.police,
    about: '首次申领居住证',
    conditions: ['在本市办理居住登记满半年', '有合法稳定就业、合法稳定住所或连续就读'],
    materials: ['identityCard', 'photo', 'residenceRecord', 'lease'],
  }),
  entry('police', 4, '442009003000', '居住证签注', {
    days: [0, 5], type: '07', who: ['1'], ways: '2', visits: 0, place: places.police,
    about: '居住证每年一次的签注',
    conditions: ['居住证有效期满前一个月内'],
    materials: ['identityCard', 'residencePermit'],
  }),
  ofCase(caseItems.moveIn, {
    type: '07', who: ['1'], ways: '2', visits: 1, place: places.police,
    about: '投靠、人才引进等迁入本市户口',
    conditions: ['符合投靠、人才引进、积分等入户条件之一'],
    materials: ['identityCard', 'householdRegister', 'marriageCertificate', 'movePermit'],
  }),
  entry('police', 4, '442009004000', '新生儿出生登记', {
    days: [0, 1], type: '07', who: ['1'], ways: '2', visits: 1, place: places.police,
    about: '为新生儿办理户口登记',
    conditions: ['父亲或母亲为本市户籍'],
    materials: ['identityCard', 'householdRegister', 'marriageCertificate', 'birthCertificate'],
  }),
  entry('police', 4, '442009005000', '户口登记项目变更', {
    days: [5, 20], type: '07', who: ['1'], ways: '1', visits: 1, place: places.police,
    about: '变更姓名、婚姻状况、文化程度等',
    conditions: ['户口登记内容与实际不符或者发生变化'],
    materials: ['identityCard', 'householdRegister', 'proofOfChange'],
  }),
  entry('police', 4, '442009006000', '居民身份证补领', {
    days: [20, 60], type: '07', who: ['1'], ways: '2', visits: 1, place: places.police, fee: '工本费40元',
    about: '身份证遗失或损坏补领',
    conditions: ['身份证遗失或者严重损坏'],
    materials: ['householdRegister'],
  }),
  entry('police', 4, '442009007000', '居民身份证换领', {
    days: [20, 60], type: '07', who: ['1'], ways: '2', visits: 1, place: places.police, fee: '工本费20元',
    about: '身份证有效期满换领新证',
    conditions: ['身份证有效期满或者即将期满'],
    materials: ['householdRegister'],
  }),
  entry('police', 4, '442009008000', '死亡注销户口', {
    days: [0, 1], type: '07', who: ['1'], ways: '1', visits: 1, place: places.police,
    about: '亲属去世后注销户口',
    conditions: ['申请人为死者近亲属、户主或者监护人'],
    materials: ['identityCard', 'householdRegister', 'death'],
  }),
  entry('police', 3, '442009009000', '普通护照签发', {
    days: [7, 20], type: '01', who: ['1'], ways: '1', visits: 1, place: places.hall, fee: '工本费120元',
    about: '首次申请或换发普通护照',
    conditions: ['中国公民，本人申请'],
    materials: ['identityCard', 'photo', 'formerPassport'],
  }),
  entry('police', 3, '442009010000', '往来港澳通行证签发', {
    days: [7, 20], type: '01', who: ['1'], ways: '1', visits: 1, place: places.hall, fee: '证件60元，签注15元起',
    about: '首次申请、换发证件及签注',
    conditions: ['本人申请'],
    materials: ['identityCard', 'photo', 'formerPassport'],
  }),
  entry('police', 3, '442009011000', '机动车驾驶证期满换证', {
    days: [0, 1], type: '01', who: ['1'], ways: '2', visits: 0, place: places.traffic, fee: '工本费10元',
    about: '驾驶证有效期满换发新证',
    conditions: ['驾驶证有效期满前九十日内', '身体条件符合规定'],
    materials: ['identityCard', 'photo', 'medicalCheck'],
  }),
  entry('police', 3, '442009012000', '机动车驾驶证补证', {
    days: [0, 1], type: '01', who: ['1'], ways: '2', visits: 0, place: places.traffic, fee: '工本费10元',
    about: '驾驶证遗失补发',
    conditions: ['驾驶证遗失'],
    materials: ['identityCard', 'photo'],
  }),
  entry('police', 3, '442009013000', '机动车注册登记', {
    days: [1, 2], type: '01', who: ['1', '2'], ways: '1', visits: 1, place: places.traffic, fee: '号牌100元，行驶证15元',
    about: '新车上牌',
    conditions: ['车辆来历合法并通过检验'],
    materials: ['identityCard', 'vehicleOrigin', 'motorInsurance', 'taxCertificate'],
  }),
]
