// @ts-check
import { randomBytes, randomInt } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Without letters and digits that look alike: people type it from one screen into another. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789'

const MAKERS = {
  /** From it the server derives every key it signs and encrypts with. */
  APP_SECRET: () => randomBytes(32).toString('base64url'),
  /** Of the demo's staff accounts; about 59 bits. */
  DEMO_PASSWORD: () => Array.from({ length: 12 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join(''),
}
/** @typedef {Record<keyof typeof MAKERS, string>} Secrets */

/**
 * What only this installation knows: made once, kept in `dir/secrets.json`, which only its owner may read. A secret that
 * a newer version adds is made when first missed; those that are there never change, or what they protect would be lost.
 * @param {string} dir
 * @returns {Promise<Secrets>}
 */
export const keepSecrets = async (dir) => {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const file = path.join(dir, 'secrets.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  /** @type {Partial<Secrets>} */
  const kept = text === undefined ? {} : JSON.parse(text)
  const secrets = { APP_SECRET: kept.APP_SECRET ?? MAKERS.APP_SECRET(), DEMO_PASSWORD: kept.DEMO_PASSWORD ?? MAKERS.DEMO_PASSWORD() }
  const whole = JSON.stringify(secrets, null, 2)
  if (whole !== text) await writeFile(file, whole, { mode: 0o600 })
  await chmod(file, 0o600)
  return secrets
}
