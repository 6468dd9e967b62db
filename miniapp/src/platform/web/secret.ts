/** Bytes as base64url without padding (RFC 4648, section 5). */
export const base64url = (bytes: ArrayLike<number>): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

/** A text nobody can guess, of so many strong random bytes. Throws in a browser that has none: a weak secret is worse than none. */
export const secretText = (bytes: number): string => base64url(crypto.getRandomValues(new Uint8Array(bytes)))
