const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz'

/** Strong random bytes where the host offers them; mini-program hosts do not. */
const randomIndex = (): number => {
  if (typeof crypto !== 'undefined' && typeof crypto.getRandomValues === 'function') {
    return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % ALPHABET.length
  }
  return Math.floor(Math.random() * ALPHABET.length)
}

/**
 * A key for one act of the citizen: 24 characters, about 137 bits. Make it once when the act begins and keep it until its
 * outcome is known; a retry must send the same. It only has to be unlike any other key, not secret.
 */
export const newKey = (): string => Array.from({ length: 24 }, () => ALPHABET[randomIndex()]).join('')
