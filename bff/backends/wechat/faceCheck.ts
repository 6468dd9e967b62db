import { createHash } from 'node:crypto'
import { ContractError } from '@shared/errors'
import { z } from 'zod'
import type { FaceAsk, FaceCheck, FaceOutcome } from '../../capabilities/identity/port'
import type { Clock } from '../../platform/clock'
import type { Logger } from '../../platform/logger'
import type { Upstream, UpstreamCall } from '../upstream'
import { withToken, type AccessToken } from './accessToken'

const IDENTITY_CARD = 'IDENTITY_CARD'
const BUSY = -1
/** There is no such check, or it was not done in time. */
const GONE = 84001
/** No name or number, or such as no paper bears. */
const PAPER_REFUSED: readonly number[] = [84006, 84007]
const SEQUENCE_USED = 84010
/** A number may be used once, and an answer may be lost: a check that is begun again goes by the next of these. */
const BEGINNINGS = ['', '-2', '-3'] as const

const begun = z.union([
  z.object({ errcode: z.literal(0), verify_id: z.string().min(1).max(256), expires_in: z.number().int().min(0) }),
  z.object({ errcode: z.number().int().refine((code) => code !== 0) }),
])
const queried = z.object({ errcode: z.number().int(), verify_ret: z.number().int().optional() })

const PASSED = 10_000
/** They looked, and it is not the person of that name and number: features, number, face, no picture to compare, a bad one, lips. */
const REFUSED: readonly number[] = [10002, 10003, 10004, 10009, 10010, 10026, 10027, 10028]

export interface FaceCheckParts {
  readonly upstream: Upstream
  readonly url: string
  readonly token: AccessToken
  readonly clock: Clock
  readonly logger: Logger
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** As WeChat reckons it from what the check was begun with: whoever names another person learns nothing. */
export const certHash = (name: string, idNumber: string): string =>
  createHash('sha256').update(`cert_type=${base64(IDENTITY_CARD)}&cert_name=${base64(name)}&cert_no=${base64(idNumber)}`).digest('hex')

/** WeChat's face check for government services: getverifyid, the phone's part, queryverifyinfo. */
export const createWechatFaceCheck = ({ upstream, url, token, clock, logger }: FaceCheckParts): FaceCheck => {
  const ask = async <T extends { readonly errcode: number }>(name: string, json: unknown, answer: UpstreamCall<T>['answer']): Promise<T> => {
    const found = await withToken(token, async (current) => {
      const outcome = await upstream.call({
        name, method: 'POST', url: `${url}/cityservice/face/identify/${name}`, query: { access_token: current }, repeatable: true, answer, json,
        isBusy: ({ errcode }) => errcode === BUSY,
      })
      return outcome.kind === 'answered' ? outcome.value : null
    })
    if (found === null) throw new ContractError('IDENTITY_UNAVAILABLE')
    return found
  }
  /** Not about the person: only an operator can mend it. */
  const ours = (operation: string, errcode: number): ContractError => {
    logger.error({ operation, errcode }, 'WeChat refuses our face check')
    return new ContractError('IDENTITY_UNAVAILABLE')
  }
  const query = ({ platformId, name, idNumber, subject }: FaceAsk & { readonly platformId: string }, sequence: string) =>
    ask('queryverifyinfo', { verify_id: platformId, out_seq_no: sequence, cert_hash: certHash(name, idNumber), openid: subject }, queried)

  return {
    channel: 'wechat',
    begin: async ({ checkId, name, idNumber, subject }) => {
      for (const beginning of BEGINNINGS) {
        const answer = await ask('getverifyid', {
          out_seq_no: `${checkId}${beginning}`, cert_info: { cert_type: IDENTITY_CARD, cert_name: name, cert_no: idNumber }, openid: subject,
        }, begun)
        if ('verify_id' in answer) return { platformId: answer.verify_id, url: null, expiresAt: clock() + answer.expires_in * 1_000 }
        if (PAPER_REFUSED.includes(answer.errcode)) throw new ContractError('FACE_REFUSED')
        if (answer.errcode !== SEQUENCE_USED) throw ours('getverifyid', answer.errcode)
      }
      throw ours('getverifyid', SEQUENCE_USED)
    },
    result: async (asked) => {
      for (const beginning of BEGINNINGS) {
        const { errcode, verify_ret: result } = await query(asked, `${asked.checkId}${beginning}`)
        if (errcode === 0) return outcomeOf(result, logger)
        if (errcode !== GONE) throw ours('queryverifyinfo', errcode)
      }
      return 'gone'
    },
  }
}

/** Broken off, or a fault of a phone or of theirs: nothing is said of the person, and they begin again. */
const outcomeOf = (result: number | undefined, logger: Logger): FaceOutcome => {
  if (result === undefined || result === 0) return 'pending'
  if (result === PASSED) return 'passed'
  if (REFUSED.includes(result)) return 'refused'
  logger.info({ result }, 'a face check of WeChat ended without a verdict')
  return 'gone'
}
