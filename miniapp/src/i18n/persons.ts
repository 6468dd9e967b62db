import type { Grant } from '@shared/privacy'
import { defineTexts, type Entry } from './text'

/** For whom one may book: the list, and the choice while booking. */
export const personTexts = defineTexts({
  title: { zh: '办理人', en: 'People I book for' },
  row: { zh: '办理人', en: 'People I book for' },
  rowNote: { zh: '家人、企业，最多 {most} 位', en: 'Family and enterprises, {most} at most' },
  count: { zh: '已添加 {n} 位，最多 {most} 位', en: '{n} of {most} added' },
  add: { zh: '添加办理人', en: 'Add somebody' },
  full: { zh: '已满 {most} 位，移除一位后可再添加', en: 'All {most} places are taken. Remove somebody to add another' },
  none: { zh: '还没有添加办理人', en: 'Nobody added yet' },
  noneHint: { zh: '可添加家人或您代办的企业，用于预约和查企业办件。', en: 'Add family members, or an enterprise you are the agent of, to book for them and see its cases.' },
  signInFirst: { zh: '请先登录', en: 'Please sign in first' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  until: { zh: '授权至 {day}', en: 'Authorised until {day}' },
  expired: { zh: '授权已到期', en: 'Authorisation ended' },
  consentEnded: { zh: '监护人的同意已到期（对方已成年）', en: 'The guardian’s consent has ended: they are of age' },
  nothingGranted: { zh: '企业没有授权任何操作', en: 'The enterprise has granted nothing' },
  renew: { zh: '续期', en: 'Renew' },
  renewLabel: { zh: '为 {name} 续期', en: 'Renew {name}' },
  renewHint: {
    zh: '到期的再添加一次即为续期：企业用新的截止日，已成年的家人由本人同意。',
    en: 'To renew, add them once more: an enterprise with its new end date, a family member who came of age with their own consent.',
  },
  remove: { zh: '移除', en: 'Remove' },
  removeLabel: { zh: '移除 {name}', en: 'Remove {name}' },
  removeTitle: { zh: '移除 {name}？', en: 'Remove {name}?' },
  removeText: { zh: '移除后不能再为其预约。已有的预约仍然有效，可在“我的预约”查看。', en: 'You can book for them no longer. What is booked stays valid and in your appointments.' },
  keep: { zh: '不移除', en: 'Keep' },
  notRemoved: { zh: '没有移除', en: 'Not removed' },
  noAnswer: { zh: '网络不好，请再试一次。', en: 'The connection is poor. Please try again.' },

  forWhom: { zh: '为谁办理', en: 'Who is it for' },
  self: { zh: '本人', en: 'Myself' },
  notLoaded: { zh: '暂时取不到其他办理人，可先为本人预约。', en: 'The others cannot be shown right now. You can book for yourself.' },
})

/** What an enterprise grants its agent. */
export const grantTexts = defineTexts({
  book: { zh: '可预约', en: 'May book' },
  cases: { zh: '可查办件', en: 'May see its cases' },
} satisfies Record<Grant, Entry>)

export const relationTexts = defineTexts({
  child: { zh: '子女', en: 'Child' },
  parent: { zh: '父母', en: 'Parent' },
  spouse: { zh: '配偶', en: 'Spouse' },
  grandparent: { zh: '祖父母或外祖父母', en: 'Grandparent' },
  sibling: { zh: '兄弟姐妹', en: 'Brother or sister' },
  other: { zh: '其他亲属', en: 'Other relative' },
})

/** Adding somebody. */
export const addPersonTexts = defineTexts({
  title: { zh: '添加办理人', en: 'Add somebody' },
  kind: { zh: '为谁添加', en: 'Whom do you add' },
  family: { zh: '家人', en: 'A family member' },
  enterprise: { zh: '企业', en: 'An enterprise' },
  familyName: { zh: '姓名', en: 'Name' },
  familyNameHint: { zh: '与身份证一致', en: 'As on the ID card' },
  enterpriseName: { zh: '企业名称', en: 'Name of the enterprise' },
  enterpriseNameHint: { zh: '与营业执照一致', en: 'As on the business licence' },
  idNumber: { zh: '身份证号', en: 'ID number' },
  idNumberHint: { zh: '18 位', en: '18 characters' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  creditCodeHint: { zh: '18 位，在营业执照上', en: '18 characters, on the business licence' },
  privacy: { zh: '号码只用来认出是同一个人：号码本身不保存，只留首末位和一个用密钥算出的校验值。', en: 'The number only shows that somebody is the same person. It is not kept: only its first and last character, and a check value made with a secret key.' },
  relation: { zh: '与您的关系', en: 'What they are to you' },
  until: { zh: '授权截止日', en: 'Last day of the authorisation' },
  untilHint: { zh: '例如 2026-12-31', en: 'For example 2026-12-31' },
  untilRead: { zh: '授权至 {day} 当天', en: 'Through {day}' },
  consent: { zh: '同意', en: 'Consent' },
  whoConsents: { zh: '谁同意', en: 'Who consents' },
  byGuardian: { zh: '监护人同意', en: 'Their guardian' },
  byThemselves: { zh: '本人同意', en: 'They themselves' },
  given: { zh: '对方已同意由我代为预约，并提供其姓名和身份证号', en: 'They consent to my booking for them, and to giving their name and ID number' },
  guardian: { zh: '我是监护人，同意为其预约，并提供其姓名和身份证号', en: 'I am the guardian and consent to booking for them, and to giving their name and ID number' },
  authorised: { zh: '企业已授权我在截止日前代办，范围以企业的授权为准', en: 'The enterprise has authorised me until that day, for what it granted' },
  minor: { zh: '未满 {age} 周岁，须由监护人同意', en: 'Below the age of {age} a guardian consents' },
  send: { zh: '添加', en: 'Add' },
  sending: { zh: '正在添加', en: 'Adding' },
  notSent: { zh: '没有添加', en: 'Not added' },
  nameNotConfirmedNext: { zh: '改过名或有生僻字的，请到窗口办理。', en: 'After a change of name, or with a rare character, please ask at a window.' },
  notAuthorisedNext: { zh: '企业办理后，回到这里再点一次“添加”。', en: 'Once it is granted, come back and tap “Add” again.' },
  identityUnavailable: { zh: '身份认证服务暂时不可用，没法核对。填的都还在，过几分钟再点“添加”。', en: 'The identity service is not available, so this cannot be confirmed. Nothing is lost: tap “Add” again in a few minutes.' },
  realNameNeeded: { zh: '这一步要先认证您本人的实名，才能核对授权。', en: 'Your own real name must be verified first, so that the authorisation can be confirmed.' },
  verify: { zh: '去实名认证', en: 'Verify my real name' },
  noAnswer: { zh: '网络不好，填的都还在。请再点一次“添加”，不会重复。', en: 'The connection is poor. Nothing is lost: tap “Add” again, nobody is added twice.' },

  lacksName: { zh: '请填写姓名或名称', en: 'Please give the name' },
  badName: { zh: '姓名或名称里有不能用的字符', en: 'The name holds characters that cannot be used' },
  lacksNumber: { zh: '请填写证件号码', en: 'Please give the number' },
  badIdNumber: { zh: '身份证号不对，请核对 18 位号码', en: 'This is no ID number. Please check all 18 characters' },
  notBorn: { zh: '身份证号里的出生日期不对，请核对', en: 'The birth date in the ID number is not right. Please check it' },
  badCreditCode: { zh: '统一社会信用代码不对，请核对 18 位代码', en: 'This is no credit code. Please check all 18 characters' },
  lacksRelation: { zh: '请选择与您的关系', en: 'Please choose what they are to you' },
  lacksUntil: { zh: '请填写授权截止日', en: 'Please give the last day of the authorisation' },
  badUntil: { zh: '授权截止日须在今天之后、一年以内', en: 'It must be after today and within a year' },
  lacksConsent: { zh: '请勾选同意', en: 'Please tick the consent' },
})
