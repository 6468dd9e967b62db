import { randomBytes } from 'node:crypto'
import { signedAnswer } from '../../../mock/alipay/signature'
import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { codeOf, listeningLogger, testUpstream } from '../../../tests/support/upstream'
import { systemClock } from '../../platform/clock'
import { createAlipayFaceCheck } from './faceCheck'

let shift = 0
const clock = () => systemClock() + shift
const simulators = useSimulators(clock)
const { appPrivateKey, alipayPrivateKey, alipayPublicKey } = simulators.keys
const { logger, logged } = listeningLogger()
const create = (fault?: FaultKind, privateKey = appPrivateKey) => createAlipayFaceCheck({
  upstream: testUpstream('alipay', fault, logger), logger, clock, returnUrl: 'http://127.0.0.1:8100',
  settings: { url: `${simulators.url()}/alipay/gateway.do`, appId: '2021000000000000', privateKey, publicKey: alipayPublicKey },
})
const someone = (more: object = {}) => ({ checkId: `v${randomBytes(12).toString('hex')}`, name: '演示用户一', idNumber: '990000190001010016', subject: '2088000000000001', ...more })
/** What a person does at the address we were given: the page's own form. */
const finish = async (url: string | null, result: string): Promise<number> => {
  const page = await (await fetch(url ?? '')).text()
  const action = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url ?? '')
  const body = new URLSearchParams({ certify_id: /name="certify_id" value="([^"]+)"/.exec(page)?.[1] ?? '', result })
  return (await fetch(action, { method: 'POST', body })).status
}
const outcome = async (result: string, more: object = {}) => {
  const ask = someone(more)
  const { platformId, url } = await create().begin(ask)
  expect(await finish(url, result)).toBe(200)
  return create().result({ ...ask, platformId })
}
const [BEGUN, QUERIED] = ['alipay_user_certify_open_initialize_response', 'alipay_user_certify_open_query_response']
const answered = (body: unknown, times?: number) => simulators.fault({ system: 'alipay', kind: 'answer', body, ...(times && { times }) })
const result = () => create().result({ ...someone(), platformId: 'some-id' })

describe('the identity check of Alipay', () => {
  it('is begun for 23 hours with an address that names nobody, and passes who passes there', async () => {
    const ask = someone()
    const { platformId, url, expiresAt } = await create().begin(ask)
    expect(Math.round((expiresAt - clock()) / 3_600_000)).toBe(23)
    expect(new URL(url ?? '').searchParams.get('biz_content')).toBe(JSON.stringify({ certify_id: platformId }))
    for (const secret of ['演示', '99000019', ask.subject]) expect(decodeURIComponent(url ?? '')).not.toContain(secret)
    expect(await finish(url, 'pass')).toBe(200)
    expect([await create().result({ ...ask, platformId }), await create().result({ ...ask, platformId })]).toEqual(['passed', 'passed'])
  })

  it('passes nobody with another’s number or face, nor who has not done it', async () => {
    expect([await outcome('pass', { name: '演示用户二' }), await outcome('fail'), await outcome('cancel')]).toEqual(['refused', 'refused', 'refused'])
  })

  it('is gone after 23 hours, and when Alipay never knew it', async () => {
    const ask = someone()
    const { platformId } = await create().begin(ask)
    shift += 23 * 3_600_000
    expect([await create().result({ ...ask, platformId }), await create().result({ ...ask, platformId: 'nonsense' })]).toEqual(['gone', 'gone'])
  })

  it('may be begun again as the same check, and each counts for itself', async () => {
    const ask = someone()
    await simulators.fault({ system: 'alipay', kind: 'commit-then-drop', times: 1 })
    expect(await codeOf(create().begin(ask))).toBe('IDENTITY_UNAVAILABLE')
    const [first, second] = [await create().begin(ask), await create().begin(ask)]
    await finish(second.url, 'pass')
    expect([await create().result({ ...ask, platformId: second.platformId }), await create().result({ ...ask, platformId: first.platformId })]).toEqual(['passed', 'refused'])
  })

  it('is refused for what is no paper', async () => {
    expect(await codeOf(create().begin(someone({ name: '' })))).toBe('FACE_REFUSED')
    expect(await codeOf(create().begin(someone({ idNumber: '990000190001010017' })))).toBe('FACE_REFUSED')
  })

  it('passes nobody on an answer that Alipay did not sign, or that was changed on its way', async () => {
    const passed = { code: '10000', msg: 'Success', passed: 'T' }
    const genuine = (content: object, key = alipayPrivateKey) => JSON.parse(signedAnswer(QUERIED, content, key)) as { sign: string }
    for (const body of [{ [QUERIED]: passed }, { [QUERIED]: passed, sign: '' }, genuine(passed, appPrivateKey), { ...genuine({ ...passed, passed: 'F' }), [QUERIED]: passed }]) {
      await answered(body)
      expect(await codeOf(result())).toBe('IDENTITY_UNAVAILABLE')
      simulators.clear()
    }
    expect(logged.join()).toContain('not signed by alipay')
    await answered({ [BEGUN]: { code: '10000', certify_id: 'forged' } })
    expect(await codeOf(create().begin(someone()))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('understands a verdict in a list, and none that is not by the contract', async () => {
    const verdicts: [unknown, string][] = [[['T'], 'passed'], [['F'], 'refused'], ['F', 'refused'], [[], 'IDENTITY_UNAVAILABLE'], [['F', 'T'], 'IDENTITY_UNAVAILABLE'],
      [true, 'IDENTITY_UNAVAILABLE'], [undefined, 'IDENTITY_UNAVAILABLE']]
    for (const [passed, ours] of verdicts) {
      await answered(JSON.parse(signedAnswer(QUERIED, { code: '10000', msg: 'Success', passed }, alipayPrivateKey)))
      expect(await codeOf(result())).toBe(ours)
      simulators.clear()
    }
  })

  it.each([['40004', 'OPEN_CERTIFY_BILL_NOT_EXIST', 'gone'], ['40004', 'SYSTEM_ERROR', 'IDENTITY_UNAVAILABLE'], ['40004', 'unknown-sub-code', 'IDENTITY_UNAVAILABLE'],
    ['40006', 'isv.insufficient-isv-permissions', 'IDENTITY_UNAVAILABLE'], ['40002', 'isv.invalid-signature', 'IDENTITY_UNAVAILABLE'],
  ])('takes Alipay’s %s %s for %s, whatever else it says', async (code, sub_code, ours) => {
    await answered({ [QUERIED]: { code, msg: '演示用户一', sub_code, passed: 'T' } })
    expect(await codeOf(result())).toBe(ours)
  })

  it('asks again when the gateway says it is not available, and is not let in with another’s key', async () => {
    await answered({ error_response: { code: '20000', sub_code: 'aop.unknow-error' } }, 1)
    expect(await create().begin(someone())).toHaveProperty('platformId')
    expect(await codeOf(create(undefined, alipayPrivateKey).begin(someone()))).toBe('IDENTITY_UNAVAILABLE')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)('gets over one “%s” when it asks what came of it, and is unavailable when it stays so', async (kind) => {
    const ask = someone()
    const { platformId } = await create().begin(ask)
    await simulators.fault({ system: 'alipay', kind, times: 1 })
    expect(await create(kind).result({ ...ask, platformId })).toBe('refused')
    await simulators.fault({ system: 'alipay', kind })
    expect(await Promise.all([codeOf(create(kind).result({ ...ask, platformId })), codeOf(create(kind).begin(someone()))])).toEqual(['IDENTITY_UNAVAILABLE', 'IDENTITY_UNAVAILABLE'])
  })

  it('leaves nothing of anybody in the log: no name, number, user or key', () => {
    expect(logged.length).toBeGreaterThan(50)
    for (const secret of ['演示', '99000019', '2088000000000001', 'some-id', appPrivateKey.slice(40, 80), 'sign=']) expect(logged.join()).not.toContain(secret)
  })
})
