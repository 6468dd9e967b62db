import type { ConsentKind } from '@shared/privacy'
import { defineTexts, type Entry } from './text'

/** The privacy guide's own words around its parts. A change of what it says raises PRIVACY_VERSION (shared/privacy.ts). */
export const guideTexts = defineTexts({
  title: { zh: '隐私保护指引', en: 'Privacy guide' },
  lead: { zh: '办哪件事，才用哪样信息。下面逐项写明用什么、为什么、留多久。', en: 'Each thing you do uses only what it needs. Here is what that is, why, and for how long.' },
  version: { zh: '第 {n} 版', en: 'Version {n}' },
  uses: { zh: '用什么、为什么、留多久', en: 'What, why, and for how long' },
  shared: { zh: '会给谁', en: 'With whom' },
  rights: { zh: '您的权利', en: 'Your rights' },
  never: { zh: '不会做的', en: 'What we never do' },
  platform: { zh: '微信《用户隐私保护指引》', en: 'The declaration kept by WeChat' },
  agree: { zh: '同意并继续', en: 'Agree and go on' },
  refuse: { zh: '不同意', en: 'I do not agree' },
  refuseNote: { zh: '不同意，刚才那一步就不会进行；其他功能照样可用。', en: 'If you do not agree, what you just asked for is not done. Everything else still works.' },
})

/** What is used: `…Why` says what for, `…Long` for how long. In the order in which people meet them. */
export const usedTexts = defineTexts({
  account: { zh: '账号标识、姓名首字', en: 'What the platform knows you by, the first character of your name' },
  accountWhy: {
    zh: '登录时由微信、支付宝或统一身份认证提供，用来认出是您。统一身份认证还会告知身份证号：您没有另外勾选，我们不保存。',
    en: 'WeChat, Alipay or the unified identity gives it when you sign in, to know you again. The unified identity also tells the ID number: unless you tick it apart, it is not kept.',
  },
  accountLong: { zh: '留到您删除为止；两年没有登录也会删除', en: 'Until you delete it, or two years after you last signed in' },
  device: { zh: '手机型号和系统', en: 'Model and system of your phone' },
  deviceWhy: { zh: '列在“登录设备”里，让您看出是不是自己的手机。', en: 'Shown among your devices, so that you can tell which is yours.' },
  deviceLong: { zh: '留到这台设备退出登录', en: 'Until that device is signed out' },
  visits: { zh: '排队号、预约、办理的事项', en: 'Numbers, appointments, and what they were for' },
  visitsWhy: { zh: '为您排队、留位、提醒和签到。', en: 'To keep your place, your time, to remind you and check you in.' },
  visitsLong: { zh: '排队号办完后约一周；预约约三个月', en: 'Numbers about a week after the visit, appointments about three months' },
  place: { zh: '位置', en: 'Where you are' },
  placeWhy: { zh: '只在您点了“使用我的位置”时读一次，用来排列大厅、核对您在大厅内、算什么时候出发。', en: 'Read once, only when you tap for it: to sort halls, to see that you are in one, to tell when to set out.' },
  placeLong: { zh: '不保存', en: 'Not kept' },
  idNumber: { zh: '姓名和身份证号', en: 'Name and ID number' },
  idNumberWhy: {
    zh: '另外征得您同意后，用来查您本人的办件、为企业代办、把您的几个账号合成一个。加密保存，页面上只显示首末位。撤回后只留一个加密摘要，用来保证一人一号，随账号删除。',
    en: 'With your consent given apart: to find your own cases, to act for an enterprise, to join accounts of yours. Kept encrypted; pages show the first and last character only. After you take it back a keyed hash stays, so that one person has one number, and goes with the account.',
  },
  idNumberLong: { zh: '留到您撤回同意', en: 'Until you take the consent back' },
  messages: { zh: '发给您的消息', en: 'Messages to you' },
  messagesWhy: { zh: '叫号、提醒、办件有变化时告诉您，存在“消息”里，加密保存。', en: 'To tell you of calls, reminders and news of your cases; kept encrypted in your inbox.' },
  messagesLong: { zh: '三个月', en: 'Three months' },
  face: { zh: '人脸', en: 'Your face' },
  faceWhy: { zh: '刷脸由微信或支付宝完成，另外征得您同意。我们只收到“通过”或“没通过”，不收到图像。', en: 'WeChat or Alipay checks it, with your consent given apart. We are told whether it passed, and receive no picture.' },
  faceLong: { zh: '不保存人脸，只留同意的时间', en: 'No face is kept, only when you consented' },
  persons: { zh: '您添加的家人和企业', en: 'Family members and enterprises you add' },
  personsWhy: {
    zh: '为他们预约、查企业办件。家人的号码只用来核对，不保存，只留首末位和校验值。',
    en: 'To book for them, and to see an enterprise’s cases. A family member’s number is only checked: first and last character and a check value stay.',
  },
  personsLong: { zh: '留到您移除', en: 'Until you remove them' },
  ratings: { zh: '评价、文字和照片', en: 'Ratings, words and photos' },
  ratingsWhy: { zh: '改进服务、处理差评。选了匿名，窗口看不到是谁评的。', en: 'To improve the service and to deal with complaints. An anonymous one does not tell the window who gave it.' },
  ratingsLong: { zh: '留到您删除；修改记录依法另存', en: 'Until you delete them; the record of changes is kept as the law asks' },
})

export const sharedTexts = defineTexts({
  office: { zh: '办理的大厅和部门：只给办这件事要用的。', en: 'The hall and department that serve you: what that very act needs.' },
  platforms: { zh: '微信、支付宝、统一身份认证：登录、刷脸和消息提醒时，各自只收到这一步要用的。', en: 'WeChat, Alipay and the unified identity: what signing in, a face check or a message needs, each only that.' },
  nobody: { zh: '其他人都不给，法律要求时除外。', en: 'Nobody else, unless the law demands it.' },
})
export const rightsTexts = defineTexts({
  see: { zh: '查看和复制：“我的 → 隐私与我的数据”里能看到全部并存一份。', en: 'See and copy: all of it, under Me → Privacy and my data.' },
  withdraw: { zh: '撤回同意：同一处，立即生效，不影响之前办的事。', en: 'Take a consent back: in the same place, at once; what was done before stays valid.' },
  erase: { zh: '更正和删除：同一处可删除全部；依法要留的会说明留什么、留到哪天。', en: 'Correct and delete: all of it, in the same place. What the law keeps is named, with the day.' },
  minors: { zh: '未满 14 周岁：须由监护人同意。', en: 'Below the age of 14 a guardian consents.' },
  complain: { zh: '有疑问或投诉：拨打 12345，或到大厅服务台。', en: 'Questions and complaints: call 12345, or ask at a hall’s service desk.' },
})
export const neverTexts = defineTexts({
  sell: { zh: '不出售信息，不做广告，不做画像。', en: 'No selling, no advertising, no profiling.' },
  force: { zh: '不同意某一项，只影响用到它的那件事。', en: 'Refusing one thing affects only what needs it.' },
})

/** What consents are called, and what taking one back means. */
export const consentTexts = defineTexts({
  privacy: { zh: '隐私保护指引', en: 'The privacy guide' },
  idNumber: { zh: '保存姓名和身份证号', en: 'Keeping name and ID number' },
  face: { zh: '刷脸核验', en: 'The face check' },
} satisfies Record<ConsentKind, Entry>)

export const privacyTexts = defineTexts({
  title: { zh: '隐私与我的数据', en: 'Privacy and my data' },
  guideNote: { zh: '用什么、为什么、留多久、您的权利', en: 'What is used, why, for how long; your rights' },
  signInFirst: { zh: '登录后看您的数据', en: 'Sign in to see your data' },
  consents: { zh: '我同意过的', en: 'What I agreed to' },
  noConsents: { zh: '没有记录', en: 'Nothing recorded' },
  given: { zh: '{time} 同意 · 第 {n} 版', en: 'Agreed on {time} · version {n}' },
  withdrawn: { zh: '{time} 已撤回', en: 'Taken back on {time}' },
  withdraw: { zh: '撤回', en: 'Take back' },
  withdrawLabel: { zh: '撤回“{what}”的同意', en: 'Take back the consent: {what}' },
  withdrawTitle: { zh: '撤回“{what}”？', en: 'Take back: {what}?' },
  withdrawIdNumber: {
    zh: '实名认证会一起取消，保存的姓名和身份证号会立即删除。之后看不到本人办件，也不能为企业代办；已有的号和预约不受影响。',
    en: 'Your real-name verification ends too: the name and ID number are erased at once. You then cannot see your own cases or act for an enterprise. Numbers and appointments stay.',
  },
  withdrawFace: { zh: '以后需要刷脸时会重新征求您的同意。已完成的实名认证不受影响。', en: 'You are asked anew when a face check is needed. A verification made before stays.' },
  keepConsent: { zh: '不撤回', en: 'Keep it' },
  withdrawnNow: { zh: '已撤回', en: 'Taken back' },
  withdrawnIdNumber: { zh: '已撤回，姓名和身份证号已删除', en: 'Taken back. Name and ID number are erased' },
  notWithdrawn: { zh: '没有撤回', en: 'Not taken back' },
  privacyHow: { zh: '要撤回对指引的同意，请删除我的数据。', en: 'To take back the agreement to the guide, delete your data.' },
  mine: { zh: '我的数据', en: 'My data' },
  all: { zh: '查看和保存全部数据', en: 'See and save everything held' },
  allNote: { zh: '逐项列出，可存一份', en: 'Part by part; you can keep a copy' },
  remove: { zh: '删除我的数据', en: 'Delete my data' },
  removeNote: { zh: '先说明会删什么、依法留什么', en: 'You first see what goes and what the law keeps' },
  noAnswer: { zh: '网络不好，请再试一次。', en: 'The connection is poor. Please try again.' },
})
