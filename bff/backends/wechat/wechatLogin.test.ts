import { randomUUID } from 'node:crypto'
import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { codeOf, listeningLogger, testUpstream } from '../../../tests/support/upstream'
import { systemClock } from '../../platform/clock'
import { createWechatLogin } from './wechatLogin'

let shift = 0
const simulators = useSimulators(() => systemClock() + shift)
const { logger, logged } = listeningLogger()
const create = (appSecret = 'demo-wechat-secret', fault?: FaultKind) =>
  createWechatLogin(testUpstream('wechat', fault, logger), logger, { url: `${simulators.url()}/wechat`, appId: 'wxdemo0000000000', appSecret })
const codeOfPerson = (n: number) => `demo-${n}-${randomUUID()}`
const answered = (errcode: number, times?: number) =>
  simulators.fault({ system: 'wechat', kind: 'answer', body: { errcode, errmsg: '' }, ...(times && { times }) })

describe('signing in by WeChat', () => {
  it('knows the same person again, tells no name, and keeps the session key from us', async () => {
    const [first, again, other] = await Promise.all([1, 1, 2].map((n) => create().exchange(codeOfPerson(n))))
    expect(Object.keys(first ?? {})).toEqual(['subject'])
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it('rejects a code that is wrong or was used', async () => {
    const code = codeOfPerson(1)
    await create().exchange(code)
    expect(await codeOf(create().exchange(code))).toBe('SIGN_IN_REJECTED')
    expect(await codeOf(create().exchange('wrong'))).toBe('SIGN_IN_REJECTED')
  })

  it('rejects whom WeChat blocks, and slows who asks too often', async () => {
    expect(await codeOf(create().exchange(codeOfPerson(40226)))).toBe('SIGN_IN_REJECTED')
    await Promise.all(Array.from({ length: 100 }, () => create().exchange(codeOfPerson(7))))
    expect(await codeOf(create().exchange(codeOfPerson(7)))).toBe('RATE_LIMITED')
  })

  it('rejects a code that waited for five minutes', async () => {
    const issue = await fetch(`${simulators.url()}/wechat/simulator/login-codes`, { method: 'POST', body: new URLSearchParams({ person: '3' }) })
    const { code } = await issue.json() as { code: string }
    shift += 300_000
    expect(await codeOf(create().exchange(code))).toBe('SIGN_IN_REJECTED')
  })

  it.each([[40029, 'SIGN_IN_REJECTED'], [40163, 'SIGN_IN_REJECTED'], [41008, 'SIGN_IN_REJECTED'], [40226, 'SIGN_IN_REJECTED'], [45011, 'RATE_LIMITED'],
    [40013, 'IDENTITY_UNAVAILABLE'], [40125, 'IDENTITY_UNAVAILABLE'], [40002, 'IDENTITY_UNAVAILABLE'], [45009, 'IDENTITY_UNAVAILABLE'], [99999, 'IDENTITY_UNAVAILABLE'],
  ])('takes WeChat’s %i for %s', async (errcode, code) => {
    await answered(errcode)
    expect(await codeOf(create().exchange(codeOfPerson(1)))).toBe(code)
    expect(logged.join().includes(`"errcode":${errcode}`)).toBe(code === 'IDENTITY_UNAVAILABLE')
  })

  it('asks again when WeChat is busy, and gives up when it stays so', async () => {
    await answered(-1, 2)
    expect(await create().exchange(codeOfPerson(1))).toHaveProperty('subject')
    await answered(-1)
    expect(await codeOf(create().exchange(codeOfPerson(1)))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('does not blame the visitor when our own secret is refused', async () => {
    expect(await codeOf(create('old').exchange(codeOfPerson(1)))).toBe('IDENTITY_UNAVAILABLE')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)('is unavailable when the answer is “%s”', async (kind) => {
    await simulators.fault({ system: 'wechat', kind })
    expect(await codeOf(create(undefined, kind).exchange(codeOfPerson(1)))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('waits for a slow answer within its budget', async () => {
    await simulators.fault({ system: 'wechat', kind: 'slow', ms: 120 })
    expect(await create().exchange(codeOfPerson(1))).toHaveProperty('subject')
  })

  it('leaves no code, openid or secret in the log', () => {
    expect(logged.length).toBeGreaterThan(100)
    for (const secret of ['demo-1-', 'demo-wechat-secret', 'js_code', 'openid', 'session_key']) expect(logged.join()).not.toContain(secret)
  })
})
