import { isSigned } from './signature'

const APP_ID = '2021000000000000'

export type Parameters = ReadonlyMap<string, string>
export interface GatewayFault { readonly code: string; readonly msg: string; readonly sub_code: string; readonly sub_msg: string }

const missing = (what: string, sub_msg: string): GatewayFault => ({ code: '40001', msg: 'Missing Required Arguments', sub_code: `isv.missing-${what}`, sub_msg })
export const invalid = (what: string, sub_msg: string): GatewayFault => ({ code: '40002', msg: 'Invalid Arguments', sub_code: `isv.${what}`, sub_msg })

const NEEDED = [['app_id', 'app-id', '缺少appId参数'], ['method', 'method', '缺少方法名参数'], ['sign_type', 'signature-type', '缺少签名类型参数'],
  ['sign', 'signature', '缺少签名参数'], ['timestamp', 'timestamp', '缺少时间戳参数'], ['version', 'version', '缺少版本参数']] as const

export const parametersOf = async (request: Request): Promise<Parameters> =>
  new Map([...new URL(request.url).searchParams, ...new URLSearchParams(request.method === 'POST' ? await request.text() : '')])

/** What the gateway finds wrong with a request before any method looks at it. */
export const faultOf = (parameters: Parameters, appPublicKey: string): GatewayFault | undefined => {
  const lacking = NEEDED.find(([name]) => !parameters.get(name))
  if (lacking) return missing(lacking[1], lacking[2])
  if (parameters.get('app_id') !== APP_ID) return invalid('invalid-app-id', '无效的AppID参数')
  if (parameters.get('sign_type') !== 'RSA2') return invalid('invalid-signature-type', '无效签名类型')
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(parameters.get('timestamp') ?? '')) return invalid('invalid-timestamp', '非法的时间戳参数')
  if (!isSigned(parameters, appPublicKey)) return invalid('invalid-signature', '无效签名')
  return undefined
}

/** The parameters of a business method: JSON in `biz_content`. */
export const businessOf = (parameters: Parameters): Record<string, unknown> => {
  try {
    const content = JSON.parse(parameters.get('biz_content') ?? '') as unknown
    return typeof content === 'object' && content !== null ? content as Record<string, unknown> : {}
  } catch {
    return {}
  }
}
