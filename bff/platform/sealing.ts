import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const DOT = '.'.charCodeAt(0)

/** Keeps personal data unreadable at rest: AES-256-GCM, each sealed thing with the id of its key. */
export interface Sealing {
  /** @param context what the text belongs to; a sealed text moved elsewhere does not open */
  readonly seal: (text: string, context: string) => string
  /** Null for what was changed, moved, or sealed by a key that is gone. */
  readonly open: (sealed: string, context: string) => string | null
  /** The same for a file, which stays bytes. */
  readonly sealBytes: (bytes: Buffer, context: string) => Buffer
  readonly openBytes: (sealed: Buffer, context: string) => Buffer | null
}

/** @param keys by id, 32 bytes each; the first seals, all open, so that a key can be changed while old things still stand */
export const createSealing = (keys: readonly { readonly id: string; readonly key: Buffer }[]): Sealing => {
  const [current] = keys
  if (!current) throw new Error('sealing needs a key')
  const lock = (bytes: Buffer, context: string): Buffer => {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(context))
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  }
  const unlock = (id: string, locked: Buffer, context: string): Buffer | null => {
    const found = keys.find((one) => one.id === id)
    if (!found || locked.length < NONCE_BYTES + TAG_BYTES) return null
    try {
      const decipher = createDecipheriv('aes-256-gcm', found.key, locked.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(context))
      decipher.setAuthTag(locked.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(locked.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    } catch {
      return null
    }
  }
  return {
    seal: (text, context) => `${current.id}.${lock(Buffer.from(text), context).toString('base64url')}`,
    open: (sealed, context) => {
      const dot = sealed.indexOf('.')
      return unlock(sealed.slice(0, dot), Buffer.from(sealed.slice(dot + 1), 'base64url'), context)?.toString('utf8') ?? null
    },
    sealBytes: (bytes, context) => Buffer.concat([Buffer.from(`${current.id}.`), lock(bytes, context)]),
    openBytes: (sealed, context) => {
      const dot = sealed.indexOf(DOT)
      return dot < 0 ? null : unlock(sealed.subarray(0, dot).toString('latin1'), sealed.subarray(dot + 1), context)
    },
  }
}
