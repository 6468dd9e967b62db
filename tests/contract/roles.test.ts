import type { Endpoint } from '@shared/endpoint'
import { endpoints, type EndpointName } from '@shared/endpoints'
import { declaredFailure, requestOf, type Caller } from '../support/client'
import { newKey } from '../support/people'
import { useStack } from '../support/stack'
import { buildWorld, validCalls, type ValidCall, type World } from './world'

const table = Object.entries(endpoints) as [EndpointName, Endpoint][]
const staffed = table.filter(([, { caller }]) => Array.isArray(caller))
const ofHall = staffed.filter(([, { path }]) => /:(hallId|ticketId|appointmentId|ratingId)/.test(path))
const citizens = table.filter(([, { caller }]) => caller === 'citizen')
const screens = table.filter(([, { caller }]) => caller === 'screen')
const names = (rows: readonly [EndpointName, Endpoint][]) => rows.map(([name]) => name)

describe('who may call', () => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
  let world: World
  let calls: Record<EndpointName, ValidCall>
  beforeAll(async () => {
    world = await buildWorld(stack())
    calls = validCalls(world)
  })

  /** The code with which this caller is refused an otherwise right call. */
  const refusal = async (name: EndpointName, caller: Caller): Promise<string> => {
    const answer = await stack().http.ask(stack().url, requestOf(name, calls[name].parts, { key: newKey(), ...caller }))
    return answer.status < 400 ? `was answered ${answer.status}` : declaredFailure(name, answer).code
  }

  it('covers the whole table', () => {
    expect([staffed.length, ofHall.length, citizens.length, screens.length].every((count) => count > 0)).toBe(true)
    expect(table.filter(([, { caller }]) => caller === 'anyone').length + staffed.length + citizens.length + screens.length).toBe(table.length)
  })

  it.each(names([...staffed, ...citizens]))('%s refuses those who are not signed in', async (name) => {
    expect(await refusal(name, {})).toBe('UNAUTHENTICATED')
    for (const token of ['x', 'A'.repeat(43), `${'A'.repeat(42)}!`, 'A'.repeat(1_000), '{session:A}', 'null']) {
      expect(await refusal(name, { token })).toBe('UNAUTHENTICATED')
    }
  })

  it.each(names(staffed))('%s refuses citizens', async (name) => {
    expect(await refusal(name, { token: world.citizen.token })).toBe('UNAUTHENTICATED')
  })

  it.each(names(citizens))('%s refuses staff', async (name) => {
    expect(await refusal(name, { token: world.operator.token })).toBe('UNAUTHENTICATED')
  })

  it.each(names(staffed))('%s refuses every role it does not name', async (name) => {
    const { caller } = endpoints[name] as Endpoint
    const others = [{ role: 'clerk', who: world.clerk }, { role: 'supervisor', who: world.supervisor }, { role: 'operator', who: world.operator }]
      .filter(({ role }) => !(caller as readonly string[]).includes(role))
    for (const { who } of others) expect(await refusal(name, { token: who.token })).toBe('FORBIDDEN')
  })

  it.each(names(ofHall))('%s refuses the staff of another hall', async (name) => {
    const mayClerk = ((endpoints[name] as Endpoint).caller as readonly string[]).includes('clerk')
    expect(await refusal(name, { token: (mayClerk ? world.foreignClerk : world.foreignSupervisor).token })).toBe('FORBIDDEN')
  })

  it.each(names(screens))('%s refuses a screen without its key, or with another hall’s', async (name) => {
    for (const screenKey of ['', 'x', world.foreignScreenKey, `${world.screenKey}x`]) {
      expect(await refusal(name, { ...(screenKey && { screenKey }) })).toBe('FORBIDDEN')
    }
  })

  it('keeps an operator of some halls from making accounts beyond them', async () => {
    const local = await stack().people.staff('operator', ['test'])
    const account = (halls: string[]) => ({ body: { account: `clerk-${newKey().toLowerCase().slice(0, 8)}`, role: 'operator' as const, name: { zh: '演示', en: 'Demo' }, halls, password: 'a-password-of-tests' } })
    for (const halls of [[], ['other'], ['test', 'other']]) {
      expect(await stack().client.refusal('createStaff', account(halls), local)).toMatchObject({ code: 'FORBIDDEN' })
    }
    await stack().client.call('createStaff', account(['test']), local)
  })

  it.each([['removeStaff', {}], ['resetSecondFactor', {}], ['setStaffPassword', { body: { password: 'a-new-password-of-tests' } }]] as const)('%s keeps an operator from their own account, and from those beyond their halls', async (name, sent) => {
    const local = await stack().people.staff('operator', ['test'])
    const code = async (account: string) => (await stack().client.refusal(name, { params: { account }, ...sent } as never, local)).code
    expect(await code(local.account)).toBe('OWN_ACCOUNT')
    for (const beyond of [world.operator.account, world.foreignClerk.account]) expect(await code(beyond)).toBe('ACCOUNT_NOT_FOUND')
    expect(await stack().client.call('readStaffSession', {}, local)).toMatchObject({ account: local.account })
  })
})
