import { ContractError } from '@shared/errors'
import { BELIEVED_MS } from '../../sessions/recentSessions'
import { useRedis } from '../../../tests/support/redis'
import { createStaffStore } from './engine'
import { anyHall, clerk, codeOf, PASSWORD, staffOver } from './testing/service'

const redis = useRedis()
const OTHER = 'demo-password-2'
let now = 1_767_225_600_000
const create = staffOver(redis, () => now)
const tokenOf = async (password = PASSWORD, staff = create()) => (await staff.signIn('clerk1', { password })).token

beforeEach(async () => {
  await redis.flushdb()
  await create().create(anyHall, clerk('clerk1'))
})

describe('an account that is removed', () => {
  it('cannot sign in, and each of its sessions ends: here at once, in another process within five seconds', async () => {
    const [here, there] = [create(), create()]
    const tokens = [await tokenOf(PASSWORD, here), await tokenOf(PASSWORD, there)]
    for (const token of tokens) for (const staff of [here, there]) expect(await staff.authenticate(token)).not.toBeNull()
    await here.remove(anyHall, 'clerk1')
    for (const token of tokens) expect(await here.authenticate(token)).toBeNull()
    now += BELIEVED_MS
    for (const token of tokens) expect(await there.authenticate(token)).toBeNull()
    expect(await codeOf(tokenOf())).toBe('PASSWORD_WRONG')
    expect(await create().list(anyHall)).toEqual([])
  })

  it('ends a session also when it was being read at that moment', async () => {
    const store = createStaffStore(redis)
    let open = () => {}
    const gate = new Promise<void>((resolve) => { open = resolve })
    const staff = create({ ...store, touchSession: async (...asked) => {
      const found = await store.touchSession(...asked)
      await gate
      return found
    } })
    const token = await tokenOf(PASSWORD, staff)
    const running = staff.authenticate(token)
    await staff.remove(anyHall, 'clerk1')
    open()
    expect(await running).toBeNull()
  })

  it('leaves its sessions dead when one of the same name and password is made again', async () => {
    const token = await tokenOf()
    await create().remove(anyHall, 'clerk1')
    await create().create(anyHall, clerk('clerk1'))
    expect(await create().authenticate(token)).toBeNull()
    expect(await tokenOf()).toMatch(/^[\w-]{43}$/)
  })

  it('is another’s, within the operator’s halls', async () => {
    expect(await codeOf(create().remove({ account: 'clerk1', halls: [] }, 'clerk1'))).toBe('OWN_ACCOUNT')
    expect(await codeOf(create().remove({ account: 'boss', halls: ['yuexiu'] }, 'clerk1'))).toBe('ACCOUNT_NOT_FOUND')
    expect(await codeOf(create().remove(anyHall, 'nobody'))).toBe('ACCOUNT_NOT_FOUND')
    expect(await create().list(anyHall)).toHaveLength(1)
  })
})

describe('a password that an operator sets', () => {
  it('replaces the old one, ends every session and lifts the lock', async () => {
    const token = await tokenOf()
    for (let n = 0; n < 5; n += 1) await codeOf(tokenOf('wrong-password'))
    expect(await create().setPassword(anyHall, 'clerk1', OTHER)).toMatchObject({ account: 'clerk1', locked: false })
    expect(await create().authenticate(token)).toBeNull()
    expect(await codeOf(tokenOf())).toBe('PASSWORD_WRONG')
    expect(await create().authenticate(await tokenOf(OTHER))).toMatchObject({ account: 'clerk1' })
  })

  it('is one of them when several operators set one at once', async () => {
    const set = [OTHER, 'demo-password-3', 'demo-password-4', 'demo-password-5']
    expect(await Promise.all(set.map((password) => codeOf(create().setPassword(anyHall, 'clerk1', password))))).toEqual(set.map(() => 'ok'))
    const answers: unknown[] = []
    for (const password of set) answers.push(await codeOf(tokenOf(password)))
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1)
  })

  it('is set again by a repetition', async () => {
    for (let n = 0; n < 2; n += 1) expect(await create().setPassword(anyHall, 'clerk1', OTHER)).toMatchObject({ account: 'clerk1' })
    expect(await codeOf(tokenOf(OTHER))).toBe('ok')
  })

  it('is another’s, within the operator’s halls', async () => {
    expect(await codeOf(create().setPassword({ account: 'clerk1', halls: [] }, 'clerk1', OTHER))).toBe('OWN_ACCOUNT')
    expect(await codeOf(create().setPassword({ account: 'boss', halls: ['yuexiu'] }, 'clerk1', OTHER))).toBe('ACCOUNT_NOT_FOUND')
    expect(await codeOf(tokenOf())).toBe('ok')
  })
})

describe('a password that its owner changes', () => {
  it('keeps the session it was changed in and ends the others', async () => {
    const [mine, stolen] = [await tokenOf(), await tokenOf()]
    const staff = create()
    for (const token of [mine, stolen]) expect(await staff.authenticate(token)).not.toBeNull()
    expect(await staff.changePassword(mine, 'clerk1', PASSWORD, OTHER)).toMatchObject({ account: 'clerk1' })
    for (const process of [staff, create()]) {
      expect(await process.authenticate(mine)).toMatchObject({ account: 'clerk1', role: 'clerk' })
      expect(await process.authenticate(stolen)).toBeNull()
    }
    expect(await codeOf(tokenOf())).toBe('PASSWORD_WRONG')
    expect(await codeOf(tokenOf(OTHER))).toBe('ok')
  })

  it('ends that session too when it is changed once more elsewhere', async () => {
    const first = await tokenOf()
    await create().changePassword(first, 'clerk1', PASSWORD, OTHER)
    const second = await tokenOf(OTHER)
    await create().changePassword(second, 'clerk1', OTHER, PASSWORD)
    expect(await create().authenticate(first)).toBeNull()
    expect(await create().authenticate(second)).not.toBeNull()
  })

  it('asks for the old one; five wrong ones lock the account', async () => {
    const token = await tokenOf()
    for (let n = 0; n < 5; n += 1) expect(await codeOf(create().changePassword(token, 'clerk1', 'wrong-password', OTHER))).toBe('PASSWORD_WRONG')
    expect(await codeOf(create().changePassword(token, 'clerk1', PASSWORD, OTHER))).toBe('ACCOUNT_LOCKED')
    now += 15 * 60_000
    expect(await codeOf(tokenOf())).toBe('ok')
  })

  it('gives the same answer when the first one was lost, but only to the session that changed it', async () => {
    const [mine, other] = [await tokenOf(), await tokenOf()]
    const once = await create().changePassword(mine, 'clerk1', PASSWORD, OTHER)
    expect(await create().changePassword(mine, 'clerk1', PASSWORD, OTHER)).toEqual(once)
    expect(await create().authenticate(mine)).not.toBeNull()
    expect(await codeOf(create().changePassword(other, 'clerk1', PASSWORD, OTHER))).toBe('PASSWORD_WRONG')
  })

  it('is the old one no more when an operator set another meanwhile, and brings no removed account back', async () => {
    const store = createStaffStore(redis)
    const token = await tokenOf()
    let meanwhile = () => create().setPassword(anyHall, 'clerk1', 'demo-password-3') as Promise<unknown>
    const late = create({ ...store, replaceAccount: async (...change) => {
      await meanwhile()
      return store.replaceAccount(...change)
    } })
    expect(await codeOf(late.changePassword(token, 'clerk1', PASSWORD, OTHER))).toBe('PASSWORD_WRONG')
    expect(await codeOf(tokenOf('demo-password-3'))).toBe('ok')
    meanwhile = () => create().remove(anyHall, 'clerk1')
    expect(await codeOf(late.changePassword(token, 'clerk1', 'demo-password-3', OTHER))).toBe('PASSWORD_WRONG')
    expect(await create().list(anyHall)).toEqual([])
  })

  it('changes once when it is asked for several times at once', async () => {
    const token = await tokenOf()
    const answers = await Promise.all([1, 2, 3].map(() => codeOf(create().changePassword(token, 'clerk1', PASSWORD, OTHER))))
    expect(answers).toEqual(['ok', 'ok', 'ok'])
    expect(await create().authenticate(token)).not.toBeNull()
  })
})

describe('making the same account again', () => {
  it('gives the same answer, as when the first one was lost', async () => {
    const store = createStaffStore(redis)
    const losing = create({ ...store, addAccount: async (account) => {
      await store.addAccount(account)
      throw new ContractError('UNAVAILABLE')
    } })
    const asked = clerk('clerk2', ['tianhe', 'yuexiu'])
    expect(await codeOf(losing.create(anyHall, asked))).toBe('UNAVAILABLE')
    const { password: _, ...told } = asked
    expect(await create().create(anyHall, asked)).toEqual({ ...told, locked: false, secondFactor: false })
    expect(await create().create(anyHall, { ...asked, halls: ['yuexiu', 'tianhe'] })).toEqual({ ...told, locked: false, secondFactor: false })
    expect(await create().list(anyHall)).toHaveLength(2)
  })

  it.each([['another role', { role: 'supervisor' as const }], ['another name', { name: { zh: '演示', en: 'Demo' } }],
    ['other halls', { halls: ['yuexiu'] }], ['every hall', { halls: [] }], ['another password', { password: OTHER }]])('with %s is refused and changes nothing', async (_, change) => {
    const before = await redis.hgetall('{staff}:accounts')
    expect(await codeOf(create().create(anyHall, { ...clerk('clerk1'), ...change }))).toBe('ACCOUNT_EXISTS')
    expect(await redis.hgetall('{staff}:accounts')).toEqual(before)
  })
})
