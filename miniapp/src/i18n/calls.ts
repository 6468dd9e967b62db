import type { CallLogEntry } from '@shared/callLog'
import type { Why } from '@/capabilities/calls/order'
import { defineTexts, type Entry } from './text'

/** What the open log of calls says. */
export const callTexts = defineTexts({
  title: { zh: '叫号公示', en: 'Order of calling' },
  intro: { zh: '今天每一次取号、叫号、过号和转号都在这里，按发生的先后连成一串。改动、删去任何一条，您的手机都能查出来。', en: 'Every number taken, called, missed or moved today is here, chained in the order it happened. Your phone notices if one is changed or left out.' },
  checked: { zh: '已核对 {n} 条，未被改动', en: { one: '{n} entry checked, nothing was changed', other: '{n} entries checked, nothing was changed' } },
  checkedHow: { zh: '是您的手机自己算的。', en: 'Reckoned by your own phone.' },
  broken: { zh: '第 {n} 条对不上，之后的记录不能相信', en: 'Entry {n} does not fit: what follows cannot be trusted' },
  contradicts: { zh: '和您的手机之前看到的不一样', en: 'This is not what your phone saw before' },
  brokenHow: { zh: '请把这一页给大厅负责人看，或拨打 12345 反映。', en: 'Please show this page to the hall’s manager, or call 12345.' },
  none: { zh: '今天还没有人取号', en: 'Nobody has taken a number today' },
  notKept: { zh: '这个大厅用自己的叫号系统', en: 'This hall calls by a system of its own' },
  notKeptHow: { zh: '它的叫号顺序不在一窗，请看大厅的屏幕。', en: 'Its order is not kept here: please look at the hall’s screen.' },
  failed: { zh: '暂时看不到叫号公示', en: 'The order of calling cannot be shown right now' },
  noHall: { zh: '没有找到这个大厅', en: 'We could not find this hall' },
  halls: { zh: '看所有大厅', en: 'See all halls' },
  hall: { zh: '看大厅情况', en: 'See the hall' },
  mine: { zh: '您取 {number} 之后，在您之前被叫的', en: 'Called before you since you took {number}' },
  mineNone: { zh: '您取 {number} 之后，还没有别人在您之前被叫。', en: 'Nobody has been called before you since you took {number}.' },
  mineGone: { zh: '今天的记录里没有 {number}。', en: '{number} is not in today’s log.' },
  yours: { zh: '{time} 叫到您', en: 'You were called at {time}' },
  unfair: { zh: '有 {n} 个号按规则说不出为什么在您之前，请向大厅负责人询问，或拨打 12345。', en: { one: 'No rule explains why {n} number was called before yours. Please ask the hall’s manager, or call 12345.', other: 'No rule explains why {n} numbers were called before yours. Please ask the hall’s manager, or call 12345.' } },
  whole: { zh: '今天的全部记录（从最近的开始）', en: 'The whole day, latest first' },
  portion: { zh: '第 {from}–{until} 条，共 {all} 条', en: '{from} to {until} of {all}' },
  back: { zh: '上一页', en: 'Back' },
  more: { zh: '下一页', en: 'Next' },
})

export const whyTexts = defineTexts({
  earlier: { zh: '比您先取号', en: 'Took a number before you' },
  priority: { zh: '优先号，按公布的规则穿插', en: 'Priority, let in by the published rule' },
  appointment: { zh: '预约号，按公布的规则穿插', en: 'Appointment, let in by the published rule' },
  turns: { zh: '普通号，按公布的规则与您轮流', en: 'Ordinary, takes turns with you by the published rule' },
  returned: { zh: '过号后按规则回来排队', en: 'Came back after being missed' },
  transferred: { zh: '从别的业务转来', en: 'Moved over from another line' },
  deferred: { zh: '您请别人先办', en: 'You let others go first' },
  away: { zh: '您过号或转号期间', en: 'While you were missed or moved' },
  unexplained: { zh: '按规则说不出原因', en: 'No rule explains this' },
} satisfies Record<Why, Entry>)

export const callKindTexts = defineTexts({
  take: { zh: '取号', en: 'Taken' },
  call: { zh: '叫号', en: 'Called' },
  recall: { zh: '再叫', en: 'Called again' },
  miss: { zh: '过号', en: 'Missed' },
  return: { zh: '回来排队', en: 'Came back' },
  transfer: { zh: '转号', en: 'Moved to another line' },
  defer: { zh: '让号', en: 'Let others go first' },
  cancel: { zh: '取消', en: 'Cancelled' },
  finish: { zh: '办完', en: 'Finished' },
  expire: { zh: '作废', en: 'Expired' },
} satisfies Record<CallLogEntry['kind'], Entry>)

export const callClassTexts = defineTexts({
  ordinary: { zh: '普通', en: 'ordinary' },
  priority: { zh: '优先', en: 'priority' },
  appointment: { zh: '预约', en: 'appointment' },
})
