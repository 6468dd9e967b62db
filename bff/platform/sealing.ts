import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Keeps personal data unreadable at rest: AES-256-GCM, each sealed text with the id of its key. */
export interface Sealing {
  /** @param context what the text belongs to; a sealed text moved elsewhere does not open */
  readonly seal: (text: string, context: string) => string
  /** Null for what was changed, moved, or sealed by a key that is gone. */
  readonly open: (sealed: string, context: string) => string | null
}

/** @param keys by id, 32 bytes each; the first seals, all open, so that a key can be changed while old texts still stand */
export const createSealing = (keys: readonly { readonly id: string; readonly key: Buffer }[]): Sealing => {
  const [current] = keys
  if (!current) throw new Error('sealing needs a key')
  return {
    seal: (text, context) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open: (sealed, context) => {
      const dot = sealed.indexOf('.')
      const found = keys.find(({ id }) => id === sealed.slice(0, dot))
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url')
      if (!found || bytes.length < NONCE_BYTES + TAG_BYTES) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(context))
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
