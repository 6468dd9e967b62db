import type { FoundItem, GuideHall, GuideMaterial, ItemGuide } from '@shared/guides'

/** 2026-01-05, a Monday, 10:00 in the halls' zone. */
export const TEN = 1_767_578_400_000

export const aFound = (change: Partial<FoundItem> = {}): FoundItem => ({
  itemId: 'household-move-in', name: { zh: '户口迁入', en: 'Household move-in' }, summary: { zh: '投靠、人才引进等迁入本市户口', en: 'Move the household registration here' },
  level: 'city', withdrawn: null, matched: null, ...change,
})
export const aMaterial = (change: Partial<GuideMaterial> = {}): GuideMaterial => ({
  name: { zh: '居民身份证', en: 'Identity card' }, heldByCity: false, heldBy: null, form: 'original', copies: 0, ...change,
})
export const aGuideHall = (change: Partial<GuideHall> = {}): GuideHall => ({
  hallId: 'tianhe', name: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, level: 'district', district: '440106',
  address: { zh: '天河区软件路13号', en: '13 Ruanjian Road, Tianhe' }, lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, bookable: true, ...change,
})
export const aGuide = (change: Partial<ItemGuide> = {}): ItemGuide => ({
  itemId: 'residence-permit', name: { zh: '居住证办理', en: 'Residence permit' }, summary: { zh: '首次申领居住证', en: 'First issue of a residence permit' },
  code: '11990000DEPT00005Y3442009001000', level: 'city', department: '公安局', audience: 'person', withdrawn: null,
  conditions: [{ zh: '在本市居住半年以上', en: 'Have lived in the city for more than half a year' }],
  materials: [aMaterial(), aMaterial({ name: { zh: '居住登记信息', en: 'Residence registration' }, heldByCity: true, heldBy: '公安局', form: 'electronic' })],
  where: { halls: [aGuideHall()], hallCount: 1, place: null },
  time: { onTheSpot: false, promised: { days: 10, unit: 'working' }, lawful: { days: 15, unit: 'working' }, minutes: 12 },
  fee: { free: true, text: null }, online: { possible: true, visits: 1 },
  history: [{ version: 1, change: 'added', on: '20250102', note: '目录首次发布' }], version: 12, asOf: TEN, ...change,
})
