import { defineTexts } from './text'

/** Everything that is held, to be read and saved. */
export const heldTexts = defineTexts({
  title: { zh: '我的全部数据', en: 'Everything held about me' },
  asOf: { zh: '{time} 的情况', en: 'As of {time}' },
  records: { zh: '{n} 条', en: { one: '{n} record', other: '{n} records' } },
  none: { zh: '没有', en: 'None' },
  record: { zh: '第 {n} 条', en: 'Record {n}' },
  more: { zh: '再显示 {n} 条', en: { one: 'Show {n} more', other: 'Show {n} more' } },
  saveFile: { zh: '保存为文件', en: 'Save as a file' },
  copy: { zh: '复制全部（JSON）', en: 'Copy all of it (JSON)' },
  saved: { zh: '已交给浏览器保存。文件里有您的个人信息，请妥善保管。', en: 'The browser is saving it. The file holds personal data: keep it safe.' },
  copied: { zh: '已复制。内容是您的个人信息，请粘贴到自己保管的地方。', en: 'Copied. It is personal data: paste it where only you can read it.' },
  notSaved: { zh: '没有成功，请再试一次。', en: 'That did not work. Please try again.' },
  empty: { zh: '没有存您的任何数据', en: 'Nothing is held about you' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  nothing: { zh: '无', en: 'None' },
})

/** What stays by law, before and after deleting. */
export const lawTexts = defineTexts({
  title: { zh: '依法要留的', en: 'What the law keeps' },
  until: { zh: '留到 {day}', en: 'Kept until {day}' },
  open: { zh: '由办理部门依法保存', en: 'Kept by the department as the law asks' },
  nothing: { zh: '没有。', en: 'Nothing.' },
})

export const deleteTexts = defineTexts({
  title: { zh: '删除我的数据', en: 'Delete my data' },
  what: { zh: '会发生什么', en: 'What happens' },
  erased: { zh: '存着的您的数据都会删除，不能恢复。依法要留的列在下面。', en: 'What is held about you is deleted. This cannot be undone. What the law keeps is listed below.' },
  givenBack: { zh: '还没办的排队号和预约会退回，让给别人。', en: 'Numbers and appointments to come are given back to others.' },
  signedOut: { zh: '所有设备都会退出登录，这台手机上存的也会清除。', en: 'Every device is signed out, and what is stored on this phone is cleared.' },
  cases: { zh: '已递交的办件照常办理，可凭受理回执查询。', en: 'Cases you handed in go on, and can be looked up by their receipts.' },
  understood: { zh: '我知道删除后不能恢复', en: 'I understand that this cannot be undone' },
  tickFirst: { zh: '请先勾选，表示您知道不能恢复。', en: 'Please tick first that you understand it.' },
  saveFirst: { zh: '先保存一份', en: 'Save a copy first' },
  next: { zh: '删除我的数据', en: 'Delete my data' },
  sureTitle: { zh: '确定删除全部数据？', en: 'Delete everything?' },
  sureText: { zh: '这是最后一步。确定后立即删除。', en: 'This is the last step. It is done at once.' },
  sure: { zh: '确定删除', en: 'Delete it' },
  keep: { zh: '不删除', en: 'Do not delete' },
  failed: { zh: '没有删除', en: 'Not deleted' },
  unknown: { zh: '没有收到结果', en: 'No answer came' },
  unknownHow: { zh: '网络不好，可能已经删除，也可能没有。请再点一次，重复没有影响。', en: 'The connection is poor: it may be done or not. Please tap once more; twice does no harm.' },
  done: { zh: '已删除', en: 'Deleted' },
  doneText: { zh: '您的数据已删除，所有设备已退出登录。', en: 'Your data is deleted, and every device is signed out.' },
  home: { zh: '回首页', en: 'Home' },
  signInFirst: { zh: '登录后才能删除您的数据', en: 'Sign in to delete your data' },
})

/** What the fields of a record are called; all that a record of ours can hold are here (fieldNames.test.ts). One of another system's is shown by the name it has in the file. */
export const fieldTexts = defineTexts({
  name: { zh: '姓名或名称', en: 'Name' }, idMasked: { zh: '证件号', en: 'Number' }, channel: { zh: '登录方式', en: 'Channel' }, device: { zh: '设备', en: 'Device' },
  kind: { zh: '类型', en: 'Kind' }, relation: { zh: '关系', en: 'Relation' }, until: { zh: '截止', en: 'Until' }, grants: { zh: '授权范围', en: 'Granted' },
  version: { zh: '版本', en: 'Version' }, by: { zh: '方式', en: 'By' }, at: { zh: '时间', en: 'Time' }, number: { zh: '号', en: 'Number' }, state: { zh: '状态', en: 'State' },
  hallId: { zh: '大厅', en: 'Hall' }, hallName: { zh: '大厅', en: 'Hall' }, lineId: { zh: '业务', en: 'Line' }, lineName: { zh: '业务', en: 'Line' }, day: { zh: '日期', en: 'Day' },
  level: { zh: '评价', en: 'Rating' }, text: { zh: '文字', en: 'Words' }, tags: { zh: '标签', en: 'Tags' }, photos: { zh: '照片', en: 'Photos' }, anonymous: { zh: '匿名', en: 'Anonymous' },
  language: { zh: '语言', en: 'Language' }, givenAt: { zh: '同意时间', en: 'Agreed on' }, withdrawnAt: { zh: '撤回时间', en: 'Taken back on' }, signedInAt: { zh: '登录时间', en: 'Signed in' },
  seenAt: { zh: '最近使用', en: 'Last used' }, takenAt: { zh: '取号时间', en: 'Taken' }, startsAt: { zh: '开始', en: 'Starts' }, endsAt: { zh: '结束', en: 'Ends' }, ratedAt: { zh: '评价时间', en: 'Rated' },
  createdAt: { zh: '建立时间', en: 'Created' }, changedAt: { zh: '修改时间', en: 'Changed' }, expiresAt: { zh: '到期', en: 'Ends' }, bookedAt: { zh: '预约时间', en: 'Booked' }, sentAt: { zh: '发送时间', en: 'Sent' },
  ticketId: { zh: '编号', en: 'Reference' }, class: { zh: '排队类别', en: 'Class' }, priority: { zh: '优先原因', en: 'Priority' }, itemId: { zh: '事项', en: 'Item' },
  windowId: { zh: '窗口', en: 'Window' }, windowName: { zh: '窗口', en: 'Window' }, calledAt: { zh: '叫号时间', en: 'Called' }, calls: { zh: '叫了几次', en: 'Times called' },
  endedAt: { zh: '结束时间', en: 'Ended' }, returnBefore: { zh: '最晚回来', en: 'Back by' }, defersLeft: { zh: '还能推后几次', en: 'Delays left' }, rated: { zh: '已评价', en: 'Rated' },
  ahead: { zh: '前面人数', en: 'Ahead' }, wait: { zh: '估计等候', en: 'Expected wait' }, low: { zh: '最少分钟', en: 'At least, minutes' }, high: { zh: '最多分钟', en: 'At most, minutes' },
  confidence: { zh: '把握', en: 'Certainty' }, moved: { zh: '位置变化', en: 'Moved' }, reason: { zh: '原因', en: 'Reason' }, people: { zh: '人数', en: 'People' },
  seen: { zh: '看到的号次', en: 'Seen' }, paused: { zh: '暂停叫号', en: 'Paused' }, silent: { zh: '没有回答的系统', en: 'System that did not answer' }, appointmentId: { zh: '编号', en: 'Reference' },
  code: { zh: '预约码', en: 'Code' }, address: { zh: '地址', en: 'Address' }, place: { zh: '位置', en: 'Place' }, lat: { zh: '纬度', en: 'Latitude' },
  lng: { zh: '经度', en: 'Longitude' }, itemIds: { zh: '事项', en: 'Items' }, personId: { zh: '办理人编号', en: 'Person’s reference' }, personName: { zh: '办理人', en: 'Person' },
  heldUntil: { zh: '保留至', en: 'Held until' }, offered: { zh: '候补得来', en: 'From the waiting list' }, cancelBefore: { zh: '最晚取消', en: 'Cancel by' }, checkInFrom: { zh: '最早签到', en: 'Check in from' },
  checkInUntil: { zh: '最晚签到', en: 'Check in by' }, late: { zh: '迟到', en: 'Late' }, waitingId: { zh: '编号', en: 'Reference' }, from: { zh: '从', en: 'From' },
  offersLeft: { zh: '还会留几次', en: 'Offers left' }, ratingId: { zh: '编号', en: 'Reference' }, about: { zh: '评的是', en: 'About' }, business: { zh: '业务', en: 'Business' },
  changeUntil: { zh: '最晚修改', en: 'Change by' }, order: { zh: '差评整改', en: 'Follow-up' }, office: { zh: '负责单位', en: 'Office' }, dueAt: { zh: '最晚办结', en: 'Due' },
  overdue: { zh: '超期', en: 'Overdue' }, leader: { zh: '负责人', en: 'Leader' }, steps: { zh: '经过', en: 'Steps' }, step: { zh: '步骤', en: 'Step' },
  asks: { zh: '问您的', en: 'Asked of you' }, expired: { zh: '已到期', en: 'Expired' }, messageId: { zh: '编号', en: 'Reference' }, title: { zh: '标题', en: 'Title' },
  page: { zh: '打开的页面', en: 'Page it opens' }, read: { zh: '已读', en: 'Read' }, settings: { zh: '设置', en: 'Settings' }, permits: { zh: '允许发送', en: 'Permits to send' },
  left: { zh: '还能发几次', en: 'Left' }, lasting: { zh: '一直允许', en: 'For good' }, refused: { zh: '已拒绝', en: 'Refused' }, off: { zh: '关掉的', en: 'Turned off' },
  quiet: { zh: '免打扰', en: 'Quiet hours' }, cap: { zh: '一天最多', en: 'At most a day' }, deviceId: { zh: '编号', en: 'Reference' }, realName: { zh: '实名', en: 'Real name' },
  accounts: { zh: '账号数', en: 'Accounts' }, consents: { zh: '同意过的', en: 'Agreed to' }, devices: { zh: '登录设备', en: 'Devices' }, way: { zh: '途径', en: 'Way' },
  idType: { zh: '证件类型', en: 'Kind of number' }, asOf: { zh: '截至', en: 'As of' }, nextPollSeconds: { zh: '更新间隔（秒）', en: 'Asked again after (s)' },
})

/** What a code in a record says, by field and code. One that is not named here is shown as it stands in the file. */
export const codeTexts = defineTexts({
  'class.ordinary': { zh: '普通', en: 'Ordinary' }, 'class.priority': { zh: '优先', en: 'Priority' }, 'class.appointment': { zh: '预约', en: 'Appointment' },
  'state.waiting': { zh: '等候中', en: 'Waiting' }, 'state.called': { zh: '已叫号', en: 'Called' }, 'state.serving': { zh: '办理中', en: 'Being served' }, 'state.finished': { zh: '已办完', en: 'Finished' },
  'state.missed': { zh: '过号', en: 'Missed' }, 'state.returned': { zh: '已回来', en: 'Came back' }, 'state.cancelled': { zh: '已取消', en: 'Cancelled' }, 'state.transferred': { zh: '已转队', en: 'Moved to another line' },
  'state.held': { zh: '待确认', en: 'To be confirmed' }, 'state.booked': { zh: '已预约', en: 'Booked' }, 'state.arrived': { zh: '已到场', en: 'Arrived' },
  'by.unified': { zh: '统一身份认证', en: 'Unified identity' }, 'by.face': { zh: '刷脸', en: 'Face check' }, 'way.unified': { zh: '统一身份认证', en: 'Unified identity' }, 'way.face': { zh: '刷脸', en: 'Face check' },
  'channel.wechat': { zh: '微信', en: 'WeChat' }, 'channel.alipay': { zh: '支付宝', en: 'Alipay' }, 'channel.web': { zh: '网页', en: 'Web' },
  'kind.privacy': { zh: '隐私保护指引', en: 'The privacy guide' }, 'kind.idNumber': { zh: '保存姓名和身份证号', en: 'Keeping name and ID number' }, 'kind.face': { zh: '刷脸核验', en: 'Face check' },
  'state.expired': { zh: '已失效', en: 'Expired' }, 'state.lapsed': { zh: '未确认，已放回', en: 'Not confirmed' },
  'priority.elder': { zh: '长者', en: 'Elder' }, 'priority.disabled': { zh: '残障', en: 'Disabled' }, 'priority.pregnant': { zh: '孕妇', en: 'Pregnant' }, 'priority.military': { zh: '军人', en: 'Military' },
  'relation.child': { zh: '子女', en: 'Child' }, 'relation.parent': { zh: '父母', en: 'Parent' }, 'relation.spouse': { zh: '配偶', en: 'Spouse' }, 'relation.grandparent': { zh: '祖父母或外祖父母', en: 'Grandparent' },
  'relation.sibling': { zh: '兄弟姐妹', en: 'Sibling' }, 'relation.other': { zh: '其他', en: 'Other' },
  'kind.family': { zh: '家人', en: 'Family' }, 'kind.enterprise': { zh: '企业', en: 'Enterprise' }, 'kind.visit': { zh: '到大厅办事', en: 'A visit' }, 'kind.case': { zh: '办件', en: 'A case' },
  'kind.near': { zh: '快到号', en: 'Turn is near' }, 'kind.called': { zh: '叫号', en: 'Called' }, 'kind.missed': { zh: '过号', en: 'Missed' }, 'kind.leave': { zh: '该出发了', en: 'Set out' },
  'kind.dayBefore': { zh: '预约前一天', en: 'Day before' }, 'kind.soon': { zh: '预约前两小时', en: 'Two hours before' }, 'kind.changed': { zh: '预约有变动', en: 'Changed' },
  'kind.place': { zh: '候补有位置', en: 'A place' }, 'kind.rating': { zh: '差评有回复', en: 'Rating answered' },
  'grants.book': { zh: '预约', en: 'Book' }, 'grants.cases': { zh: '查办件', en: 'See cases' },
})
