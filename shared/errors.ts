/** What the caller may do with a failed call: nothing, the same again with the same key, or the same later. */
export type Retry = 'never' | 'same-key' | 'later'
interface ErrorDefinition { readonly status: number; readonly retry: Retry; readonly zh: string; readonly en: string }

const define = <K extends string>(table: Record<K, readonly [status: number, retry: Retry, zh: string, en: string]>): Record<K, ErrorDefinition> => {
  const entries = Object.entries(table) as [K, readonly [number, Retry, string, string]][]
  return Object.fromEntries(entries.map(([code, [status, retry, zh, en]]) => [code, { status, retry, zh, en }])) as Record<K, ErrorDefinition>
}

/**
 * The closed set of errors: status, whether a retry makes sense, and the sentence people read.
 * `{name}` in a sentence is filled from the error's details.
 */
export const errorTable = define({
  INVALID_INPUT: [400, 'never', '填写的内容有误，请检查后再试。', 'Something in the request is not right. Please check it and try again.'],
  IDEMPOTENCY_KEY_REUSED: [409, 'never', '这次操作与之前的不一致，请刷新页面后重试。', 'This does not match what was sent before. Please reload the page and try again.'],
  UNAUTHENTICATED: [401, 'never', '请先登录。', 'Please sign in first.'],
  FORBIDDEN: [403, 'never', '您没有进行此操作的权限。', 'You are not allowed to do this.'],
  NOT_FOUND: [404, 'never', '没有找到您要的内容。', 'We could not find what you asked for.'],
  METHOD_NOT_ALLOWED: [405, 'never', '不支持这种请求方式。', 'This kind of request is not supported here.'],
  PAYLOAD_TOO_LARGE: [413, 'never', '发送的内容过大。', 'What you sent is too large.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'never', '请求的格式不受支持，请使用 JSON。', 'This format is not supported. Please send JSON.'],
  RATE_LIMITED: [429, 'later', '操作太频繁，请稍等片刻再试。', 'Too many attempts. Please wait a moment and try again.'],
  INTERNAL: [500, 'same-key', '系统出了点问题，请稍后再试；如仍不行，请到服务台。', 'Something went wrong on our side. Please try again, or ask at the service desk.'],
  UNREADABLE: [503, 'later', '这个来源现在读不出来，请稍后再试。', 'This source cannot be read right now. Please try again shortly.'],
  UNAVAILABLE: [503, 'later', '系统繁忙，请稍后再试。', 'The service is busy. Please try again shortly.'],
  UNKNOWN_OUTCOME: [504, 'same-key', '暂时没有收到结果，正在为您确认，请勿重复操作。', 'We have not heard back yet and are checking. Please do not repeat it.'],

  HALL_NOT_FOUND: [404, 'never', '没有找到这个大厅。', 'We could not find this hall.'],
  LINE_NOT_FOUND: [404, 'never', '该大厅没有这项业务，请重新选择。', 'This hall has no such line. Please choose another.'],
  WINDOW_NOT_FOUND: [404, 'never', '该大厅没有这个窗口。', 'This hall has no such window.'],
  ITEM_NOT_FOUND: [404, 'never', '没有找到这个事项，请重新搜索。', 'We could not find this item. Please search again.'],
  ITEM_WITHDRAWN: [409, 'never', '这个事项已经取消。请看它的办事指南，里面写了由什么代替。', 'This is no longer done. Its guide says what replaced it.'],
  ITEM_NOT_IN_LINE: [422, 'never', '该业务不办理这个事项，请重新选择。', 'This line does not handle that item. Please choose again.'],
  HALL_CLOSED: [422, 'never', '大厅现在不在办公时间，请在开放时间内取号。', 'The hall is closed now. Please take a number during its opening hours.'],
  HALL_PAUSED: [422, 'later', '大厅暂停取号和叫号，请留意现场通知。', 'The hall has paused. Please watch for notices in the hall.'],
  LINE_PAUSED: [422, 'later', '该业务暂停取号，请稍后再试或咨询服务台。', 'This line has paused. Please try later or ask at the service desk.'],
  LINE_FULL: [422, 'never', '该业务今天的号已取完，请改日再来或到其他大厅。', 'Today’s numbers for this line are all taken. Please come another day or try another hall.'],
  LIMIT_LINE: [422, 'never', '您在该业务已有一个号，办完后可再取。', 'You already hold a number in this line. You can take another once it is done.'],
  LIMIT_HALL: [422, 'never', '您在该大厅的号已达上限，办完后可再取。', 'You hold as many numbers in this hall as allowed. You can take another once one is done.'],
  LIMIT_DAY: [422, 'never', '您今天在该大厅取号次数已达上限，请到服务台办理。', 'You have taken as many numbers here today as allowed. Please ask at the service desk.'],
  PRIORITY_NOT_OFFERED: [422, 'never', '该业务不适用所选的优先类别，请按普通号取号或咨询服务台。', 'This line does not offer that priority. Take an ordinary number or ask at the service desk.'],

  CODE_UNREADABLE: [422, 'never', '这不是大厅的取号码，请扫描大厅屏幕上的二维码。', 'This is not a hall’s code. Please scan the code on the hall screen.'],
  CODE_FORGED: [422, 'never', '无法确认这个二维码，请扫描大厅屏幕上的二维码，或咨询服务台。', 'We cannot confirm this code. Please scan the one on the hall screen, or ask at the service desk.'],
  CODE_EXPIRED: [422, 'never', '二维码已更新，请再扫一次大厅屏幕上的二维码。', 'The code has changed. Please scan the hall screen once more.'],
  CODE_OTHER_HALL: [422, 'never', '这是另一个大厅的二维码，请扫描您所在大厅的二维码。', 'This code belongs to another hall. Please scan the code of the hall you are in.'],
  PLACE_NEEDED: [422, 'never', '请允许使用您的位置，或改扫大厅屏幕上的二维码。', 'Please allow your location, or scan the code on the hall screen instead.'],
  PLACE_TOO_FAR: [422, 'never', '您离大厅还有约 {distance} 米，请到大厅（{radius} 米内）再取号。', 'You are about {distance} m from the hall. Please take a number within {radius} m of it.'],
  PRESENCE_REQUIRED: [422, 'never', '请先在大厅扫码，再取号。', 'Please scan the code in the hall before taking a number.'],
  PRESENCE_EXPIRED: [422, 'never', '扫码已超过时限，请再扫一次大厅的二维码。', 'Your scan has expired. Please scan the hall’s code once more.'],
  PRESENCE_USED: [422, 'never', '这次扫码已被他人使用，请自己再扫一次。', 'Someone else has used this scan. Please scan the code yourself.'],

  TICKET_NOT_FOUND: [404, 'never', '没有找到这个号。', 'We could not find this number.'],
  ILLEGAL_MOVE: [409, 'never', '这个号现在的状态不能进行此操作。', 'This number’s state does not allow that now.'],
  RETURN_TOO_LATE: [422, 'never', '过号已超过 {minutes} 分钟，请重新取号。', 'More than {minutes} minutes have passed since you were missed. Please take a new number.'],
  RETURN_USED: [422, 'never', '每个号只能返回排队一次，请重新取号。', 'A number can come back once only. Please take a new one.'],
  DEFER_USED: [422, 'never', '这个号让号次数已用完。', 'You have let others go first as often as allowed.'],
  NOBODY_BEHIND: [422, 'never', '您后面暂时没有人排队，不需要让号。', 'Nobody stands behind you now, so there is no need to let others go first.'],
  CALLS_REMAIN: [422, 'never', '还需再叫 {calls} 次才能记为过号。', 'Call {calls} more time(s) before marking it missed.'],
  SAME_LINE: [422, 'never', '这个号已经在该业务排队。', 'The number is in that line already.'],
  WINDOW_NOT_OPEN: [422, 'never', '窗口未开启或已暂停，请先开启窗口。', 'The window is closed or paused. Open it first.'],
  WINDOW_BUSY: [409, 'never', '窗口还有未办结的号，请先处理。', 'The window still has a number in hand. Deal with it first.'],
  WINDOW_TAKEN: [409, 'never', '该窗口正由其他人员使用。', 'Another clerk is using this window.'],
  NOT_YOUR_WINDOW: [403, 'never', '这个号在其他窗口。', 'This number is at another window.'],
  NOBODY_WAITING: [422, 'later', '当前没有人等候。', 'Nobody is waiting.'],

  NOT_BOOKABLE: [422, 'never', '该业务不能预约，请到大厅取号。', 'This line takes no appointments. Please take a number in the hall.'],
  NOT_A_WORKING_DAY: [422, 'never', '这一天大厅不办公，请选择其他日期。', 'The hall does not work on that day. Please choose another.'],
  NOT_RELEASED: [422, 'never', '这一天的号还没有放出，请在放号时间后再预约。', 'That day is not released yet. Please book after its release.'],
  SLOT_NOT_FOUND: [422, 'never', '没有这个时段，请重新选择。', 'There is no such slot. Please choose again.'],
  SLOT_PAST: [422, 'never', '这个时段已过，请选择之后的时段。', 'That slot has passed. Please choose a later one.'],
  SLOT_CLOSED: [422, 'never', '这个时段已停止预约，请选择其他时段。', 'That slot is closed. Please choose another.'],
  SLOT_FULL: [409, 'never', '这个时段刚刚约满，请选择其他时段，或排队等候空位。', 'That slot has just filled up. Please choose another, or join the waiting list.'],
  OVERLAPS: [409, 'never', '您在这个时间已有别的预约，请选择其他时段。', 'You have another appointment at that time. Please choose another slot.'],
  ONE_A_DAY: [409, 'never', '您当天在该业务已有预约，可以改期，不能再约一个。', 'You have an appointment in this line on that day already. You can move it instead.'],
  TOO_MANY_BOOKINGS: [422, 'never', '您未办理的预约已达上限，办完或取消后可再约。', 'You have as many appointments to come as allowed. Keep or cancel one first.'],
  RESTRICTED: [422, 'never', '因多次爽约，您暂时不能网上预约；到大厅仍可取号。', 'After several missed appointments you cannot book online for a while. You can still take a number in the hall.'],
  HOLD_EXPIRED: [422, 'never', '保留时间已过，名额已退回，请重新选择时段。', 'The hold has ended and the place went back. Please choose a slot again.'],
  APPOINTMENT_NOT_FOUND: [404, 'never', '没有找到这个预约。', 'We could not find this appointment.'],
  ILLEGAL_APPOINTMENT_MOVE: [409, 'never', '这个预约现在的状态不能进行此操作。', 'This appointment’s state does not allow that now.'],
  CANCEL_TOO_LATE: [422, 'never', '距预约时间不足 {hours} 小时，不能再改期或取消。', 'Less than {hours} hours are left: it can no longer be moved or cancelled.'],
  CHECK_IN_EARLY: [422, 'never', '还没到签到时间，请在预约时间前 {minutes} 分钟内签到。', 'It is too early. Check in within {minutes} minutes before your appointment.'],
  PERSON_NOT_FOUND: [404, 'never', '没有找到这位办理人，请重新选择。', 'We could not find this person. Please choose again.'],
  PERSONS_FULL: [422, 'never', '最多可添加 {most} 位办理人，请先移除一位。', 'You can add {most} people at most. Please remove one first.'],
  CONSENT_NOT_VALID: [422, 'never', '未满 {must} 周岁须由监护人同意，满 {may} 周岁须由本人同意。', 'Below the age of {must} a guardian consents; from {may} on, only the person can.'],
  AUTHORISATION_PERIOD: [422, 'never', '授权截止日须在今天之后、一年以内。', 'The authorisation must end after today and within a year.'],
  WAITING_NOT_FOUND: [404, 'never', '没有找到这个候补。', 'We could not find this waiting.'],
  ALREADY_WAITING: [409, 'never', '这一天您已在候补中。', 'You are on that day’s waiting list already.'],
  PLACES_FREE: [409, 'never', '这一天还有空位，可以直接预约。', 'There are free places on that day: book one instead.'],
  BUSY: [503, 'later', '现在预约的人太多，请几秒后再试。', 'Very many people are booking right now. Please try again in a few seconds.'],
  WORK_NEEDED: [422, 'later', '现在预约的人很多，请稍等片刻再试一次。', 'Many people are booking right now. Please wait a moment and try once more.'],
  CLOCK_WRONG: [503, 'later', '系统正在校准时间，请稍后再试。', 'We are checking our clock. Please try again shortly.'],

  REAL_NAME_NEEDED: [403, 'never', '请先完成实名认证；查办件也可以凭受理回执。', 'Please verify your real name first. A case can also be looked up by its receipt.'],
  CASE_NOT_FOUND: [404, 'never', '没有找到这个办件，请对照受理回执核对办件号和姓名。', 'We could not find this case. Please check its number and the name against the receipt.'],
  CASE_SYSTEMS_SILENT: [503, 'later', '办件系统暂时没有回应，请稍后再查。', 'The case systems are not answering right now. Please try again shortly.'],
  TOO_MANY_TRIES: [429, 'later', '这个办件号查询次数过多，请 {minutes} 分钟后再试，或到窗口查询。', 'This case number was tried too often. Please try again in {minutes} minutes, or ask at a window.'],

  RATING_EXISTS: [409, 'never', '本次服务已存在评价', 'This visit has been rated already.'],
  RATING_NEEDS_REASON: [422, 'never', '差评必须勾选详情或填写文字评价', 'Please tick what was wrong or write a few words.'],
  RATING_TOO_EARLY: [422, 'never', '办理完成后才能评价。', 'You can rate once the visit is finished.'],
  RATING_TOO_LATE: [422, 'never', '已超过评价期限（{days} 天）。', 'The time to rate ({days} days) has passed.'],
  RATING_NOT_FOUND: [404, 'never', '没有找到这条评价。', 'We could not find this rating.'],
  RATING_CHANGE_OVER: [422, 'never', '评价只能在提交后 {hours} 小时内修改一次。', 'A rating can be changed once, within {hours} hours.'],
  TEXT_REFUSED: [422, 'never', '文字里有不能提交的内容，请修改后再提交。', 'The words contain something that cannot be accepted. Please change them and send again.'],
  PHOTO_REFUSED: [422, 'never', '这张图片不能使用，请换一张 JPEG、PNG 或 WebP 照片。', 'This picture cannot be used. Please choose another JPEG, PNG or WebP photo.'],
  PHOTO_TOO_LARGE: [413, 'never', '照片不能超过 {megabytes} MB，请换一张小一些的。', 'A photo may have {megabytes} MB at most. Please choose a smaller one.'],
  PHOTO_NOT_FOUND: [404, 'never', '没有找到这张照片，请重新上传。', 'We could not find this photo. Please add it again.'],
  ORDER_NOT_FOUND: [404, 'never', '没有找到这张工单。', 'We could not find this work order.'],
  ILLEGAL_STEP: [409, 'never', '工单现在的状态不能进行这一步，请刷新后再看。', 'The work order’s state does not allow this step now. Please reload.'],
  OWN_RATING: [403, 'never', '这是对您本人的评价，您可以申诉，不能处理。', 'This rating is about you: you may appeal, but not handle it.'],
  SAME_HANDS: [403, 'never', '办理和督查须由不同的人进行，请交给另一位同事。', 'Who handles an order may not check it, and the other way round. Please hand this step to a colleague.'],
  SCOPE_NOT_FOUND: [404, 'never', '没有找到这个统计范围。', 'We could not find this part of the city.'],
  PERIOD_WRONG: [422, 'never', '起止日期不对：结束不能早于开始，最长 {days} 天。', 'The period is not right: it must not end before it begins, and have {days} days at most.'],
  BULLETIN_NOT_FOUND: [404, 'never', '没有这一期通报。', 'There is no such bulletin.'],

  SIGN_IN_REJECTED: [401, 'never', '登录没有成功，请重新登录。', 'Signing in did not work. Please try again.'],
  IDENTITY_UNAVAILABLE: [503, 'later', '身份认证服务暂时不可用，请稍后再试。', 'The identity service is not available right now. Please try again later.'],
  PRIVACY_CHANGED: [409, 'never', '隐私保护指引已更新，请阅读并同意后再登录。', 'The privacy guide has changed. Please read and agree to it, then sign in.'],
  REAL_NAME_KNOWN: [409, 'never', '这个账号已完成实名，不能换成另一个人；家人请在“办理人”中添加。', 'This account belongs to somebody verified already. Please add family members as people you act for.'],
  FACE_NOT_OFFERED: [422, 'never', '这里不能刷脸，请用统一身份认证登录来完成实名。', 'There is no face check here. Please sign in with the unified identity instead.'],
  FACE_REFUSED: [422, 'never', '人脸核验没有通过，请核对姓名和身份证号后再试，或到窗口办理。', 'The face check did not pass. Please check the name and ID number and try again, or ask at a window.'],
  CHECK_NOT_FOUND: [404, 'never', '这次人脸核验已失效，请重新开始。', 'This face check is over. Please begin again.'],
  CHECK_PENDING: [409, 'later', '人脸核验还没有做完，请先完成。', 'The face check is not finished yet. Please finish it first.'],
  NAME_NOT_CONFIRMED: [422, 'never', '姓名和身份证号对不上，请检查后再试。', 'The name and the ID number do not belong together. Please check them.'],
  NOT_AUTHORISED: [403, 'never', '没有查到该企业对您的授权，请先在统一身份认证平台办理授权。', 'We found no authorisation of yours by this enterprise. Please have it granted at the unified identity service first.'],
  NOT_GRANTED: [403, 'never', '企业没有授权您进行这项操作。', 'The enterprise has not granted you this.'],
  NOT_WAITING: [409, 'never', '这个号已不在等候中。', 'This number is not waiting any more.'],
  PARKED_NOT_FOUND: [404, 'never', '没有找到这条消息。', 'We could not find this message.'],
  PASSWORD_WRONG: [401, 'never', '账号或密码不正确。', 'The account or password is not right.'],
  ACCOUNT_LOCKED: [423, 'later', '登录失败次数过多，账号已锁定 {minutes} 分钟。', 'Too many failed attempts. The account is locked for {minutes} minutes.'],
  SECOND_FACTOR_NEEDED: [401, 'never', '请再输入动态验证码。', 'Please enter the code of your authenticator as well.'],
  SECOND_FACTOR_WRONG: [401, 'never', '动态验证码不正确或已用过，请等下一个验证码再试。', 'The code is not right or was used already. Please wait for the next one.'],
  SECOND_FACTOR_ENROL: [403, 'never', '请先设置动态验证码，再继续使用。', 'Please set up your second factor before you go on.'],
  ENROLMENT_NOT_FOUND: [404, 'never', '这次设置已失效，请重新开始。', 'This set-up is over. Please begin again.'],
  ACCOUNT_EXISTS: [409, 'never', '该账号已存在。', 'This account exists already.'],
  ACCOUNT_NOT_FOUND: [404, 'never', '没有这个账号。', 'There is no such account.'],
  OWN_ACCOUNT: [422, 'never', '这是您自己的账号：删除和重置请由其他操作员进行，修改密码请用原密码。', 'This is your own account: another operator can remove or reset it, and you change your password with the old one.'],
})

export type ErrorCode = keyof typeof errorTable

/** Any endpoint may answer with these. */
export const commonErrors = ['INVALID_INPUT', 'RATE_LIMITED', 'INTERNAL', 'UNAVAILABLE', 'UNREADABLE'] as const satisfies readonly ErrorCode[]

/** One faulty field: where it stands (`body.level`, `header.Idempotency-Key`) and what is wrong, for developers. */
export interface FieldFault { readonly field: string; readonly problem: string }

/** The one shape in which every failure leaves the server. */
export interface ErrorEnvelope {
  readonly error: {
    readonly code: ErrorCode
    readonly message: string
    readonly retry: Retry
    /** Finds the log line; people may read it out to the service desk. */
    readonly requestId: string
    readonly fields?: readonly FieldFault[]
    readonly details?: Readonly<Record<string, string | number>>
  }
}

export type Language = 'zh' | 'en'

/** The sentence for people, with the details filled in. */
export const errorMessage = (code: ErrorCode, language: Language, details: Readonly<Record<string, string | number>> = {}): string =>
  errorTable[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))

/** A failure the contract knows. Anything else that is thrown becomes INTERNAL. */
export class ContractError extends Error {
  constructor(readonly code: ErrorCode, readonly details?: Readonly<Record<string, string | number>>, readonly fields?: readonly FieldFault[]) {
    super(code)
    this.name = 'ContractError'
  }
}
