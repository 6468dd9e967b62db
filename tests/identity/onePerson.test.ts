import { serviceDay, startOfDay } from '@shared/time'
import { createSessionStore } from '../../bff/engine/identity/sessions'
import { createFollowers } from '../../bff/engine/notifications/followers'
import { systemClock } from '../../bff/platform/clock'
import { deriveKey } from '../../bff/platform/secrets'
import { hashToken } from '../../bff/sessions/token'
import { demoPerson, showFace, verify } from '../support/faces'
import { newKey, type Citizen } from '../support/people'
import { APP_SECRET, quiet } from '../support/settings'
import { useStack } from '../support/stack'

const stack = useStack({ settings: quiet })
const inTest = { hallId: 'test', lineId: 'A' }
/** Nobody but these tests is this WeChat or Alipay citizen. */
let others = 900_000
const phoneOf = (channel: 'wechat' | 'alipay' = 'wechat'): Promise<Citizen> => stack().people.citizen(others += 1, channel)
const tickets = async ({ token }: Citizen) => (await stack().client.call('listTickets', {}, { token })).tickets
const appointments = async ({ token }: Citizen) => (await stack().client.call('listAppointments', {}, { token })).appointments
const visit = { ...inTest, itemIds: ['residence-permit'] }
const DAY_MS = 86_400_000
const at = (days: number, minute: number): number => startOfDay(serviceDay(systemClock() + days * DAY_MS)) + minute * 60_000
const hold = ({ token }: Citizen, startsAt: number, personId = 'self') =>
  stack().client.call('holdSlot', { body: { ...visit, startsAt, personId } }, { token, key: newKey() })
const holdRefused = async ({ token }: Citizen, startsAt: number, personId = 'self') =>
  (await stack().client.refusal('holdSlot', { body: { ...visit, startsAt, personId } }, { token, key: newKey() })).code

describe('one person on several channels', () => {
  it('holds a number taken on WeChat on the web too, can let it go there, and gets no second one', async () => {
    const [phone, web] = [await phoneOf(), await stack().people.citizen(1, 'web')]
    const { ticketId, number } = await stack().take(phone, inTest)
    expect(await tickets(web)).toEqual([])
    expect(await verify(stack(), phone, 1)).toMatchObject({ joined: true, realName: { name: '演*', by: 'face' } })
    expect(await tickets(web)).toMatchObject([{ ticketId, number }])
    const again = await stack().client.refusal('takeTicket', { body: { ...inTest, presence: await stack().presence('test') } }, { token: web.token, key: newKey() })
    expect(again.code).toBe('LIMIT_LINE')
    expect(await stack().client.call('moveTicket', { params: { ticketId }, body: { move: 'cancel' } }, { token: web.token, key: newKey() })).toMatchObject({ state: 'cancelled' })
    expect(await tickets(phone)).toMatchObject([{ ticketId, state: 'cancelled' }])
  })

  it('that waits twice in one line when it is found out keeps the earlier number', async () => {
    const [phone, alipay] = [await phoneOf(), await phoneOf('alipay')]
    await verify(stack(), alipay, 2, 'alipay')
    const [first, second, elsewhere] = [await stack().take(phone, inTest), await stack().take(alipay, inTest), await stack().take(alipay, { hallId: 'other', lineId: 'A' })]
    await verify(stack(), phone, 2)
    const states = Object.fromEntries((await tickets(alipay)).map(({ ticketId, state }) => [ticketId, state]))
    expect(states).toEqual({ [first.ticketId]: 'waiting', [second.ticketId]: 'cancelled', [elsewhere.ticketId]: 'waiting' })
  })

  it('has one booking a day and line, whoever books for them and on whatever channel', async () => {
    const [phone, web, relative] = [await phoneOf(), await stack().people.citizen(3, 'web'), await phoneOf()]
    await hold(phone, at(1, 600))
    await verify(stack(), phone, 3)
    expect((await appointments(web)).map(({ personId, startsAt }) => [personId, startsAt])).toEqual([['self', at(1, 600)]])
    expect(await holdRefused(web, at(1, 700))).toBe('ONE_A_DAY')
    await hold(web, at(2, 600))
    const { personId } = await stack().client.call('addPerson', { body: { kind: 'family', ...demoPerson(3), relation: 'parent', consent: true, consentBy: 'given' } }, { token: relative.token, key: newKey() })
    expect(await holdRefused(relative, at(2, 700), personId)).toBe('ONE_A_DAY')
    await hold(relative, at(3, 600), personId)
    expect(await holdRefused(phone, at(3, 700))).toBe('ONE_A_DAY')
    const own = await appointments(phone)
    expect(own.map((one) => one.personId)).toEqual(['self', 'self'])
    for (const { appointmentId } of own) {
      expect(await stack().client.call('moveAppointment', { params: { appointmentId }, body: { move: 'cancel' } }, { token: web.token, key: newKey() })).toMatchObject({ state: 'cancelled', personId: 'self' })
    }
    await hold(web, at(1, 700))
  })

  it('allowed messages on one phone: that phone’s platform may send them, and no other', async () => {
    const [one, other] = [await phoneOf(), await phoneOf()]
    const left = async ({ token }: Citizen) => (await stack().client.call('listPermits', {}, { token })).permits.find(({ templateId }) => templateId === 'demo-template-called')?.left
    const allow = ({ token }: Citizen) => stack().client.call('tellPermits', { body: { answers: [{ templateId: 'demo-template-called', answer: 'accept' }] } }, { token, key: newKey() })
    await allow(other)
    for (const phone of [one, other]) await verify(stack(), phone, 8)
    expect([await left(one), await left(other)]).toEqual([0, 1])
    await allow(one)
    await allow(other)
    expect([await left(one), await left(other)]).toEqual([1, 2])
  })

  it('is nobody else: a face that fails, a name that is another’s, and somebody else’s check join nothing', async () => {
    const [thief, web] = [await phoneOf(), await stack().people.citizen(4, 'web')]
    await stack().take(web, inTest)
    const failed = await showFace(stack(), thief, 4, 'fail')
    expect((await stack().client.refusal('finishFaceCheck', { params: { checkId: failed } }, { token: thief.token })).code).toBe('FACE_REFUSED')
    const owner = await phoneOf()
    const passed = await showFace(stack(), owner, 4)
    expect((await stack().client.refusal('finishFaceCheck', { params: { checkId: passed } }, { token: thief.token })).code).toBe('CHECK_NOT_FOUND')
    expect(await tickets(thief)).toEqual([])
  })
})

describe('what is held about a citizen', () => {
  const everything = async (): Promise<string> => {
    const { redis } = stack()
    const keys = await redis.keys('*')
    const valueOf = async (key: string): Promise<unknown> => {
      switch (await redis.type(key)) {
        case 'hash': return redis.hgetall(key)
        case 'set': return redis.smembers(key)
        case 'zset': return redis.zrange(key, '0', '-1')
        case 'stream': return redis.xrange(key, '-', '+')
        case 'list': return redis.lrange(key, 0, -1)
        default: return redis.get(key)
      }
    }
    return JSON.stringify(await Promise.all(keys.map(async (key) => [key, await valueOf(key)])))
  }

  it('is shown whole and masked, and erased on request: numbers and appointments go back, devices are signed out, the rest is named', async () => {
    const [phone, web] = [await phoneOf(), await stack().people.citizen(5, 'web')]
    const { token } = web
    await verify(stack(), phone, 5)
    const { ticketId } = await stack().take(phone, inTest)
    const booked = await hold(web, at(1, 615))
    await stack().client.call('addPerson', { body: { kind: 'family', ...demoPerson(6), relation: 'sibling', consent: true, consentBy: 'given' } }, { token, key: newKey() })
    const { parts, keptByLaw } = await stack().client.call('exportMyData', {}, { token })
    expect(Object.fromEntries(parts.map(({ part, records }) => [part, records.length]))).toMatchObject({ tickets: 1, appointments: 1, persons: 1, account: 2 })
    expect(JSON.stringify(parts)).not.toMatch(/演示用户|990000190001/)
    expect(keptByLaw.length).toBeGreaterThan(2)

    const { redis } = stack()
    const { citizenId } = (await createSessionStore(redis).use(hashToken(token), 60_000, systemClock()))!
    const followers = createFollowers(redis, deriveKey(APP_SECRET, 'case-followers'))
    await followers.follow(citizenId, 'self', ['a-case'], systemClock())
    const before = await everything()
    const accounts = [...new Set(before.match(/c[0-9a-z]{24}/g))]
    expect(await stack().client.call('deleteMyData', { body: { sure: true } }, { token })).toEqual({ keptByLaw: expect.any(Array) as unknown })
    for (const { token: gone } of [phone, web]) expect((await stack().client.refusal('readSession', {}, { token: gone })).code).toBe('UNAUTHENTICATED')
    const again = await stack().people.citizen(5, 'web')
    expect(await tickets(again)).toEqual([])
    expect(await appointments(again)).toEqual([])
    expect((await stack().client.call('listPersons', {}, { token: again.token })).persons).toEqual([])
    const stranger = await phoneOf()
    await hold(stranger, at(1, 615))
    expect(await everything()).not.toMatch(/演示用户|990000190001/)
    expect(await followers.of('a-case')).toEqual([])
    expect([ticketId, booked.state, accounts.length > 0]).toEqual([ticketId, 'held', true])
  })
})

describe('a session', () => {
  it('is never the one a caller brings along: signing in gives a new one, and the old stays whose it was', async () => {
    const [one, other] = [await phoneOf(), await phoneOf()]
    const { token } = await stack().client.call('createSession', { body: await stack().people.signingIn('wechat', others += 1) }, { token: one.token })
    expect(token).not.toBe(one.token)
    expect((await tickets({ token })).length).toBe(0)
    const { devices } = await stack().client.call('listDevices', {}, { token: other.token })
    await stack().client.call('endDevice', { params: { deviceId: devices[0]?.deviceId ?? '' } }, { token: one.token })
    expect(await stack().client.call('readSession', {}, { token: other.token })).toMatchObject({ channel: 'wechat', realName: false })
  })

  it('is not given for a code that was used, made up, or begun in another browser', async () => {
    const { client, people } = stack()
    for (const channel of ['wechat', 'alipay', 'web'] as const) {
      const body = await people.signingIn(channel, 7)
      await client.call('createSession', { body })
      expect((await client.refusal('createSession', { body })).code).toBe('SIGN_IN_REJECTED')
      expect((await client.refusal('createSession', { body: { ...body, code: 'made-up-code' } })).code).toBe('SIGN_IN_REJECTED')
    }
    const begun = await people.signingIn('web', 7)
    expect((await client.refusal('createSession', { body: { ...begun, verifier: 'a'.repeat(43) } as typeof begun })).code).toBe('SIGN_IN_REJECTED')
    expect((await client.refusal('createSession', { body: { ...await people.signingIn('wechat', 7), privacy: 99 } })).code).toBe('PRIVACY_CHANGED')
  })
})
