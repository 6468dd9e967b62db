import { createHash, randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Of scrypt; `logN` is the power of two of N. Memory is 128 · r · N bytes for the time of one hash. */
export interface HashCost { readonly logN: number; readonly r: number; readonly p: number }
/** 32 MB (OWASP password storage cheat sheet: N = 2^15, r = 8, p = 3). */
export const usualCost: HashCost = { logN: 15, r: 8, p: 3 }

const BYTES = 32
const FORM = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/
const written = ({ logN, r, p }: HashCost, salt: string, hash: string): string => ['scrypt', logN, r, p, salt, hash].join('$')

const run = (password: string, salt: Buffer, { logN, r, p }: HashCost): Promise<Buffer> =>
  // The same letters may be typed as different code points on another keyboard.
  derive(password.normalize('NFKC'), salt, BYTES, { N: 2 ** logN, r, p, maxmem: 256 * r * 2 ** logN })

/** `scrypt$log2 N$r$p$salt$hash`: it carries its cost, so that the cost can be raised later. */
export const hashPassword = async (password: string, cost = usualCost): Promise<string> => {
  const salt = randomBytes(16)
  return written(cost, salt.toString('base64url'), (await run(password, salt, cost)).toString('base64url'))
}

/** Compares in constant time. Throws when the stored form is not one of ours. */
export const isPassword = async (password: string, stored: string): Promise<boolean> => {
  const [, logN, r, p, salt = '', hash = ''] = FORM.exec(stored) ?? []
  if (!hash) throw new Error('a stored password hash is not readable')
  const found = await run(password, Buffer.from(salt, 'base64url'), { logN: Number(logN), r: Number(r), p: Number(p) })
  return timingSafeEqual(found, Buffer.from(hash, 'base64url'))
}

/** Nobody's: checked for an account that does not exist, so that the answer takes as long. */
export const nobodysHash = (cost = usualCost): string => written(cost, 'A'.repeat(22), 'A'.repeat(43))

/** Says which password it was, and nothing about it: the same password set again has another mark. */
export const passwordMark = (stored: string): string => createHash('sha256').update(stored).digest('base64url')
