import type { Endpoint } from '@shared/endpoint'
import { endpoints, type EndpointName } from '@shared/endpoints'
import { commonErrors, errorTable, type ErrorCode } from '@shared/errors'
import { z } from 'zod'
import { useStack } from '../support/stack'

const content = z.strictObject({ 'application/json': z.looseObject({ schema: z.looseObject({}), example: z.unknown().optional(), examples: z.record(z.string(), z.object({ summary: z.string(), value: z.object({ error: z.object({ code: z.string() }) }) })).optional() }) })
const operationShape = z.strictObject({
  operationId: z.string(), summary: z.string().min(1), description: z.string().optional(), tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.never()))),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean().optional(), schema: z.looseObject({}) })).optional(),
  requestBody: z.union([z.strictObject({ required: z.literal(true), content }), z.strictObject({ required: z.literal(true), description: z.string(), content: z.record(z.string().regex(/^(image|application)\//), z.looseObject({})) })]).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.strictObject({ description: z.string().min(1), content })),
})
const documentShape = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string(), license: z.looseObject({ name: z.string() }) }),
  servers: z.array(z.object({ url: z.url() })).min(1),
  components: z.strictObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})), securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })) }),
  paths: z.record(z.string().regex(/^\//), z.record(z.enum(['get', 'post', 'put', 'delete']), operationShape.optional())),
})
type Operation = z.output<typeof operationShape>

const table = Object.entries(endpoints) as [EndpointName, Endpoint][]
const names = table.map(([name]) => name)
const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

/** Every `$ref` anywhere in a value. */
const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))
}

describe('the API document', () => {
  const stack = useStack()
  let document: z.output<typeof documentShape>
  beforeAll(async () => {
    const { status, headers, text } = await stack().http.ask(stack().url, { method: 'GET', path: '/openapi.json' })
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    document = documentShape.parse(JSON.parse(text))
  })
  const operationOf = (name: EndpointName): Operation => {
    const { path, method } = endpoints[name]
    const operation = document.paths[templateOf(path)]?.[method.toLowerCase() as 'get']
    if (!operation) throw new Error(`${name} is not in the document`)
    return operation
  }

  it('holds exactly the endpoints of the table, each under a name of its own', () => {
    const held = Object.values(document.paths).flatMap((methods) => Object.values(methods)).flatMap((operation) => operation?.operationId ?? [])
    expect(held.sort()).toEqual([...names].sort())
  })

  it('points at nothing that is not there', () => {
    const refs = refsIn(document)
    expect(refs.length).toBeGreaterThan(50)
    const missing = refs.filter((ref) => !(ref.replace('#/components/schemas/', '') in document.components.schemas))
    expect(missing).toEqual([])
    const schemes = Object.values(document.paths).flatMap((methods) => Object.values(methods)).flatMap((operation) => operation?.security.flatMap(Object.keys) ?? [])
    expect([...new Set(schemes)].sort()).toEqual(Object.keys(document.components.securitySchemes).sort())
  })

  it.each(names)('%s names what its path, query and headers carry', (name) => {
    const endpoint: Endpoint = endpoints[name]
    const { parameters = [] } = operationOf(name)
    const inTable = [
      ...Object.keys(endpoint.params?.shape ?? {}).map((field) => `path ${field}`), ...Object.keys(endpoint.query?.shape ?? {}).map((field) => `query ${field}`),
      ...(endpoint.idempotencyKey ? ['header Idempotency-Key'] : []),
    ]
    expect(parameters.map((one) => `${one.in} ${one.name}`).sort()).toEqual(inTable.sort())
    expect(parameters.filter((one) => one.in === 'path').every(({ required }) => required)).toBe(true)
    const inPath = [...templateOf(endpoint.path).matchAll(/\{(\w+)\}/g)].map(([, field]) => `path ${field}`)
    expect(inTable.filter((one) => one.startsWith('path')).sort()).toEqual(inPath.sort())
  })

  it.each(names)('%s shows a right request and a right answer', (name) => {
    const endpoint: Endpoint = endpoints[name]
    const { requestBody, responses } = operationOf(name)
    expect(requestBody !== undefined).toBe(endpoint.body !== undefined || endpoint.upload !== undefined)
    if (requestBody && endpoint.body) endpoint.body.parse((requestBody.content['application/json'] as { example?: unknown }).example)
    endpoint.output.parse(responses[String(endpoint.status)]?.content['application/json'].example)
  })

  it.each(names)('%s shows an example of each failure, under its status', (name) => {
    const { responses } = operationOf(name)
    const shown = Object.entries(responses).flatMap(([status, { content: { 'application/json': { examples = {} } } }]) =>
      Object.entries(examples).map(([code, { value }]) => ({ status: Number(status), code, said: value.error.code })))
    const declared = [...new Set<ErrorCode>([...endpoints[name].errors, ...commonErrors])]
    const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
    expect(shown.sort(byCode)).toEqual(declared.map((code) => ({ status: errorTable[code].status, code, said: code })).sort(byCode))
  })

  it('can be read as a page', async () => {
    const { status, text } = await stack().http.ask(stack().url, { method: 'GET', path: '/api-docs/' })
    expect([status, text.includes('swagger-ui')]).toEqual([200, true])
  })
})
