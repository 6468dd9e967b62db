import { useSimulators } from '../../../mock/testing/useSimulators'
import { testUpstream } from '../../../tests/support/upstream'
import type { Field, Outgoing } from '../../capabilities/notifications/port'
import { createTemplateMessage } from './templateMessage'

const simulators = useSimulators()
const CALLED = `demo0called${'0'.repeat(21)}`
const create = (publicKey = simulators.keys.alipayPublicKey) => createTemplateMessage(testUpstream('alipay'), {
  url: `${simulators.url()}/alipay/gateway.do`, appId: '2021000000000000', privateKey: simulators.keys.appPrivateKey, publicKey,
})
const data = { keyword1: 'A001', keyword2: '5号窗口', keyword3: '天河大厅', keyword4: '2026年1月5日 09:00' } as unknown as Record<string, Field>
const message = (more: Partial<Outgoing> = {}): Outgoing => ({ sendId: 'm1', to: '2088000000000001', templateId: CALLED, data, page: 'pages/ticket/index?id=test.0', language: 'zh', ...more })
const outbox = async () => (await (await fetch(`${simulators.url()}/alipay/outbox`)).json() as { sent: { to: string; page: string; data: object }[] }).sent

describe('a template message of Alipay', () => {
  it.each(['2088000000000001', '0aBc-openid'])('arrives signed and as it is said at %s', async (to) => {
    expect(await create().send(message({ to }))).toEqual({ kind: 'sent' })
    expect((await outbox()).at(-1)).toMatchObject({ to, page: 'pages/ticket/index?id=test.0', data: { keyword2: { value: '5号窗口' } } })
  })

  it('is refused for good when nothing is allowed any more', async () => {
    await fetch(`${simulators.url()}/alipay/quota`, { method: 'POST', body: JSON.stringify({ user: '2088000000000005', template: CALLED, left: 0 }) })
    expect(await create().send(message({ to: '2088000000000005' }))).toEqual({ kind: 'refused' })
  })

  it('that does not fit is our fault', async () => {
    expect(await create().send(message({ templateId: 'unknown' }))).toEqual({ kind: 'faulty', problem: 'TEMPLATE_ID_NOT_EXIST' })
    expect(await create().send(message({ data: {} }))).toEqual({ kind: 'faulty', problem: 'INVALID_PARAMETER' })
  })

  it('counts as sent only when Alipay signed that it is', async () => {
    expect(await create(simulators.keys.appPublicKey).send(message())).toEqual({ kind: 'later', problem: 'not signed by alipay' })
  })

  it('may have arrived when the connection broke, and not when Alipay was busy', async () => {
    await simulators.fault({ system: 'alipay', kind: 'commit-then-drop', times: 1 })
    expect(await create().send(message())).toEqual({ kind: 'unknown' })
    await simulators.fault({ system: 'alipay', kind: 'answer', body: { error_response: { code: '20000' } } })
    expect(await create().send(message())).toEqual({ kind: 'later', problem: 'no answer' })
  })
})
