import { deriveKey, sameText, sign } from '../../platform/secrets'
import type { Signer, Signers } from './port'

const signer = (secret: string, purpose: string): Signer => {
  const key = deriveKey(secret, purpose)
  return {
    sign: (text, length) => sign(key, text, length),
    verify: (text, mac, length) => sameText(sign(key, text, length), mac),
  }
}

/** Every process with the same `APP_SECRET` signs and accepts the same codes. */
export const createSigners = (secret: string): Signers => ({
  hallCode: signer(secret, 'hall-code'), presence: signer(secret, 'presence'), screen: signer(secret, 'screen'),
})
