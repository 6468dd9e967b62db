import { hashPassword, isPassword, nobodysHash } from './passwords'

describe('staff passwords', () => {
  it('are kept under scrypt with a salt of their own, at a cost of at least 2^15', async () => {
    const [one, two] = await Promise.all([hashPassword('demo-password-1'), hashPassword('demo-password-1')])
    expect(one).toMatch(/^scrypt\$1[5-9]\$8\$\d\$/)
    expect(one).not.toBe(two)
    expect(one).not.toContain('demo')
    expect(await isPassword('demo-password-1', one)).toBe(true)
    expect(await isPassword('demo-password-2', one)).toBe(false)
  })

  it('are the same however the keyboard composes them', async () => {
    expect(await isPassword('cafe\u0301-password', await hashPassword('caf\u00e9-password'))).toBe(true)
  })

  it('never match for an account that does not exist, and the check costs as much', async () => {
    const timed = async (stored: string) => {
      const start = performance.now()
      expect(await isPassword('wrong-password', stored)).toBe(false)
      return performance.now() - start
    }
    const real = await hashPassword('demo-password-1')
    expect(nobodysHash().split('$').slice(0, 4)).toEqual(real.split('$').slice(0, 4))
    const nobody = Math.min(await timed(nobodysHash()), await timed(nobodysHash()))
    const someone = Math.min(await timed(real), await timed(real))
    // Wide, for a busy machine; without the check it would be under a hundredth.
    expect(nobody / someone).toBeGreaterThan(0.2)
    expect(nobody / someone).toBeLessThan(5)
  })

  it('do not pass silently when what is stored cannot be read', async () => {
    await expect(isPassword('demo-password-1', 'plain')).rejects.toThrow('not readable')
  })
})
