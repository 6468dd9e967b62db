import { z } from 'zod'
import { caseItems, type CaseItemId } from '../../mock/world/items'
import type { DemoPerson } from '../../mock/world/people'
import type { Stack } from './stack'

const accepted = z.object({ code: z.literal('0'), data: z.object({ bjbh: z.string(), hzm: z.string() }) })
type Simulated = Pick<Stack, 'simulatorsUrl'>

const tell = async ({ simulatorsUrl }: Simulated, path: string, data: object): Promise<unknown> => {
  const answer = await fetch(`${simulatorsUrl}/onewindow/${path}`, {
    method: 'POST', headers: { accessKey: 'demo-key', 'Content-Type': 'application/json' }, body: JSON.stringify({ data }),
  })
  return answer.json()
}

/** Files a case at a window of the one-window system for a person who came with a ticket, as its clerk does. */
export const acceptCase = async (stack: Simulated, { name, idNumber }: DemoPerson, item: CaseItemId, ticketId: string): Promise<{ readonly caseNo: string; readonly secret: string }> => {
  const { data } = accepted.parse(await tell(stack, 'accept', { sxbm: caseItems[item].code, queueNo: ticketId, sqr: { sqrlx: '1', xm: name, zjhm: idNumber } }))
  return { caseNo: data.bjbh, secret: data.hzm }
}

/** Moves a case at the one-window system, in its own words: `advance`, `supplement`, `stop`, … */
export const actOnCase = async (stack: Simulated, caseNo: string, act: { readonly cz: string; readonly [more: string]: unknown }): Promise<void> => {
  z.object({ code: z.literal('0') }).parse(await tell(stack, 'act', { bjbh: caseNo, ...act }))
}
