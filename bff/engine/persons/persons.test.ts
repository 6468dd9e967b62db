import { newPerson, type NewPerson } from '@shared/persons'
import { PersonService } from '../../capabilities/persons/service'
import { createPersonIds } from '../../personIds'
import { systemClock } from '../../platform/clock'
import { useRedis } from '../../../tests/support/redis'
import { createPersonStore } from './store'

const redis = useRedis()
const ME = 'c0123456789abcdefghijklmn'
const OTHER = 'c9876543210abcdefghijklmn'
let now = systemClock()
const create = () => new PersonService({
  store: createPersonStore(redis), clock: () => now, ids: createPersonIds(Buffer.from('key of tests')), actKey: Buffer.from('key of acts'),
  nameCheck: { belongTogether: async () => true }, authorisations: { of: async () => ({ name: '演示科技有限公司', grants: ['cases'], until: '29991231' }) }, realNameOf: async () => ({ idNumber: '990000190001010016' }),
})

/** Ten people with real ID numbers. */
const people: NewPerson[] = Array.from({ length: 10 }, (_, n) => {
  const wish = (check: string): NewPerson => ({ kind: 'family', name: `演示${n}号`, idNumber: `44010619800101${String(n * 7 + 10).padStart(3, '0')}${check}`, relation: 'other', consent: true, consentBy: 'given' })
  return [...'0123456789X'].map(wish).find((one) => newPerson.safeParse(one).success) as NewPerson
})
const nth = (n: number): NewPerson => people[n] as NewPerson
let made = 0
const newKey = () => `key-of-the-tests-${made += 1}`
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'ok', (error: { code?: string }) => error.code ?? String(error))
const valueOf = async (key: string): Promise<unknown> => {
  const type = await redis.type(key)
  if (type === 'hash') return redis.hgetall(key)
  return type === 'zset' ? redis.zrange(key, '0', '-1') : redis.get(key)
}
const everything = async () => JSON.stringify(await Promise.all((await redis.keys('*')).map(async (key) => [key, await valueOf(key)])))

beforeEach(async () => {
  now = systemClock()
  await redis.flushdb()
})

describe('the persons of a citizen, in a real Redis', () => {
  it('ten adds at once of five different people leave exactly those five', async () => {
    const processes = Array.from({ length: 4 }, create)
    const added = await Promise.all(Array.from({ length: 10 }, (_, i) => processes[i % 4]!.add(ME, newKey(), nth(i % 5))))
    expect(new Set(added.map(({ personId }) => personId)).size).toBe(5)
    expect((await create().list(ME)).persons.map(({ personId }) => personId).sort()).toEqual([...new Set(added.map(({ personId }) => personId))].sort())
  })

  it('ten different people at once: five come in, five are refused, and nothing else has changed', async () => {
    const codes = await Promise.all(people.map((one) => codeOf(create().add(ME, newKey(), one))))
    expect(codes.sort()).toEqual([...Array<string>(5).fill('PERSONS_FULL'), ...Array<string>(5).fill('ok')])
    expect((await create().list(ME)).persons).toHaveLength(5)
    expect((await redis.keys('*:k:*')).length).toBe(5)
    expect(await codeOf(create().add(OTHER, newKey(), nth(9)))).toBe('ok')
  })

  it('one who is there is renewed, also when five are', async () => {
    for (const n of [0, 1, 2, 3, 4]) await create().add(ME, newKey(), nth(n))
    const again = await create().add(ME, newKey(), { ...nth(2), relation: 'sibling' } as NewPerson)
    expect((await create().list(ME)).persons.filter(({ personId }) => personId === again.personId)).toEqual([again])
    expect(again.relation).toBe('sibling')
  })

  it('the same key gives the same, and nobody else', async () => {
    const key = newKey()
    const [first, second] = await Promise.all([create().add(ME, key, nth(0)), create().add(ME, key, nth(0))])
    expect(second).toEqual(first)
    expect(await codeOf(create().add(ME, key, nth(1)))).toBe('IDEMPOTENCY_KEY_REUSED')
    expect(await codeOf(create().add(ME, key, { ...nth(0), relation: 'child' } as NewPerson))).toBe('IDEMPOTENCY_KEY_REUSED')
    expect((await create().list(ME)).persons).toEqual([first])
    expect(await codeOf(create().add(OTHER, key, nth(1)))).toBe('ok')
  })

  it('a late repetition brings nobody back who was removed', async () => {
    const key = newKey()
    const { personId } = await create().add(ME, key, nth(0))
    await create().remove(ME, personId)
    expect(await codeOf(create().add(ME, key, nth(0)))).toBe('PERSON_NOT_FOUND')
    expect((await create().list(ME)).persons).toEqual([])
    expect(await codeOf(create().add(ME, newKey(), nth(0)))).toBe('ok')
  })

  it('one removed books no more, makes room, and is still named for what was booked', async () => {
    const [gone] = await Promise.all([0, 1, 2, 3, 4].map((n) => create().add(ME, newKey(), nth(n))))
    const personId = gone!.personId
    expect(await create().find(ME, personId)).toEqual({ name: '演*' })
    await Promise.all([create().remove(ME, personId), create().remove(ME, personId)])
    await create().remove(ME, personId)
    expect(await codeOf(create().find(ME, personId))).toBe('PERSON_NOT_FOUND')
    expect(await create().idsOf(ME)).toContain(personId)
    expect(await codeOf(create().add(ME, newKey(), nth(5)))).toBe('ok')
    expect((await create().idsOf(ME)).length).toBe(6)
    await expect(create().add(ME, newKey(), nth(0))).rejects.toMatchObject({ code: 'PERSONS_FULL', details: { most: 5 } })
  })

  it('former ids are forgotten with the appointments', async () => {
    const { personId } = await create().add(ME, newKey(), nth(0))
    const { personId: later } = await create().add(ME, newKey(), nth(1))
    await create().remove(ME, personId)
    now += 101 * 86_400_000
    await create().remove(ME, later)
    expect(await create().idsOf(ME)).toEqual([later])
    expect(await redis.pttl(`{person:${ME}}:persons:former`)).toBeGreaterThan(0)
  })

  it('somebody else’s person is nobody', async () => {
    const { personId } = await create().add(OTHER, newKey(), nth(0))
    expect(await codeOf(create().find(ME, personId))).toBe('PERSON_NOT_FOUND')
    expect(await codeOf(create().remove(ME, personId))).toBe('PERSON_NOT_FOUND')
    expect(await create().idsOf(ME)).toEqual([])
    expect(await create().find(OTHER, personId)).toEqual({ name: '演*' })
  })

  it('keeps of a person no number and no whole name, of an enterprise its public code, and every key in the citizen’s slot', async () => {
    await create().add(ME, newKey(), nth(0))
    await create().add(ME, newKey(), { kind: 'enterprise', name: '演示科技有限公司', creditCode: '91350100M000100Y43', authorisedUntil: new Date(now + 30 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''), consent: true })
    const all = await everything()
    expect(all).not.toMatch(/440106|19800101|演示0号/)
    expect(all).toContain('91350100M000100Y43')
    for (const key of await redis.keys('*')) expect(key.startsWith(`{person:${ME}}:persons`)).toBe(true)
  })
})
