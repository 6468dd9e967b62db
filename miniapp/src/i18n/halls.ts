import type { HallSummary, PriorityReason } from '@shared/halls'
import { defineTexts, type Entry } from './text'

export const hallTexts = defineTexts({
  halls: { zh: '大厅', en: 'Halls' },
  hall: { zh: '大厅详情', en: 'Hall' },
  nearby: { zh: '附近大厅', en: 'Halls near you' },
  everywhere: { zh: '各处大厅', en: 'Halls' },
  all: { zh: '查看全部大厅', en: 'See all halls' },
  search: { zh: '搜索大厅名称', en: 'Search halls by name' },
  searchHint: { zh: '大厅名称或地址', en: 'Name or address' },
  district: { zh: '选择区域', en: 'Choose a district' },
  anyDistrict: { zh: '全市', en: 'Whole city' },
  clear: { zh: '清除筛选', en: 'Clear the search' },
  none: { zh: '没有找到大厅', en: 'No hall found' },
  noneHint: { zh: '换个名称，或看看其他区域。', en: 'Try another name, or another district.' },
  more: { zh: '显示更多', en: 'Show more' },
  moreFailed: { zh: '没能载入更多：{why}', en: 'We could not load more: {why}' },

  byDistance: { zh: '按距离排列', en: 'Sort by distance' },
  locating: { zh: '正在定位', en: 'Locating' },
  placeWhy: { zh: '允许使用位置后，可按距离排列大厅。位置只用于这次查找，不会保存。', en: 'With your location we can sort halls by distance. It is used for this search only and not kept.' },
  placeRefused: { zh: '没有获得位置权限，已按默认顺序显示。可在系统设置中允许。', en: 'Without your location, halls are in their usual order. You can allow it in your settings.' },
  placeUnavailable: { zh: '暂时无法定位，已按默认顺序显示。', en: 'We cannot locate you right now, so halls are in their usual order.' },
  metres: { zh: '{n} 米', en: '{n} m' },
  kilometres: { zh: '{n} 公里', en: '{n} km' },

  open: { zh: '开放中', en: 'Open' },
  closed: { zh: '已关闭', en: 'Closed' },
  paused: { zh: '暂停', en: 'Paused' },
  openUntil: { zh: '开放中，至 {time}', en: 'Open until {time}' },
  openAllDay: { zh: '全天开放', en: 'Open all day' },
  allDay: { zh: '全天', en: 'all day' },
  opensToday: { zh: '今天 {time} 开放', en: 'Opens today at {time}' },
  opensTomorrow: { zh: '明天 {time} 开放', en: 'Opens tomorrow at {time}' },
  opensOn: { zh: '{day} {time} 开放', en: 'Opens {day} at {time}' },
  opensDay: { zh: '{date} {time} 开放', en: 'Opens {date} at {time}' },
  opensUnknown: { zh: '两周内不开放', en: 'Not open within two weeks' },
  today: { zh: '今天 {hours}', en: 'Today {hours}' },
  notToday: { zh: '今天不开放', en: 'Not open today' },
  andThen: { zh: '、', en: ', ' },

  waitingHere: { zh: '{n} 人等候', en: { one: '{n} waiting', other: '{n} waiting' } },
  nobody: { zh: '无人等候', en: 'Nobody waiting' },
  waitingUnknown: { zh: '人数暂不可知', en: 'Not known now' },
  peopleWaiting: { zh: '人等候', en: 'waiting' },
  demo: { zh: '演示数据', en: 'Demo data' },
  demoAll: { zh: '以上均为演示数据', en: 'All of these are demo data' },
  demoNote: { zh: '演示数据：大厅、地址和人数均为演示，不代表真实情况。', en: 'Demo data: the hall, its address and the numbers are for demonstration only.' },

  lines: { zh: '现在排队', en: 'Lines now' },
  asOf: { zh: '{time} 更新', en: 'As of {time}' },
  asOfOld: { zh: '截至 {time}，之后没有更新', en: 'As of {time}: nothing newer has come' },
  noWait: { zh: '不用等', en: 'No wait' },
  wait: { zh: '约等 {low}–{high} 分钟', en: 'About {low}–{high} min' },
  waitAbout: { zh: '约等 {low} 分钟', en: 'About {low} min' },
  waitUnknown: { zh: '等候时间暂难估计', en: 'Wait not known yet' },
  linePaused: { zh: '暂停取号', en: 'Paused' },
  lineFull: { zh: '今天的号已取完', en: 'No numbers left today' },
  hallPaused: { zh: '大厅暂停取号和叫号，请留意现场通知。', en: 'The hall has paused. Please watch for notices in the hall.' },
  closedPlain: { zh: '大厅现在不办公。', en: 'The hall is closed.' },
  closedNote: { zh: '大厅现在不办公，{next}。', en: 'The hall is closed. {next}.' },
  calling: { zh: '正在叫号', en: 'Now calling' },

  take: { zh: '取号', en: 'Take a number' },
  scanToTake: { zh: '扫码取号', en: 'Scan to take a number' },
  scanWhy: { zh: '到大厅后，扫描大厅屏幕上的二维码即可取号。', en: 'In the hall, scan the code on the hall screen to take a number.' },
  book: { zh: '预约再来', en: 'Book a time' },
  prepare: { zh: '看要带什么', en: 'See what to bring' },
  held: { zh: '您已在大厅扫码，可以取号了。', en: 'You have scanned in this hall and can take a number.' },

  noHall: { zh: '没有找到这个大厅', en: 'We could not find this hall' },
  noHallHow: { zh: '链接可能不完整，或者它已经不用了。', en: 'The link may be incomplete, or the hall may be gone.' },
  allHalls: { zh: '看所有大厅', en: 'See all halls' },
  retry: { zh: '再试一次', en: 'Try again' },

  about: { zh: '大厅信息', en: 'About this hall' },
  address: { zh: '地址', en: 'Address' },
  hours: { zh: '办公时间', en: 'Opening hours' },
  phone: { zh: '电话', en: 'Phone' },
  distance: { zh: '距您', en: 'From you' },
  dayOff: { zh: '不开放', en: 'Closed' },
  rule: { zh: '叫号规则', en: 'Who is called when' },
  order: { zh: '看今天的叫号公示', en: 'See today’s order of calling' },
  noPriority: { zh: '“{lines}”不设优先。', en: 'No priority in “{lines}”.' },
  priorities: { zh: '可以优先的人：{who}。', en: 'Who has priority: {who}.' },
})

type Named<K extends string> = Record<K, Entry>

export const weekdayTexts = defineTexts({
  '0': { zh: '周日', en: 'Sun' }, '1': { zh: '周一', en: 'Mon' }, '2': { zh: '周二', en: 'Tue' }, '3': { zh: '周三', en: 'Wed' },
  '4': { zh: '周四', en: 'Thu' }, '5': { zh: '周五', en: 'Fri' }, '6': { zh: '周六', en: 'Sat' },
})

export const levelTexts = defineTexts({
  city: { zh: '市级', en: 'City' },
  district: { zh: '区级', en: 'District' },
  town: { zh: '镇街', en: 'Town' },
  community: { zh: '村居', en: 'Community' },
} satisfies Named<HallSummary['level']>)

export const priorityTexts = defineTexts({
  elder: { zh: '65 岁以上长者', en: '65 and over' },
  disabled: { zh: '残障', en: 'disability' },
  pregnant: { zh: '孕妇', en: 'pregnancy' },
  military: { zh: '军人', en: 'the military' },
  'green-lane': { zh: '绿色通道', en: 'the green lane' },
} satisfies Named<PriorityReason>)

/** Guangzhou and its eleven districts, by GB/T 2260. */
export const districtTexts = defineTexts({
  '440100': { zh: '市本级', en: 'The city itself' },
  '440103': { zh: '荔湾区', en: 'Liwan' },
  '440104': { zh: '越秀区', en: 'Yuexiu' },
  '440105': { zh: '海珠区', en: 'Haizhu' },
  '440106': { zh: '天河区', en: 'Tianhe' },
  '440111': { zh: '白云区', en: 'Baiyun' },
  '440112': { zh: '黄埔区', en: 'Huangpu' },
  '440113': { zh: '番禺区', en: 'Panyu' },
  '440114': { zh: '花都区', en: 'Huadu' },
  '440115': { zh: '南沙区', en: 'Nansha' },
  '440117': { zh: '从化区', en: 'Conghua' },
  '440118': { zh: '增城区', en: 'Zengcheng' },
})
