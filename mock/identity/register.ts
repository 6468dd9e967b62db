import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { belonging, isIdentityNumber } from '../world/names'
import { demoEnterprises, type DemoGrant } from '../world/people'
import type { IdentityState } from './state'

const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000
const scopes: Readonly<Record<DemoGrant, string>> = { book: 'APPOINTMENT', cases: 'PROGRESS' }

/** `yyyy-MM-dd` in China. */
const dayOf = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 10)
const refusal = (status: number, error: string) => HttpResponse.json({ error }, { status })

/** The application's own name and secret, as HTTP Basic has them. */
const isApplication = (state: IdentityState, request: Request): boolean => {
  const [, encoded = ''] = /^Basic (\S+)$/.exec(request.headers.get('authorization') ?? '') ?? []
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  return state.knowsSecret(id, secret)
}

const fieldsOf = async (request: Request): Promise<Record<string, unknown>> => {
  const body = await request.json().catch(() => undefined) as unknown
  return typeof body === 'object' && body !== null ? body as Record<string, unknown> : {}
}

/** What the simulated register tells applications: whether names and numbers belong together, and whom enterprises authorised. */
export const registerHandlers = (state: IdentityState, clock: Clock) => {
  const begun = clock()
  return [
    http.post('*/identity/realname/check', async ({ request }) => {
      if (!isApplication(state, request)) return refusal(401, 'invalid_client')
      const { name, cert_no: number } = await fieldsOf(request)
      if (typeof name !== 'string' || name === '' || typeof number !== 'string' || !isIdentityNumber(number)) return refusal(400, 'invalid_request')
      return HttpResponse.json({ result: belonging(name, number) })
    }),

    http.post('*/identity/enterprise/authorisation', async ({ request }) => {
      if (!isApplication(state, request)) return refusal(401, 'invalid_client')
      const { credit_code: creditCode, cert_no: agent } = await fieldsOf(request)
      if (typeof creditCode !== 'string' || typeof agent !== 'string' || !isIdentityNumber(agent)) return refusal(400, 'invalid_request')
      const enterprise = demoEnterprises.find((one) => one.creditCode === creditCode)
      const found = enterprise?.authorised.find((one) => one.agent === agent)
      if (!enterprise || !found || dayOf(begun + found.days * DAY_MS) < dayOf(clock())) return HttpResponse.json({ authorisation: null })
      return HttpResponse.json({
        authorisation: { enterprise_name: enterprise.name, scopes: found.grants.map((grant) => scopes[grant]), valid_to: dayOf(begun + found.days * DAY_MS) },
      })
    }),
  ]
}
