import { z } from 'zod'
import type { MessageWay, Sending } from '../../capabilities/notifications/port'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'
import { createAlipayGateway, type AlipaySettings } from './gateway'

const METHOD = 'alipay.open.app.mini.templatemessage.send'
const TOLD = 'alipay_open_app_mini_templatemessage_send_response'
/** By these the platform's front says that the message never came to it. */
const UNDONE = [502, 503]
const ERROR = 'error_response'
const DONE = '10000'
/** The visitor allows no more messages of the template: final, and no fault. */
const REFUSED: readonly string[] = ['USER_NOT_SUBSCRIBE', 'USER_REFUSE', 'SUBSCRIBE_COUNT_NOT_ENOUGH']
const OUR_FAULT: readonly string[] = ['INVALID_PARAMETER', 'TEMPLATE_ID_NOT_EXIST', 'TEMPLATE_PARAM_INVALID']
const USER_ID = /^2088\d{12}$/

const part = z.object({ code: z.string(), sub_code: z.string().max(100).optional() })
const answer = z.object({ raw: z.string(), sign: z.string().default(''), [TOLD]: z.unknown().optional(), [ERROR]: z.unknown().optional() })
  .refine((value) => value[TOLD] ?? value[ERROR])

/** Alipay's template messages of a mini-program. It knows no repetition: what may have been sent is told as unknown. */
export const createTemplateMessage = (upstream: Upstream, logger: Logger, settings: AlipaySettings): MessageWay => {
  const gateway = createAlipayGateway(settings)
  return {
    way: 'alipay', knowsRepetition: false,
    send: async ({ to, templateId, data, page }) => {
      const content = {
        [USER_ID.test(to) ? 'to_user_id' : 'to_open_id']: to, user_template_id: templateId, page: page ?? 'pages/home/index',
        data: JSON.stringify(Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]))),
      }
      const outcome = await upstream.call({
        name: METHOD, method: 'POST', url: settings.url, repeatable: false, undone: UNDONE, answer, ...gateway.sign(METHOD, { bizContent: content }),
        // The signature is over the bytes, so they are kept beside what they say.
        read: (text) => ({ ...JSON.parse(text) as object, raw: text }),
      })
      if (outcome.kind === 'unknown') return { kind: 'unknown' }
      if (outcome.kind !== 'answered') return { kind: 'later', problem: 'no answer' }
      const { raw, sign, [TOLD]: told } = outcome.value
      const genuine = part.safeParse(gateway.genuine(raw, told === undefined ? ERROR : TOLD, sign))
      if (genuine.success) return read(genuine.data)
      // Whoever answers in Alipay's name shall not make us believe that somebody was told, was not, or wants no more.
      logger.error({ system: 'alipay', operation: METHOD, problem: 'signature' }, 'an answer was not signed by alipay')
      return { kind: 'unknown' }
    },
  }
}

const read = ({ code, sub_code: reason = code }: z.output<typeof part>): Sending => {
  if (code === DONE) return { kind: 'sent' }
  if (REFUSED.includes(reason)) return { kind: 'refused' }
  return OUR_FAULT.includes(reason) ? { kind: 'faulty', problem: reason } : { kind: 'later', problem: reason }
}
