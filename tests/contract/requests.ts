import type { Endpoint } from '@shared/endpoint'
import { endpoints, type EndpointName } from '@shared/endpoints'
import { ratingTags } from '@shared/ratingTags'
import fc from 'fast-check'
import type { Parts } from '../support/client'
import { PASSWORD } from '../support/people'
import { OPERATOR } from '../support/settings'
import { schemaOf, type Schema } from './faults'
import { hostileKey, hostileSegment, hostileValue } from './hostile'

/** What the requests may speak of. */
export interface Pools {
  readonly tickets: readonly string[]
  readonly presences: readonly string[]
  readonly codes: readonly string[]
  readonly persons: readonly string[]
  readonly ratings: readonly string[]
  readonly photos: readonly string[]
  readonly bulletins: readonly string[]
  readonly cases: readonly string[]
  readonly appointments: readonly string[]
  readonly waitings: readonly string[]
  readonly faceChecks: readonly string[]
  readonly parked: readonly string[]
  /** Beginnings of slots, and their days. */
  readonly starts: readonly number[]
  readonly days: readonly string[]
  /** How a second factor was confirmed. */
  readonly confirmed: { readonly enrolmentId: string; readonly otp: string }
  /** Accounts that stay as they are. */
  readonly accounts: readonly string[]
  /** Nobody is harmed when these get another password … */
  readonly forgetful: readonly string[]
  /** … or are removed. */
  readonly leaving: readonly string[]
}

export type Who = 'right' | 'nobody' | 'citizen' | 'stranger' | 'clerk' | 'foreign' | 'operator' | 'madeUp'
/** One request, decided but for the tokens of those who send it. */
export interface Plan {
  readonly name: EndpointName
  readonly parts: Parts
  /** Fields in which something was made wrong, or may be. */
  readonly touched: readonly string[]
  readonly who: Who
  readonly key: string | undefined
  /** Set when the body is spoilt on its way; decides how. */
  readonly spoilt: number | undefined
  /** Another method than the endpoint's. */
  readonly method: string | undefined
}

/** Which accounts an endpoint may speak of. A new one has a new name each time. */
const accountsFor = (name: EndpointName, { accounts, forgetful, leaving }: Pools): fc.Arbitrary<string> => {
  const known = fc.constantFrom(...accounts, 'nobody-at-all')
  const fresh = fc.uuid().map((some) => `new-${some.slice(-12)}`)
  if (name === 'createStaff') return fc.oneof({ weight: 3, arbitrary: fresh }, { weight: 1, arbitrary: known })
  if (name === 'setStaffPassword') return fc.constantFrom(...forgetful, OPERATOR.account, 'nobody-at-all')
  return name === 'removeStaff' ? fc.constantFrom(...leaving, OPERATOR.account, 'nobody-at-all') : known
}

const pooled = (name: EndpointName, pools: Pools): Readonly<Record<string, fc.Arbitrary<string | number>>> => ({
  hallId: fc.constantFrom('test', 'test', 'test', 'other', 'nohall'), expectHallId: fc.constantFrom('test', 'other'), lineId: fc.constantFrom('A', 'B', 'A', 'B', 'Z'),
  windowId: fc.constantFrom('1', '2', '3', '99'), q: fc.constantFrom('搬家', 'gjj', '居住征', 'permit', '。。。').map(encodeURIComponent), itemId: fc.constantFrom('residence-permit', 'social-insurance-enrolment', 'no-such-item'),
  ticketId: fc.constantFrom(...pools.tickets, `test.${'0'.repeat(20)}`, `nohall.${'0'.repeat(20)}`), presence: fc.constantFrom(...pools.presences, 'x'.repeat(40)),
  account: accountsFor(name, pools), code: fc.oneof(fc.constantFrom(...pools.codes), fc.tuple(fc.nat(999), fc.uuid()).map(([n, some]) => `demo-${n}-${some.slice(-12)}`)), state: fc.constant('c3RhdGUtc3RhdGUtc3RhdGU'),
  challenge: fc.constant('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'), verifier: fc.constant('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'), privacy: fc.constantFrom(1, 1, 2),
  deviceId: fc.constant('d0h3k9q2m7x5v8b1n4c6d'), checkId: fc.constantFrom(...pools.faceChecks, `v${'0'.repeat(24)}`), parkedId: fc.constantFrom(...pools.parked, 'called-test-nothing'),
  templateId: fc.constantFrom('demo-template-called', 'no-such-template'),
  lat: fc.constantFrom(23.13, 23.13, 23.131, 0, -90), lng: fc.constantFrom(113.36, 113.36, 113.361, 0, 180),
  appointmentId: fc.constantFrom(...pools.appointments, `test.${'0'.repeat(20)}`), waitingId: fc.constantFrom(...pools.waitings, `test.${'0'.repeat(20)}`),
  startsAt: fc.constantFrom(...pools.starts), from: name === 'changeMessageSettings' ? fc.constant('22:00') : name === 'compareScopes' ? fc.constantFrom(...pools.days) : fc.constantFrom(...pools.starts), to: fc.constantFrom(...pools.days), until: name === 'changeMessageSettings' ? fc.constant('07:00') : fc.constantFrom(...pools.starts), day: fc.constantFrom(...pools.days, '20990101'),
  personId: fc.constantFrom(...(name === 'removePerson' ? [] : ['self', 'self', 'self']), ...pools.persons, `p${'0'.repeat(24)}`), itemIds: fc.constantFrom('residence-permit', 'residence-permit', 'residence-permit,unresolved-matter', 'no-such-item'),
  caseNo: fc.constantFrom(...pools.cases), secret: fc.constant('0A1B2C3D'),
  ratingId: fc.constantFrom(...pools.ratings, `test.${'0'.repeat(20)}`), photoId: fc.constantFrom(...pools.photos, '0'.repeat(26)), bulletinId: fc.constantFrom(...pools.bulletins, 'weekly-20990101'),
  ended: fc.constantFrom('true', 'false'), scope: fc.constantFrom('city', 'd.440106', 'h.test', 'w.test.2', 'h.online', 'h.nohall', `o.${'0'.repeat(18)}`), scopes: fc.constantFrom('city', 'city,h.test', 'd.440106,h.nohall'),
  idNumber: fc.constantFrom('11010519491231002X', '440106201503070016'), creditCode: fc.constant('11440100007482575H'), authorisedUntil: fc.constantFrom(...pools.days),
  district: fc.constantFrom('440106', '440199'), password: fc.constant(PASSWORD), enrolmentId: fc.constant(pools.confirmed.enrolmentId), otp: fc.constant(pools.confirmed.otp), newPassword: fc.constant('a-new-password-of-tests'),
})

const arrays: Readonly<Record<string, fc.Arbitrary<unknown[]>>> = {
  answers: fc.constantFrom([{ templateId: 'demo-template-called', answer: 'accept' }]), off: fc.constantFrom([], ['case']),
  halls: fc.constantFrom([], ['test']), itemIds: fc.constantFrom(['residence-permit'], ['residence-permit'], ['residence-permit', 'unresolved-matter'], ['no-such-item']),
}

/** A right value of a schema, from the pools where the field has one. */
const rightValue = (schema: Schema, name: string, pools: Readonly<Record<string, fc.Arbitrary<string | number>>>): fc.Arbitrary<unknown> => {
  const pool = pools[name]
  if (schema.nullable) return fc.option(rightValue({ ...schema, nullable: false }, name, pools))
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map((branch) => rightValue(branch, name, pools)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'object') {
    const properties = Object.entries(schema.properties ?? {}).map(([field, of]) => [field, rightValue(of, field, pools)] as const)
    return fc.record(Object.fromEntries(properties), { requiredKeys: [...schema.required ?? []] })
  }
  if (schema.type === 'array') return arrays[name] ?? fc.constant([])
  if (schema.type === 'integer') return pool ?? fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 })
  if (schema.type === 'number') return pool ?? fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000, noNaN: true })
  if (schema.type === 'boolean') return fc.boolean()
  return pool ?? fc.constantFrom('演示', 'a text')
}

const tagsOf = (level: number): string[] => Object.entries(ratingTags).filter(([, tag]) => tag.level === level).map(([code]) => code)
/** The tags of a rating belong to its level, which the schema cannot say. */
const withTags = (body: Record<string, unknown>): Record<string, unknown> => ({ ...body, tags: tagsOf(Number(body.level)).slice(0, Number(body.level) % 3) })

const rating: readonly EndpointName[] = ['rateVisit', 'rateCase', 'changeRating']

type Mutation = { readonly part: 'params' | 'query' | 'body'; readonly at: number; readonly value: unknown; readonly key: string; readonly segment: string; readonly kind: 'replace' | 'remove' | 'add' | 'whole' }
const mutation: fc.Arbitrary<Mutation> = fc.record({
  part: fc.constantFrom('params', 'query', 'body', 'body', 'body'), at: fc.nat(20), value: hostileValue, key: hostileKey, segment: hostileSegment,
  kind: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'remove', 'add', 'whole'),
})

interface Draft { readonly parts: Parts; readonly touched: readonly string[] }
const mutate = (endpoint: Endpoint, { parts, touched }: Draft, { part, at, value, key, segment, kind }: Mutation): Draft => {
  const names = part === 'body' ? Object.keys((parts.body ?? {}) as object) : Object.keys(endpoint[part]?.shape ?? {})
  const name = names[at % Math.max(1, names.length)]
  const into = (field: string, to: unknown): Draft => {
    const copy: Record<string, unknown> = { ...parts[part] as object }
    if (kind === 'remove') delete copy[field]
    // Not assigned: `__proto__` must become a key like any other.
    else Object.defineProperty(copy, field, { value: to, enumerable: true, configurable: true, writable: true })
    return { parts: { ...parts, [part]: copy }, touched: [...touched, `${part}.${field}`] }
  }
  if (part === 'params') return name === undefined ? { parts, touched } : { parts: { ...parts, params: { ...parts.params, [name]: segment } }, touched: [...touched, `params.${name}`] }
  if (part === 'query') return endpoint.query ? into(kind === 'add' ? key : name ?? key, segment) : { parts, touched }
  if (!endpoint.body) return { parts, touched }
  if (kind === 'whole') return { parts: { ...parts, body: value }, touched: [...touched, 'body'] }
  if (typeof parts.body !== 'object' || parts.body === null || Array.isArray(parts.body)) return { parts, touched }
  return kind === 'add' || name === undefined ? into(key, value) : into(name, value)
}

const encoded = (params: Readonly<Record<string, string>> | undefined, touched: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, touched.includes(`params.${name}`) ? value : encodeURIComponent(value)]))

const planOf = (name: EndpointName, pools: Pools): fc.Arbitrary<Plan> => {
  const endpoint: Endpoint = endpoints[name]
  const known = pooled(name, pools)
  const part = (which: 'params' | 'query' | 'body') => {
    const type = endpoint[which]
    return type ? rightValue(schemaOf(type), '', known) : fc.constant(undefined)
  }
  return fc.record({
    params: part('params'), query: part('query'), body: part('body'),
    mutations: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 5, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 1 }) }, { weight: 2, arbitrary: fc.array(mutation, { minLength: 2, maxLength: 4 }) }),
    // An operator of every hall besides: whoever is refused for a hall is not told what is wrong with the rest.
    who: fc.oneof({ weight: 12, arbitrary: fc.constant<Who>('right') }, { weight: 2, arbitrary: fc.constant<Who>('operator') }, { weight: 4, arbitrary: fc.constantFrom<Who>('nobody', 'citizen', 'stranger', 'clerk', 'foreign', 'operator', 'madeUp') }),
    key: fc.oneof({ weight: 8, arbitrary: fc.uuid() }, { weight: 2, arbitrary: fc.constantFrom('reused-key-reused-key', undefined, 'short', 'k'.repeat(65), 'blank blank blank blank', '../../../../../../../') }),
    spoilt: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(1_000_000) }),
    method: fc.oneof({ weight: 40, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND') }),
  }).map(({ params, query, body, mutations, ...rest }) => {
    const right = { params, query, body: rating.includes(name) ? withTags(body as Record<string, unknown>) : body } as Parts
    const { parts, touched } = (mutations as readonly Mutation[]).reduce<Draft>((draft, one) => mutate(endpoint, draft, one), { parts: right, touched: [] })
    return { name, touched, parts: { ...parts, params: encoded(parts.params, touched) }, ...rest }
  })
}

/** A hash takes a core for a tenth of a second. */
export const slowEndpoints = ['createStaff', 'createStaffSession', 'setStaffPassword', 'changeOwnPassword', 'beginSecondFactor', 'endSecondFactor'] as const

/** Each endpoint as often as the others, but for those that hash passwords. */
export const anyRequest = (pools: Pools): fc.Arbitrary<Plan> => {
  const slow: readonly EndpointName[] = slowEndpoints
  return fc.oneof(...(Object.keys(endpoints) as EndpointName[]).map((name) => ({ weight: slow.includes(name) ? 1 : 16, arbitrary: planOf(name, pools) })))
}
