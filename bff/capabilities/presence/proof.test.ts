import { presence } from '@shared/presence'
import fc from 'fast-check'
import { holds } from '../../../tests/support/property'
import { issueProof, readProof } from './proof'
import { createSigners } from './signers'

const { presence: signer, hallCode } = createSigners('a secret of at least 32 characters')
const UNTIL = 1_772_935_215_000
const codeOf = (token: string, hallId = 'tianhe', now = UNTIL - 1): unknown => {
  try {
    return readProof(signer, token, hallId, now)
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

describe('a proof of presence', () => {
  test('holds until its time, for its hall, and fits the contract, whatever the hall', () => holds(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/), fc.integer({ min: 1, max: 8_640_000_000_000_000 }), (hallId, expiresAt) => {
      const token = issueProof(signer, hallId, expiresAt)
      expect(presence.safeParse(token).success).toBe(true)
      expect(readProof(signer, token, hallId, expiresAt - 1)).toEqual({ expiresAt, nonce: token.split('.')[2] })
    })))

  test('has a name of its own each time, so that one can be told from another', () => {
    const nonces = Array.from({ length: 1_000 }, () => readProof(signer, issueProof(signer, 'tianhe', UNTIL), 'tianhe', UNTIL - 1).nonce)
    expect(new Set(nonces).size).toBe(1_000)
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9_-]{16,}$/)
  })

  test('is worth nothing after its time or in another hall', () => {
    const token = issueProof(signer, 'tianhe', UNTIL)
    expect(codeOf(token, 'tianhe', UNTIL)).toBe('PRESENCE_EXPIRED')
    expect(codeOf(token, 'panyu')).toBe('CODE_OTHER_HALL')
  })

  test('with anything changed is no proof', async () => {
    const token = issueProof(signer, 'tianhe', UNTIL)
    const [, , nonce = '', mac = ''] = token.split('.')
    const forged = [
      '', 'x', `panyu.${UNTIL}.${nonce}.${mac}`, `tianhe.${UNTIL + 60_000}.${nonce}.${mac}`, `tianhe.${UNTIL}.${nonce.slice(1)}A.${mac}`, `${token}A`,
      `tianhe.0${UNTIL}.${nonce}.${mac}`, issueProof(createSigners('another secret of 32 characters!').presence, 'tianhe', UNTIL), issueProof(hallCode, 'tianhe', UNTIL),
    ]
    for (const one of forged) expect(codeOf(one, one.startsWith('panyu') ? 'panyu' : 'tianhe')).toBe('PRESENCE_REQUIRED')
    await holds(fc.property(fc.string(), fc.nat({ max: token.length }), (text, at) => {
      const changed = token.slice(0, at) + text + token.slice(at + text.length)
      if (changed !== token) expect(codeOf(changed)).toBe('PRESENCE_REQUIRED')
    }), 1_000)
  })
})
