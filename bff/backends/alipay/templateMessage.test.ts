import { signedAnswer } from '../../../mock/alipay/signature'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { listeningLogger, testUpstream } from '../../../tests/support/upstream'
import type { Field, Outgoing } from '../../capabilities/notifications/port'
import { createTemplateMessage } from './templateMessage'

const simulators = useSimulators()
const CALLED = `demo0called${'0'.repeat(21)}`
const { logger, logged } = listeningLogger()
const create = (publicKey = simulators.keys.alipayPublicKey) => createTemplateMessage(testUpstream('alipay'), logger, {
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

  it('that somebody else answers, in whatever words, may have arrived, allows and forbids nothing, and is told as our operators’ trouble', async () => {
    logged.length = 0
    expect(await create(simulators.keys.appPublicKey).send(message())).toEqual({ kind: 'unknown' })
    const sent = { alipay_open_app_mini_templatemessage_send_response: { code: '10000' } }
    for (const body of [{ error_response: { code: '40004', sub_code: 'USER_REFUSE' } }, { error_response: { code: '20000' } }, sent]) {
      await simulators.fault({ system: 'alipay', kind: 'answer', body, times: 1 })
      expect(await create().send(message())).toEqual({ kind: 'unknown' })
    }
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ level: 50, problem: 'signature' })))
  })

  it('is not carried out by a gateway that signs that it was too busy, or that has nobody behind it', async () => {
    const { alipayPrivateKey: key } = simulators.keys
    const busy = JSON.parse(signedAnswer('error_response', { code: '20000' }, key)) as object
    await simulators.fault({ system: 'alipay', kind: 'answer', body: busy })
    expect(await create().send(message())).toEqual({ kind: 'later', problem: '20000' })
    simulators.clear()
    await simulators.fault({ system: 'alipay', kind: 'error', status: 502 })
    expect(await create().send(message())).toEqual({ kind: 'later', problem: 'no answer' })
  })

  it('may have arrived when the connection broke', async () => {
    await simulators.fault({ system: 'alipay', kind: 'commit-then-drop', times: 1 })
    expect(await create().send(message())).toEqual({ kind: 'unknown' })
  })
})
