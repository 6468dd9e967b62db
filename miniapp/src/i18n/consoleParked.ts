import type { MessageKind } from '@shared/messageKinds'
import { defineTexts, type Entry } from './text'

/** What the console says about messages that found no way to a citizen. */
export const parkedTexts = defineTexts({
  open: { zh: '未送达的消息', en: 'Messages not sent' },
  intro: {
    zh: '试了多次都没有发出去的消息。问题解决以后，可以再试；七天以后会自行清除。这里不显示是发给谁的。',
    en: 'These found no way after many tries. Once the cause is mended, try them again; after seven days they go by themselves. Whom they are for is not shown.',
  },
  list: { zh: '未送达的消息，新的在前', en: 'Messages not sent, newest first' },
  none: { zh: '没有未送达的消息', en: 'Every message was sent' },
  noneHow: { zh: '试了多次都发不出去的消息会出现在这里。', en: 'What cannot be sent after many tries appears here.' },
  some: { zh: '共 {total} 条，只列出最新的 {n} 条。', en: '{total} in all; the newest {n} are shown.' },

  tries: { zh: '试了 {n} 次', en: { one: 'tried once', other: 'tried {n} times' } },
  since: { zh: '{time} 起未送达', en: 'not sent since {time}' },
  until: { zh: '{time} 前送到还有用', en: 'Still of use until {time}' },
  late: { zh: '{time} 已过时效：再试只会清除，不再发送。', en: 'Its time was over at {time}: trying again drops it, it is not sent.' },
  isLate: { zh: '已过时效', en: 'Too late' },

  replay: { zh: '再试一次', en: 'Try again' },
  replayLabel: { zh: '{kind}，{time}：再试一次', en: '{kind}, {time}: try again' },
  tried: { zh: '已再试。如果还是发不出去，会再回到这里。', en: 'Tried again. If it still cannot be sent, it comes back here.' },
  dropped: { zh: '已过时效，已清除，没有发送。', en: 'It was too late: dropped, not sent.' },
  gone: { zh: '已经不在这里了：有人再试过，或者自行清除了。不用再处理。', en: 'It is not kept here any more: it was tried again, or went by itself. Nothing is left to do.' },
  failedAgain: { zh: '再试过了，还是没有发出去。', en: 'Tried again, and again it was not sent.' },
})

/** What each kind tells a citizen, said to somebody else. */
export const parkedKindTexts = defineTexts({
  near: { zh: '快到号', en: 'Nearly their turn' },
  called: { zh: '叫号', en: 'Call to a window' },
  missed: { zh: '过号', en: 'Missed call' },
  leave: { zh: '该出发了', en: 'Time to set out' },
  dayBefore: { zh: '预约前一天', en: 'Appointment tomorrow' },
  soon: { zh: '预约前两小时', en: 'Appointment in two hours' },
  changed: { zh: '预约有变动', en: 'Appointment changed' },
  place: { zh: '候补有位置', en: 'A place came free' },
  case: { zh: '办件进展', en: 'News of a case' },
  rating: { zh: '差评的答复', en: 'Answer to a bad rating' },
} satisfies Record<MessageKind, Entry>)

export const wayTexts = defineTexts({
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  sms: { zh: '短信', en: 'SMS' },
})

export const problemTexts = defineTexts({
  silent: { zh: '没有应答', en: 'no answer came' },
  token: { zh: '没有取得微信的接口凭证，请检查应用密钥和服务器地址白名单', en: 'WeChat gave no access token: check the app’s secret and the list of server addresses' },
  unsigned: { zh: '应答不是支付宝签名的', en: 'the answer was not signed by Alipay' },
  own: { zh: '系统自己没能发送，原因见日志', en: 'our own sending failed; the log says why' },
  status: { zh: '应答异常，状态码 {code}', en: 'it answered with status {code}' },
  code: { zh: '平台拒绝，代码 {code}', en: 'the platform refused with code {code}' },
})
