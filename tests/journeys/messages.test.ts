import { setTimeout as pause } from 'node:timers/promises'
import { clockTime } from '@shared/time'
import { systemClock } from '../../bff/platform/clock'
import { parkMessage } from '../support/parked'
import { newKey, type Member } from '../support/people'
import { grantReached, sentTo, type ReachedCitizen } from '../support/reached'
import { grantStaff } from '../support/sessions'
import { useStack } from '../support/stack'

// Rounds come seldom: what arrives was followed at once.
const stack = useStack({ settings: { MESSAGE_SECONDS: '3600', RATE_LIMITS: 'false' } })
let clerk: Member
const A = { hallId: 'test', lineId: 'A' }

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 300 && !await holds(); tries += 1) await pause(20)
}
const kindsOf = async ({ token }: ReachedCitizen): Promise<string[]> => (await stack().client.call('listMessages', { query: {} }, { token })).messages.map(({ kind }) => kind)
const sent = async ({ openid }: ReachedCitizen) => (await sentTo(stack().simulatorsUrl, openid)).map(({ template_id: id, data }) => `${id.replace('demo-template-', '')} ${data[id.endsWith('turn') ? 'phrase2' : 'thing2']?.value ?? ''}`)
const citizens = (count: number, permits?: number): Promise<ReachedCitizen[]> => grantReached(stack().redis, count, permits)
const settings = { off: [], ahead: 3, quiet: null, cap: 10 }
const wakeful = async (all: readonly ReachedCitizen[]): Promise<void> => {
  for (const { token } of all) await stack().client.call('changeMessageSettings', { body: settings }, { token })
}

beforeAll(async () => {
  [clerk] = await grantStaff(stack().redis, 1) as [Member]
  await stack().openWindow(clerk, 'test', '1')
}, 60_000)

describe('messages of a visit', () => {
  it('tell who is near, who is called and who was missed, on the phone and in the inbox', async () => {
    const all = await citizens(6)
    await wakeful(all)
    for (const citizen of all) await stack().take(citizen, A)
    const [first, , , , fifth] = all as [ReachedCitizen, ReachedCitizen, ReachedCitizen, ReachedCitizen, ReachedCitizen]
    const { ticketId } = await stack().callNext(clerk, 'test', '1')
    await until(async () => (await sent(fifth)).length > 0 && (await sent(first)).length > 0)
    expect([await sent(first), await kindsOf(first)]).toEqual([['called 1号窗口'], ['called']])
    // Four people were ahead of the fifth; with three it is near. Those before had just seen it themselves.
    expect([await sent(fifth), await kindsOf(fifth)]).toEqual([['turn 快到了'], ['near']])
    expect(await Promise.all(all.slice(1, 4).map(sent))).toEqual([[], [], []])
    for (let calls = 0; calls < 2; calls += 1) await stack().move(clerk, ticketId, { move: 'recall' })
    await stack().move(clerk, ticketId, { move: 'miss' })
    await until(async () => (await kindsOf(first)).includes('missed'))
    expect(await kindsOf(first)).toEqual(expect.arrayContaining(['missed', 'called']))
    expect(await sent(fifth)).toHaveLength(1)
    const { messages: [missed] } = await stack().client.call('listMessages', { query: {} }, { token: first.token })
    expect(missed).toMatchObject({ kind: 'missed', page: `ticket?id=${ticketId}`, read: false, text: { zh: expect.stringContaining('30 分钟内') } })
  })

  it('come at night only when they are calls, and never of a kind that is not wanted', async () => {
    const [called, near] = await citizens(2) as [ReachedCitizen, ReachedCitizen]
    const now = systemClock()
    const night = { from: clockTime(now - 60_000), until: clockTime(now + 3_600_000) }
    await stack().client.call('changeMessageSettings', { body: { ...settings, quiet: night } }, { token: called.token })
    await stack().client.call('changeMessageSettings', { body: { ...settings, off: ['near'] } }, { token: near.token })
    const line = { hallId: 'test', lineId: 'B' }
    const other = (await grantStaff(stack().redis, 1))[0] as Member
    await stack().openWindow(other, 'test', '3')
    await stack().take(called, line)
    for (let i = 0; i < 3; i += 1) await stack().take((await citizens(1, 0))[0] as ReachedCitizen, line)
    await stack().take(near, line)
    await stack().callNext(other, 'test', '3')
    await until(async () => (await sent(called)).length > 0)
    await pause(200)
    expect([await kindsOf(called), await kindsOf(near), await sent(near)]).toEqual([['called'], [], []])
  })

  it('are in the inbox when the platform was allowed none, and are read there', async () => {
    const [citizen] = await citizens(1, 0) as [ReachedCitizen]
    await wakeful([citizen])
    const other = (await grantStaff(stack().redis, 1))[0] as Member
    await stack().openWindow(other, 'other', '1')
    await stack().take(citizen, { hallId: 'other', lineId: 'A' })
    await stack().callNext(other, 'other', '1')
    await until(async () => (await kindsOf(citizen)).length > 0)
    expect([await kindsOf(citizen), await sent(citizen)]).toEqual([['called'], []])
    const list = () => stack().client.call('listMessages', { query: {} }, { token: citizen.token })
    const { messages: [message], unread } = await list()
    expect(unread).toBe(1)
    await stack().client.call('readMessages', { body: { until: message!.at } }, { token: citizen.token })
    expect(await list()).toMatchObject({ unread: 0, messages: [{ read: true }] })
  })

  it('are told apart from others’, and what was allowed is counted once for each answer', async () => {
    const [citizen] = await citizens(1, 0) as [ReachedCitizen]
    const { client } = stack()
    const tell = (answer: 'accept' | 'ban', key: string) =>
      client.call('tellPermits', { body: { answers: [{ templateId: 'demo-template-called', answer }, { templateId: 'strange', answer }] } }, { token: citizen.token, key })
    const key = newKey()
    await tell('accept', key)
    const { permits } = await tell('accept', key)
    expect(permits.map(({ templateId, kinds, left }) => [templateId, kinds[0], left])).toEqual([
      ['demo-template-called', 'called', 1], ['demo-template-turn', 'near', 0], ['demo-template-visit', 'dayBefore', 0], ['demo-template-progress', 'case', 0],
    ])
    await tell('accept', newKey())
    expect((await client.call('listPermits', {}, { token: citizen.token })).permits[0]).toMatchObject({ left: 2, refused: false })
    expect((await tell('ban', newKey())).permits[0]).toMatchObject({ left: 0, refused: true })
  })
})

describe('what found no way', () => {
  it('is shown to operators alone, replayed by them, and then gone; too late, it is dropped', async () => {
    const { client, redis, simulatorsUrl } = stack()
    const [operator, supervisor] = [(await grantStaff(redis, 1, 'operator'))[0] as Member, (await grantStaff(redis, 1, 'supervisor'))[0] as Member]
    const [citizen, late] = await citizens(2) as [ReachedCitizen, ReachedCitizen]
    const { ticketId, number } = await stack().take(citizen, A)
    await redis.hset(`{hall:test}:t:${ticketId}`, 'state', 'called', 'win', '1', 'called', 1)
    const about = { kind: 'called', ticketId, number, again: false, hall: { zh: '测试大厅', en: 'Test Hall' }, window: { zh: '1号窗口', en: 'Window 1' }, windowId: '1', calledAt: 1 } as const
    const parkedId = await parkMessage(redis, citizen.citizenId, { about })
    const lateId = await parkMessage(redis, late.citizenId, { about, validUntil: 1 })
    expect(await client.refusal('listParked', {}, { token: supervisor.token })).toMatchObject({ code: 'FORBIDDEN' })
    const { parked, total } = await client.call('listParked', {}, { token: operator.token })
    expect([total, parked.find((one) => one.parkedId === parkedId)]).toEqual([2, expect.objectContaining({ kind: 'called', way: 'wechat', problem: 'errcode 45009', tries: 8 })])
    expect(JSON.stringify(parked)).not.toContain(citizen.citizenId)
    for (const id of [parkedId, lateId]) await client.call('replayParked', { params: { parkedId: id } }, { token: operator.token })
    await until(async () => (await sent(citizen)).length > 0 && (await client.call('listParked', {}, { token: operator.token })).total === 0)
    expect([await sent(citizen), await sentTo(simulatorsUrl, late.openid), await kindsOf(late)]).toEqual([['called 1号窗口'], [], []])
    expect(await client.refusal('replayParked', { params: { parkedId } }, { token: operator.token })).toMatchObject({ code: 'PARKED_NOT_FOUND' })
  })
})

describe('when to set out', () => {
  it('is told for a number that waits, and keeps nothing of the place', async () => {
    const { client, redis } = stack()
    const [citizen, stranger] = await citizens(2) as [ReachedCitizen, ReachedCitizen]
    const { ticketId } = await stack().take(citizen, { hallId: 'other', lineId: 'B' })
    const wish = { params: { ticketId }, body: { from: { lat: 23.2345, lng: 113.4567 }, by: 'transit', remind: true } } as const
    expect(await client.call('planDeparture', wish, { token: citizen.token })).toMatchObject({ now: true, leaveAt: expect.any(Number), source: 'distance', reminds: false })
    expect(await client.refusal('planDeparture', wish, { token: stranger.token })).toMatchObject({ code: 'TICKET_NOT_FOUND' })
    for (const key of await redis.keys('*leave*')) expect(JSON.stringify(await redis.hgetall(key))).not.toContain('23.2')
    await client.call('moveTicket', { params: { ticketId }, body: { move: 'cancel' } }, { token: citizen.token, key: newKey() })
    expect(await client.refusal('planDeparture', wish, { token: citizen.token })).toMatchObject({ code: 'NOT_WAITING' })
  })
})
