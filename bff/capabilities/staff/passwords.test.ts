import { scrypt } from 'node:crypto'
import { hashPassword, isPassword, nobodysHash, passwordMark } from './passwords'

type Derivation = [password: string, salt: Buffer, bytes: number, cost: object]
jest.mock('node:crypto', () => {
  const real = jest.requireActual<{ scrypt: (...given: Derivation) => void }>('node:crypto')
  return { ...real, scrypt: jest.fn(real.scrypt) }
})
const derivations = scrypt as unknown as jest.Mock<void, Derivation>

describe('staff passwords', () => {
  it('are kept under scrypt with a salt of their own, at a cost of at least 2^15', async () => {
    const [one, two] = await Promise.all([hashPassword('demo-password-1'), hashPassword('demo-password-1')])
    expect(one).toMatch(/^scrypt\$1[5-9]\$8\$\d\$/)
    expect(one).not.toBe(two)
    expect(one).not.toContain('demo')
    expect(await isPassword('demo-password-1', one)).toBe(true)
    expect(await isPassword('demo-password-2', one)).toBe(false)
  })

  it('have a mark that tells nothing of them, another each time one is set', async () => {
    const [one, two] = await Promise.all([hashPassword('demo-password-1'), hashPassword('demo-password-1')])
    expect(passwordMark(one)).toBe(passwordMark(one))
    expect(passwordMark(one)).not.toBe(passwordMark(two))
    expect(one).not.toContain(passwordMark(one))
  })

  it('are the same however the keyboard composes them', async () => {
    expect(await isPassword('cafe\u0301-password', await hashPassword('caf\u00e9-password'))).toBe(true)
  })

  it('never match for an account that does not exist, and the check does the same work', async () => {
    const work = async (stored: string) => {
      derivations.mockClear()
      expect(await isPassword('wrong-password', stored)).toBe(false)
      return derivations.mock.calls.map(([, salt, bytes, cost]) => ({ salt: salt.length, bytes, cost }))
    }
    const real = await work(await hashPassword('demo-password-1'))
    expect(real).toHaveLength(1)
    expect(await work(nobodysHash())).toEqual(real)
  })

  it('do not pass silently when what is stored cannot be read', async () => {
    await expect(isPassword('demo-password-1', 'plain')).rejects.toThrow('not readable')
  })
})
