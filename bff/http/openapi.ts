import { commonErrors, errorMessage, errorTable, type ErrorCode } from '@shared/errors'
import { endpoints, type EndpointName } from '@shared/endpoints'
import type { Endpoint } from '@shared/endpoint'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from 'zod-openapi'
import { uploadTypes } from './upload'

const errorSchema = z.object({
  error: z.object({
    code: z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]), message: z.string(), retry: z.enum(['never', 'same-key', 'later']), requestId: z.string(),
    fields: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
}).meta({ id: 'Error' })

const exampleError = (code: ErrorCode) => ({
  summary: errorMessage(code, 'en'),
  value: { error: { code, message: errorMessage(code, 'zh'), retry: errorTable[code].retry, requestId: '0c9d1c3e-5f0a-4b7e-9a51-1f2f4c1f7a10' } },
})

/** Each status with every code that comes with it, and an example of each. */
const failures = (endpoint: Endpoint): ZodOpenApiResponsesObject => {
  const codes = [...new Set([...endpoint.errors, ...commonErrors])]
  const statuses = [...new Set(codes.map((code) => errorTable[code].status))].sort()
  return Object.fromEntries(statuses.map((status) => {
    const here = codes.filter((code) => errorTable[code].status === status)
    return [`${status}` as '400', {
      description: here.join(', '),
      content: { 'application/json': { schema: errorSchema, examples: Object.fromEntries(here.map((code) => [code, exampleError(code)])) } },
    }]
  }))
}

const securityOf = ({ caller }: Endpoint): ZodOpenApiOperationObject['security'] => {
  if (caller === 'anyone') return []
  if (caller === 'screen') return [{ screenKey: [] }]
  return [caller === 'citizen' ? { citizen: [] } : { staff: [] }]
}

/** A file as it is, under any of its types; a document cannot show one. */
const fileContent = Object.fromEntries(uploadTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } as const }]))

const operation = (name: EndpointName, endpoint: Endpoint): ZodOpenApiOperationObject => {
  const { params, query, body, upload, example, caller } = endpoint
  return {
    operationId: name, summary: endpoint.summary, security: securityOf(endpoint),
    tags: [typeof caller === 'string' ? caller : 'staff'],
    ...(typeof caller !== 'string' && { description: `Roles: ${caller.join(', ')}` }),
    requestParams: {
      ...(params && { path: params.meta({ example: example.params }) }), ...(query && { query }),
      ...(endpoint.idempotencyKey && { header: z.object({ 'Idempotency-Key': z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) }) }),
    },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body, example: example.body } } } }),
    ...(upload !== undefined && { requestBody: { required: true, description: `At most ${upload} bytes`, content: fileContent } }),
    responses: {
      [`${endpoint.status}` as '200']: { description: 'Done', content: { 'application/json': { schema: endpoint.output, example: example.output } } },
      ...failures(endpoint),
    },
  }
}

/** The API document, OpenAPI 3.1, made from the very table the server mounts. */
export const openApiDocument = (publicUrl: string) => {
  const paths: ZodOpenApiPathsObject = {}
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Yichuang 一窗', version: '0.1.0', description: 'Queue numbers in service halls: scan, hold a number, watch, be called, rate.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: publicUrl }],
    components: { securitySchemes: {
      citizen: { type: 'http', scheme: 'bearer', description: 'A citizen’s session token' },
      staff: { type: 'http', scheme: 'bearer', description: 'A staff session token' },
      screenKey: { type: 'apiKey', in: 'header', name: 'X-Screen-Key', description: 'The key of one hall’s screen' },
    } },
    paths,
  })
}
