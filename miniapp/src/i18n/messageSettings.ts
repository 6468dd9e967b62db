import type { MessageKind } from '@shared/messageKinds'
import { defineTexts, type Entry } from './text'

export const messageSettingTexts = defineTexts({
  title: { zh: '消息设置', en: 'Message settings' },
  intro: { zh: '改动马上生效。关掉的不再发，收件箱里也没有。', en: 'Changes count at once. What is off is not sent, and not in the inbox either.' },
  queue: { zh: '排队', en: 'Your number' },
  visits: { zh: '预约', en: 'Appointments' },
  afterwards: { zh: '办件和评价', en: 'Cases and ratings' },
  ahead: { zh: '前面还有几人时提醒', en: 'Tell me when so many are ahead' },
  always: { zh: '叫号不能关：错过了就要重新排队。', en: 'A call cannot be turned off: missing it costs your place.' },

  when: { zh: '什么时候发', en: 'When' },
  quiet: { zh: '免打扰时段', en: 'Quiet hours' },
  quietNote: { zh: '这段时间只进收件箱，不打扰您；过后还用得上的再提醒。叫号除外，照常提醒。', en: 'In these hours messages go to the inbox, and afterwards those that still matter reach you. A call still comes at once.' },
  from: { zh: '从', en: 'From' },
  until: { zh: '到', en: 'Until' },
  untilNext: { zh: '到（次日）', en: 'Until (next day)' },
  cap: { zh: '每天最多几条', en: 'At most so many a day' },
  capNote: { zh: '叫号不算在内。多出来的只进收件箱。', en: 'Calls are not counted. Any more only go to the inbox.' },

  saving: { zh: '正在保存', en: 'Saving' },
  saved: { zh: '已保存', en: 'Saved' },
  notSaved: { zh: '没有保存，还是原来的设置', en: 'Not saved. It stays as it was' },
  noAnswer: { zh: '没有收到结果，请看上面现在的设置，需要时再改一次。', en: 'No answer came. Look at the settings above, and change them again if need be.' },

  failed: { zh: '暂时看不到消息设置', en: 'The settings cannot be shown right now' },
  signInFirst: { zh: '请先登录', en: 'Please sign in first' },
  signInWhy: { zh: '消息设置跟着您本人走，换手机也一样。', en: 'These settings are yours, on every phone you use.' },
})

/** What the host lets through. */
export const permitTexts = defineTexts({
  title: { zh: '手机上能收到吗', en: 'Do they reach this phone' },
  why: { zh: '平台要您允许了才发，允许一次发一条。没有允许也不会漏：收件箱里都有，打开小程序就能看到。', en: 'The platform sends only what you allow, one message for each time. Nothing is lost without: the inbox has it all, open the app to see.' },
  web: { zh: '网页上没有推送，消息都在收件箱里，打开这里就能看到。用微信或支付宝小程序可以收到推送。', en: 'A web page cannot push messages: they are all in the inbox, open it to see. The WeChat and Alipay mini-programs can.' },
  none: { zh: '这里还没有可以允许的消息，收件箱里都有。', en: 'There is nothing to allow here yet. The inbox has every message.' },
  left: { zh: '还能发 {n} 条', en: { one: '{n} more can come', other: '{n} more can come' } },
  nothingLeft: { zh: '用完了，允许后才能再发', en: 'None left: allow more to get another' },
  lasting: { zh: '已长期允许', en: 'Allowed for good' },
  refused: { zh: '您选过“不再询问”，现在发不出来', en: 'You chose not to be asked again, so none can come' },
  refusedHow: { zh: '要改：点右上角“…”，进“设置”，在“通知”里打开这一项，再回来点“再问一次”。', en: 'To change it: tap “…” at the top right, open Settings, turn it on under notifications, then come back and tap “Ask again”.' },
  settings: { zh: '去设置', en: 'Open settings' },
  again: { zh: '再问一次', en: 'Ask again' },
  more: { zh: '允许', en: 'Allow' },
  moreLabel: { zh: '允许：{kinds}', en: 'Allow: {kinds}' },
  againLabel: { zh: '再问一次：{kinds}', en: 'Ask again: {kinds}' },
  allowed: { zh: '已允许', en: 'Allowed' },
  notAllowed: { zh: '没有允许。收件箱里照样有，打开小程序就能看到。', en: 'Not allowed. The inbox still has it: open the app to see.' },
  untold: { zh: '已允许。网络不好，连上后会自动生效。', en: 'Allowed. The connection is poor: it counts once it is back.' },
  failed: { zh: '暂时看不到允许了哪些', en: 'What you allowed cannot be shown right now' },
})

/** The kinds: what each is called. */
export const kindTexts = defineTexts({
  near: { zh: '快到号', en: 'Nearly your turn' },
  called: { zh: '叫号', en: 'Your call' },
  missed: { zh: '过号', en: 'Missed' },
  leave: { zh: '该出发了', en: 'Time to set out' },
  dayBefore: { zh: '预约前一天', en: 'The day before' },
  soon: { zh: '预约前两小时', en: 'Two hours before' },
  changed: { zh: '预约有变动', en: 'Changed by the hall' },
  place: { zh: '候补有位置', en: 'A place for you' },
  case: { zh: '办件进展', en: 'Your cases' },
  rating: { zh: '差评的答复', en: 'Answers to a bad rating' },
} satisfies Record<MessageKind, Entry>)

/** And what each says. */
export const kindHowTexts = defineTexts({
  near: { zh: '前面人不多时提醒您回大厅', en: 'Tells you to come back when few are ahead' },
  called: { zh: '叫到您时告诉您去几号窗口', en: 'Tells you which window to go to' },
  missed: { zh: '没赶上时告诉您怎么回到队里', en: 'Tells you how to come back into the line' },
  leave: { zh: '按您要走的路程，告诉您几点动身', en: 'Tells you when to leave, by how far you have to go' },
  dayBefore: { zh: '提醒您明天的预约和要带的材料', en: 'Reminds you of tomorrow’s appointment and what to bring' },
  soon: { zh: '提醒您今天的预约快到时间了', en: 'Reminds you that today’s appointment is close' },
  changed: { zh: '大厅取消或改了您的预约', en: 'The hall cancelled or moved your appointment' },
  place: { zh: '等候的那天空出了位置，要在时限内确认', en: 'A place came free; it must be confirmed in time' },
  case: { zh: '办件有进展、要您补材料或办好了', en: 'A case moved on, needs you, or is done' },
  rating: { zh: '您给的差评有了处理结果', en: 'The office answered your bad rating' },
} satisfies Record<MessageKind, Entry>)
