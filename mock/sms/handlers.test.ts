import { createHmac } from 'node:crypto'
import { useSimulators } from '../testing/useSimulators'

let now = 1_767_225_600_000
const simulators = useSimulators(() => now)
const asked = { requestId: 'r1', phoneNumber: '13800000000', signName: '一窗', templateCode: 'SMS_DEMO_CALLED', templateParam: { keyword1: 'A001' } }
const send = async (more: object = {}, { time = String(now), secret = 'demo-sms-secret' } = {}) => {
  const body = JSON.stringify({ ...asked, ...more })
  const signature = createHmac('sha256', secret).update(`${time}\n${body}`).digest('hex')
  const answer = await fetch(`${simulators.url()}/sms/send`, { method: 'POST', body, headers: { 'X-App-Id': 'yichuang', 'X-Time': time, 'X-Signature': signature } })
  return { status: answer.status, ...await answer.json() as { code: string; bizId?: string } }
}

describe('the simulated gateway for short messages', () => {
  it('sends one request once, and answers its repetition alike', async () => {
    const [first, again] = [await send(), await send()]
    expect([first.code, again.bizId === first.bizId]).toEqual(['OK', true])
    expect(await (await fetch(`${simulators.url()}/sms/outbox`)).json()).toMatchObject({ total: 1, sent: [{ phoneNumber: '13800000000' }] })
  })

  it('lets nobody in whose signature or clock is wrong', async () => {
    expect(await send({ requestId: 'r2' }, { secret: 'guess' })).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' })
    expect(await send({ requestId: 'r2' }, { time: String(now - 300_001) })).toMatchObject({ code: 'InvalidTimeStamp' })
  })

  it('says what does not fit, and when a number got too many', async () => {
    expect([(await send({ requestId: 'a', phoneNumber: '123' })).code, (await send({ requestId: 'b', templateCode: 'x' })).code, (await send({ requestId: 'c', signName: 'x' })).code])
      .toEqual(['isv.MOBILE_NUMBER_ILLEGAL', 'isv.SMS_TEMPLATE_ILLEGAL', 'isv.INVALID_PARAMETERS'])
    const many = async (n: number) => (await send({ requestId: `m${n}`, phoneNumber: '13900000000' })).code
    for (let n = 0; n < 5; n += 1) expect(await many(n)).toBe('OK')
    expect(await many(5)).toBe('isv.BUSINESS_LIMIT_CONTROL')
    now += 60_000
    expect(await many(5)).toBe('OK')
  })
})
