import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** A key of its own for each purpose, so that one use never weakens another. */
export const deriveKey = (secret: string | Buffer, purpose: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'yichuang', purpose, bytes))

/** The first `length` characters of the base64url HMAC-SHA256; 6 bits each. */
export const sign = (key: Buffer, text: string, length: number): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, length)

/** Compares without telling by the time taken how much was right. */
export const sameText = (a: string, b: string): boolean => {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
