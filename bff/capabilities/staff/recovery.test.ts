import { isRecoveryCode, newRecoveryCodes, recoveryHash } from './recovery'

describe('recovery codes', () => {
  it('are ten of 80 bits, told from an authenticator’s by their form', () => {
    const codes = Array.from({ length: 20 }, newRecoveryCodes)
    for (const ten of codes) expect(ten).toHaveLength(10)
    expect(new Set(codes.flat()).size).toBe(200)
    for (const code of codes.flat()) expect([code, /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/.test(code), isRecoveryCode(code)]).toEqual([code, true, true])
    expect(isRecoveryCode('287082')).toBe(false)
  })

  it('are kept as a hash that belongs to one account', () => {
    const [code = ''] = newRecoveryCodes()
    expect(recoveryHash('clerk1', code)).toBe(recoveryHash('clerk1', code))
    expect(recoveryHash('clerk2', code)).not.toBe(recoveryHash('clerk1', code))
    expect(recoveryHash('clerk1', code)).not.toContain(code.slice(0, 4))
  })
})
