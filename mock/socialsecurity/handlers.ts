import { http, HttpResponse } from 'msw'
import { z } from 'zod'
import type { Clock } from '../clock'
import { officerHandler } from '../dossiers/officer'
import { xmlInGbk } from './gbk'
import { isSigned } from './signature'
import { createSocialSecurityState } from './state'
import { badParameters, createTransactions, isFailure, type Failure } from './transactions'
import { stampAt } from './wire'
import { element, inDocument, parsed } from './xml'

const SENDER = 'yichuang'
const KEY = 'demo-key'

const message = z.object({ message: z.object({
  head: z.object({ jydm: z.string(), fsf: z.string(), fssj: z.string().regex(/^\d{14}$/), qm: z.string() }),
  body: z.record(z.string(), z.string()),
}) })

/** The simulated social security system. See README.md. */
export const socialSecurityHandlers = (clock: Clock) => {
  const state = createSocialSecurityState(clock)
  const transactions = createTransactions(state)

  const reply = (jydm: string, { fhdm, fhxx }: Failure, body: readonly string[] = []) => {
    const head = element('head', [element('jydm', jydm), element('fhdm', fhdm), element('fhxx', fhxx), element('fssj', stampAt(clock()))])
    return new HttpResponse(xmlInGbk(inDocument(element('message', [head, element('body', body)]))), { headers: { 'Content-Type': 'text/xml; charset=GBK' } })
  }

  return [
    http.post('*/socialsecurity/service', async ({ request }) => {
      const asked = message.safeParse(parsed(new TextDecoder('gb18030').decode(await request.arrayBuffer())))
      if (!asked.success) return reply('', badParameters)
      const { head: { jydm, fsf, fssj, qm }, body } = asked.data.message
      if (fsf !== SENDER || !isSigned(qm, KEY, jydm, fssj, body)) return reply(jydm, { fhdm: '1001', fhxx: '签名不正确' })
      const done = transactions.get(jydm)?.(body) ?? { fhdm: '1003', fhxx: '交易不存在' }
      return isFailure(done) ? reply(jydm, done) : reply(jydm, { fhdm: '0000', fhxx: '成功' }, done)
    }),
    officerHandler('socialsecurity', state, clock),
  ]
}
