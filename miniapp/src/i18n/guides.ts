import type { ItemChange } from '@shared/guides'
import { defineTexts, type Entry } from './text'

/** Finding an item by everyday words. */
export const searchTexts = defineTexts({
  title: { zh: '找要办的事', en: 'Find what you need' },
  label: { zh: '要办什么事', en: 'What do you need?' },
  hint: { zh: '说大白话就行，如“搬家”', en: 'In your own words, e.g. moving house' },
  popular: { zh: '大家常找', en: 'Often asked for' },
  results: { zh: '搜索结果', en: 'Results' },
  found: { zh: '找到 {n} 项', en: { one: '{n} found', other: '{n} found' } },
  matched: { zh: '按“{word}”找到', en: 'Found by “{word}”' },
  withdrawn: { zh: '已取消', en: 'Withdrawn' },
  none: { zh: '没有找到“{text}”', en: 'Nothing found for “{text}”' },
  noneHow: { zh: '换个说法试试，或拨打 12345 问一问。', en: 'Try other words, or call 12345 and ask.' },
  failed: { zh: '现在不能搜索', en: 'The search does not work right now' },
  old: { zh: '网络不通，以下是刚才“{text}”的结果', en: 'No answer came. These are for “{text}”' },
})

/** What people ask for most, in their own words. */
export const popularTexts = defineTexts({
  move: { zh: '搬家', en: 'Moving house' },
  school: { zh: '孩子上学', en: 'School' },
  permit: { zh: '居住证', en: 'Residence permit' },
  fund: { zh: '公积金', en: 'Housing fund' },
  insurance: { zh: '社保', en: 'Social insurance' },
  house: { zh: '买房过户', en: 'Property transfer' },
  pension: { zh: '退休', en: 'Pension' },
  shop: { zh: '开店', en: 'Opening a shop' },
})

/** The guide of one item. */
export const guideTexts = defineTexts({
  title: { zh: '办事指南', en: 'Guide' },
  unknown: { zh: '没有找到这个事项', en: 'We could not find this item' },
  unknownHow: { zh: '可能已改名。换个词搜一搜。', en: 'It may have been renamed. Try a search.' },
  search: { zh: '搜一搜', en: 'Search' },
  failed: { zh: '指南暂时看不到', en: 'The guide cannot be shown right now' },

  withdrawn: { zh: '{day} 起不再办理', en: 'Withdrawn since {day}' },
  withdrawnInstead: { zh: '现在请办：', en: 'Ask for this instead:' },
  withdrawnNone: { zh: '没有替代的事项。有疑问可拨打 12345。', en: 'Nothing took its place. Questions: call 12345.' },

  canI: { zh: '我能办吗', en: 'Can I?' },
  person: { zh: '个人可以办', en: 'For persons' },
  enterprise: { zh: '企业可以办', en: 'For enterprises' },
  both: { zh: '个人和企业都可以办', en: 'For persons and enterprises' },
  noConditions: { zh: '没有特别的条件', en: 'There are no special conditions' },

  bring: { zh: '带什么', en: 'What to bring' },
  bringCount: { zh: '共 {all} 样，已备好 {ready} 样', en: '{ready} of {all} ready' },
  bringAll: { zh: '都备齐了', en: 'You have everything' },
  bringNothing: { zh: '不用带材料', en: 'There is nothing to bring' },
  held: { zh: '不用带，系统里已有', en: 'No need to bring: the city has it' },
  heldBy: { zh: '不用带，{office}已有', en: 'No need to bring: held by {office}' },
  original: { zh: '原件', en: 'original' },
  copy: { zh: '复印件', en: 'copy' },
  'original-and-copy': { zh: '原件和复印件', en: 'original and copy' },
  electronic: { zh: '电子件', en: 'electronic' },
  copies: { zh: '{n} 份', en: { one: '{n} copy', other: '{n} copies' } },
  shown: { zh: '只看不收', en: 'only shown' },
  join: { zh: '，', en: ', ' },

  where: { zh: '去哪里办', en: 'Where' },
  hallsMore: { zh: '共 {n} 个大厅可办', en: { one: '{n} hall', other: '{n} halls' } },
  hallsNone: { zh: '现在没有大厅能办', en: 'No hall does this now' },
  bookable: { zh: '可预约', en: 'Bookable' },
  allHalls: { zh: '按距离选大厅', en: 'Choose by distance' },

  howLong: { zh: '要多久', en: 'How long' },
  atWindow: { zh: '窗口约 {n} 分钟', en: { one: 'About {n} minute at the window', other: 'About {n} minutes at the window' } },
  onTheSpot: { zh: '当场办完', en: 'Done while you wait' },
  promised: { zh: '承诺 {n} 个工作日', en: { one: 'Promised within {n} working day', other: 'Promised within {n} working days' } },
  promisedCalendar: { zh: '承诺 {n} 天', en: { one: 'Promised within {n} day', other: 'Promised within {n} days' } },
  lawful: { zh: '法定 {n} 个工作日', en: { one: '{n} working day by law', other: '{n} working days by law' } },
  lawfulCalendar: { zh: '法定 {n} 天', en: { one: '{n} day by law', other: '{n} days by law' } },

  howMuch: { zh: '多少钱', en: 'How much' },
  free: { zh: '不收费', en: 'Free' },
  online: { zh: '能网上办吗', en: 'Online?' },
  onlineNone: { zh: '要到窗口办', en: 'At a window only' },
  onlineAll: { zh: '可以全程网上办，不用跑', en: 'All of it online: no need to come' },
  onlineVisits: { zh: '可以网上办，要到现场 {n} 次', en: { one: 'Online, with {n} visit', other: 'Online, with {n} visits' } },

  department: { zh: '谁负责', en: 'Who decides' },
  history: { zh: '变动记录', en: 'Changes' },
  showHistory: { zh: '看变动记录', en: 'Show changes' },
  asOf: { zh: '以 {day} 的事项目录为准', en: 'By the item catalogue of {day}' },
  ownOnly: { zh: '还没连上全市的事项目录，以下是我们自己整理的。期限、收费以窗口为准。', en: 'The city’s catalogue was not reached yet; this is our own text. The window’s word on time and fees counts.' },
  chineseOnly: { zh: '部分内容只有中文', en: 'Some of it is in Chinese only' },

  book: { zh: '预约去办', en: 'Book a visit' },
  takeWhere: { zh: '在哪个大厅取号？', en: 'In which hall?' },
  take: { zh: '去大厅取号', en: 'Take a number' },
})

export const changeTexts = defineTexts({
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '变更', en: 'Changed' },
  'handed-down': { zh: '下放', en: 'Handed down' },
  withdrawn: { zh: '取消', en: 'Withdrawn' },
} satisfies Record<ItemChange['change'], Entry>)
