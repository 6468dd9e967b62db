import { scrypt } from 'node:crypto'
import { useRedis } from '../../../tests/support/redis'
import { createStaffStore } from './engine'
import { anyHall, clerk, codeOf, staffOver } from './testing/service'

type Derivation = [password: string, salt: Buffer, bytes: number, cost: object]
jest.mock('node:crypto', () => {
  const real = jest.requireActual<{ scrypt: (...given: Derivation) => void }>('node:crypto')
  return { ...real, scrypt: jest.fn(real.scrypt) }
})
const derivations = scrypt as unknown as jest.Mock<void, Derivation>

const redis = useRedis()
const MINUTE_MS = 60_000
let now = 1_767_225_600_000
const create = staffOver(redis, () => now)
const guess = (staff = create(), account = 'clerk1') => codeOf(staff.signIn(account, { password: 'wrong-password' }))
const countingStore = () => {
  const store = createStaffStore(redis)
  const counted = { checked: 0 }
  return { counted, store: { ...store, readAccount: (account: string) => { counted.checked += 1; return store.readAccount(account) } } }
}

beforeEach(async () => {
  await redis.flushdb()
  await create().create(anyHall, clerk('clerk1'))
})

describe('staff accounts, in a real Redis', () => {
  it('the first operator is made once, whoever starts at the same time', async () => {
    await redis.flushdb()
    const made = await Promise.all(Array.from({ length: 4 }, (_, n) => create().bootstrap(`boss${n}`, 'demo-password-0')))
    expect(made.filter(Boolean)).toHaveLength(1)
    expect(await create().bootstrap('late', 'demo-password-0')).toBe(false)
    expect(await create().list(anyHall)).toMatchObject([{ role: 'operator', halls: [] }])
  })

  it('the first operator has a usable name and a long enough password', async () => {
    await redis.flushdb()
    await expect(create().bootstrap('boss', 'short')).rejects.toThrow('at least 10')
    await expect(create().bootstrap('The Boss', 'demo-password-0')).rejects.toThrow('name')
  })

  it('of several of the same name at once one is made', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => codeOf(create().create(anyHall, clerk('clerk2', ['tianhe'], `demo-password-${n}`)))))
    expect(answers.sort()).toEqual(['ACCOUNT_EXISTS', 'ACCOUNT_EXISTS', 'ok'])
  })

  it('none is made for a hall that is not there', async () => {
    expect(await codeOf(create().create(anyHall, clerk('clerk2', ['tianhe', 'nowhere'])))).toBe('HALL_NOT_FOUND')
    expect(await create().list(anyHall)).toHaveLength(1)
  })

  it('an operator of some halls sees, makes and unlocks nobody beyond them', async () => {
    const by = { account: 'local', halls: ['yuexiu'] }
    expect(await create().list(by)).toEqual([])
    expect(await codeOf(create().create(by, clerk('clerk2')))).toBe('FORBIDDEN')
    expect(await codeOf(create().create(by, clerk('clerk2', [])))).toBe('FORBIDDEN')
    expect(await codeOf(create().unlock(by, 'clerk1'))).toBe('ACCOUNT_NOT_FOUND')
    expect(await create().create(by, clerk('clerk2', ['yuexiu']))).toMatchObject({ account: 'clerk2', locked: false })
    expect(await create().list(by)).toMatchObject([{ account: 'clerk2' }])
  })

  it('keeps no password and no token', async () => {
    const { token } = await create().signIn('clerk1', { password: 'demo-password-1' })
    const [session] = await redis.keys('{session:*')
    const kept = [session, ...Object.values(await redis.hgetall(session!)), ...await redis.hvals('{staff}:accounts')].join()
    expect(kept).toContain('clerk1')
    expect(kept).not.toContain(token)
    expect(kept).not.toContain('demo-password')
  })
})

describe('guessing a password', () => {
  it('fifty at once: five are checked, then the account is locked', async () => {
    const { counted, store } = countingStore()
    const processes = [create(store), create(store)]
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => guess(processes[n % 2])))
    expect(answers.filter((code) => code === 'PASSWORD_WRONG')).toHaveLength(5)
    expect(answers.filter((code) => code === 'ACCOUNT_LOCKED')).toHaveLength(45)
    expect(counted.checked).toBe(5)
  })

  it('locks for fifteen minutes, even for the right password, and says how long', async () => {
    for (let n = 0; n < 5; n += 1) expect(await guess()).toBe('PASSWORD_WRONG')
    now += 5 * MINUTE_MS + 1
    await expect(create().signIn('clerk1', { password: 'demo-password-1' })).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED', details: { minutes: 10 } })
    expect(await create().list(anyHall)).toMatchObject([{ account: 'clerk1', locked: true }])
    now += 10 * MINUTE_MS
    expect(await create().signIn('clerk1', { password: 'demo-password-1' })).toMatchObject({ locked: false })
  })

  it('is forgiven by the right password, and forgotten after fifteen quiet minutes', async () => {
    for (let n = 0; n < 4; n += 1) await guess()
    await create().signIn('clerk1', { password: 'demo-password-1' })
    for (let n = 0; n < 4; n += 1) expect(await guess()).toBe('PASSWORD_WRONG')
    now += 15 * MINUTE_MS
    for (let n = 0; n < 4; n += 1) expect(await guess()).toBe('PASSWORD_WRONG')
    expect(await create().signIn('clerk1', { password: 'demo-password-1' })).toMatchObject({ account: 'clerk1' })
  })

  it('tells nothing of whether there is such an account', async () => {
    for (let n = 0; n < 5; n += 1) expect(await guess(create(), 'nobody')).toBe('PASSWORD_WRONG')
    expect(await guess(create(), 'nobody')).toBe('ACCOUNT_LOCKED')
  })

  it('does the same work for an account that is not there', async () => {
    const work = async (account: string) => {
      derivations.mockClear()
      expect(await guess(create(), account)).toBe('PASSWORD_WRONG')
      return derivations.mock.calls.map(([, salt, bytes, cost]) => ({ salt: salt.length, bytes, cost }))
    }
    const someone = await work('clerk1')
    expect(someone).toHaveLength(1)
    expect(await work('nobody')).toEqual(someone)
  })

  it('an operator lifts the lock', async () => {
    for (let n = 0; n < 5; n += 1) await guess()
    expect(await create().unlock(anyHall, 'clerk1')).toMatchObject({ locked: false })
    expect(await create().signIn('clerk1', { password: 'demo-password-1' })).toMatchObject({ account: 'clerk1' })
    expect(await codeOf(create().unlock(anyHall, 'nobody'))).toBe('ACCOUNT_NOT_FOUND')
  })

  it('by a flood over many accounts is turned away when the queue is full, and costs nobody an attempt', async () => {
    const { counted, store } = countingStore()
    let open = () => {}
    const gate = new Promise<void>((resolve) => { open = resolve })
    const staff = create({ ...store, beginAttempt: async (...attempt) => { await gate; return store.beginAttempt(...attempt) } })
    const answers = Array.from({ length: 70 }, (_, n) => guess(staff, `someone${n}`))
    expect(await Promise.all(answers.slice(66))).toEqual(Array.from({ length: 4 }, () => 'UNAVAILABLE'))
    open()
    expect(new Set(await Promise.all(answers.slice(0, 66)))).toEqual(new Set(['PASSWORD_WRONG']))
    expect(counted.checked).toBe(66)
    expect(await redis.exists('{staff}:attempts:someone69')).toBe(0)
  })
})

describe('a staff session', () => {
  it('says who holds it until they sign out', async () => {
    const staff = create()
    const { token, expiresAt } = await staff.signIn('clerk1', { password: 'demo-password-1' })
    expect(expiresAt).toBe(now + 600 * MINUTE_MS)
    expect(await create().authenticate(token)).toEqual({ account: 'clerk1', role: 'clerk', halls: ['tianhe'], expiresAt, enrolling: false })
    expect(await staff.read('clerk1')).toMatchObject({ account: 'clerk1', name: { en: 'Demo clerk' } })
    await staff.signOut(token)
    expect(await staff.authenticate(token)).toBeNull()
    expect(await create().authenticate(token)).toBeNull()
  })

  it('ends when nobody used it for the idle time, and lives on while someone does', async () => {
    const staff = create()
    const { token } = await staff.signIn('clerk1', { password: 'demo-password-1' })
    for (let n = 0; n < 3; n += 1) {
      now += 89 * MINUTE_MS
      expect(await staff.authenticate(token)).not.toBeNull()
    }
    now += 90 * MINUTE_MS
    expect(await staff.authenticate(token)).toBeNull()
  })

  it('ends with the working day, however much it is used', async () => {
    const staff = create()
    const { token } = await staff.signIn('clerk1', { password: 'demo-password-1' })
    for (let n = 0; n < 9; n += 1) {
      now += 60 * MINUTE_MS
      expect(await staff.authenticate(token)).not.toBeNull()
    }
    now += 60 * MINUTE_MS
    expect(await staff.authenticate(token)).toBeNull()
  })

  it('is forgotten by Redis itself', async () => {
    await create().signIn('clerk1', { password: 'demo-password-1' })
    const [key] = await redis.keys('{session:*')
    const left = await redis.pttl(key!)
    expect(left).toBeGreaterThan(89 * MINUTE_MS)
    expect(left).toBeLessThanOrEqual(90 * MINUTE_MS)
  })
})
