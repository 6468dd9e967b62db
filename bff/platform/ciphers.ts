import { createCipheriv, createDecipheriv } from 'node:crypto'
import { sm4 } from 'sm-crypto-v2'
import { deriveKey } from './secrets'

export const cipherNames = ['aes-256-gcm', 'sm4-gcm'] as const
export type CipherName = (typeof cipherNames)[number]

export const TAG_BYTES = 16

/** Authenticated encryption with a nonce of 12 bytes; what is authenticated besides is no part of what comes out. */
export interface Cipher {
  /** Stands behind the key's id in whatever it sealed; the first cipher has none, for what was sealed before there were two. */
  readonly mark: string
  readonly encrypt: (bytes: Buffer, nonce: Buffer, associated: Buffer) => { readonly body: Buffer; readonly tag: Buffer }
  /** Throws when anything was changed. */
  readonly decrypt: (body: Buffer, tag: Buffer, nonce: Buffer, associated: Buffer) => Buffer
}

const aes = (key: Buffer): Cipher => ({
  mark: '',
  encrypt: (bytes, nonce, associated) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated)
    return { body: Buffer.concat([cipher.update(bytes), cipher.final()]), tag: cipher.getAuthTag() }
  },
  decrypt: (body, tag, nonce, associated) => {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(associated)
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(body), decipher.final()])
  },
})

/** SM4-GCM (GB/T 32907, RFC 8998). @param key 16 bytes */
export const sm4Gcm = (key: Buffer): Omit<Cipher, 'mark'> => ({
  encrypt: (bytes, nonce, associated) => {
    const { output, tag } = sm4.encrypt(bytes, key, { mode: 'gcm', iv: nonce, associatedData: associated, output: 'array', outputTag: true })
    if (!tag) throw new Error('SM4 gave no tag')
    return { body: Buffer.from(output), tag: Buffer.from(tag) }
  },
  decrypt: (body, tag, nonce, associated) => {
    // Without a whole tag the library would not look whether anything was changed.
    if (tag.length !== TAG_BYTES) throw new Error('no whole tag')
    return Buffer.from(sm4.decrypt(body, key, { mode: 'gcm', iv: nonce, associatedData: associated, output: 'array', tag }) as Uint8Array)
  },
})

/** Both ciphers by one key of 32 bytes: SM4 takes 128 bits, so that its key is derived. */
export const ciphersOf = (key: Buffer): Readonly<Record<CipherName, Cipher>> =>
  ({ 'aes-256-gcm': aes(key), 'sm4-gcm': { mark: ':sm4', ...sm4Gcm(deriveKey(key, 'sm4-gcm', 16)) } })
