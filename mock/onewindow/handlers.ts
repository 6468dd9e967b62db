import { http, HttpResponse } from 'msw'
import type { z } from 'zod'
import type { Clock } from '../clock'
import { actsAsked, caseAsked, changesAsked, enterpriseAsked, filingAsked, filingOf, personAsked, ticketAsked } from './parsing'
import { isFailure, type Failure, type WireCase } from './record'
import { stampAt } from './stamps'
import { createOneWindowState } from './state'

const KEY = 'demo-key'
const badRequest: Failure = { code: '1002', msg: '请求参数错误' }

/** The simulated one-window case system. See README.md. */
export const oneWindowHandlers = (clock: Clock) => {
  const state = createOneWindowState(clock)
  const head = () => ({ xtmc: '政务服务一窗综合受理系统', fssj: stampAt(clock()) })
  const answer = (data: object) => HttpResponse.json({ head: head(), code: '0', msg: '成功', data })
  const refuse = ({ code, msg }: Failure, status = 200) => HttpResponse.json({ head: head(), code, msg, data: null }, { status })
  const list = (cases: readonly WireCase[]) => ({ zs: cases.length, bjlb: cases })

  const on = <T>(path: string, asked: z.ZodType<T>, handle: (request: T) => object | Failure) => http.post(`*/onewindow/${path}`, async ({ request }) => {
    if (request.headers.get('accessKey') !== KEY) return refuse({ code: '1001', msg: '接入密钥无效' }, 401)
    const parsed = asked.safeParse(await request.json().catch(() => undefined))
    if (!parsed.success) return refuse(badRequest, 400)
    const done = handle(parsed.data)
    return isFailure(done) ? refuse(done) : answer(done)
  })

  return [
    on('case/listByPerson', personAsked, ({ data }) => list(state.ofPerson(data.xm, data.zjhm))),
    on('case/listByEnterprise', enterpriseAsked, ({ data }) => list(state.ofEnterprise(data.tyxydm, data.jbrzjhm))),
    on('case/get', caseAsked, ({ data }) => list('hzm' in data ? state.bySecret(data.bjbh, data.hzm) : state.byName(data.bjbh, data.sqrxm))),
    on('case/getByQueueNo', ticketAsked, ({ data }) => list(state.ofTicket(data.queueNo))),
    on('case/changes', changesAsked, ({ data }) => state.changesAfter(data.yb, data.ts)),
    on('accept', filingAsked, ({ head: asked, data }) => state.once('accept', asked?.lsh, () => {
      const filing = filingOf(data)
      return filing ? state.accept(filing) : { code: '2002', msg: '事项不存在' }
    })),
    on('act', actsAsked, ({ head: asked, data: { bjbh, ...what } }) => state.once('act', asked?.lsh, () => state.act(bjbh, what))),
  ]
}
