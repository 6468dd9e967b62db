import type { AppointmentState } from '@shared/appointmentStates'
import { defineTexts, type Entry } from './text'

/** What the day's book says at the window console. */
export const bookTexts = defineTexts({
  toWindow: { zh: '回到窗口', en: 'Back to the window' },
  toWindows: { zh: '选择窗口', en: 'Choose a window' },
  dayBefore: { zh: '前一天', en: 'Previous day' },
  dayAfter: { zh: '后一天', en: 'Next day' },
  today: { zh: '今天', en: 'Today' },
  notToday: { zh: '不是今天', en: 'Not today' },
  chooseDay: { zh: '选择日期', en: 'Choose a day' },
  noLines: { zh: '这个大厅没有可以预约的业务。', en: 'No line of this hall takes appointments.' },
  noSlots: { zh: '这一天没有预约时段：不是工作日，或不开放预约。', en: 'No slots on this day: the hall does not work, or takes no appointments.' },

  find: { zh: '按预约码或姓名查找', en: 'Find by code or name' },
  findHint: { zh: '预约码或姓名', en: 'Code or name' },
  noneFound: { zh: '这一天没有“{text}”的预约，请核对预约码和日期。', en: 'No appointment “{text}” on this day. Please check the code and the day.' },
  manyFound: { zh: '有 {n} 个符合，请在列表中选择。', en: '{n} appointments match. Choose one in the list.' },
  found: { zh: '查找结果 {n}', en: 'Found: {n}' },

  line: { zh: '业务', en: 'Line' },
  taken: { zh: '已约 {taken} / {capacity}', en: '{taken} of {capacity} booked' },
  waiting: { zh: '候补 {n} 人', en: '{n} on the waiting list' },
  slots: { zh: '时段', en: 'Slots' },
  legend: { zh: '已约 / 可约，留：留给现场取号', en: 'Booked / places; kept for those who walk in' },
  places: { zh: '{taken} / {capacity}', en: '{taken} / {capacity}' },
  kept: { zh: '留 {n}', en: '{n} kept' },
  slotLabel: { zh: '{time}，已约 {taken}，可约 {capacity}，留 {reserve}', en: '{time}, {taken} booked of {capacity}, {reserve} kept' },
  full: { zh: '约满', en: 'Full' },
  closed: { zh: '停约', en: 'Closed' },
  over: { zh: '已过', en: 'Past' },
  showOver: { zh: '显示已过的 {n} 个时段', en: { one: 'Show {n} past slot', other: 'Show {n} past slots' } },
  hideOver: { zh: '收起已过的时段', en: 'Hide past slots' },
  closeSlot: { zh: '停止预约', en: 'Close to booking' },
  openSlot: { zh: '恢复预约', en: 'Open to booking' },
  closeKeeps: { zh: '停止后不再接受新预约，已约的照常办理。', en: 'No new bookings once it is closed; those booked keep their places.' },
  isClosed: { zh: '已停止预约，已约的照常办理。', en: 'It is closed to new bookings; those booked keep their places.' },
  slotClosed: { zh: '{time} 已停止预约', en: '{time} closed to booking' },
  slotOpened: { zh: '{time} 已恢复预约', en: '{time} open to booking' },
  wholeDay: { zh: '看全天', en: 'Whole day' },

  visits: { zh: '预约', en: 'Appointments' },
  due: { zh: '待到 {n}', en: '{n} expected' },
  all: { zh: '全部 {n}', en: 'All {n}' },
  noVisits: { zh: '没有预约。', en: 'No appointments.' },
  noneDue: { zh: '没有待到的预约。', en: 'Nobody is expected.' },
  arrive: { zh: '标记到达', en: 'Mark arrival' },
  arriveLabel: { zh: '{code} {name}：标记到达', en: '{code} {name}: mark arrival' },
  arriveAsk: { zh: '核对本人和事项后，为其取号。', en: 'Check who they are and what for, then give them a number.' },
  arriveNow: { zh: '已到，取号', en: 'Here: give a number' },
  tooEarly: { zh: '还没到签到时间，预约时间前 {minutes} 分钟起才能标记到达。', en: 'It is too early: arrivals are marked from {minutes} minutes before the time.' },
  given: { zh: '已到，号码是', en: 'Arrived. Their number' },
  givenTell: { zh: '请告诉本人，并请他留意大厅屏幕。', en: 'Tell them, and point them to the hall screen.' },
  lateNumber: { zh: '已过签到时间，按普通号排队。', en: 'Past the check-in time: it waits as an ordinary number.' },
  code: { zh: '预约码', en: 'Code' },
  time: { zh: '时间', en: 'Time' },
  items: { zh: '事项', en: 'For' },
})

export const visitStateTexts = defineTexts({
  held: { zh: '待确认', en: 'Not confirmed' },
  booked: { zh: '待到', en: 'Expected' },
  arrived: { zh: '已到', en: 'Arrived' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  lapsed: { zh: '已失效', en: 'Lapsed' },
  missed: { zh: '未到', en: 'No-show' },
} satisfies Record<AppointmentState, Entry>)

/** Why an arrival cannot be marked, and how the visitor goes on. */
export const arrivalRefusalTexts = defineTexts({
  'other-day': { zh: '只有当天的预约可以标记到达。', en: 'Arrivals are marked on the day itself.' },
  held: { zh: '还没有确认，请本人先在手机上确认。', en: 'Not confirmed yet. They confirm it on their phone first.' },
  arrived: { zh: '已经到达，号已取好。', en: 'They have arrived and hold their number.' },
  cancelled: { zh: '预约已取消，请取普通号。', en: 'It was cancelled. Take an ordinary number for them.' },
  lapsed: { zh: '预约没有按时确认，已失效，请取普通号。', en: 'It was not confirmed in time. Take an ordinary number for them.' },
  missed: { zh: '已记为未到，请取普通号。', en: 'It is marked as a no-show. Take an ordinary number for them.' },
})

/** What each key of the book does. */
export const bookKeyTexts = defineTexts({
  find: { zh: '查找预约', en: 'Find' },
  before: { zh: '前一天', en: 'Previous day' },
  after: { zh: '后一天', en: 'Next day' },
  today: { zh: '今天', en: 'Today' },
  back: { zh: '返回', en: 'Back' },
  help: { zh: '按键说明', en: 'Keys' },
})
