import { deriveKey, sameText, sign } from '../../platform/secrets'
import type { Signer } from './port'

/** Every process with the same `APP_SECRET` accepts the work for what another asked. */
export const createRushSigner = (secret: string): Signer => {
  const key = deriveKey(secret, 'rush')
  return { sign: (text, length) => sign(key, text, length), verify: (text, mac, length) => sameText(sign(key, text, length), mac) }
}
