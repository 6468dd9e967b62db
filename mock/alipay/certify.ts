import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import type { FaceEnd } from '../facePage'
import { belonging, isIdentityNumber } from '../world/names'

/** A check can be done for 23 hours, and its result asked for three months. */
const CHECK_MS = 23 * 3_600_000
const RESULT_MS = 90 * 86_400_000
const ORDER = /^[A-Za-z0-9]{1,32}$/
const SCENES = ['FACE', 'CERT_PHOTO', 'CERT_PHOTO_FACE', 'SMART_FACE']

interface Check { readonly belong: boolean; readonly begun: number; passed: boolean | undefined }
type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value as Fields : {})
const done = (content: Fields) => ({ code: '10000', msg: 'Success', ...content })
const refused = (subCode: string, subMessage: string) => ({ code: '40004', msg: 'Business Failed', sub_code: subCode, sub_msg: subMessage })

/** The identity checks that the simulated platform knows. */
export const createCertifications = (clock: Clock) => {
  const checks = new Map<string, Check>()
  const orders = new Set<string>()
  const find = (id: unknown): Check | undefined => {
    const check = typeof id === 'string' ? checks.get(id) : undefined
    return check && clock() < check.begun + (check.passed === undefined ? CHECK_MS : RESULT_MS) ? check : undefined
  }
  return {
    /** alipay.user.certify.open.initialize. */
    initialize: (asked: Fields): Fields => {
      const { outer_order_no: order, biz_code: scene } = asked
      const { identity_type: kind, cert_type: type, cert_name: name, cert_no: number } = fieldsOf(asked.identity_param)
      const { return_url: back } = fieldsOf(asked.merchant_config)
      const fits = typeof order === 'string' && ORDER.test(order) && SCENES.includes(scene as string) && kind === 'CERT_INFO' && type === 'IDENTITY_CARD'
        && typeof name === 'string' && name !== '' && typeof number === 'string' && isIdentityNumber(number) && typeof back === 'string' && back !== ''
      if (!fits) return refused('ILLEGAL_ARGUMENT_FORMAT', '参数异常')
      if (orders.has(order)) return refused('OUTER_ORDER_NO_REPEATED', '商户请求号重复')
      orders.add(order)
      const id = randomBytes(16).toString('hex')
      checks.set(id, { belong: belonging(name, number) === 'match', begun: clock(), passed: undefined })
      return done({ certify_id: id })
    },
    /** alipay.user.certify.open.query: F is said of who failed and of who has not begun. */
    query: ({ certify_id: id }: Fields): Fields => {
      const check = find(id)
      return check ? done({ passed: check.passed === true ? 'T' : 'F' }) : refused('OPEN_CERTIFY_BILL_NOT_EXIST', '无效的certify_id')
    },
    /** Whether somebody may stand before the camera for it. */
    isOpen: (id: string): boolean => find(id) !== undefined && checks.get(id)?.passed !== true,
    finish: (id: string, end: FaceEnd): void => {
      const check = find(id)
      if (check && end !== 'cancel') check.passed = end === 'pass' && check.belong
    },
  }
}
