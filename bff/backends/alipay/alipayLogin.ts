import { ContractError } from '@shared/errors'
import { z } from 'zod'
import type { IdentityProvider } from '../../capabilities/identity/port'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'
import { createAlipayAsking } from './asking'
import type { AlipaySettings } from './gateway'

const id = z.string().min(1).max(200)
const granted = z.object({ user_id: id.optional(), open_id: id.optional() })

const REFUSALS = new Set(['isv.code-invalid', 'isv.code-is-old', 'isv.code-is-used', 'isv.code-expired'])

/**
 * Alipay's auth code, redeemed by `alipay.system.oauth.token` and keyed on whichever of `user_id` and `open_id` it gives.
 * An answer that does not carry Alipay's signature signs nobody in.
 */
export const createAlipayLogin = (upstream: Upstream, logger: Logger, settings: AlipaySettings): IdentityProvider => {
  const { ask } = createAlipayAsking(upstream, logger, settings)
  return {
    channel: 'alipay',
    exchange: async (code) => {
      const answer = await ask({ method: 'alipay.system.oauth.token', parameters: { grantType: 'authorization_code', code }, repeatable: false, content: granted })
      if (answer.kind === 'forged') throw new ContractError('SIGN_IN_REJECTED')
      if (answer.kind === 'refused') {
        if (REFUSALS.has(answer.problem)) throw new ContractError('SIGN_IN_REJECTED')
        logger.error({ system: 'alipay', problem: answer.problem }, 'alipay refuses our request')
        throw new ContractError('IDENTITY_UNAVAILABLE')
      }
      const subject = answer.content.user_id ?? answer.content.open_id
      if (!subject) throw new ContractError('IDENTITY_UNAVAILABLE')
      return { subject }
    },
  }
}
