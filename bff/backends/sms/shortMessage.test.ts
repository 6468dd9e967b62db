import { randomUUID } from 'node:crypto'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { testUpstream } from '../../../tests/support/upstream'
import type { Field, Outgoing } from '../../capabilities/notifications/port'
import { systemClock } from '../../platform/clock'
import { createShortMessage } from './shortMessage'

const simulators = useSimulators()
const create = (secret = 'demo-sms-secret', shift = 0) =>
  createShortMessage(testUpstream('sms'), { url: `${simulators.url()}/sms`, appId: 'yichuang', secret, signName: '一窗' }, () => systemClock() + shift)
const data = { keyword1: 'A001', keyword2: '5号窗口' } as unknown as Record<string, Field>
let numbers = 0
const message = (more: Partial<Outgoing> = {}): Outgoing =>
  ({ sendId: randomUUID(), to: `138${String(numbers += 1).padStart(8, '0')}`, templateId: 'SMS_DEMO_CALLED', data, page: null, language: 'zh', ...more })
const sentTo = async (phone: string) => (await (await fetch(`${simulators.url()}/sms/outbox`)).json() as { sent: { phoneNumber: string; templateParam: object }[] }).sent.filter(({ phoneNumber }) => phoneNumber === phone)

describe('a short message', () => {
  it('arrives as it is said, and once however often it is sent under one name', async () => {
    const one = message()
    for (let times = 0; times < 3; times += 1) expect(await create().send(one)).toEqual({ kind: 'sent' })
    expect(await sentTo(one.to)).toMatchObject([{ templateParam: { keyword2: '5号窗口' } }])
  })

  it('arrives once when the answer was lost and it was repeated', async () => {
    await simulators.fault({ system: 'sms', kind: 'commit-then-drop', times: 1 })
    const one = message()
    expect([await create().send(one), (await sentTo(one.to)).length]).toEqual([{ kind: 'sent' }, 1])
  })

  it('waits when one number got too many, and is refused by a number that takes none', async () => {
    const { to } = message()
    for (let times = 0; times < 5; times += 1) expect(await create().send(message({ to }))).toEqual({ kind: 'sent' })
    expect(await create().send(message({ to }))).toEqual({ kind: 'later', problem: 'isv.BUSINESS_LIMIT_CONTROL' })
    expect(await create().send(message({ to: '12345' }))).toEqual({ kind: 'refused' })
  })

  it('tells whose fault it is', async () => {
    expect(await create().send(message({ templateId: 'SMS_OTHER' }))).toEqual({ kind: 'faulty', problem: 'isv.SMS_TEMPLATE_ILLEGAL' })
    expect(await create('another').send(message())).toEqual({ kind: 'later', problem: 'status 403' })
    expect(await create('demo-sms-secret', 600_000).send(message())).toEqual({ kind: 'later', problem: 'InvalidTimeStamp' })
  })
})
