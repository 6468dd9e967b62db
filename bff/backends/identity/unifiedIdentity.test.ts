import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { codeOf, listeningLogger, testUpstream } from '../../../tests/support/upstream'
import { systemClock } from '../../platform/clock'
import { createUnifiedIdentity } from './unifiedIdentity'

let shift = 0
const simulators = useSimulators(() => systemClock() + shift)
const { logger, logged } = listeningLogger()
const create = (settings: { clientSecret?: string } = {}, fault?: FaultKind) => createUnifiedIdentity(testUpstream('identity', fault, logger), {
  url: `${simulators.url()}/identity`, authorizeUrl: `${simulators.url().replace('127.0.0.1', '{hostname}')}/identity/authorize`,
  clientId: 'yichuang', clientSecret: 'demo-client-secret', ...settings,
})

// The pair of RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const ask = { state: 'state-state-state-1', challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', origin: 'http://127.0.0.1:8100' }

/** What a browser does: the page's own form, posted to the address we were given. */
const signIn = async () => {
  const url = new URL(create().authorizeUrl?.(ask) ?? '')
  const answer = await fetch(`${url.origin}${url.pathname}`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams([...url.searchParams, ['sub', 'demo-citizen-03']]),
  })
  return new URL(answer.headers.get('location') ?? '')
}
const code = async () => (await signIn()).searchParams.get('code') ?? ''

describe('signing in by the unified identity', () => {
  it('leads there and back to the page the visitor came from, with a code that says who it is', async () => {
    const back = await signIn()
    expect(`${back.origin}${back.pathname}`).toBe('http://127.0.0.1:8100/pages/sign-in/index')
    expect(back.searchParams.get('state')).toBe('state-state-state-1')
    expect(await create().exchange(back.searchParams.get('code') ?? '', VERIFIER)).toEqual({ subject: 'demo-citizen-03', name: '演示用户三', idNumber: '990000190001010032' })
  })

  it('sends a phone on the local network to the host it knows us by', () => {
    expect(create().authorizeUrl?.({ ...ask, origin: 'http://192.168.1.20:8100' })).toMatch(/^http:\/\/192\.168\.1\.20:\d+\/identity\/authorize\?/)
  })

  it('rejects a code that is wrong or was used', async () => {
    const once = await code()
    await create().exchange(once, VERIFIER)
    expect(await codeOf(create().exchange(once, VERIFIER))).toBe('SIGN_IN_REJECTED')
    expect(await codeOf(create().exchange('wrong', VERIFIER))).toBe('SIGN_IN_REJECTED')
  })

  it('rejects a code without the verifier of its challenge, which somebody else’s browser does not have, and spends it', async () => {
    const [stolen, bare] = [await code(), await code()]
    expect(await codeOf(create().exchange(stolen, 'another-verifier-of-forty-three-characters-and'))).toBe('SIGN_IN_REJECTED')
    expect(await codeOf(create().exchange(stolen, VERIFIER))).toBe('SIGN_IN_REJECTED')
    expect(await codeOf(create().exchange(bare))).toBe('SIGN_IN_REJECTED')
  })

  it('rejects a code that waited for a minute', async () => {
    const late = await code()
    shift += 60_000
    expect(await codeOf(create().exchange(late, VERIFIER))).toBe('SIGN_IN_REJECTED')
  })

  it('does not blame the visitor when our own secret is refused', async () => {
    expect(await codeOf(create({ clientSecret: 'old' }).exchange(await code(), VERIFIER))).toBe('IDENTITY_UNAVAILABLE')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)('is unavailable while the code’s answer is “%s”', async (kind) => {
    await simulators.fault({ system: 'identity', path: 'token', kind })
    expect(await codeOf(create({}, kind).exchange(await code(), VERIFIER))).toBe('IDENTITY_UNAVAILABLE')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'hang'] as const)('gets over one “%s” when it asks who it is, for that is safe to repeat', async (kind) => {
    await simulators.fault({ system: 'identity', path: 'userinfo', kind, times: 1 })
    expect(await create({}, kind).exchange(await code(), VERIFIER)).toMatchObject({ subject: 'demo-citizen-03' })
  })

  it('waits for a slow answer within its budget', async () => {
    await simulators.fault({ system: 'identity', kind: 'slow', ms: 120 })
    expect(await create().exchange(await code(), VERIFIER)).toMatchObject({ subject: 'demo-citizen-03' })
  })

  it('is unavailable when the person’s own data cannot be had', async () => {
    await simulators.fault({ system: 'identity', path: 'userinfo', kind: 'answer', body: { name: 'nobody' } })
    expect(await codeOf(create().exchange(await code(), VERIFIER))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('is unavailable when they answer in words of another contract', async () => {
    for (const error of ['invalid_request', 'unauthorized_client', 'server_error']) {
      await simulators.fault({ system: 'identity', path: 'token', kind: 'answer', status: 400, body: { error }, times: 1 })
      expect(await codeOf(create().exchange(await code(), VERIFIER))).toBe('IDENTITY_UNAVAILABLE')
    }
    await simulators.fault({ system: 'identity', path: 'userinfo', kind: 'answer', status: 401, body: { error: 'invalid_token' }, times: 1 })
    expect(await codeOf(create().exchange(await code(), VERIFIER))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('leaves nothing of anybody in the log: no name, no number, no code, no token, no verifier, no secret', () => {
    expect(logged.length).toBeGreaterThan(20)
    for (const secret of ['演示用户', '99000019', VERIFIER, 'demo-client-secret', 'Bearer', 'demo-citizen']) expect(logged.join()).not.toContain(secret)
  })
})
