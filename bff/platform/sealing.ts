import { randomBytes } from 'node:crypto'
import { ciphersOf, TAG_BYTES, type CipherName } from './ciphers'

const NONCE_BYTES = 12
const DOT = '.'.charCodeAt(0)

/** Keeps personal data unreadable at rest: AES-256-GCM or SM4-GCM, each sealed thing with the id of its key and, for SM4, of its cipher. */
export interface Sealing {
  /** @param context what the text belongs to; a sealed text moved elsewhere does not open */
  readonly seal: (text: string, context: string) => string
  /** Null for what was changed, moved, or sealed by a key that is gone. */
  readonly open: (sealed: string, context: string) => string | null
  /** The same for a file, which stays bytes. */
  readonly sealBytes: (bytes: Buffer, context: string) => Buffer
  readonly openBytes: (sealed: Buffer, context: string) => Buffer | null
  /** Whether a text or a file was sealed as it would be now: by the current key and cipher. */
  readonly isCurrent: (sealed: string | Buffer) => boolean
}

/**
 * @param keys by id, 32 bytes each; the first seals, all open, so that a key can be changed while old things still stand
 * @param by seals from now on; what the other has sealed still opens
 */
export const createSealing = (keys: readonly { readonly id: string; readonly key: Buffer }[], by: CipherName = 'aes-256-gcm'): Sealing => {
  const [current] = keys
  if (!current) throw new Error('sealing needs a key')
  const sealer = ciphersOf(current.key)[by]
  const label = `${current.id}${sealer.mark}`
  const openers = new Map([...keys].reverse().flatMap(({ id, key }) => Object.values(ciphersOf(key)).map((cipher) => [`${id}${cipher.mark}`, cipher] as const)))
  const lock = (bytes: Buffer, context: string): Buffer => {
    const nonce = randomBytes(NONCE_BYTES)
    const { body, tag } = sealer.encrypt(bytes, nonce, Buffer.from(context))
    return Buffer.concat([nonce, tag, body])
  }
  const unlock = (found: string, locked: Buffer, context: string): Buffer | null => {
    const opener = openers.get(found)
    if (!opener || locked.length < NONCE_BYTES + TAG_BYTES) return null
    const [nonce, tag, body] = [locked.subarray(0, NONCE_BYTES), locked.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES), locked.subarray(NONCE_BYTES + TAG_BYTES)]
    try {
      return opener.decrypt(body, tag, nonce, Buffer.from(context))
    } catch {
      return null
    }
  }
  return {
    seal: (text, context) => `${label}.${lock(Buffer.from(text), context).toString('base64url')}`,
    open: (sealed, context) => {
      const dot = sealed.indexOf('.')
      return unlock(sealed.slice(0, dot), Buffer.from(sealed.slice(dot + 1), 'base64url'), context)?.toString('utf8') ?? null
    },
    isCurrent: (sealed) => (typeof sealed === 'string' ? sealed : sealed.subarray(0, label.length + 1).toString('latin1')).startsWith(`${label}.`),
    sealBytes: (bytes, context) => Buffer.concat([Buffer.from(`${label}.`), lock(bytes, context)]),
    openBytes: (sealed, context) => {
      const dot = sealed.indexOf(DOT)
      return dot < 0 ? null : unlock(sealed.subarray(0, dot).toString('latin1'), sealed.subarray(dot + 1), context)
    },
  }
}
