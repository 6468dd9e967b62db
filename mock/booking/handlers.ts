import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { messages, Refusal, type Code } from './codes'
import { createCommands } from './commands'
import { Form } from './form'
import { isSigned } from './signature'
import { instantOf, stampOf } from './times'

const APP_KEY = 'yichuang'
const SECRET = 'demo-key'
const LEEWAY_MS = 10 * 60_000

/** The simulated booking platform of the city. See README.md. */
export const bookingHandlers = (clock: Clock) => {
  const commands = createCommands()
  const answer = (code: Code, data: object | null, status = 200) => HttpResponse.json({ code, msg: messages[code], data, time: stampOf(clock()) }, { status })
  /** Why a caller is not let in. */
  const objection = (parameters: ReadonlyMap<string, string>): Code | undefined => {
    if (parameters.get('appKey') !== APP_KEY) return 'A0301'
    if (!parameters.get('nonce') || !isSigned(parameters, SECRET)) return 'A0340'
    return Math.abs(instantOf(parameters.get('timestamp') ?? '') - clock()) <= LEEWAY_MS ? undefined : 'A0341'
  }
  return [
    http.post('*/booking/api/:part/:action', async ({ request, params }) => {
      const parameters = new Map(new URLSearchParams(await request.text()))
      const refused = objection(parameters)
      if (refused) return answer(refused, null, 401)
      const command = commands.get(`${String(params.part)}/${String(params.action)}`)
      if (!command) return answer('A0404', null, 404)
      try {
        return answer('00000', command(new Form(parameters), clock()))
      } catch (error) {
        if (error instanceof Refusal) return answer(error.code, error.data, error.code === 'A0400' ? 400 : 200)
        throw error
      }
    }),
  ]
}
