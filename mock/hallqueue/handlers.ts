import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { messages, Refusal, type ResultCode } from './codes'
import { createCommands, pressButton } from './commands'
import { fieldsOf } from './fields'
import { readSetup } from './setup'
import { stampAt } from './stamps'
import { createHallQueueState } from './state'

const KEY = 'demo-key'

/** A vendor's simulated queue machine. See README.md. */
export const hallQueueHandlers = (clock: Clock) => {
  const state = createHallQueueState(clock)
  const commands = new Map(Object.entries(createCommands(state, clock)))
  const answer = (code: ResultCode, data: object | null, isRepeated = false, status = 200) =>
    HttpResponse.json({ resultCode: String(code), resultMsg: messages[code], sysTime: stampAt(clock()), repeatFlag: isRepeated ? '1' : '0', data }, { status })
  /** Status 200 for what was understood and not done: what is wrong stands in `resultCode`. */
  const guarded = (run: () => Response): Response => {
    try {
      return run()
    } catch (error) {
      if (error instanceof Refusal) return answer(error.code, error.data)
      throw error
    }
  }
  return [
    http.post('*/hallqueue/service/:command', async ({ request, params }) => {
      if (request.headers.get('accessKey') !== KEY) return answer(1001, null, false, 401)
      const command = commands.get(String(params.command))
      if (!command) return HttpResponse.json({ error: 'no such command' }, { status: 404 })
      const body: unknown = await request.json().catch(() => undefined)
      return guarded(() => {
        const { answer: data, isRepeated } = command(fieldsOf(body))
        return answer(0, data, isRepeated)
      })
    }),
    // For whoever stands at the machine, and for the engineer who sets it up: no key.
    http.post('*/hallqueue/kiosk/take', async ({ request }) => {
      const body: unknown = await request.json().catch(() => undefined)
      return guarded(() => answer(0, pressButton(state, body, clock())))
    }),
    http.post('*/hallqueue/setup', async ({ request }) => {
      const body: unknown = await request.json().catch(() => undefined)
      return guarded(() => {
        state.setUp(readSetup(body))
        return answer(0, null)
      })
    }),
  ]
}
