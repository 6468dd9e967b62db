import type { Clock } from '../clock'

/** The templates of the demo's application, each with the words it has. */
const templates: Readonly<Record<string, readonly string[]>> = Object.fromEntries(['called', 'turn', 'visit', 'progress']
  .map((name) => [`demo0${name}${'0'.repeat(27 - name.length)}`, ['keyword1', 'keyword2', 'keyword3', 'keyword4']]))
/** What somebody is taken to have allowed of a template: the simulator does not see what a phone answers. */
const USUAL_QUOTA = 100
const MOST_KEPT = 2_000

interface Content { readonly to_user_id?: unknown; readonly to_open_id?: unknown; readonly user_template_id?: unknown; readonly page?: unknown; readonly data?: unknown }
export interface SentMessage { readonly at: number; readonly to: string; readonly user_template_id: string; readonly page: string; readonly data: unknown }

const ok = { code: '10000', msg: 'Success' }
const failure = (sub_code: string, sub_msg: string) => ({ code: '40004', msg: 'Business Failed', sub_code, sub_msg })
const parsed = (text: string): Content | undefined => {
  try {
    return JSON.parse(text) as Content
  } catch {
    return undefined
  }
}

/** Template messages of a mini-program: checked, counted against what was allowed, and kept to be looked at. */
export const createTemplateMessages = (clock: Clock) => {
  const quota = new Map<string, number>()
  let total = 0
  let sent: SentMessage[] = []
  return {
    send: (content: string): object => {
      const asked = parsed(content)
      if (!asked) return failure('INVALID_PARAMETER', '参数有误')
      const { to_user_id: userId, to_open_id: openId, user_template_id: template, page, data } = asked
      const to = userId ?? openId
      if (typeof to !== 'string' || to === '') return failure('INVALID_PARAMETER', '参数有误')
      const words = typeof template === 'string' ? templates[template] : undefined
      if (typeof template !== 'string' || !words) return failure('TEMPLATE_ID_NOT_EXIST', '模板不存在')
      // Data is JSON within JSON.
      const given = typeof data === 'string' ? parsed(data) as Record<string, { value?: unknown }> | undefined : undefined
      if (typeof page !== 'string' || page === '' || !given || words.some((word) => typeof given[word]?.value !== 'string')) return failure('INVALID_PARAMETER', '参数有误')
      const name = `${to} ${template}`
      const left = quota.get(name) ?? USUAL_QUOTA
      if (left <= 0) return failure('USER_NOT_SUBSCRIBE', '用户未订阅该模板')
      quota.set(name, left - 1)
      total += 1
      sent.push({ at: clock(), to, user_template_id: template, page, data: given })
      if (sent.length > 2 * MOST_KEPT) sent = sent.slice(-MOST_KEPT)
      return ok
    },
    outbox: () => ({ total, sent: sent.slice(-MOST_KEPT) }),
    allow: (user: string, template: string, left: number): void => { quota.set(`${user} ${template}`, left) },
  }
}
