import { http, HttpResponse } from 'msw'
import { z } from 'zod'
import type { Clock } from '../clock'
import type { Act } from './acts'
import type { Dossiers, Which } from './state'

const DAY_MS = 86_400_000
const note = z.string().max(500).default('')
const name = z.string().min(1).max(100)

const which = z.union([z.object({ caseNo: z.string().length(43) }), z.object({ holder: name, item: name })])
const asked = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['accept', 'note', 'resume', 'grant', 'refuse', 'deliver', 'withdraw']), note }),
  z.object({ act: z.literal('supplement'), things: z.array(z.object({ name, note })).min(1).max(20), days: z.number().int().min(1).max(365) }),
  z.object({ act: z.literal('stop'), procedure: z.enum(['hearing', 'inspection', 'testing', 'experts', 'other']), note }),
  z.object({ act: z.literal('issue'), ways: z.array(z.enum(['window', 'post', 'locker', 'electronic'])).min(1).max(4).default(['window', 'post', 'locker', 'electronic']) }),
])

const parse = (body: unknown, now: number): { readonly about: Which; readonly what: Act } | undefined => {
  const [about, what] = [which.safeParse(body), asked.safeParse(body)]
  if (!about.success || !what.success) return undefined
  if (what.data.act !== 'supplement') return { about: about.data, what: what.data }
  const { act, things, days } = what.data
  return { about: about.data, what: { act, things, until: now + days * DAY_MS } }
}

/** The officers' side of a department's system, who do not come over its wire: no key. See README.md. */
export const officerHandler = (system: string, dossiers: Dossiers, clock: Clock) => http.post(`*/${system}/act`, async ({ request }) => {
  const wanted = parse(await request.json().catch(() => undefined), clock())
  if (!wanted) return HttpResponse.json({ error: 'not an act; see mock/dossiers/README.md' }, { status: 400 })
  const done = dossiers.act(wanted.about, wanted.what)
  if (done === 'unknown') return HttpResponse.json({ error: 'no such case' }, { status: 404 })
  if (done === 'not now') return HttpResponse.json({ error: 'cannot be done as the case stands' }, { status: 409 })
  return HttpResponse.json({ caseNo: done.caseNo, standing: done.standing })
})
