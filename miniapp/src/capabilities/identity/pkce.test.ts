import { createSession, startSignIn } from '@shared/identity'
import { challengeOf, newState, newVerifier } from './pkce'

it('makes the challenge of RFC 7636, appendix B', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
})

it('makes verifiers and states that the contract takes, and never the same twice', () => {
  const made = Array.from({ length: 50 }, () => ({ verifier: newVerifier(), state: newState() }))
  made.forEach(({ verifier, state }) => {
    expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(startSignIn.body.safeParse({ state, challenge: challengeOf(verifier) }).success).toBe(true)
    expect(createSession.body.safeParse({ channel: 'web', code: 'code-1', verifier, privacy: 1 }).success).toBe(true)
  })
  expect(new Set(made.flatMap(({ verifier, state }) => [verifier, state])).size).toBe(100)
})

it('makes no weak secret where there are no strong random bytes', () => {
  const strong = jest.spyOn(crypto, 'getRandomValues').mockImplementation(() => { throw new Error('none here') })
  try { expect(newVerifier).toThrow('none here') } finally { strong.mockRestore() }
})
