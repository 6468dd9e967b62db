import { Secret, TOTP } from 'otpauth'
import { isCodeOf, newSecret, stepOf, uriOf } from './totp'

/** RFC 6238, appendix B: the secret of its SHA-1 vectors, and their codes without the first two of eight digits. */
const SECRET = Secret.fromLatin1('12345678901234567890').base32
const vectors = [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037'], [20_000_000_000, '353130']] as const

describe('codes of an authenticator', () => {
  it.each(vectors)('at second %i of the RFC it is %s', (second, code) => {
    const step = Math.floor(second / 30)
    expect(stepOf(SECRET, code, second * 1_000)).toBe(step)
    expect([step - 1, step, step + 1].map((one) => isCodeOf(SECRET, code, one))).toEqual([false, true, false])
  })

  it('count from one step early to one step late, and not a moment beyond', () => {
    const [begins, code, step] = [1_111_111_110_000, '050471', 37_037_037]
    const at = [begins - 30_001, begins - 30_000, begins + 29_999, begins + 59_999, begins + 60_000]
    expect(at.map((now) => stepOf(SECRET, code, now))).toEqual([null, step, step, step, null])
  })

  it('have secrets of 160 bits, each another', () => {
    const secrets = Array.from({ length: 50 }, newSecret)
    expect(new Set(secrets).size).toBe(50)
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  })

  it('are what any app makes of the address in the QR code', () => {
    const secret = newSecret()
    const uri = new URL(uriOf(secret, 'clerk1'))
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname), uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual(['otpauth:', 'totp', '/Yichuang:clerk1', secret, 'Yichuang'])
    const [period, digits] = [Number(uri.searchParams.get('period')), Number(uri.searchParams.get('digits'))]
    const made = TOTP.generate({ secret: Secret.fromBase32(secret), algorithm: uri.searchParams.get('algorithm') ?? '', period, digits, timestamp: 1_767_225_600_000 })
    expect(stepOf(secret, made, 1_767_225_600_000)).toBe(1_767_225_600 / 30)
  })
})
