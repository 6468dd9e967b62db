import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import type { Fault, FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { openidOf } from '../../../mock/wechat/state'
import { sentTo } from '../../../tests/support/reached'
import { testUpstream } from '../../../tests/support/upstream'
import type { Field, Outgoing } from '../../capabilities/notifications/port'
import { systemClock } from '../../platform/clock'
import { createAccessToken } from './accessToken'
import { createSubscribeMessage } from './subscribeMessage'

const APP = { appId: 'wxdemo0000000000', appSecret: 'demo-wechat-secret' }
let later = 0
const simulators = useSimulators(() => systemClock() + later)
const fault = (of: Omit<Fault, 'system'>) => simulators.fault({ system: 'wechat', ...of })
const answered = (errcode: number, errmsg = '', times?: number) => fault({ kind: 'answer', path: 'subscribe/send', body: { errcode, errmsg }, ...(times && { times }) })

const create = (kind?: FaultKind) => {
  const upstream = testUpstream('wechat', kind)
  const url = `${simulators.url()}/wechat`
  return createSubscribeMessage(upstream, createAccessToken({ upstream, settings: { url, ...APP }, clock: systemClock, logger: pino({ level: 'silent' }) }), { url, state: 'formal' })
}
const data = { character_string1: 'A001', thing2: '5号窗口', thing3: '天河大厅', time4: '2026年1月5日 09:00' } as unknown as Record<string, Field>
const message = (more: Partial<Outgoing> = {}): Outgoing => ({
  sendId: 'm1', to: openidOf(APP.appId, randomBytes(6).toString('hex')), templateId: 'demo-template-called', data, page: 'pages/ticket/index?id=test.0', language: 'zh', ...more,
})
const set = (body: object) => fetch(`${simulators.url()}/wechat/quota`, { method: 'POST', body: JSON.stringify(body) })

describe('a subscribe message', () => {
  it('arrives as it is said, with its page and language', async () => {
    const one = message({ language: 'en' })
    expect(await create().send(one)).toEqual({ kind: 'sent' })
    expect(await sentTo(simulators.url(), one.to)).toMatchObject([{ template_id: 'demo-template-called', page: 'pages/ticket/index?id=test.0', lang: 'en_US', data: { thing2: { value: '5号窗口' } } }])
  })

  it('is refused for good when nothing is allowed any more', async () => {
    const one = message()
    await set({ openid: one.to, template_id: one.templateId, left: 1 })
    const way = create()
    expect([await way.send(one), await way.send(one)]).toEqual([{ kind: 'sent' }, { kind: 'refused' }])
  })

  it('that does not fit is our fault, with the field and nothing of what stood there', async () => {
    const way = create()
    expect(await way.send(message({ data: { ...data, thing3: '一'.repeat(21) as Field } }))).toEqual({ kind: 'faulty', problem: 'errcode 47003 thing3' })
    expect(await way.send(message({ templateId: 'unknown' }))).toEqual({ kind: 'faulty', problem: 'errcode 40037' })
    expect(await way.send(message({ page: '/ticket' }))).toEqual({ kind: 'faulty', problem: 'errcode 41030' })
  })

  it('waits when the day’s quota is used up', async () => {
    await set({ daily: 0 })
    expect(await create().send(message())).toEqual({ kind: 'later', problem: 'errcode 45009', tomorrow: true })
    await set({ daily: 1_000_000 })
    expect(await create().send(message())).toEqual({ kind: 'sent' })
  })

  it.each([40001, 42001])('is repeated once with another token after %i', async (errcode) => {
    // A token forced within thirty seconds of another is the same.
    later += 31_000
    await answered(errcode, '', 1)
    const one = message()
    expect(await create().send(one)).toEqual({ kind: 'sent' })
    expect(await sentTo(simulators.url(), one.to)).toHaveLength(1)
    later += 31_000
    await answered(errcode)
    expect(await create().send(message())).toEqual({ kind: 'later', problem: `errcode ${errcode}` })
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)('may have arrived when the answer is “%s”, and is not repeated', async (kind) => {
    await fault({ kind, path: 'subscribe/send' })
    const one = message()
    expect(await create(kind).send(one)).toEqual({ kind: 'unknown' })
    expect((await sentTo(simulators.url(), one.to)).length).toBeLessThanOrEqual(1)
  })

  it('surely did not arrive when nobody can be reached, there is no token, or WeChat is busy or away', async () => {
    const nowhere = createSubscribeMessage(testUpstream('wechat'), { current: async () => 'token', insteadOf: async () => null }, { url: 'http://127.0.0.1:9', state: 'formal' })
    expect(await nowhere.send(message())).toEqual({ kind: 'later', problem: 'no answer' })
    await answered(-1)
    expect(await create().send(message())).toEqual({ kind: 'later', problem: 'no answer' })
    for (const status of [502, 503]) {
      simulators.clear()
      await fault({ kind: 'error', path: 'subscribe/send', status })
      expect(await create().send(message())).toEqual({ kind: 'later', problem: 'no answer' })
    }
    await fault({ kind: 'error', path: 'stable_token' })
    expect(await create().send(message())).toEqual({ kind: 'later', problem: 'no access token' })
  })
})
