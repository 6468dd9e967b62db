import { ContractError } from '@shared/errors'
import { z } from 'zod'
import type { IdentityProvider } from '../../capabilities/identity/port'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'
import { createAlipayGateway, type AlipaySettings } from './gateway'

const METHOD = 'alipay.system.oauth.token'
const GRANTED = 'alipay_system_oauth_token_response'

const id = z.string().min(1).max(200)
const answer = z.object({
  raw: z.string(), sign: z.string().default(''),
  [GRANTED]: z.object({ user_id: id.optional(), open_id: id.optional(), sub_code: z.string().optional() }).optional(),
  error_response: z.object({ code: z.string(), sub_code: z.string().optional() }).optional(),
}).refine((value) => value[GRANTED] ?? value.error_response)

const REFUSALS = new Set(['isv.code-invalid', 'isv.code-is-old', 'isv.code-is-used', 'isv.code-expired'])
/** Alipay's own words for “not carried out, try again” (gateway code 20000). */
const BUSY = '20000'

/**
 * Alipay's auth code, redeemed by `alipay.system.oauth.token` and keyed on whichever of `user_id` and `open_id` it gives.
 * An answer that does not carry Alipay's signature signs nobody in.
 */
export const createAlipayLogin = (upstream: Upstream, logger: Logger, settings: AlipaySettings): IdentityProvider => {
  const gateway = createAlipayGateway(settings)
  return {
    channel: 'alipay',
    exchange: async (code) => {
      const outcome = await upstream.call({
        name: METHOD, method: 'POST', url: settings.url, repeatable: false, answer,
        ...gateway.sign(METHOD, { grantType: 'authorization_code', code }),
        // The signature is over the bytes, so they are kept beside what they say.
        read: (text) => ({ ...JSON.parse(text) as object, raw: text }),
        isBusy: (value) => value.error_response?.code === BUSY,
      })
      if (outcome.kind !== 'answered') throw new ContractError('IDENTITY_UNAVAILABLE')
      const { raw, sign, [GRANTED]: granted, error_response: error } = outcome.value

      const refusal = error?.sub_code ?? granted?.sub_code
      if (!granted || refusal) {
        if (!REFUSALS.has(refusal ?? '')) logger.error({ system: 'alipay', problem: refusal ?? error?.code }, 'alipay refuses our request')
        throw new ContractError(REFUSALS.has(refusal ?? '') ? 'SIGN_IN_REJECTED' : 'IDENTITY_UNAVAILABLE')
      }
      if (!gateway.isGenuine(raw, GRANTED, sign)) {
        logger.error({ system: 'alipay', problem: 'signature' }, 'an answer was not signed by alipay')
        throw new ContractError('SIGN_IN_REJECTED')
      }
      const subject = granted.user_id ?? granted.open_id
      if (!subject) throw new ContractError('IDENTITY_UNAVAILABLE')
      return { subject }
    },
  }
}
