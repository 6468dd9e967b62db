import type { PriorityReason } from '@shared/halls'
import type { TicketClass } from '@shared/queue'
import { defineTexts, type Entry } from './text'

/** What the window console says: signing in, choosing a place, the number in hand, the line, the desk, the supervisor. */
export const consoleTexts = defineTexts({
  title: { zh: '窗口叫号台', en: 'Window console' },
  language: { zh: 'English', en: '中文' },
  close: { zh: '收起', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },

  signIn: { zh: '窗口人员登录', en: 'Staff sign-in' },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  showPassword: { zh: '显示', en: 'Show' },
  hidePassword: { zh: '隐藏', en: 'Hide' },
  signInNow: { zh: '登录', en: 'Sign in' },
  signingIn: { zh: '正在登录…', en: 'Signing in…' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  sessionOver: { zh: '登录已过期，请重新登录。', en: 'Your session has ended. Please sign in again.' },
  noAnswer: { zh: '连不上服务器，请检查网络后再试。', en: 'The server cannot be reached. Please check the network and try again.' },

  chooseHall: { zh: '选择大厅', en: 'Choose a hall' },
  chooseWindow: { zh: '选择窗口', en: 'Choose a window' },
  searchHall: { zh: '按名称查找大厅', en: 'Find a hall by name' },
  noHall: { zh: '没有找到大厅。', en: 'No hall found.' },
  noWindows: { zh: '这个大厅没有窗口。', en: 'This hall has no windows.' },
  noSuchWindow: { zh: '这个窗口已不存在，请重新选择。', en: 'This window no longer exists. Please choose another.' },
  usedBy: { zh: '{account} 正在使用', en: 'In use by {account}' },
  usedByYou: { zh: '您正在使用', en: 'You are here' },
  changeWindow: { zh: '换窗口', en: 'Change window' },
  changeHall: { zh: '换大厅', en: 'Change hall' },

  currentNumber: { zh: '当前号', en: 'Current number' },
  readyToCall: { zh: '可以呼叫下一位', en: 'Ready to call the next' },
  nobodyWaits: { zh: '当前没有人等候', en: 'Nobody is waiting' },
  windowIsClosed: { zh: '窗口未开启', en: 'The window is closed' },
  windowIsPaused: { zh: '窗口已暂停', en: 'The window is paused' },
  called: { zh: '已叫号，等待到窗口', en: 'Called, not here yet' },
  serving: { zh: '正在办理', en: 'Being served' },
  waited: { zh: '等候', en: 'Waited' },
  calls: { zh: '已叫', en: 'Called' },
  times: { zh: '{n} 次', en: { one: 'once', other: '{n} times' } },
  sinceCall: { zh: '距叫号', en: 'Since the call' },
  sinceStart: { zh: '已办理', en: 'Serving' },
  lastedSeconds: { zh: '{s} 秒', en: '{s} s' },
  lastedMinutes: { zh: '{m} 分 {s} 秒', en: '{m} min {s} s' },
  lastedHours: { zh: '{h} 小时 {m} 分', en: '{h} h {m} min' },
  minutes: { zh: '{n} 分钟', en: '{n} min' },
  noItem: { zh: '未选事项', en: 'No item chosen' },
  returned: { zh: '返回', en: 'Came back' },
  callsLeft: { zh: '还需再叫 {n} 次', en: { one: '{n} more call first', other: '{n} more calls first' } },

  beside: { zh: '等候情况', en: 'The line' },
  otherLines: { zh: '其他业务', en: 'Other lines' },
  waiting: { zh: '人等候', en: 'waiting' },
  longest: { zh: '最长 {n} 分钟', en: 'longest {n} min' },
  nextInOrder: { zh: '接下来（按叫号顺序）', en: 'Next, in calling order' },
  linePaused: { zh: '暂停取号', en: 'No new numbers' },

  transferTo: { zh: '将 {number} 转到', en: 'Transfer {number} to' },
  transferKeeps: { zh: '已等候的时间会保留。', en: 'The time already waited is kept.' },
  transferNone: { zh: '没有其他业务可转。', en: 'There is no other line.' },
  waitingThere: { zh: '{n} 人等候', en: '{n} waiting' },

  desk: { zh: '为没有手机的人取号', en: 'A number for somebody without a phone' },
  line: { zh: '业务', en: 'Line' },
  item: { zh: '事项', en: 'Item' },
  anyItem: { zh: '不选事项', en: 'No item' },
  priority: { zh: '优先类别', en: 'Priority' },
  greenLaneHint: { zh: '绿色通道由窗口人员核实后发放。', en: 'The green lane is given by staff after checking.' },
  take: { zh: '取号', en: 'Take the number' },
  taken: { zh: '已取号', en: 'Number taken' },
  takenTell: { zh: '请写给本人，并请他留意大厅屏幕。', en: 'Write it down for them and point them to the hall screen.' },
  takeAnother: { zh: '再取一个', en: 'Take another' },

  lead: { zh: '督导', en: 'Supervisor' },
  pauseHall: { zh: '暂停大厅', en: 'Pause the hall' },
  resumeHall: { zh: '恢复大厅', en: 'Resume the hall' },
  pauseHallAsk: { zh: '暂停后全大厅不能取号和叫号。确定暂停吗？', en: 'While paused, nobody in the hall can take a number or be called. Pause it?' },
  pauseHallYes: { zh: '确定暂停', en: 'Pause it' },
  pauseLine: { zh: '暂停取号', en: 'Pause' },
  resumeLine: { zh: '恢复取号', en: 'Resume' },
  pauseLineLabel: { zh: '{line}：暂停取号', en: '{line}: pause new numbers' },
  resumeLineLabel: { zh: '{line}：恢复取号', en: '{line}: resume new numbers' },
  openScreen: { zh: '打开大厅屏幕', en: 'Open the hall screen' },
  windowCodes: { zh: '窗口评价码', en: 'Codes for rating at the windows' },
  windowCodesHow: { zh: '打印后放在窗口。群众办完扫一扫，就能评价刚才的办理。', en: 'Print them and put them up at the windows: who scans one after a visit can rate it.' },
  windowCode: { zh: '{window}的评价码', en: 'Code of {window}' },
  windowCodeAsk: { zh: '办完请扫码评价', en: 'Please rate your visit' },
  print: { zh: '打印', en: 'Print' },
  posterLink: { zh: '海报码链接', en: 'Poster code link' },
  hallPaused: { zh: '大厅已暂停：不能取号，也不能叫号。', en: 'The hall has paused: no new numbers, no calls.' },
  hallClosed: { zh: '大厅现在不在办公时间。', en: 'The hall is outside its opening hours.' },

  live: { zh: '实时', en: 'Live' },
  stale: { zh: '连接中断，以下是 {time} 的情况', en: 'Connection lost. This is how it was at {time}' },
  confirming: { zh: '还没有收到结果，正在确认，请勿重复操作…', en: 'No answer yet. Confirming; please do not repeat it…' },
  giveUp: { zh: '不再确认', en: 'Stop confirming' },
  dismiss: { zh: '知道了', en: 'Dismiss' },

  keys: { zh: '按键', en: 'Keys' },
  keysNote: { zh: '输入文字时按键不起作用', en: 'Keys rest while you type' },
})

/** What each button says; `resume` is what opening a paused window is called. */
export const actTexts = defineTexts({
  next: { zh: '呼叫下一位', en: 'Call next' },
  recall: { zh: '重呼', en: 'Recall' },
  start: { zh: '开始办理', en: 'Start' },
  finish: { zh: '办理完成', en: 'Finish' },
  miss: { zh: '过号', en: 'Missed' },
  transfer: { zh: '转号', en: 'Transfer' },
  open: { zh: '开启窗口', en: 'Open window' },
  pause: { zh: '暂停', en: 'Pause' },
  resume: { zh: '继续', en: 'Resume' },
  close: { zh: '关闭窗口', en: 'Close window' },
  desk: { zh: '代取号', en: 'Take for visitor' },
  book: { zh: '预约簿', en: 'Appointments' },
  help: { zh: '按键说明', en: 'Keys' },
})

/** What was done, after it was done. */
export const doneTexts = defineTexts({
  next: { zh: '已呼叫 {number}', en: '{number} called' },
  recall: { zh: '已重呼 {number}', en: '{number} called again' },
  start: { zh: '{number} 开始办理', en: '{number} started' },
  finish: { zh: '{number} 办理完成', en: '{number} finished' },
  miss: { zh: '{number} 已过号', en: '{number} marked missed' },
  transfer: { zh: '{number} 已转号', en: '{number} transferred' },
  open: { zh: '窗口已开启', en: 'The window is open' },
  pause: { zh: '窗口已暂停', en: 'The window is paused' },
  close: { zh: '窗口已关闭', en: 'The window is closed' },
})

/** Why a button does not work now. */
export const refusalTexts = defineTexts({
  acting: { zh: '正在处理上一步操作', en: 'The last step is still on its way' },
  'no-number': { zh: '当前没有叫号', en: 'No number is at the window' },
  'number-in-hand': { zh: '请先办完当前的号', en: 'Finish the current number first' },
  'wrong-state': { zh: '当前状态不能进行此操作', en: 'Not possible in this state' },
  'calls-remain': { zh: '叫满三次后才能记为过号', en: 'A number is missed only after three calls' },
  'window-closed': { zh: '请先开启窗口', en: 'Open the window first' },
  'window-paused': { zh: '窗口已暂停，按“继续”恢复', en: 'The window is paused: resume it first' },
  'other-clerk': { zh: '该窗口正由其他人员使用', en: 'Another clerk is using this window' },
  'hall-paused': { zh: '大厅已暂停叫号', en: 'The hall has paused' },
  'nobody-waiting': { zh: '当前没有人等候', en: 'Nobody is waiting' },
  already: { zh: '已是此状态', en: 'It is so already' },
})

export const windowStateTexts = defineTexts({
  open: { zh: '已开启', en: 'Open' },
  paused: { zh: '已暂停', en: 'Paused' },
  closed: { zh: '已关闭', en: 'Closed' },
})

/** Short enough for a tag beside a number. */
export const classTexts = defineTexts({
  ordinary: { zh: '普通', en: 'Ordinary' },
  priority: { zh: '优先', en: 'Priority' },
  appointment: { zh: '预约', en: 'Appointment' },
} satisfies Record<TicketClass, Entry>)

export const reasonTexts = defineTexts({
  elder: { zh: '长者', en: 'Elder' },
  disabled: { zh: '残障', en: 'Disabled' },
  pregnant: { zh: '孕妇', en: 'Pregnant' },
  military: { zh: '军人', en: 'Military' },
  'green-lane': { zh: '绿色通道', en: 'Green lane' },
} satisfies Record<PriorityReason, Entry>)
