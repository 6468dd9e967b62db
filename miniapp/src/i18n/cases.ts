import type { CaseStage, ResultWay, StopReason } from '@shared/caseStates'
import { defineTexts, type Entry } from './text'

type Named<K extends string> = Record<K, Entry>

/** Steps of a case as they are called on paper. */
export const stageTexts = defineTexts({
  apply: { zh: '提交申请', en: 'Applied' },
  accept: { zh: '受理', en: 'Accepted' },
  examine: { zh: '审查', en: 'Examination' },
  decide: { zh: '决定', en: 'Decision' },
  issue: { zh: '制作证件、文书', en: 'Making the document' },
  deliver: { zh: '领取结果', en: 'Handing over' },
} satisfies Named<CaseStage>)

/** Why the promised time does not run. */
export const stopTexts = defineTexts({
  supplement: { zh: '等您补材料', en: 'waiting for your documents' },
  hearing: { zh: '听证', en: 'a hearing' },
  inspection: { zh: '现场检查', en: 'an inspection' },
  testing: { zh: '检验检测', en: 'tests' },
  'expert-review': { zh: '专家评审', en: 'a review by experts' },
  other: { zh: '依法不计时的程序', en: 'a procedure the law does not count' },
} satisfies Named<StopReason>)

export const wayTexts = defineTexts({
  window: { zh: '到窗口领取', en: 'At a window' },
  post: { zh: '邮寄到家', en: 'By post' },
  locker: { zh: '自助柜领取', en: 'At a locker' },
  electronic: { zh: '电子证照，不用跑', en: 'Electronic: no need to come' },
} satisfies Named<ResultWay>)

/** Where a case stands, in the citizen's words. */
export const standTexts = defineTexts({
  applied: { zh: '已提交，等窗口受理', en: 'Handed in, to be accepted' },
  accept: { zh: '已受理，等待审查', en: 'Accepted, to be examined' },
  examine: { zh: '正在审查', en: 'Being examined' },
  decide: { zh: '正在作决定', en: 'Being decided' },
  issue: { zh: '已决定，正在制作证件、文书', en: 'Decided, the document is being made' },
  deliver: { zh: '结果正在送出', en: 'The result is on its way' },
  supplement: { zh: '请您补材料', en: 'Please bring what is missing' },
  special: { zh: '时间暂停：{reason}', en: 'The time stands still: {reason}' },
  specialBare: { zh: '时间暂停', en: 'The time stands still' },
  granted: { zh: '办好了，请领取结果', en: 'Done: fetch your result' },
  grantedAlone: { zh: '办好了', en: 'Done' },
  delivered: { zh: '已办结，结果已领取', en: 'Over: the result was handed over' },
  refused: { zh: '没有批准', en: 'Not granted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },

  by: { zh: '承诺 {day} 前办完', en: 'Promised by {day}' },
  left: { zh: '还有 {n} 个工作日', en: { one: '{n} working day left', other: '{n} working days left' } },
  lastDay: { zh: '今天是最后一天', en: 'Today is the last day' },
  late: { zh: '已超期 {n} 个工作日', en: { one: 'Late by {n} working day', other: 'Late by {n} working days' } },
  notRunning: { zh: '承诺 {n} 个工作日办完，受理后开始算', en: { one: '{n} working day promised, from acceptance', other: '{n} working days promised, from acceptance' } },
  stopped: { zh: '时间暂停，等{reason}', en: 'Time stands still for {reason}' },
  stoppedForYou: { zh: '时间暂停，等您补材料', en: 'Time stands still until you bring what is missing' },
  bringBy: { zh: '请在 {day} 前补齐', en: 'Bring it by {day}' },
  joint: { zh: '{n} 个部门一起办', en: { one: '{n} department handles it', other: '{n} departments handle it together' } },
  asOf: { zh: '{time} 的情况', en: 'As of {time}' },
})

/** Systems that did not answer, and what is shown of them. */
export const sourceTexts = defineTexts({
  asking: { zh: '{name}还没有回应', en: 'No answer yet: {name}' },
  askingAsOf: { zh: '{name}还没有回应，先显示 {time} 的情况', en: 'No answer yet: {name}. Shown as of {time}' },
  silent: { zh: '{name}暂时没有回应，它那里的办件现在看不到', en: '{name} is not answering: its cases cannot be seen right now' },
  silentAsOf: { zh: '{name}暂时没有回应，显示的是 {time} 的情况', en: '{name} is not answering. Shown as of {time}' },
  unreadable: { zh: '{name}现在读不出来，它那里的办件暂时看不到', en: '{name} cannot be read now: its cases cannot be seen' },
  unreadableAsOf: { zh: '{name}现在读不出来，显示的是 {time} 的情况', en: '{name} cannot be read now. Shown as of {time}' },
  title: { zh: '情况还不全', en: 'Not everything is here' },
  comes: { zh: '收到后会自动显示，不用刷新。', en: 'It will appear here by itself.' },
  later: { zh: '不影响办理，稍后再来看。', en: 'Your cases are not affected. Please look again later.' },
})

/** My cases. */
export const casesTexts = defineTexts({
  title: { zh: '我的办件', en: 'My cases' },
  whose: { zh: '看谁的', en: 'Whose cases' },
  self: { zh: '本人', en: 'Mine' },
  waiting: { zh: '等您办', en: 'Waiting for you' },
  running: { zh: '办理中', en: 'In progress' },
  over: { zh: '办完的', en: 'Over' },
  none: { zh: '没有查到办件', en: 'No cases were found' },
  noneHow: { zh: '刚递交的可能要过一会儿才有。手上有受理回执，可以凭回执查。', en: 'A new one may take a while to appear. With a receipt you can look it up.' },
  noneYet: { zh: '还没有收到全部回应', en: 'Not every system has answered' },
  noneYetHow: { zh: '现在还不能说您有没有办件，收到后会显示在这里。', en: 'Whether you have cases cannot be said yet. They will appear here.' },
  byReceipt: { zh: '凭受理回执查', en: 'Look up by receipt' },
  byReceiptHow: { zh: '扫回执条码，或输入办件号和姓名', en: 'Scan its barcode, or type number and name' },
  guides: { zh: '办事指南', en: 'Guides' },
  guidesHow: { zh: '能不能办、带什么、去哪里', en: 'Can I, what to bring, where' },
  signInFirst: { zh: '登录后看您的办件', en: 'Sign in to see your cases' },
  signInWhy: { zh: '办件只给本人看。不登录，也可以凭受理回执查。', en: 'Only you may see your cases. Without signing in, you can look one up by its receipt.' },
  realName: { zh: '还没有实名，看不到本人办件', en: 'Your real name is not confirmed' },
  realNameHow: {
    zh: '办件是按姓名和证件号登记的，实名认证后就能看到；也可以凭受理回执查，不用实名。',
    en: 'Cases are kept under name and ID number: verify your real name to see yours; or look one up by its receipt, without it.',
  },
  realNameGo: { zh: '去实名认证', en: 'Verify my real name' },
  notGranted: { zh: '企业没有授权您查办件', en: 'The enterprise has not let you see its cases' },
  notGrantedHow: { zh: '请企业在统一身份认证平台授权“查办件”后再来。', en: 'Please have it granted at the unified identity service first.' },
  failed: { zh: '暂时看不到您的办件', en: 'Your cases cannot be shown right now' },
  failedHow: { zh: '这不影响办理。请再试一次。', en: 'This does not affect them. Please try again.' },
  notAgent: { zh: '您现在不能代这家企业查看', en: 'You may not act for this enterprise now' },
  notAgentHow: { zh: '授权可能已到期，可在“我的”里重新添加。', en: 'The authorisation may have ended. You can add it again under Me.' },
  homeMore: { zh: '全部办件', en: 'All cases' },
  ofVisit: { zh: '这次递交的办件', en: 'The case you handed in' },
})

/** One case. */
export const caseTexts = defineTexts({
  title: { zh: '办件进度', en: 'Case' },
  lateHead: { zh: '超期了，还没办完', en: 'Late, and not done yet' },
  lateHow: { zh: '超过了承诺的时间。可以拨打 12345 催办，报办件号即可。', en: 'The promised time is over. You can call 12345 and quote the case number.' },
  dial: { zh: '拨打 12345', en: 'Call 12345' },
  holder: { zh: '现在由{department}办理', en: 'With {department} now' },
  nextStep: { zh: '下一步：{step}', en: 'Next: {step}' },
  limits: { zh: '承诺 {n} 个工作日，法定 {most} 个工作日', en: '{n} working days promised, {most} by law' },
  limit: { zh: '承诺 {n} 个工作日', en: { one: '{n} working day promised', other: '{n} working days promised' } },
  number: { zh: '办件号', en: 'Case number' },
  applicant: { zh: '申请人', en: 'Applicant' },
  filed: { zh: '递交日期', en: 'Handed in' },
  about: { zh: '办件信息', en: 'About this case' },

  bring: { zh: '要补的材料', en: 'What is missing' },
  bringOver: { zh: '{day} 已过，请尽快到窗口问清', en: '{day} is past: please ask at a window soon' },
  bookVisit: { zh: '预约去补', en: 'Book a visit' },
  takeNumber: { zh: '现在取号', en: 'Take a number' },
  guide: { zh: '看办事指南', en: 'See the guide' },

  rateCase: { zh: '评价这次办理', en: 'Rate how it was handled' },
  timeline: { zh: '经过', en: 'What happened' },
  visit: { zh: '到大厅递交（{number} 号）', en: 'Handed in at the hall (number {number})' },
  rated: { zh: '已评价这次服务', en: 'You rated the visit' },
  rate: { zh: '评价这次服务', en: 'Rate the visit' },
  rateHow: { zh: '办得怎么样，说一句', en: 'Tell us how it was' },
  done: { zh: '已完成', en: 'Done' },
  now: { zh: '现在', en: 'Now' },
  next: { zh: '之后', en: 'Later' },

  stops: { zh: '不算在内的时间', en: 'Time that does not count' },
  stopOpen: { zh: '{from} 起', en: 'Since {from}' },
  stopSpan: { zh: '{from} 至 {until}', en: '{from} to {until}' },
  stoppedTitle: { zh: '承诺时间暂停计算', en: 'The promised time stands still' },
  stoppedForYou: { zh: '等您补材料，补齐后接着算。', en: 'Until you bring what is missing. Then it goes on.' },
  stoppedFor: { zh: '正在{reason}，结束后接着算。', en: 'It goes on after {reason}.' },
  stoppedSince: { zh: '{day} 起暂停。', en: 'Since {day}.' },

  tracks: { zh: '各部门办到哪了', en: 'Each department' },
  tracksHow: { zh: '{n} 个部门同时办', en: { one: '{n} department', other: '{n} departments at once' } },
  holdsUp: { zh: '正在等它', en: 'All wait for it' },
  heldUpBy: { zh: '整件事在等：{departments}', en: 'The case waits for: {departments}' },
  comma: { zh: '、', en: ', ' },
  /** Between two sentences. */
  space: { zh: '', en: ' ' },

  result: { zh: '结果', en: 'Result' },
  grantedOn: { zh: '{day} 准予', en: 'Granted on {day}' },
  refusedOn: { zh: '{day} 没有批准', en: 'Not granted on {day}' },
  collectedOn: { zh: '{day} 已领取', en: 'Handed over on {day}' },
  reason: { zh: '理由：{reason}', en: 'Reason: {reason}' },
  hall: { zh: '看这个大厅', en: 'See the hall' },
  directions: { zh: '怎么去', en: 'Directions' },
  copyAddress: { zh: '复制地址', en: 'Copy the address' },
  copied: { zh: '地址已复制', en: 'The address is copied' },
  copyFailed: { zh: '这台手机不能复制，请长按地址。', en: 'This phone cannot copy: press and hold the address.' },

  notFound: { zh: '没有找到这个办件', en: 'We could not find this case' },
  notFoundHow: { zh: '可能不是您本人的。手上有受理回执，可以凭回执查。', en: 'It may not be yours. With a receipt you can look it up.' },
  notFoundVisit: { zh: '这次没有递交办件，或还没登记进来。', en: 'No case was handed in at this visit, or it is not registered yet.' },
  proofGone: { zh: '为了安全，查过的回执不保存', en: 'Receipts are not kept, for safety' },
  proofGoneHow: { zh: '请再扫一次，或再输入一次。', en: 'Please scan or type it again.' },
  all: { zh: '看我的办件', en: 'My cases' },
  again: { zh: '查另一个', en: 'Look up another' },
})

/** Looking a case up by its receipt. */
export const receiptTexts = defineTexts({
  title: { zh: '凭受理回执查', en: 'Look up by receipt' },
  scan: { zh: '扫回执上的条码', en: 'Scan the receipt’s barcode' },
  scanHow: { zh: '不用登录，不用填写', en: 'No signing in, nothing to type' },
  or: { zh: '或者自己填', en: 'Or type it' },
  number: { zh: '办件号', en: 'Case number' },
  numberHint: { zh: '回执上的 43 位号码', en: 'The 43 characters on the receipt' },
  name: { zh: '申请人姓名或企业名称', en: 'Name of the applicant or enterprise' },
  nameHint: { zh: '和回执上写的一样', en: 'As it stands on the receipt' },
  find: { zh: '查进度', en: 'Look it up' },
  privacy: { zh: '号码和姓名只用于这次查询，不保存。', en: 'Number and name are used for this look-up only and not kept.' },
  numberMissing: { zh: '请填办件号。', en: 'Please type the case number.' },
  tooShort: { zh: '办件号是 {all} 位，现在是 {n} 位，少了 {lacks} 位。', en: 'A case number has {all} characters; this has {n}, {lacks} too few.' },
  tooLong: { zh: '办件号是 {all} 位，现在是 {n} 位，多了 {extra} 位。', en: 'A case number has {all} characters; this has {n}, {extra} too many.' },
  badCheck: { zh: '前 18 位对不上，可能有一位写错了。请对照回执核对。', en: 'The first 18 characters do not fit together: one may be wrong. Please check the receipt.' },
  badForm: { zh: '办件号的写法不对。请对照回执，从第 19 位起核对。', en: 'This is not how a case number is written. Please check it from the 19th character on.' },
  badDay: { zh: '第 32 到 39 位应是日期，请对照回执核对。', en: 'Characters 32 to 39 should be a date. Please check the receipt.' },
  nameMissing: { zh: '请填姓名。', en: 'Please type the name.' },
  notAReceipt: { zh: '这不是受理回执的条码。请对准回执再扫，或自己填写。', en: 'This is no receipt’s barcode. Point at the receipt again, or type it.' },
  numberRead: { zh: '号码已填好，请再填姓名。', en: 'The number is filled in. Please add the name.' },
  scanUnreadable: { zh: '没有读出条码。请对准再扫，或自己填写。', en: 'No barcode was read. Try again, or type it.' },
  cameraRefused: { zh: '相机没有打开。请允许使用相机，或自己填写。', en: 'The camera did not open. Please allow it, or type it.' },
  offline: { zh: '没有收到回应，请再试一次。', en: 'No answer came. Please try again.' },
})
