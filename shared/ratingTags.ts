/**
 * The tags of the service rating standard (好差评; GB/T 39734-2020, GB/T 39735-2020), by level.
 * `first`: shown at once; the others behind “more”.
 */
export const ratingTags = {
  '510': { level: 5, first: true, zh: '一窗受理一次办结', en: 'One window took it, done in one go' },
  '511': { level: 5, first: true, zh: '可以先受理后补材料', en: 'Accepted first, missing papers later' },
  '512': { level: 5, first: true, zh: '不用提交证明', en: 'No proof had to be handed in' },
  '513': { level: 5, first: false, zh: '可以全程网上办理', en: 'Can be done fully online' },
  '514': { level: 5, first: false, zh: '可以使用手机办理', en: 'Can be done on the phone' },
  '515': { level: 5, first: false, zh: '可以就近办理', en: 'Can be done nearby' },
  '516': { level: 5, first: false, zh: '无需材料直接办理', en: 'Done without any papers' },
  '517': { level: 5, first: false, zh: '服务热情效率高', en: 'Warm and quick service' },
  '406': { level: 4, first: true, zh: '填写一张表单就可完成申报', en: 'One form was enough' },
  '407': { level: 4, first: true, zh: '在线提交材料窗口核验', en: 'Papers sent online, checked at the window' },
  '408': { level: 4, first: true, zh: '一张清单告知全部申报材料', en: 'One list told me every paper' },
  '409': { level: 4, first: false, zh: '用告知承诺减免申报材料', en: 'A declaration replaced papers' },
  '410': { level: 4, first: false, zh: '可以在线预约办理', en: 'Can be booked online' },
  '411': { level: 4, first: false, zh: '跑大厅一次办完', en: 'Done in one trip' },
  '412': { level: 4, first: false, zh: '可以使用自助机办理', en: 'Can be done at a machine' },
  '413': { level: 4, first: false, zh: '服务态度较好', en: 'Good manners' },
  '307': { level: 3, first: true, zh: '一次性告知需要补正的材料', en: 'Told at once what was missing' },
  '308': { level: 3, first: true, zh: '提供申报材料样本', en: 'Sample papers were provided' },
  '309': { level: 3, first: true, zh: '在承诺的时间内办结', en: 'Done within the promised time' },
  '310': { level: 3, first: false, zh: '办事指南指引准确', en: 'The guide was accurate' },
  '311': { level: 3, first: false, zh: '按办事指南要求的材料即可办理', en: 'The papers in the guide were enough' },
  '312': { level: 3, first: false, zh: '可以快递送达', en: 'Can be delivered by post' },
  '313': { level: 3, first: false, zh: '跑动次数与承诺的一致', en: 'As many trips as promised' },
  '314': { level: 3, first: false, zh: '服务态度一般', en: 'Fair manners' },
  '207': { level: 2, first: true, zh: '没有提供材料样本', en: 'No sample papers' },
  '208': { level: 2, first: true, zh: '没有提供材料清单', en: 'No list of papers' },
  '209': { level: 2, first: true, zh: '未在承诺时间内办结', en: 'Not done within the promised time' },
  '210': { level: 2, first: false, zh: '同样内容的证明材料被要求多次提交', en: 'The same proof asked for again and again' },
  '211': { level: 2, first: false, zh: '承诺网办但无法在线办理', en: 'Promised online, but not possible online' },
  '212': { level: 2, first: false, zh: '在线预约办理后到实体大厅重复取号排队', en: 'Booked online, had to queue again in the hall' },
  '213': { level: 2, first: false, zh: '窗口人员业务不熟练', en: 'Staff did not know the business' },
  '214': { level: 2, first: false, zh: '服务态度生硬', en: 'Curt manners' },
  '108': { level: 1, first: true, zh: '在办事指南之外增加新的审批条件', en: 'Conditions beyond the guide' },
  '109': { level: 1, first: true, zh: '需提供办事指南之外的申报材料', en: 'Papers beyond the guide' },
  '110': { level: 1, first: true, zh: '无理由超过法定办理时间', en: 'Over the legal time without reason' },
  '111': { level: 1, first: false, zh: '办事指南提供样本有错', en: 'The sample in the guide was wrong' },
  '112': { level: 1, first: false, zh: '承诺在线收取申报材料实际无法收取', en: 'Promised online hand-in did not work' },
  '113': { level: 1, first: false, zh: '多头跑窗口和部门', en: 'Sent between windows and departments' },
  '114': { level: 1, first: false, zh: '跑动次数与承诺的不一致', en: 'More trips than promised' },
  '115': { level: 1, first: false, zh: '服务态度差效率低', en: 'Bad manners and slow' },
} as const satisfies Record<string, { level: 1 | 2 | 3 | 4 | 5; first: boolean; zh: string; en: string }>
export type RatingTagCode = keyof typeof ratingTags

/** From very good to very bad, as the standard names them. */
export const ratingLevels = [
  { level: 5, zh: '非常满意', en: 'Very satisfied' },
  { level: 4, zh: '满意', en: 'Satisfied' },
  { level: 3, zh: '基本满意', en: 'Fairly satisfied' },
  { level: 2, zh: '不满意', en: 'Dissatisfied' },
  { level: 1, zh: '非常不满意', en: 'Very dissatisfied' },
] as const

/** Levels that count as bad and need a tag or a text. */
export const isBadRating = (level: number): boolean => level <= 2
