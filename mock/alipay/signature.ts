import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

const der = (key: string) => Buffer.from(key, 'base64')

/**
 * True when the parameters carry the application's RSA2 signature: SHA-256 with RSA over every parameter but `sign`,
 * empty ones left out, sorted by name, as `name=value` joined by `&`.
 */
export const isSigned = (parameters: ReadonlyMap<string, string>, publicKey: string): boolean => {
  const text = [...parameters].filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&')
  const key = createPublicKey({ key: der(publicKey), format: 'der', type: 'spki' })
  return verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(parameters.get('sign') ?? '', 'base64'))
}

/** The answer as Alipay writes it: the content under its own name, and a signature over exactly its bytes. */
export const signedAnswer = (name: string, content: object, privateKey: string): string => {
  const text = JSON.stringify(content)
  const key = createPrivateKey({ key: der(privateKey), format: 'der', type: 'pkcs8' })
  return `{"${name}":${text},"sign":"${sign('RSA-SHA256', Buffer.from(text), key).toString('base64')}"}`
}
