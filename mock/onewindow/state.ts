import type { Clock } from '../clock'
import { act, type Act, type ChangeKind } from './acts'
import { demoCases } from './demo'
import { createFeed } from './feed'
import { filedCase, type Filing } from './filing'
import { receiptBarcode, receiptSecret } from './receipts'
import { isFailure, type Failure, type Stored, type WireCase } from './record'
import { dayAt, stampAt } from './stamps'

const MOST_SERIAL = 9_999
/** Requests that were carried out, by their `lsh`; the oldest are forgotten first. */
const MOST_REMEMBERED = 10_000

export interface Accepted { readonly bjbh: string; readonly hzm: string; readonly txm: string; readonly slsj: string }

const byFiling = (a: WireCase, b: WireCase): number => (a.sqsj === b.sqsj ? (a.bjbh < b.bjbh ? -1 : 1) : a.sqsj < b.sqsj ? 1 : -1)

/** The one-window system: its cases, newest first where there are several, and what happened to them. */
export const createOneWindowState = (clock: Clock) => {
  const cases = new Map(demoCases(clock()).map((one) => [one.wire.bjbh, one]))
  const feed = createFeed(clock())
  const remembered = new Map<string, object>()
  const select = (fits: (one: Stored) => boolean): readonly WireCase[] => [...cases.values()].filter(fits).map(({ wire }) => wire).sort(byFiling)

  const write = (one: Stored, bglx: ChangeKind, at: string): void => {
    cases.set(one.wire.bjbh, one)
    feed.add(one.wire.bjbh, bglx, at)
  }
  const freeSerial = (code: string, day: string): number => {
    let serial = 1
    while (cases.has(`${code}${day}${String(serial).padStart(4, '0')}`)) serial += 1
    return serial
  }

  return {
    ofPerson: (name: string, idNumber: string) => select(({ holder }) => holder.kind === 'person' && holder.name === name && holder.idNumber === idNumber),
    ofEnterprise: (creditCode: string, agent: string) => select(({ holder }) => holder.kind === 'enterprise' && holder.creditCode === creditCode && holder.agents.includes(agent)),
    byName: (caseNo: string, name: string) => select(({ wire }) => wire.bjbh === caseNo && wire.sqrxm === name),
    bySecret: (caseNo: string, secret: string) => select(({ wire }) => wire.bjbh === caseNo && receiptSecret(caseNo) === secret),
    ofTicket: (queueNo: string) => select(({ wire }) => wire.queueNo === queueNo),
    changesAfter: feed.after,

    /** Takes an application and accepts it at once, as a window does when nothing is missing. */
    accept: (filing: Filing): Accepted | Failure => {
      const at = stampAt(clock())
      const serial = freeSerial(filing.item.code, dayAt(clock()))
      if (serial > MOST_SERIAL) return { code: '2007', msg: '当日编号已用尽' }
      const acted = act(filedCase(filing, serial, clock()), { cz: 'advance' }, at)
      if (isFailure(acted)) return acted
      write({ holder: filing.holder, wire: acted.wire }, acted.bglx, at)
      const { bjbh } = acted.wire
      return { bjbh, hzm: receiptSecret(bjbh), txm: receiptBarcode(bjbh), slsj: at }
    },

    /** Gives the case as it is afterwards. */
    act: (caseNo: string, what: Act): WireCase | Failure => {
      const one = cases.get(caseNo)
      if (!one) return { code: '2001', msg: '办件不存在' }
      const at = stampAt(clock())
      const acted = act(one.wire, what, at)
      if (isFailure(acted)) return acted
      write({ ...one, wire: acted.wire }, acted.bglx, at)
      return acted.wire
    },

    /** Does what was asked once for each `lsh`: delivered again, a request gives the answer it gave before. */
    once: <T extends object>(what: 'accept' | 'act', lsh: string | undefined, run: () => T): T => {
      if (!lsh) return run()
      const before = remembered.get(`${what} ${lsh}`)
      if (before) return before as T
      const answer = run()
      remembered.set(`${what} ${lsh}`, answer)
      const [oldest] = remembered.keys()
      if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
      return answer
    },
  }
}
