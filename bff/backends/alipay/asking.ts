import { ContractError } from '@shared/errors'
import { z } from 'zod'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'
import { createAlipayGateway, type AlipaySettings, type Parameters } from './gateway'

/** Alipay's own words for “not carried out, try again” (gateway code 20000). */
const BUSY = '20000'

const refusal = z.object({ code: z.string().optional(), sub_code: z.string().optional() })

/** An answer that Alipay signed, what it refused in its own words, or one that somebody else gave in its place. */
export type AlipayAnswer<T> =
  | { readonly kind: 'said'; readonly content: T }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'forged' }

interface Question<T> {
  readonly method: string
  readonly parameters: Parameters
  readonly repeatable: boolean
  /** What the method says when all went well. */
  readonly content: z.ZodType<T>
}

/** The way to ask Alipay's gateway something. Throws IDENTITY_UNAVAILABLE when there is no answer by its contract. */
export const createAlipayAsking = (upstream: Upstream, logger: Logger, settings: AlipaySettings) => {
  const gateway = createAlipayGateway(settings)
  const ask = async <T>({ method, parameters, repeatable, content }: Question<T>): Promise<AlipayAnswer<T>> => {
    const name = `${method.replaceAll('.', '_')}_response`
    const outcome = await upstream.call({
      name: method, method: 'POST', url: settings.url, repeatable, ...gateway.sign(method, parameters),
      // The signature is over the bytes, so they are kept beside what they say.
      read: (text) => ({ ...JSON.parse(text) as object, raw: text }),
      answer: z.looseObject({ raw: z.string(), sign: z.string().default(''), error_response: refusal.optional() }).refine((value) => value.error_response ?? value[name]),
      isBusy: (value) => value.error_response?.code === BUSY || refusal.safeParse(value[name]).data?.code === BUSY,
    })
    if (outcome.kind !== 'answered') throw new ContractError('IDENTITY_UNAVAILABLE')
    const { raw, sign, error_response: error, [name]: told } = outcome.value
    const { code, sub_code: subCode } = error ?? refusal.safeParse(told).data ?? {}
    const problem = subCode ?? (code === undefined || code === '10000' ? undefined : code)
    // A refusal grants nothing, whoever wrote it.
    if (error || problem !== undefined) return { kind: 'refused', problem: problem ?? 'no code' }
    const said = gateway.genuine(raw, name, sign)
    if (said === undefined) {
      logger.error({ system: 'alipay', operation: method, problem: 'signature' }, 'an answer was not signed by alipay')
      return { kind: 'forged' }
    }
    const read = content.safeParse(said)
    if (read.success) return { kind: 'said', content: read.data }
    logger.warn({ system: 'alipay', operation: method, problem: 'against its contract' }, 'alipay’s answer cannot be read')
    throw new ContractError('IDENTITY_UNAVAILABLE')
  }
  return { ask, pageUrl: gateway.pageUrl }
}
