import { randomBytes } from 'node:crypto'
import { ContractError } from '@shared/errors'
import { z } from 'zod'
import type { FaceCheck } from '../../capabilities/identity/port'
import type { Clock } from '../../platform/clock'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'
import { createAlipayAsking, type AlipayAnswer } from './asking'
import type { AlipaySettings } from './gateway'

const INITIALIZE = 'alipay.user.certify.open.initialize'
const CERTIFY = 'alipay.user.certify.open.certify'
const QUERY = 'alipay.user.certify.open.query'

/** A check can be done for 23 hours. */
const CHECK_MS = 23 * 3_600_000
const ORDER_LENGTH = 32
/** We send what has the right form, so that it is the name or the number they will not take. */
const PAPER_REFUSED = 'ILLEGAL_ARGUMENT_FORMAT'
const GONE = 'OPEN_CERTIFY_BILL_NOT_EXIST'

const begun = z.object({ certify_id: z.string().min(1).max(128) })
const verdict = z.enum(['T', 'F'])
const queried = z.object({ passed: z.union([verdict, z.tuple([verdict])]) })

export interface FaceCheckParts {
  readonly upstream: Upstream
  readonly logger: Logger
  readonly clock: Clock
  readonly settings: AlipaySettings
  /** Alipay wants to know where people come from. */
  readonly returnUrl: string
}

/** Alipay's identity check: initialize, the phone's part by a signed address, query. */
export const createAlipayFaceCheck = ({ upstream, logger, clock, settings, returnUrl }: FaceCheckParts): FaceCheck => {
  const { ask, pageUrl } = createAlipayAsking(upstream, logger, settings)
  /** What Alipay said; its refusals of us and forged answers end here. */
  const said = <T>(operation: string, answer: AlipayAnswer<T>): T => {
    if (answer.kind === 'said') return answer.content
    if (answer.kind === 'refused') logger.error({ system: 'alipay', operation, problem: answer.problem }, 'alipay refuses our identity check')
    throw new ContractError('IDENTITY_UNAVAILABLE')
  }
  return {
    channel: 'alipay',
    begin: async ({ checkId, name, idNumber }) => {
      const answer = await ask({
        // Its number may be used once, so that a lost answer is not asked for again: beginning anew takes another.
        method: INITIALIZE, repeatable: false, content: begun,
        parameters: {
          bizContent: {
            outerOrderNo: orderOf(checkId), bizCode: 'FACE', merchantConfig: { returnUrl },
            identityParam: { identityType: 'CERT_INFO', certType: 'IDENTITY_CARD', certName: name, certNo: idNumber },
          },
        },
      })
      if (answer.kind === 'refused' && answer.problem === PAPER_REFUSED) throw new ContractError('FACE_REFUSED')
      const { certify_id: platformId } = said(INITIALIZE, answer)
      return { platformId, url: pageUrl(CERTIFY, { bizContent: { certifyId: platformId } }), expiresAt: clock() + CHECK_MS }
    },
    // Alipay says F of who failed and of who has not begun. The phone asks once the check has ended: it is a refusal.
    result: async ({ platformId }) => {
      const answer = await ask({ method: QUERY, repeatable: true, content: queried, parameters: { bizContent: { certifyId: platformId } } })
      if (answer.kind === 'refused' && answer.problem === GONE) return 'gone'
      const { passed } = said(QUERY, answer)
      return [passed].flat()[0] === 'T' ? 'passed' : 'refused'
    },
  }
}

/** Each beginning has a number of its own, which Alipay takes once: the check's, and some random letters and digits. */
const orderOf = (checkId: string): string => `${checkId}${randomBytes(16).toString('hex')}`.slice(0, ORDER_LENGTH)
