import { http, HttpResponse } from 'msw'
import { z } from 'zod'
import type { Clock } from '../clock'
import { officerHandler } from '../dossiers/officer'
import type { Dossier } from '../dossiers/dossier'
import { createHousingState } from './state'
import { createTokens } from './tokens'
import { seconds, wireCase, wireChange } from './wire'

const APP = 'yichuang'
const KEY = 'demo-key'
const MOST_CHANGES = 100

const name = z.string().min(1).max(100)
const idNumber = z.string().regex(/^\d{17}[\dX]$/)
const number = z.string().length(43)
const position = z.union([z.object({ sj: z.null(), id: z.null() }), z.object({ sj: z.number().int().min(0), id: z.number().int().min(0) })])

const answer = (data: object) => HttpResponse.json({ code: 0, msg: 'ok', data })
const refuse = (status: number, code: number, msg: string) => HttpResponse.json({ code, msg, data: null }, { status })
const list = (cases: readonly Dossier[]) => ({ count: cases.length, list: cases.map(wireCase) })

/** The simulated housing system. See README.md. */
export const housingHandlers = (clock: Clock) => {
  const state = createHousingState(clock)
  const tokens = createTokens(clock)

  const on = <T>(path: string, asked: z.ZodType<T>, handle: (request: T) => object) => http.post(`*/housing/${path}`, async ({ request }) => {
    if (!tokens.isGood(request.headers.get('X-Token') ?? '')) return refuse(401, 40101, '令牌无效或已过期')
    const parsed = asked.safeParse(await request.json().catch(() => undefined))
    return parsed.success ? answer(handle(parsed.data)) : refuse(400, 40001, '参数错误')
  })
  const changesAfter = ({ sj, id }: z.output<typeof position>) => {
    const last = state.journal.last()
    if (sj === null) return { bd: [], sj: seconds(last.at), id: last.serial }
    const changes = state.journal.where(({ at, serial }) => seconds(at) > sj || (seconds(at) === sj && serial > id), MOST_CHANGES)
    const reached = changes.at(-1)
    return { bd: changes.map(wireChange), ...(reached ? { sj: seconds(reached.at), id: reached.serial } : { sj, id }) }
  }

  return [
    http.post('*/housing/token', async ({ request }) => {
      const parsed = z.object({ appid: z.literal(APP), secret: z.literal(KEY) }).safeParse(await request.json().catch(() => undefined))
      return parsed.success ? answer(tokens.give()) : refuse(403, 40301, '应用未授权')
    }),
    on('bj/gr', z.object({ xm: name, zjhm: idNumber }), ({ xm, zjhm }) => list(state.ofPerson(xm, zjhm))),
    on('bj/qy', z.object({ xydm: z.string().length(18), jbrzjhm: idNumber }), ({ xydm, jbrzjhm }) => list(state.ofEnterprise(xydm, jbrzjhm))),
    on('bj/cx', z.union([z.object({ slbh: number, sqrmc: name }), z.object({ slbh: number, cxmm: z.string().length(8) })]), (asked) =>
      list('cxmm' in asked ? state.bySecret(asked.slbh, asked.cxmm) : state.byName(asked.slbh, asked.sqrmc))),
    on('bj/bd', position, changesAfter),
    officerHandler('housing', state, clock),
  ]
}
