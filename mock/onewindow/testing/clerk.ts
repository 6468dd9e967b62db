import { caseItems, type CaseItemId } from '../../world/items'
import type { DemoPerson } from '../../world/people'

interface Answered { readonly code: string; readonly data: Record<string, unknown> | null }

/** Says something to the simulated one-window system, as its own programs do. Rejects unless it was done. */
export const tell = async (base: string, path: string, data: object): Promise<Record<string, unknown>> => {
  const response = await fetch(`${base}/onewindow/${path}`, { method: 'POST', headers: { accessKey: 'demo-key', 'Content-Type': 'application/json' }, body: JSON.stringify({ data }) })
  const answer = await response.json() as Answered
  if (!answer.data) throw new Error(`the one-window system said ${answer.code}`)
  return answer.data
}

/** A window accepts a case of a person's. Gives its number. */
export const fileCase = async (base: string, { name, idNumber }: DemoPerson, item: CaseItemId = 'fundRent', queueNo = ''): Promise<string> =>
  String((await tell(base, 'accept', { sxbm: caseItems[item].code, queueNo, sqr: { sqrlx: '1', xm: name, zjhm: idNumber } })).bjbh)

/** An examiner or a clerk does something with a case; see README.md. */
export const actOn = (base: string, caseNo: string, act: object): Promise<Record<string, unknown>> => tell(base, 'act', { bjbh: caseNo, ...act })
