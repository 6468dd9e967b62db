import type { Clock } from '../clock'
import { fitsField } from './fields'

/** The templates of the demo's account, each with the fields it has. */
const templates: Readonly<Record<string, readonly string[]>> = {
  'demo-template-called': ['character_string1', 'thing2', 'thing3', 'time4'],
  'demo-template-turn': ['character_string1', 'phrase2', 'thing3', 'thing4'],
  'demo-template-visit': ['thing1', 'time2', 'thing3', 'phrase4'],
  'demo-template-progress': ['thing1', 'phrase2', 'time3', 'thing4'],
}
/** What somebody is taken to have allowed of a template: the simulator does not see what a phone answers. */
const USUAL_QUOTA = 100
const DAILY = 1_000_000
const DAY_MS = 86_400_000
/** A visitor's clock of the day is China's. */
const ZONE_MS = 8 * 3_600_000
const MOST_KEPT = 2_000
const OPENID = /^o[\w-]{27}$/

export interface SubscribeMessage {
  readonly touser?: unknown; readonly template_id?: unknown; readonly page?: unknown; readonly data?: unknown; readonly miniprogram_state?: unknown; readonly lang?: unknown
}
export interface SentMessage { readonly at: number; readonly touser: string; readonly template_id: string; readonly page?: string; readonly data: Readonly<Record<string, { readonly value: string }>>; readonly lang: string }

const failure = (errcode: number, errmsg: string) => ({ errcode, errmsg })

/** Subscribe messages: checked, counted against what was allowed, and kept to be looked at. */
export const createSubscribeMessages = (clock: Clock) => {
  const quota = new Map<string, number>()
  let daily = DAILY
  let today = { day: -1, count: 0 }
  let total = 0
  let sent: SentMessage[] = []
  const nameOf = (openid: string, templateId: string): string => `${openid} ${templateId}`

  return {
    send: (message: SubscribeMessage): object => {
      const { touser, template_id: templateId, page, data, lang } = message
      if (typeof touser !== 'string' || !OPENID.test(touser)) return failure(40003, 'invalid openid')
      const fields = typeof templateId === 'string' ? templates[templateId] : undefined
      if (typeof templateId !== 'string' || !fields) return failure(40037, 'invalid template_id')
      if (page !== undefined && (typeof page !== 'string' || !page.startsWith('pages/'))) return failure(41030, 'invalid page')
      const given = typeof data === 'object' && data !== null ? data as Record<string, { value?: unknown }> : {}
      const wrong = fields.find((key) => !fitsField(key, given[key]?.value)) ?? Object.keys(given).find((key) => !fields.includes(key))
      if (wrong !== undefined) return failure(47003, `argument invalid! data.${wrong}.value invalid`)
      const day = Math.floor((clock() + ZONE_MS) / DAY_MS)
      if (today.day !== day) today = { day, count: 0 }
      if (today.count >= daily) return failure(45009, 'reach max api daily quota limit')
      const left = quota.get(nameOf(touser, templateId)) ?? USUAL_QUOTA
      if (left <= 0) return failure(43101, 'user refuse to accept the msg')
      quota.set(nameOf(touser, templateId), left - 1)
      today.count += 1
      total += 1
      sent.push({
        at: clock(), touser, template_id: templateId, ...(typeof page === 'string' && { page }), lang: typeof lang === 'string' ? lang : 'zh_CN',
        data: Object.fromEntries(fields.map((key) => [key, { value: String(given[key]?.value) }])),
      })
      if (sent.length > 2 * MOST_KEPT) sent = sent.slice(-MOST_KEPT)
      return failure(0, 'ok')
    },
    /** The latest that were sent, oldest first. */
    outbox: (openid: string | null) => ({ total, sent: sent.slice(-MOST_KEPT).filter(({ touser }) => openid === null || touser === openid) }),
    allow: (openid: string, templateId: string, left: number): void => { quota.set(nameOf(openid, templateId), left) },
    limit: (most: number): void => { daily = most },
  }
}
