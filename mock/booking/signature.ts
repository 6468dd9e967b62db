import { createHmac, timingSafeEqual } from 'node:crypto'

type Parameters = ReadonlyMap<string, string>

/** HMAC-SHA256 over the parameters that have a value, sorted by name, `sign` left out; capital hexadecimal. */
export const signatureOf = (parameters: Parameters, secret: string): string => {
  const text = [...parameters].filter(([name, value]) => name !== 'sign' && value !== '').sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&')
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex').toUpperCase()
}

export const isSigned = (parameters: Parameters, secret: string): boolean => {
  const [given, right] = [Buffer.from(parameters.get('sign') ?? ''), Buffer.from(signatureOf(parameters, secret))]
  return given.length === right.length && timingSafeEqual(given, right)
}
