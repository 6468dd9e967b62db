import { ContractError } from '@shared/errors'
import type { FactorEvent, FactorStore } from '../../capabilities/staff/port'
import type { StaffOptions, StaffService } from '../../capabilities/staff/service'
import { BELIEVED_MS } from '../../sessions/recentSessions'
import { useRedis } from '../../../tests/support/redis'
import { createFactorStore } from './factors'
import { codeAt } from './testing/authenticator'
import { anyHall, clerk, codeOf, PASSWORD, staffOver } from './testing/service'

const redis = useRedis()
const STEP_MS = 30_000
let now = 1_767_225_600_000
let told: FactorEvent[] = []
const process = (different: Partial<StaffOptions> = {}): StaffService => staffOver(redis, () => now, { audit: (event) => { told.push(event) }, ...different })()
let staff: StaffService
const open = async (account = 'clerk1', otp?: string, by = staff): Promise<string> => (await by.signIn(account, { password: PASSWORD, otp })).token
const tryCode = (otp?: string, account = 'clerk1', by = staff) => codeOf(by.signIn(account, { password: PASSWORD, otp }))

/** Sets up a factor in a new session; a minute later, so that the first code is no longer in the way. */
const enrol = async (account = 'clerk1', by = staff) => {
  const token = await open(account, undefined, by)
  const begun = await by.beginFactor(token, account, { password: PASSWORD })
  await by.confirmFactor(token, account, begun.enrolmentId, codeAt(begun.secret, now))
  now += 2 * STEP_MS
  return { token, ...begun, code: (steps = 0) => codeAt(begun.secret, now, steps) }
}

beforeEach(async () => {
  await redis.flushdb()
  now += 86_400_000
  told = []
  staff = process()
  for (const account of ['clerk1', 'clerk2']) await staff.create(anyHall, clerk(account))
})

describe('signing in with a second factor', () => {
  it('asks for the code after the right password only, and takes it', async () => {
    const { code } = await enrol()
    expect(await tryCode()).toBe('SECOND_FACTOR_NEEDED')
    expect(await codeOf(staff.signIn('clerk1', { password: 'wrong-password' }))).toBe('PASSWORD_WRONG')
    expect(await codeOf(staff.signIn('clerk1', { password: 'wrong-password', otp: code() }))).toBe('PASSWORD_WRONG')
    expect(await staff.signIn('clerk1', { password: PASSWORD, otp: code() })).toMatchObject({ account: 'clerk1', secondFactor: true })
    expect((await staff.list(anyHall)).map(({ secondFactor }) => secondFactor)).toEqual([true, false])
  })

  it('takes a code once, also when it is given many times at once and to several processes', async () => {
    const { code } = await enrol()
    const otp = code()
    const processes = [staff, process(), process()]
    const answers = await Promise.all(processes.map((by) => tryCode(otp, 'clerk1', by)))
    expect(answers.sort()).toEqual(['SECOND_FACTOR_WRONG', 'SECOND_FACTOR_WRONG', 'ok'])
    expect(await tryCode(otp)).toBe('SECOND_FACTOR_WRONG')
  })

  it('takes no code older than one that was used, nor the one that confirmed the factor', async () => {
    const token = await open()
    const { enrolmentId, secret } = await staff.beginFactor(token, 'clerk1', { password: PASSWORD })
    await staff.confirmFactor(token, 'clerk1', enrolmentId, codeAt(secret, now))
    expect(await tryCode(codeAt(secret, now))).toBe('SECOND_FACTOR_WRONG')
    expect(await tryCode(codeAt(secret, now, 1))).toBe('ok')
    now += STEP_MS
    expect(await tryCode(codeAt(secret, now, -1))).toBe('SECOND_FACTOR_WRONG')
    expect(await tryCode(codeAt(secret, now))).toBe('SECOND_FACTOR_WRONG')
    now += STEP_MS
    expect(await tryCode(codeAt(secret, now))).toBe('ok')
  })

  it.each([[-1, 'ok'], [0, 'ok'], [1, 'ok'], [-2, 'SECOND_FACTOR_WRONG'], [2, 'SECOND_FACTOR_WRONG']] as const)('by a clock that is %i steps off: %s', async (steps, answer) => {
    const { code } = await enrol()
    expect(await tryCode(code(steps))).toBe(answer)
  })

  it('takes neither the code nor the recovery code of another account, nor a secret that was moved to it', async () => {
    const [mine, theirs] = [await enrol('clerk1'), await enrol('clerk2')]
    expect(await tryCode(theirs.code())).toBe('SECOND_FACTOR_WRONG')
    expect(await tryCode(theirs.recoveryCodes[0])).toBe('SECOND_FACTOR_WRONG')
    await redis.hset('{staff}:factor:clerk1', 'secret', await redis.hget('{staff}:factor:clerk2', 'secret') ?? '')
    expect(await tryCode(theirs.code())).toBe('SECOND_FACTOR_WRONG')
    expect(told.filter(({ act }) => act === 'unreadable')).toHaveLength(1)
    expect(await tryCode(mine.recoveryCodes[0])).toBe('ok')
  })

  it('keeps no secret, code or recovery code that could be read', async () => {
    const { secret, recoveryCodes } = await enrol()
    const kept = JSON.stringify(await Promise.all((await redis.keys('{staff}:factor:*')).map((key) => redis.hgetall(key))))
    for (const text of [secret, secret.toLowerCase(), ...recoveryCodes]) expect(kept).not.toContain(text)
    expect(JSON.stringify(told)).not.toMatch(/\d{6}|[a-z2-7]{4}-/)
  })
})

describe('guessing the code', () => {
  it('runs into the lock like guessing the password: of a million, five', async () => {
    const { code } = await enrol()
    const wrong = Array.from({ length: 40 }, (_, n) => String(n).padStart(6, '0')).filter((otp) => ![-1, 0, 1].some((steps) => code(steps) === otp))
    const answers = await Promise.all(wrong.map((otp, n) => tryCode(otp, 'clerk1', n % 2 ? staff : process())))
    expect(answers.filter((answer) => answer === 'SECOND_FACTOR_WRONG')).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'ACCOUNT_LOCKED')).toHaveLength(wrong.length - 5)
    expect(await tryCode(code())).toBe('ACCOUNT_LOCKED')
    expect(told.filter(({ act }) => act === 'refused')).toHaveLength(5)
    now += 15 * 60_000
    expect(await tryCode(code())).toBe('ok')
  })

  it('is not forgiven by the password alone, and asking for the code costs nobody anything', async () => {
    const { code } = await enrol()
    for (let n = 0; n < 10; n += 1) expect(await tryCode()).toBe('SECOND_FACTOR_NEEDED')
    for (let n = 0; n < 4; n += 1) {
      expect(await tryCode('000000')).toBe('SECOND_FACTOR_WRONG')
      expect(await tryCode()).toBe('SECOND_FACTOR_NEEDED')
    }
    expect(await tryCode(code())).toBe('ok')
    for (let n = 0; n < 5; n += 1) {
      expect(await tryCode('000000')).toBe('SECOND_FACTOR_WRONG')
      if (n < 4) expect(await tryCode()).toBe('SECOND_FACTOR_NEEDED')
    }
    expect(await tryCode()).toBe('ACCOUNT_LOCKED')
  })

  it('runs into the same lock where it is renewed', async () => {
    const { token, code } = await enrol()
    for (let n = 0; n < 5; n += 1) expect(await codeOf(staff.beginFactor(token, 'clerk1', { password: PASSWORD, otp: '000000' }))).toBe('SECOND_FACTOR_WRONG')
    expect(await codeOf(staff.endFactor(token, 'clerk1', { password: PASSWORD, otp: code() }))).toBe('ACCOUNT_LOCKED')
  })
})

describe('a recovery code', () => {
  it('opens once in a code’s place, also when it is given many times at once', async () => {
    const { recoveryCodes: [first, second], code } = await enrol()
    expect((await staff.read('clerk1')).recoveryLeft).toBe(10)
    const answers = await Promise.all([staff, process(), process(), process()].map((by) => tryCode(first, 'clerk1', by)))
    expect(answers.sort()).toEqual(['SECOND_FACTOR_WRONG', 'SECOND_FACTOR_WRONG', 'SECOND_FACTOR_WRONG', 'ok'])
    expect(await tryCode(first)).toBe('SECOND_FACTOR_WRONG')
    expect([await tryCode(second), await tryCode(code())]).toEqual(['ok', 'ok'])
    expect((await staff.read('clerk1')).recoveryLeft).toBe(8)
    expect(told.filter(({ act }) => act === 'recovery code used')).toHaveLength(2)
  })

  it('is not spent under a wrong password', async () => {
    const { recoveryCodes: [first] } = await enrol()
    expect(await codeOf(staff.signIn('clerk1', { password: 'wrong-password', otp: first }))).toBe('PASSWORD_WRONG')
    expect(await tryCode(first)).toBe('ok')
  })

  it('is worth nothing once the factor was renewed with it', async () => {
    const { recoveryCodes: [first, second] } = await enrol()
    const token = await open('clerk1', first)
    const { enrolmentId, secret } = await staff.beginFactor(token, 'clerk1', { password: PASSWORD, otp: second })
    await staff.confirmFactor(token, 'clerk1', enrolmentId, codeAt(secret, now))
    for (const old of [first, second]) expect(await tryCode(old)).toBe('SECOND_FACTOR_WRONG')
    expect(await staff.read('clerk1')).toMatchObject({ recoveryLeft: 10 })
  })
})

describe('setting it up', () => {
  it('changes nothing before the first code, which must be right', async () => {
    const token = await open()
    const { enrolmentId, secret } = await staff.beginFactor(token, 'clerk1', { password: PASSWORD })
    expect(await tryCode()).toBe('ok')
    const right = codeAt(secret, now)
    expect(await codeOf(staff.confirmFactor(token, 'clerk1', enrolmentId, right === '000000' ? '000001' : '000000'))).toBe('SECOND_FACTOR_WRONG')
    expect(await tryCode()).toBe('ok')
    expect(await staff.confirmFactor(token, 'clerk1', enrolmentId, right)).toMatchObject({ secondFactor: true, recoveryLeft: 10 })
    expect(await tryCode()).toBe('SECOND_FACTOR_NEEDED')
    expect(told.map(({ act }) => act)).toEqual(['begun', 'confirmed'])
  })

  it('asks for the password', async () => {
    expect(await codeOf(staff.beginFactor(await open(), 'clerk1', { password: 'wrong-password' }))).toBe('PASSWORD_WRONG')
  })

  it('is the same when it is confirmed again by the same code, at once or after the answer was lost; not by another code', async () => {
    const token = await open()
    const { enrolmentId, secret } = await staff.beginFactor(token, 'clerk1', { password: PASSWORD })
    const otp = codeAt(secret, now)
    const answers = await Promise.all([staff, process(), process()].map((by) => by.confirmFactor(token, 'clerk1', enrolmentId, otp)))
    expect(answers).toEqual([answers[0], answers[0], answers[0]])
    now += 10 * STEP_MS
    expect(await staff.confirmFactor(token, 'clerk1', enrolmentId, otp)).toEqual(answers[0])
    expect(await codeOf(staff.confirmFactor(token, 'clerk1', enrolmentId, codeAt(secret, now)))).toBe('SECOND_FACTOR_WRONG')
    expect(told.filter(({ act }) => act === 'confirmed')).toHaveLength(1)
  })

  it('survives an answer of Redis that was lost', async () => {
    const real = createFactorStore(redis)
    let lost = 1
    const losing: FactorStore = { ...real, confirmEnrolment: async (...given) => {
      const done = await real.confirmEnrolment(...given)
      if ((lost -= 1) >= 0) throw new ContractError('UNAVAILABLE')
      return done
    } }
    const by = process({ factors: losing })
    const token = await open('clerk1', undefined, by)
    const { enrolmentId, secret } = await by.beginFactor(token, 'clerk1', { password: PASSWORD })
    expect(await codeOf(by.confirmFactor(token, 'clerk1', enrolmentId, codeAt(secret, now)))).toBe('UNAVAILABLE')
    expect(await by.confirmFactor(token, 'clerk1', enrolmentId, codeAt(secret, now))).toMatchObject({ secondFactor: true })
    expect(await by.authenticate(token)).toMatchObject({ account: 'clerk1' })
  })

  it('belongs to the session and the beginning it came from', async () => {
    const [one, other] = [await open(), await open()]
    const first = await staff.beginFactor(one, 'clerk1', { password: PASSWORD })
    expect(await codeOf(staff.confirmFactor(other, 'clerk1', first.enrolmentId, codeAt(first.secret, now)))).toBe('ENROLMENT_NOT_FOUND')
    const second = await staff.beginFactor(one, 'clerk1', { password: PASSWORD })
    expect(await codeOf(staff.confirmFactor(one, 'clerk1', first.enrolmentId, codeAt(first.secret, now)))).toBe('ENROLMENT_NOT_FOUND')
    expect(await codeOf(staff.confirmFactor(one, 'clerk1', second.enrolmentId, codeAt(second.secret, now)))).toBe('ok')
  })

  it('is forgotten by Redis itself after a quarter of an hour', async () => {
    await staff.beginFactor(await open(), 'clerk1', { password: PASSWORD })
    const left = await redis.pttl('{staff}:enrolment:clerk1')
    expect([left > 14 * 60_000, left <= 15 * 60_000]).toEqual([true, true])
    const { token } = await enrol('clerk2')
    expect([await redis.pttl('{staff}:factor:clerk2'), await redis.exists('{staff}:enrolment:clerk2')]).toEqual([-1, 0])
    await staff.signOut(token)
  })

  it('keeps the session it was done in and ends the others: here at once, in another process within five seconds', async () => {
    const there = process()
    const other = await open()
    for (const by of [staff, there]) expect(await by.authenticate(other)).not.toBeNull()
    const token = await open()
    const { enrolmentId, secret } = await staff.beginFactor(token, 'clerk1', { password: PASSWORD })
    await staff.confirmFactor(token, 'clerk1', enrolmentId, codeAt(secret, now))
    expect(await staff.authenticate(other)).toBeNull()
    now += BELIEVED_MS
    expect(await there.authenticate(other)).toBeNull()
    for (const by of [staff, there]) expect(await by.authenticate(token)).toMatchObject({ account: 'clerk1', enrolling: false })
  })
})

describe('renewing and doing without', () => {
  it('needs the password and a code; until it is confirmed the old one counts', async () => {
    const { token, code } = await enrol()
    expect(await codeOf(staff.beginFactor(token, 'clerk1', { password: PASSWORD }))).toBe('SECOND_FACTOR_NEEDED')
    expect(await codeOf(staff.beginFactor(token, 'clerk1', { password: 'wrong-password', otp: code() }))).toBe('PASSWORD_WRONG')
    const renewed = await staff.beginFactor(token, 'clerk1', { password: PASSWORD, otp: code() })
    expect(await tryCode(code(1))).toBe('ok')
    await staff.confirmFactor(token, 'clerk1', renewed.enrolmentId, codeAt(renewed.secret, now))
    now += 2 * STEP_MS
    expect(await tryCode(code())).toBe('SECOND_FACTOR_WRONG')
    expect(await tryCode(codeAt(renewed.secret, now))).toBe('ok')
  })

  it('turned off with password and code, it is gone, and so are the other sessions; the same again changes nothing', async () => {
    const { token, code } = await enrol()
    const other = await open('clerk1', code())
    for (const credentials of [{ password: PASSWORD }, { password: PASSWORD, otp: code() }]) {
      expect(await codeOf(staff.endFactor(token, 'clerk1', credentials))).toBe('otp' in credentials ? 'SECOND_FACTOR_WRONG' : 'SECOND_FACTOR_NEEDED')
    }
    const otp = code(1)
    for (let n = 0; n < 2; n += 1) expect(await staff.endFactor(token, 'clerk1', { password: PASSWORD, otp })).toMatchObject({ secondFactor: false, recoveryLeft: 0 })
    expect(await staff.authenticate(other)).toBeNull()
    expect(await staff.authenticate(token)).not.toBeNull()
    expect(await tryCode()).toBe('ok')
    expect(told.filter(({ act }) => act === 'ended')).toHaveLength(1)
  })

  it('a password that an operator sets leaves the factor where it is', async () => {
    const { code } = await enrol()
    await staff.setPassword(anyHall, 'clerk1', 'demo-password-2')
    expect(await codeOf(staff.signIn('clerk1', { password: 'demo-password-2' }))).toBe('SECOND_FACTOR_NEEDED')
    expect(await codeOf(staff.signIn('clerk1', { password: 'demo-password-2', otp: code() }))).toBe('ok')
  })
})

describe('resetting somebody’s', () => {
  it('ends every session it opened, and what was being set up; the next sign-in asks for no code', async () => {
    const there = process()
    const { token, code } = await enrol()
    const renewing = await staff.beginFactor(token, 'clerk1', { password: PASSWORD, otp: code() })
    expect(await there.authenticate(token)).not.toBeNull()
    expect(await staff.resetFactor(anyHall, 'clerk1')).toMatchObject({ account: 'clerk1', secondFactor: false })
    expect(await staff.authenticate(token)).toBeNull()
    expect(await redis.exists('{staff}:enrolment:clerk1')).toBe(0)
    // Elsewhere the session may be believed for a moment, but not for changing the factor.
    expect(await codeOf(there.confirmFactor(token, 'clerk1', renewing.enrolmentId, codeAt(renewing.secret, now)))).toBe('UNAUTHENTICATED')
    expect(await codeOf(there.beginFactor(token, 'clerk1', { password: PASSWORD }))).toBe('UNAUTHENTICATED')
    now += BELIEVED_MS
    expect(await there.authenticate(token)).toBeNull()
    expect(await tryCode()).toBe('ok')
    expect(told).toContainEqual({ act: 'reset', account: 'clerk1', by: 'boss' })
  })

  it('leaves nothing begun, not even what was begun at that very moment', async () => {
    const { token, code } = await enrol()
    const real = createFactorStore(redis)
    const late = process({ factors: { ...real, saveEnrolment: async (...given) => {
      await staff.resetFactor(anyHall, 'clerk1')
      return real.saveEnrolment(...given)
    } } })
    expect(await codeOf(late.beginFactor(token, 'clerk1', { password: PASSWORD, otp: code() }))).toBe('UNAUTHENTICATED')
    expect(await redis.exists('{staff}:enrolment:clerk1')).toBe(0)
  })

  it('where there is none, or again, changes nothing and ends no session', async () => {
    const token = await open()
    for (let n = 0; n < 2; n += 1) expect(await staff.resetFactor(anyHall, 'clerk1')).toMatchObject({ secondFactor: false })
    expect(await staff.authenticate(token)).not.toBeNull()
    expect(told).toEqual([])
  })

  it('is another’s, within the operator’s halls', async () => {
    await enrol()
    expect(await codeOf(staff.resetFactor({ account: 'clerk1', halls: [] }, 'clerk1'))).toBe('OWN_ACCOUNT')
    expect(await codeOf(staff.resetFactor({ account: 'boss', halls: ['yuexiu'] }, 'clerk1'))).toBe('ACCOUNT_NOT_FOUND')
    expect(await codeOf(staff.resetFactor(anyHall, 'nobody'))).toBe('ACCOUNT_NOT_FOUND')
    expect(await tryCode()).toBe('SECOND_FACTOR_NEEDED')
  })

  it('goes with the account: one of the same name made later begins without', async () => {
    await enrol()
    await staff.remove(anyHall, 'clerk1')
    expect(await redis.exists('{staff}:factor:clerk1', '{staff}:enrolment:clerk1')).toBe(0)
    await staff.create(anyHall, clerk('clerk1'))
    expect(await tryCode()).toBe('ok')
  })
})
