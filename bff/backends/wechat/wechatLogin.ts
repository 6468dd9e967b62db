import { ContractError } from '@shared/errors'
import { z } from 'zod'
import type { IdentityProvider } from '../../capabilities/identity/port'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'

export interface WechatSettings { readonly url: string; readonly appId: string; readonly appSecret: string }

/** Success may leave `errcode` out. `session_key` is not read: we need nothing from it, and it must not leave the server. */
const login = z.union([
  z.object({ openid: z.string().min(1).max(200), errcode: z.literal(0).optional() }),
  z.object({ errcode: z.number().int() }),
])

const BUSY = -1
/** The visitor's fault or their code's: invalid, used, asked too often, or a user WeChat blocks as high-risk. */
const REFUSALS = new Set([40029, 40163, 41008, 40226])
const TOO_OFTEN = 45011

/** WeChat's `wx.login` code, redeemed by jscode2session. */
export const createWechatLogin = (upstream: Upstream, logger: Logger, { url, appId, appSecret }: WechatSettings): IdentityProvider => ({
  channel: 'wechat',
  exchange: async (code) => {
    const outcome = await upstream.call({
      name: 'jscode2session', method: 'GET', url: `${url}/sns/jscode2session`, repeatable: false, answer: login,
      query: { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' },
      isBusy: (answer) => answer.errcode === BUSY,
    })
    if (outcome.kind !== 'answered') throw new ContractError('IDENTITY_UNAVAILABLE')
    const answer = outcome.value
    if ('openid' in answer) return { subject: answer.openid }
    if (answer.errcode === TOO_OFTEN) throw new ContractError('RATE_LIMITED')
    if (REFUSALS.has(answer.errcode)) throw new ContractError('SIGN_IN_REJECTED')
    logger.error({ system: 'wechat', errcode: answer.errcode }, 'WeChat refuses our request')
    throw new ContractError('IDENTITY_UNAVAILABLE')
  },
})
