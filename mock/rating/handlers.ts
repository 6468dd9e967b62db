import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { readPair, readRecord } from './record'
import { faultOfCaller } from './signature'
import { createRatingState, type Verdict } from './state'

const MOST_SHOWN = 1_000

/** Status 200 all the same: what is wrong stands in `code`. */
const answer = ({ code, msg, assessId }: Verdict, field?: string) =>
  HttpResponse.json({ code, msg, data: assessId ? { assessId } : field === undefined ? null : { field } })

const CALLER_FAULTS = {
  stranger: { code: '10001', msg: '应用标识不存在' }, time: { code: '10002', msg: '时间戳已失效' }, signature: { code: '10003', msg: '签名错误' },
} as const

/** The simulated rating platform. See README.md. `state` outlives a server that is stopped, as a database would. */
export const ratingHandlers = (clock: Clock, state = createRatingState(clock)) => {
  return [
    http.post('*/rating/api/assess/save', async ({ request }) => {
      const body = await request.text()
      const fault = faultOfCaller(request.headers, body, clock)
      if (fault) return answer(CALLER_FAULTS[fault])
      const read = readRecord(parse(body))
      return 'field' in read ? answer({ code: '20001', msg: '参数错误' }, read.field) : answer(state.save(read.record, 1))
    }),
    http.post('*/rating/api/assess/update', async ({ request }) => {
      const body = await request.text()
      const fault = faultOfCaller(request.headers, body, clock)
      if (fault) return answer(CALLER_FAULTS[fault])
      const { revision, ...rest } = (parse(body) ?? {}) as Readonly<Record<string, unknown>>
      if (typeof revision !== 'string' || !/^[2-9]$/.test(revision)) return answer({ code: '20001', msg: '参数错误' }, 'revision')
      const read = readRecord(rest)
      return 'field' in read ? answer({ code: '20001', msg: '参数错误' }, read.field) : answer(state.save(read.record, Number(revision)))
    }),
    http.post('*/rating/api/assess/cancel', async ({ request }) => {
      const body = await request.text()
      const fault = faultOfCaller(request.headers, body, clock)
      if (fault) return answer(CALLER_FAULTS[fault])
      const read = readPair(parse(body))
      return 'field' in read ? answer({ code: '20001', msg: '参数错误' }, read.field) : answer(state.cancel(read.pair))
    }),
    // For whoever looks on; the real one has no such window.
    http.get('*/rating/received', ({ request }) => {
      const last = Number(new URL(request.url).searchParams.get('last') ?? 20)
      if (!Number.isInteger(last) || last < 1 || last > MOST_SHOWN) return HttpResponse.json({ error: `last: 1 to ${MOST_SHOWN}` }, { status: 400 })
      return HttpResponse.json(state.received(last))
    }),
  ]
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
