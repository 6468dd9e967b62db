import { z } from 'zod'
import type { MessageWay, Outgoing, Sending } from '../../capabilities/notifications/port'
import type { Upstream } from '../upstream'
import type { AccessToken } from './accessToken'

const BUSY = -1
/** By these the platform's front says that the message never came to it. */
const UNDONE = [502, 503]
/** The day's quota is used up; there is another from midnight on. */
const QUOTA = 45009
const TOKEN_REFUSED: readonly number[] = [40001, 42001]
/** The visitor allows no more messages of the template, or never did: final, and no fault. */
const REFUSED = 43101
/** What we said does not fit: words, page, template, visitor. Asked again it fits no better. */
const OUR_FAULT: readonly number[] = [47003, 47001, 40037, 41030, 40003]
const LANGUAGES = { zh: 'zh_CN', en: 'en_US' } as const

const told = z.object({ errcode: z.number().int(), errmsg: z.string().max(500).default('') })

export interface SubscribeMessageSettings {
  readonly url: string
  /** Which version of the mini-program a tap opens. */
  readonly state: 'formal' | 'trial' | 'developer'
}

/** WeChat's subscribe messages. It knows no repetition: what may have been sent is told as unknown. */
export const createSubscribeMessage = (upstream: Upstream, token: AccessToken, { url, state }: SubscribeMessageSettings): MessageWay => {
  const ask = async (accessToken: string, { to, templateId, page, data, language }: Outgoing): Promise<z.output<typeof told> | 'unknown' | 'unavailable'> => {
    const outcome = await upstream.call({
      name: 'subscribe_send', method: 'POST', url: `${url}/cgi-bin/message/subscribe/send`, query: { access_token: accessToken }, repeatable: false, undone: UNDONE, answer: told,
      isBusy: ({ errcode }) => errcode === BUSY,
      json: {
        touser: to, template_id: templateId, ...(page !== null && { page }), data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
        miniprogram_state: state, lang: LANGUAGES[language],
      },
    })
    if (outcome.kind === 'answered') return outcome.value
    return outcome.kind === 'unknown' ? 'unknown' : 'unavailable'
  }
  return {
    way: 'wechat', knowsRepetition: false,
    send: async (message) => {
      const first = await token.current()
      if (first === null) return { kind: 'later', problem: 'no access token' }
      const answer = await ask(first, message)
      if (typeof answer === 'string' || !TOKEN_REFUSED.includes(answer.errcode)) return read(answer)
      const another = await token.insteadOf(first)
      return another === null ? { kind: 'later', problem: 'no access token' } : read(await ask(another, message))
    },
  }
}

/** Which field it was, of WeChat's own sentence and nothing else of it. */
const fieldIn = (text: string): string => /data\.([a-z_]{1,20}\d{1,2})/.exec(text)?.[1] ?? ''

const read = (answer: z.output<typeof told> | 'unknown' | 'unavailable'): Sending => {
  if (answer === 'unknown') return { kind: 'unknown' }
  if (answer === 'unavailable') return { kind: 'later', problem: 'no answer' }
  const { errcode, errmsg } = answer
  if (errcode === 0) return { kind: 'sent' }
  if (errcode === REFUSED) return { kind: 'refused' }
  if (OUR_FAULT.includes(errcode)) return { kind: 'faulty', problem: `errcode ${errcode} ${fieldIn(errmsg)}`.trim() }
  return { kind: 'later', problem: `errcode ${errcode}`, ...(errcode === QUOTA && { tomorrow: true }) }
}
