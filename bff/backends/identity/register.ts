import { ContractError } from '@shared/errors'
import { z } from 'zod'
import type { Authorisations, NameCheck } from '../../capabilities/persons/port'
import type { Upstream, UpstreamCall } from '../upstream'
import type { UnifiedIdentitySettings } from './unifiedIdentity'

const checked = z.object({ result: z.enum(['match', 'mismatch', 'unknown']) })
const authorised = z.object({
  authorisation: z.object({
    enterprise_name: z.string().min(1).max(200), scopes: z.array(z.string()),
    valid_to: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  }).nullable(),
})
const grantOf = { APPOINTMENT: 'book', PROGRESS: 'cases' } as const
const isKnown = (scope: string): scope is keyof typeof grantOf => Object.hasOwn(grantOf, scope)

/** What the unified identity's register tells us: whether names and numbers belong together, and whom enterprises authorised. */
export const createRegister = (upstream: Upstream, { url, clientId, clientSecret }: Omit<UnifiedIdentitySettings, 'authorizeUrl'>): NameCheck & Authorisations => {
  const Authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  /** Numbers and names go in the body, where no access log keeps them. A question may be asked twice. */
  const ask = async <T>(call: Pick<UpstreamCall<T>, 'name' | 'url' | 'json' | 'answer'>): Promise<T> => {
    const outcome = await upstream.call({ ...call, method: 'POST', repeatable: true, headers: { Authorization } })
    if (outcome.kind !== 'answered') throw new ContractError('IDENTITY_UNAVAILABLE')
    return outcome.value
  }
  return {
    // One the register does not know is not confirmed.
    belongTogether: async (name, idNumber) =>
      (await ask({ name: 'realname/check', url: `${url}/realname/check`, answer: checked, json: { name, cert_no: idNumber } })).result === 'match',

    // A scope we do not know grants nothing here, and is no reason to forget the others.
    of: async (creditCode, agentIdNumber) => {
      const { authorisation } = await ask({
        name: 'enterprise/authorisation', url: `${url}/enterprise/authorisation`, answer: authorised, json: { credit_code: creditCode, cert_no: agentIdNumber },
      })
      return authorisation && {
        name: authorisation.enterprise_name, grants: [...new Set(authorisation.scopes.filter(isKnown).map((scope) => grantOf[scope]))],
        until: authorisation.valid_to.replaceAll('-', ''),
      }
    },
  }
}
