import type { Endpoint } from '@shared/endpoint'
import { endpoints, type EndpointName } from '@shared/endpoints'
import type { ErrorCode } from '@shared/errors'
import { createSigners } from '../../bff/capabilities/presence/signers'
import { declaredFailure, requestOf, type Caller, type Failure, type Parts } from '../support/client'
import { databaseDigest } from '../support/digest'
import { newKey } from '../support/people'
import { APP_SECRET, quiet } from '../support/settings'
import { useStack } from '../support/stack'
import { bodyFaults, paramFaults, queryFaults, schemaOf, type Fault } from './faults'
import { buildWorld, validCalls, type ValidCall, type World } from './world'

const table = Object.entries(endpoints) as [EndpointName, Endpoint][]
const taking = (part: 'params' | 'query' | 'body') => table.filter(([, endpoint]) => endpoint[part]).map(([name]) => name)
const keyed = table.filter(([, { idempotencyKey }]) => idempotencyKey).map(([name]) => name)

describe('a call with one thing wrong', () => {
  // Nothing may change by itself while it is looked at what a refusal changed.
  const stack = useStack({ settings: { RATE_LIMITS: 'false', ...quiet } })
  let world: World
  let calls: Record<EndpointName, ValidCall>
  beforeAll(async () => {
    world = await buildWorld(stack())
    calls = validCalls(world)
  })

  /** Somebody who may make this call in any hall, so that nothing but the fault can be refused. */
  const callerOf = (name: EndpointName, parts: Parts): Caller => {
    const { caller } = endpoints[name] as Endpoint
    const screenKey = createSigners(APP_SECRET).screen.sign(`screen:${parts.params?.hallId ?? ''}`, 32)
    if (caller === 'screen') return { screenKey }
    return { ...calls[name].caller, ...(Array.isArray(caller) && { token: caller.includes('operator') ? world.operator.token : world.chief.token }), key: newKey() }
  }

  const refused = async (name: EndpointName, parts: Parts, caller = callerOf(name, parts)): Promise<Failure> => {
    const before = await databaseDigest(stack().redis)
    const answer = await stack().http.ask(stack().url, requestOf(name, parts, caller))
    if (answer.status < 400) throw new Error(`was answered ${answer.status}: ${answer.text}`)
    expect(await databaseDigest(stack().redis)).toBe(before)
    return declaredFailure(name, answer)
  }
  const expectNamed = async (name: EndpointName, faults: readonly Fault[]): Promise<void> => {
    expect(faults.length).toBeGreaterThan(0)
    const astray: string[] = []
    for (const { what, field, parts } of faults) {
      const told = await refused(name, parts).then(({ code, fields = [] }) => `${code} ${fields.map((one) => one.field).join(' ')}`, String)
      const [code, ...fields] = told.split(' ')
      const right = code === 'INVALID_INPUT' && fields.some((one) => one === field || one.startsWith(`${field}.`))
      const beside = fields.filter((one) => one !== field && !one.startsWith(`${field}.`) && !(field.endsWith('.level') && one.startsWith(field.replace(/level$/, 'tags'))))
      if (!right || beside.length > 0) astray.push(`${field} ${what}: ${told}`)
    }
    expect(astray).toEqual([])
  }

  it.each(taking('body'))('%s names the faulty field of the body and changes nothing', async (name) => {
    await expectNamed(name, bodyFaults(endpoints[name], calls[name].parts))
  })

  it.each(taking('params'))('%s names the faulty part of the path and changes nothing', async (name) => {
    await expectNamed(name, paramFaults(endpoints[name], calls[name].parts))
  })

  it.each(taking('query'))('%s names the faulty part of the query and changes nothing', async (name) => {
    await expectNamed(name, queryFaults(endpoints[name], calls[name].parts))
  })

  it.each(keyed)('%s asks for a key', async (name) => {
    for (const key of ['', 'short', 'a'.repeat(15), 'a'.repeat(65), 'a key with blanks', 'schlüssel-schlüssel', '{"key":"aaaaaaaaaaaa"}']) {
      const { key: _, ...caller } = callerOf(name, calls[name].parts)
      const { code, fields } = await refused(name, calls[name].parts, { ...caller, ...(key && { key }) })
      expect({ key, code, fields: fields?.map(({ field }) => field) }).toEqual({ key, code: 'INVALID_INPUT', fields: ['header.Idempotency-Key'] })
    }
  })

  it.each(taking('body').filter(needsBody))('%s without a body names what is missing', async (name) => {
    const { body: _, ...parts } = calls[name].parts
    const { code, fields = [] } = await refused(name, parts)
    expect(code).toBe('INVALID_INPUT')
    expect(fields.length).toBeGreaterThan(0)
    for (const { field } of fields) expect(field).toMatch(/^body/)
  })

  it.each(taking('body').filter((name) => !needsBody(name)))('%s takes no body for an empty one', async (name) => {
    const { body: _, ...parts } = calls[name].parts
    const { status, text } = await stack().http.ask(stack().url, requestOf(name, parts, callerOf(name, calls[name].parts)))
    expect([status, text.includes('INVALID_INPUT')]).toEqual([endpoints[name].status, false])
  })

  const nobody = { hallId: 'nohall', lineId: 'Z', windowId: '99', itemId: 'no-such-item', ticketId: `test.${'0'.repeat(20)}`, account: 'nobody-at-all', expectHallId: 'nohall',
    appointmentId: `test.${'0'.repeat(20)}`, waitingId: `test.${'0'.repeat(20)}`, personId: `p${'0'.repeat(24)}`,
    ratingId: `test.${'0'.repeat(20)}`, photoId: '0'.repeat(26), bulletinId: 'daily-20990101' } as const
  const codes: Record<keyof typeof nobody, ErrorCode> = {
    hallId: 'HALL_NOT_FOUND', lineId: 'LINE_NOT_FOUND', windowId: 'WINDOW_NOT_FOUND', itemId: 'ITEM_NOT_IN_LINE', ticketId: 'TICKET_NOT_FOUND',
    account: 'ACCOUNT_NOT_FOUND', expectHallId: 'CODE_OTHER_HALL', appointmentId: 'APPOINTMENT_NOT_FOUND', waitingId: 'WAITING_NOT_FOUND', personId: 'PERSON_NOT_FOUND', ratingId: 'RATING_NOT_FOUND', photoId: 'PHOTO_NOT_FOUND', bulletinId: 'BULLETIN_NOT_FOUND',
  }
  const named = table.flatMap(([name, { params, body }]) => (Object.keys(nobody) as (keyof typeof nobody)[]).flatMap((id) => [
    ...(params && id in params.shape ? [[name, 'params', id] as const] : []),
    ...(body && JSON.stringify(bodyKeys(name)).includes(`"${id}"`) ? [[name, 'body', id] as const] : []),
  ])).filter(([name]) => name !== 'createStaff' && name !== 'createStaffSession')

  it.each(named)('%s refuses a well-formed unknown id in %s.%s', async (name, part, id) => {
    const parts: Parts = { ...calls[name].parts, [part]: { ...calls[name].parts[part] as object, [id]: nobody[id] } }
    expect(await refused(name, parts)).toMatchObject({ code: part === 'params' && id === 'itemId' ? 'ITEM_NOT_FOUND' : id === 'ratingId' && Array.isArray((endpoints[name] as Endpoint).caller) ? 'ORDER_NOT_FOUND' : codes[id] })
  })

  it('createStaff refuses an unknown hall', async () => {
    const { parts } = calls.createStaff
    expect(await refused('createStaff', { ...parts, body: { ...parts.body as object, halls: ['test', 'nohall'] } })).toMatchObject({ code: 'HALL_NOT_FOUND' })
  })
})

/** Whether a body of this endpoint must hold something. */
function needsBody(name: EndpointName): boolean {
  const { body } = endpoints[name] as Endpoint
  const schema = body && schemaOf(body)
  return schema !== undefined && (schema.oneOf ?? [schema]).every(({ required = [] }) => required.length > 0)
}

/** The names in an endpoint's body, at any depth of its variants. */
function bodyKeys(name: EndpointName): string[] {
  const body = (endpoints[name] as Endpoint).body as { shape?: object; options?: { shape: object }[] } | undefined
  return [...Object.keys(body?.shape ?? {}), ...(body?.options ?? []).flatMap(({ shape }) => Object.keys(shape))]
}
