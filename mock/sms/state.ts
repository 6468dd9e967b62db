import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'

const MOBILE = /^1[3-9]\d{9}$/
const templates: readonly string[] = ['SMS_DEMO_CALLED']
/** One number gets so many in a minute, and in a day; the next is refused until later. */
const PER_MINUTE = 5
const PER_DAY = 40
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const MOST_KEPT = 2_000

export interface Asked { readonly requestId?: unknown; readonly phoneNumber?: unknown; readonly signName?: unknown; readonly templateCode?: unknown; readonly templateParam?: unknown }
interface Sent { readonly at: number; readonly requestId: string; readonly phoneNumber: string; readonly templateCode: string; readonly templateParam: unknown }

/** What the gateway remembers: what it sent, by the request's id, so that a repetition is answered and not sent. */
export const createShortMessages = (clock: Clock) => {
  const answered = new Map<string, object>()
  const recent = new Map<string, number[]>()
  let sent: Sent[] = []
  return {
    send: ({ requestId, phoneNumber, signName, templateCode, templateParam }: Asked): object => {
      if (typeof requestId !== 'string' || typeof phoneNumber !== 'string' || typeof templateCode !== 'string' || signName !== '一窗') return { code: 'isv.INVALID_PARAMETERS', message: 'invalid parameters' }
      const known = answered.get(requestId)
      if (known) return known
      if (!MOBILE.test(phoneNumber)) return { code: 'isv.MOBILE_NUMBER_ILLEGAL', message: 'illegal number' }
      if (!templates.includes(templateCode)) return { code: 'isv.SMS_TEMPLATE_ILLEGAL', message: 'illegal template' }
      const times = (recent.get(phoneNumber) ?? []).filter((at) => at > clock() - DAY_MS)
      if (times.length >= PER_DAY || times.filter((at) => at > clock() - MINUTE_MS).length >= PER_MINUTE) return { code: 'isv.BUSINESS_LIMIT_CONTROL', message: 'too often' }
      recent.set(phoneNumber, [...times, clock()])
      const answer = { code: 'OK', message: 'OK', bizId: randomUUID() }
      answered.set(requestId, answer)
      sent = [...sent.slice(-MOST_KEPT + 1), { at: clock(), requestId, phoneNumber, templateCode, templateParam }]
      return answer
    },
    outbox: () => ({ total: answered.size, sent }),
  }
}
