import type { Endpoint } from '@shared/endpoint'
import { z } from 'zod'
import type { Parts } from '../support/client'

/** As much of JSON Schema as the contract uses. */
export interface Schema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  /** In the contract only for what may be null. */
  readonly anyOf?: readonly (Schema | { readonly type: 'null' })[]
  readonly nullable?: boolean
  readonly enum?: readonly string[]
  readonly const?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

export type Path = readonly (string | number)[]
/** A right call with one thing wrong in it. */
export interface Fault { readonly what: string; /** The field that must be named, e.g. `body.near.lat`. */ readonly field: string; readonly parts: Parts }

/** Stands for a field that is not there. */
const MISSING = Symbol('missing')

/** A schema as JSON Schema, its references put in place. */
export const schemaOf = (type: z.ZodType): Schema => {
  const whole = z.toJSONSchema(type, { io: 'input' }) as Schema
  const inline = (schema: Schema): Schema => {
    const { $ref, ...own } = schema
    const target: Schema = $ref === undefined ? own : { ...whole.$defs?.[$ref.replace('#/$defs/', '')], ...own }
    const some = target.anyOf?.filter((one): one is Schema => one.type !== 'null')
    if (some?.length === 1) return { ...inline(some[0] as Schema), nullable: true }
    return {
      ...target,
      ...(target.properties && { properties: Object.fromEntries(Object.entries(target.properties).map(([name, of]) => [name, inline(of)])) }),
      ...(target.items && { items: inline(target.items) }), ...(target.oneOf && { oneOf: target.oneOf.map(inline) }),
    }
  }
  return inline(whole)
}

/** The branch of a union that fits a right value best. */
const branchFor = (schema: Schema, value: unknown): Schema => {
  if (!schema.oneOf) return schema
  const names = Object.keys(value as object)
  const fits = ({ properties = {} }: Schema): boolean =>
    names.every((name) => name in properties && (properties[name]?.const === undefined || properties[name].const === (value as Record<string, unknown>)[name]))
  return schema.oneOf.find(fits) ?? schema
}

const many = <T>(value: T, count: number): T[] => Array.from({ length: count }, () => value)

/** Values that are wrong for this schema, each with what is wrong. */
const wrongValues = (schema: Schema): [string, unknown][] => {
  const { type, minimum = -1e15, maximum = 1e15, minLength = 0, maxLength, maxItems } = schema
  const types: [string, unknown][] = [['null', null], ['an empty list', []], ['an empty object', {}], ['a number', 7], ['yes or no', true], ['a text', 'text'], ['a number as text', '7']]
  const others = (...right: string[]) => types.filter(([name]) => !right.includes(name) && !(schema.nullable && name === 'null'))
  switch (type) {
    case 'string': {
      const closed = schema.enum !== undefined || schema.const !== undefined
      const guarded = closed || schema.pattern !== undefined
      return [...others('a text', 'a number as text'),
        ...(guarded ? [['another text', 'no such value'], ['a control character', 'a\u0000b'], ['a line break', '\n']] as [string, unknown][] : []),
        ...(guarded || minLength > 0 ? [['empty', '']] as [string, unknown][] : []),
        ['too long', 'a'.repeat((maxLength ?? 1_000) + 1)]]
    }
    case 'integer':
    case 'number':
      return [...others('a number'), ['too small', minimum - 1], ['too large', maximum + 1], ['huge', 1e308], ['hugely negative', -1e308],
        ...(type === 'integer' ? [['a fraction', minimum + 0.5]] as [string, unknown][] : [])]
    case 'boolean':
      return others('yes or no')
    case 'array':
      return [...others('an empty list'), ...(maxItems ? [['too many', many('510', maxItems + 1)]] as [string, unknown][] : [])]
    default:
      return others('an empty object')
  }
}

const replaced = (value: unknown, [step, ...rest]: Path, by: unknown): unknown => {
  if (step === undefined) return by
  const copy: Record<string | number, unknown> = Array.isArray(value) ? [...value] as never : { ...value as object }
  if (rest.length === 0 && by === MISSING) delete copy[step]
  else copy[step] = replaced(copy[step], rest, by)
  return copy
}

/** Every single thing that can be wrong in a body, told from a right one. */
export const bodyFaults = (endpoint: Endpoint, parts: Parts): Fault[] => {
  if (!endpoint.body) return []
  const fault = (path: Path, what: string, value: unknown): Fault =>
    ({ what, field: ['body', ...path].join('.'), parts: { ...parts, body: replaced(parts.body, path, value) } })
  const walk = (given: Schema, value: unknown, path: Path): Fault[] => {
    const schema = branchFor(given, value)
    const own = wrongValues(schema).map(([what, wrong]) => fault(path, what, wrong))
    const unknown = schema.additionalProperties === false ? [fault([...path, 'unknownKey'], 'not known', 1)] : []
    const missing = (schema.required ?? []).map((name) => fault([...path, name], 'missing', MISSING))
    const inner = Object.entries(schema.properties ?? {}).flatMap(([name, of]) => walk(of, (value as Record<string, unknown>)[name], [...path, name]))
    const items = schema.items && Array.isArray(value) && value.length > 0 ? walk(schema.items, value[0], [...path, 0]) : []
    return [...own, ...unknown, ...missing, ...inner, ...items]
  }
  return walk(schemaOf(endpoint.body), parts.body, [])
}

/** The same for what stands in the path: it is always text, and never missing. */
export const paramFaults = (endpoint: Endpoint, parts: Parts): Fault[] =>
  Object.keys(endpoint.params?.shape ?? {}).flatMap((name) => ['-', ' ', '中文', 'a'.repeat(300), '\u0000', '../../etc', '{hall:test}', '%'].map((wrong) =>
    ({ what: JSON.stringify(wrong.slice(0, 12)), field: `params.${name}`, parts: { ...parts, params: { ...parts.params, [name]: wrong } } })))

export const queryFaults = (endpoint: Endpoint, parts: Parts): Fault[] => {
  if (!endpoint.query) return []
  const fault = (name: string, value: string): Fault =>
    ({ what: value, field: `query.${name}`, parts: { ...parts, query: { ...parts.query, [name]: value } } })
  const numbers = ['text', '-1', '1.5', '9e99', 'NaN', 'Infinity', 'null', 'true', '{}', '8640000000000001']
  const texts = ['', ' ', '中文', '{}', 'UPPER', '../../etc', ',', 'a,a', 'a'.repeat(300)]
  // What people write in their own words may be nearly anything.
  const words = ['', ' ', 'a'.repeat(300), '字'.repeat(1_000)]
  const properties = schemaOf(endpoint.query).properties ?? {}
  return [fault('unknownKey', '1'), ...Object.keys(endpoint.query.shape).flatMap((name) =>
    (properties[name]?.type === 'string' ? (properties[name].minLength === undefined ? texts : words) : numbers).map((wrong) => fault(name, wrong)))]
}
