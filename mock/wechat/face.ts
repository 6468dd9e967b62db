import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import type { FaceEnd } from '../facePage'
import { belonging, isIdentityNumber } from '../world/names'
import { failed, isOpenid } from './app'

const VERIFY_SECONDS = 3_600
const SEQUENCE = /^[A-Za-z0-9_-]{5,32}$/
const PASSED = 10_000
const NUMBER_WRONG = 10_003
const FACE_WRONG = 10_004
const CANCELLED = 90_004

interface Check {
  readonly sequence: string
  readonly openid: string
  readonly hash: string
  readonly belong: boolean
  readonly until: number
  result: number | undefined
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** `cert_type=…&cert_name=…&cert_no=…`, each in base64, as SHA-256 in small hexadecimal digits. */
export const certHash = (type: string, name: string, number: string): string =>
  createHash('sha256').update(`cert_type=${base64(type)}&cert_name=${base64(name)}&cert_no=${base64(number)}`).digest('hex')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The face checks that the simulated platform knows. */
export const createFaceChecks = (clock: Clock) => {
  const checks = new Map<string, Check>()
  const sequences = new Set<string>()
  return {
    /** getverifyid. */
    begin: ({ out_seq_no: sequence, cert_info: cert, openid }: Record<string, unknown>): object => {
      const { cert_type: type, cert_name, cert_no } = (typeof cert === 'object' && cert !== null ? cert : {}) as Record<string, unknown>
      const [name, number] = [textOf(cert_name), textOf(cert_no)]
      if (typeof sequence !== 'string' || !SEQUENCE.test(sequence) || type !== 'IDENTITY_CARD') return failed(40097, 'invalid args')
      if (name === '' || number === '') return failed(84006, 'name or id_card_number empty')
      if (!isIdentityNumber(number)) return failed(84007, 'invalid id_card_number')
      if (!isOpenid(openid)) return failed(40003, 'invalid openid')
      if (sequences.has(sequence)) return failed(84010, 'out_seq_no existed')
      sequences.add(sequence)
      const verifyId = randomBytes(48).toString('base64url')
      checks.set(verifyId, {
        sequence, openid, hash: certHash('IDENTITY_CARD', name, number), belong: belonging(name, number) === 'match', until: clock() + VERIFY_SECONDS * 1_000, result: undefined,
      })
      return { errcode: 0, errmsg: 'ok', verify_id: verifyId, expires_in: VERIFY_SECONDS }
    },
    /** queryverifyinfo: whoever names another person than the check was begun for learns nothing of its result. */
    query: ({ verify_id: verifyId, out_seq_no: sequence, cert_hash: hash, openid }: Record<string, unknown>): object => {
      const check = checks.get(textOf(verifyId))
      if (!check || check.sequence !== sequence || (check.result === undefined && check.until <= clock())) return failed(84001, 'invalid identify id')
      if (check.openid !== openid) return failed(40003, 'invalid openid')
      if (check.hash !== hash) return failed(84011, 'cert_hash not match')
      return { errcode: 0, errmsg: 'ok', ...(check.result !== undefined && { verify_ret: check.result }) }
    },
    /** The person in front of the camera. False when there is no such check to be done any more. */
    finish: (verifyId: string, end: FaceEnd): boolean => {
      const check = checks.get(verifyId)
      if (!check || check.until <= clock() || (check.result !== undefined && check.result !== CANCELLED)) return false
      if (end === 'pass') check.result = check.belong ? PASSED : NUMBER_WRONG
      else check.result = end === 'fail' ? FACE_WRONG : CANCELLED
      return true
    },
  }
}
