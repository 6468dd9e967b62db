import Taro from '@tarojs/taro'
import { isRecord } from './guards'

/** What the citizen answered about one template: for one message, for all, not now, or never. */
export type PermissionAnswer = 'accept' | 'always' | 'reject' | 'ban'
export interface Permission { readonly templateId: string; readonly answer: PermissionAnswer }

/** A host asks about so many templates at once. */
export const MOST_AT_ONCE = 3
/** Longer than anybody reads the question: a host that never tells how it ended holds nothing up. */
const ANSWER_WITHIN_MS = 60_000
/** WeChat: the citizen has turned off all messages of this mini-program. */
const MAIN_SWITCH_OFF = 20004

/** Whether the host carries messages at all; browsers do not. */
export const canAskPermission = (): boolean => TARGET !== 'h5'

const all = (templateIds: readonly string[], answer: PermissionAnswer): Permission[] => templateIds.map((templateId) => ({ templateId, answer }))

/** Templates that are refused without being asked about any more: “always keep this choice”. */
const keptRefused = async (): Promise<(templateId: string) => boolean> => {
  try {
    const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true })
    const kept: unknown = subscriptionsSetting.itemSettings
    return (templateId) => isRecord(kept) && kept[templateId] === 'reject'
  } catch { return () => false }
}

/**
 * WeChat never says “for all”: even a kept “accept” is good for one message each time it is asked, then without a question.
 * `filter` is no answer of the citizen's, so it is none here.
 */
const wechatAnswers: Readonly<Record<string, PermissionAnswer>> = { accept: 'accept', acceptWithAudio: 'accept', acceptWithAlert: 'accept', acceptWithForcePush: 'accept', reject: 'reject', ban: 'ban' }

const fromWechat = async (templateIds: readonly string[]): Promise<Permission[]> => {
  let told: unknown
  try {
    // Taro's type asks for both lists; WeChat reads its own.
    told = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })
  } catch (failure) { return isRecord(failure) && failure.errCode === MAIN_SWITCH_OFF ? all(templateIds, 'ban') : [] }
  const answers = templateIds.flatMap((templateId): Permission[] => {
    const answer = isRecord(told) ? wechatAnswers[String(told[templateId])] : undefined
    return answer ? [{ templateId, answer }] : []
  })
  if (!answers.some(({ answer }) => answer === 'reject')) return answers
  const forGood = await keptRefused()
  return answers.map((one) => (one.answer === 'reject' && forGood(one.templateId) ? { ...one, answer: 'ban' } : one))
}

const namesIn = (told: unknown, list: string): readonly unknown[] => {
  const result = isRecord(told) && isRecord(told.result) ? told.result[list] : undefined
  return Array.isArray(result) ? result : []
}

/** Only lasting templates answer with `refuse`; only those for one message with `keep`, which then refuses the next time by itself. */
const alipayAnswers = (templateIds: readonly string[], told: unknown): Permission[] => {
  if (!isRecord(told)) return []
  const lasting = typeof told.refuse === 'boolean'
  const forGood = told.refuse === true || told.keep === true
  const allowed = namesIn(told, 'subscribedEntityIds')
  return templateIds.map((templateId) => ({ templateId, answer: allowed.includes(templateId) ? lasting ? 'always' : 'accept' : forGood ? 'ban' : 'reject' }))
}

const fromAlipay = (templateIds: readonly string[]): Promise<Permission[]> => new Promise((resolve) => {
  // Taro does not map it. Closing the question without an answer is a failure there.
  my.requestSubscribeMessage({ entityIds: [...templateIds], success: (told) => resolve(alipayAnswers(templateIds, told)), fail: () => resolve([]) })
})

// A branch within an async function would be shipped though it is dead.
const askHost = (templateIds: readonly string[]): Promise<Permission[]> =>
  (TARGET === 'weapp' ? fromWechat(templateIds) : TARGET === 'alipay' ? fromAlipay(templateIds) : Promise.resolve([]))

/**
 * Asks whether messages by these templates, at most three, may come; gives only what was answered. Call it within a tap,
 * before anything is awaited: hosts ask nobody otherwise.
 */
export const askPermission = async (templateIds: readonly string[]): Promise<readonly Permission[]> => {
  if (!canAskPermission()) return []
  let timer: ReturnType<typeof setTimeout> | undefined
  const silent = new Promise<Permission[]>((resolve) => { timer = setTimeout(() => resolve([]), ANSWER_WITHIN_MS) })
  try { return await Promise.race([askHost(templateIds.slice(0, MOST_AT_ONCE)), silent]) } catch { return [] } finally { clearTimeout(timer) }
}
