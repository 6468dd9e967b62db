import { createHmac, timingSafeEqual } from 'node:crypto'

/** 签名: HMAC-SHA256, in capital hexadecimal, of the transaction, the time and the parameters in the order of their names. */
export const signatureOf = (key: string, transaction: string, time: string, parameters: Readonly<Record<string, string>>): string => {
  const sorted = Object.keys(parameters).sort().map((name) => `${name}=${parameters[name] ?? ''}`).join('&')
  return createHmac('sha256', key).update(`${transaction}\n${time}\n${sorted}`).digest('hex').toUpperCase()
}

export const isSigned = (signature: string, ...rest: Parameters<typeof signatureOf>): boolean => {
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(...rest))]
  return given.length === right.length && timingSafeEqual(given, right)
}
