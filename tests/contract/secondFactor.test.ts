import type { Endpoint, StaffRole } from '@shared/endpoint'
import { endpoints, type EndpointName } from '@shared/endpoints'
import { codeAt } from '../../bff/engine/staff/testing/authenticator'
import { systemClock } from '../../bff/platform/clock'
import { declaredFailure, requestOf, type Parts } from '../support/client'
import { databaseDigest } from '../support/digest'
import { newKey, PASSWORD } from '../support/people'
import { grantStaff } from '../support/sessions'
import { OPERATOR, quiet } from '../support/settings'
import { useStack } from '../support/stack'

const table = Object.entries(endpoints) as [EndpointName, Endpoint][]
const roles = ['clerk', 'supervisor', 'operator'] as const
/** All that is open to somebody who has yet to set up their second factor. */
const open: readonly EndpointName[] = ['readStaffSession', 'endStaffSession', 'beginSecondFactor', 'confirmSecondFactor']

describe('staff who must have a second factor and have none', () => {
  // The default of the settings: every role.
  const stack = useStack({ settings: { RATE_LIMITS: 'false', STAFF_SECOND_FACTOR: '', ...quiet } })
  const tokens = {} as Record<StaffRole, string>
  beforeAll(async () => {
    for (const role of roles) tokens[role] = (await grantStaff(stack().redis, 1, role))[0]?.token ?? ''
  })
  const refusal = async (name: EndpointName, token: string): Promise<string> => {
    const { params, query, body } = endpoints[name].example as Parts
    const answer = await stack().http.ask(stack().url, requestOf(name, { params, query, body }, { token, key: newKey() }))
    return answer.status < 400 ? `was answered ${answer.status}` : declaredFailure(name, answer).code
  }

  it('are told so at sign-in, the first operator too, and may read who they are', async () => {
    const { client } = stack()
    const { token, secondFactor, secondFactorNeeded } = await client.call('createStaffSession', { body: OPERATOR })
    expect([secondFactor, secondFactorNeeded]).toEqual([false, true])
    expect(await client.call('readStaffSession', {}, { token })).toMatchObject({ secondFactor: false, secondFactorNeeded: true, recoveryLeft: 0 })
  })

  it('reach nothing else: no endpoint of the table, with any role, and nothing changes', async () => {
    const before = await databaseDigest(stack().redis)
    const told: Record<string, string[]> = {}
    for (const [name, { caller }] of table.filter(([name, one]) => one.caller !== 'anyone' && !open.includes(name))) {
      const kind = Array.isArray(caller) ? 'staff' : caller as string
      for (const role of roles) told[kind] = [...new Set([...told[kind] ?? [], await refusal(name, tokens[role])])]
    }
    expect(told).toEqual({ staff: ['SECOND_FACTOR_ENROL'], citizen: ['UNAUTHENTICATED'], screen: ['FORBIDDEN'] })
    expect(await databaseDigest(stack().redis)).toBe(before)
    expect(table.filter(([, { enrolling }]) => enrolling).map(([name]) => name).sort()).toEqual([...open].sort())
  })

  it('set it up over the wire, and then do their work with the session they have', async () => {
    const { client } = stack()
    const token = tokens.supervisor
    const begun = await client.call('beginSecondFactor', { body: { password: PASSWORD } }, { token })
    const sent = { body: { enrolmentId: begun.enrolmentId, otp: codeAt(begun.secret, systemClock()) } }
    const confirmed = await client.call('confirmSecondFactor', sent, { token })
    expect(confirmed).toMatchObject({ secondFactor: true, secondFactorNeeded: true, recoveryLeft: 10 })
    expect(await client.call('confirmSecondFactor', sent, { token })).toEqual(confirmed)
    expect((await client.call('readConsole', { params: { hallId: 'test' } }, { token })).hallId).toBe('test')
    const { account } = confirmed
    expect(await client.refusal('createStaffSession', { body: { account, password: PASSWORD } })).toMatchObject({ code: 'SECOND_FACTOR_NEEDED', status: 401 })
    expect(await client.refusal('createStaffSession', { body: { account, password: PASSWORD, otp: sent.body.otp } })).toMatchObject({ code: 'SECOND_FACTOR_WRONG' })
    const [otp] = begun.recoveryCodes
    expect(await client.call('createStaffSession', { body: { account, password: PASSWORD, otp } })).toMatchObject({ secondFactor: true })
    expect(await client.refusal('endSecondFactor', { body: { password: PASSWORD, otp } }, { token })).toMatchObject({ code: 'FORBIDDEN' })
  })
})
