import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { MessageWay, Sending } from '../../capabilities/notifications/port'
import type { Clock } from '../../platform/clock'
import type { Upstream } from '../upstream'

const DONE = 'OK'
const OUR_FAULT: readonly string[] = ['isv.SMS_TEMPLATE_ILLEGAL', 'isv.INVALID_PARAMETERS']
/** The number takes none. */
const REFUSED: readonly string[] = ['isv.MOBILE_NUMBER_ILLEGAL']
const told = z.object({ code: z.string().max(100) })

export interface ShortMessageSettings { readonly url: string; readonly appId: string; readonly secret: string; readonly signName: string }

/** Short messages by a gateway that sends one `requestId` once. */
export const createShortMessage = (upstream: Upstream, { url, appId, secret, signName }: ShortMessageSettings, clock: Clock): MessageWay => ({
  way: 'sms', knowsRepetition: true,
  send: async ({ sendId, to, templateId, data }) => {
    const content = JSON.stringify({ requestId: sendId, phoneNumber: to, signName, templateCode: templateId, templateParam: data })
    const time = String(clock())
    const outcome = await upstream.call({
      name: 'send', method: 'POST', url: `${url}/send`, repeatable: true, answer: told, text: { type: 'application/json', content },
      headers: { 'X-App-Id': appId, 'X-Time': time, 'X-Signature': createHmac('sha256', secret).update(`${time}\n${content}`).digest('hex') },
    })
    if (outcome.kind === 'answered') return read(outcome.value.code)
    return outcome.kind === 'unknown' ? { kind: 'unknown' } : { kind: 'later', problem: outcome.kind === 'rejected' ? `status ${outcome.status}` : 'no answer' }
  },
})

const read = (code: string): Sending => {
  if (code === DONE) return { kind: 'sent' }
  if (REFUSED.includes(code)) return { kind: 'refused' }
  return OUR_FAULT.includes(code) ? { kind: 'faulty', problem: code } : { kind: 'later', problem: code }
}
