import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { parseChange } from './change'
import { createCatalogueState, type Failure } from './state'

const KEY = 'demo-key'
const MOST_A_PAGE = 200

const answer = (data: object) => HttpResponse.json({ code: '200', msg: '操作成功', data })
/** Status 200 all the same: what is wrong stands in `code`. */
const failure = ({ code, msg }: Failure) => HttpResponse.json({ code, msg, data: null })
const isFailure = (value: object): value is Failure => 'msg' in value

const whole = (text: string | null, fallback: number, most: number): number => {
  const number = Number(text ?? fallback)
  return Number.isInteger(number) && number >= 0 && number <= most ? number : Number.NaN
}

/** The simulated item directory. See README.md. */
export const catalogueHandlers = (clock: Clock) => {
  const state = createCatalogueState(clock)
  const knows = (request: Request): boolean => request.headers.get('X-App-Key') === KEY
  const stranger = () => failure({ code: '401', msg: 'AppKey无效' })
  return [
    http.get('*/catalogue/api/version', ({ request }) => (knows(request) ? answer(state.version()) : stranger())),
    http.get('*/catalogue/api/changes', ({ request }) => {
      if (!knows(request)) return stranger()
      const query = new URL(request.url).searchParams
      const [since, page, size] = [whole(query.get('BBH'), 0, 1e9), whole(query.get('DQY'), 1, 1e6), whole(query.get('MYTS'), 50, MOST_A_PAGE)]
      if ([since, page, size].some(Number.isNaN) || page === 0 || size === 0) return failure({ code: '400', msg: '参数错误' })
      const found = state.changesSince(since, page, size)
      return isFailure(found) ? failure(found) : answer(found)
    }),
    http.get('*/catalogue/api/items/:code', ({ request, params }) => {
      if (!knows(request)) return stranger()
      const found = state.find(String(params.code))
      return found ? answer(found) : failure({ code: '404', msg: '事项不存在' })
    }),
    // Stands for the editors of the directory, who do not come over this wire: no key.
    http.post('*/catalogue/change', async ({ request }) => {
      const change = parseChange(await request.json().catch(() => undefined))
      if (!change) return HttpResponse.json({ code: '400', msg: '参数错误', data: null }, { status: 400 })
      const written = state.apply(change)
      return isFailure(written) ? HttpResponse.json({ ...written, data: null }, { status: 409 }) : HttpResponse.json({ code: '200', msg: '操作成功', data: written }, { status: 201 })
    }),
  ]
}
