import { departmentOf } from '@shared/caseNumbers'
import type { z } from 'zod'
import type { CaseChange, CaseSource, Holdings, ReceiptProof, SourceAnswer, Subject } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import type { System } from '../systems'
import type { Upstream } from '../upstream'
import { BUSY, createAnswers, CURSOR_ENDED, type Answer, type ChangesPage } from './answers'
import type { WireCase } from './wire'

const A_PAGE = 200
/** As many as are read at once; the cursor reached says where to go on. */
const MOST_PAGES = 20
const FROM_NOW = ''
const FROM_THE_OLDEST = '0'

type Strange = (one: WireCase) => keyof WireCase | undefined
interface Question { readonly name: string; readonly path: string; readonly data: object }

const ofSubject = (subject: Subject): Question & { readonly strange: Strange } => (subject.kind === 'person'
  ? { name: 'cases of a person', path: 'case/listByPerson', data: { xm: subject.name, zjhm: subject.idNumber }, strange: ({ sqrlx, sqrxm }) => (sqrlx !== '1' ? 'sqrlx' : sqrxm !== subject.name.trim() ? 'sqrxm' : undefined) }
  : { name: 'cases of an enterprise', path: 'case/listByEnterprise', data: { tyxydm: subject.creditCode, jbrzjhm: subject.agentIdNumber }, strange: ({ tyxydm }) => (tyxydm === subject.creditCode ? undefined : 'tyxydm') })

const ofProof = (proof: ReceiptProof): Question & { readonly strange: Strange } => ({
  name: 'case of a receipt', path: 'case/get',
  data: { bjbh: proof.caseNo, ...(proof.by === 'name' ? { sqrxm: proof.name } : { hzm: proof.secret }) },
  strange: ({ bjbh, sqrxm }) => (bjbh !== proof.caseNo ? 'bjbh' : proof.by === 'name' && sqrxm !== proof.name.trim() ? 'sqrxm' : undefined),
})

/** The city's one-window case system (统一受理). It leads joint cases, and knows the parts of them coarsely. */
export const createOneWindow = (upstream: Upstream, system: Pick<System, 'systemId' | 'name' | 'url' | 'key' | 'departments'>, clock: Clock): CaseSource => {
  const answers = createAnswers(clock)

  const ask = async <T>({ name, path, data }: Question, answer: z.ZodType<Answer<T>>): Promise<SourceAnswer<T> | { readonly kind: 'ended' }> => {
    const outcome = await upstream.call({
      name, method: 'POST', url: `${system.url}/${path}`, repeatable: true, answer, headers: { accessKey: system.key }, json: { data }, isBusy: ({ code }) => code === BUSY,
    })
    if (outcome.kind === 'unreadable') return { kind: 'unreadable' }
    // What they refuse is about us: no citizen can do anything about it.
    if (outcome.kind !== 'answered') return { kind: 'unavailable' }
    const { code, data: given } = outcome.value
    if (given !== null) return { kind: 'answered', value: given }
    return { kind: code === CURSOR_ENDED ? 'ended' : 'unavailable' }
  }
  const askCases = async (question: Question, strange: Strange): Promise<SourceAnswer<Holdings>> => {
    const found = await ask(question, answers.holdings(strange))
    return found.kind === 'ended' ? { kind: 'unreadable' } : found
  }
  const askPage = (yb: string) => ask<ChangesPage>({ name: 'changes', path: 'case/changes', data: { yb, ts: A_PAGE } }, answers.changes(yb))

  return {
    sourceId: system.systemId, name: system.name,
    mayHold: (caseNo) => system.departments?.includes(departmentOf(caseNo)) ?? true,
    listOf: (subject) => {
      const { strange, ...question } = ofSubject(subject)
      return askCases(question, strange)
    },
    find: (proof) => {
      const { strange, ...question } = ofProof(proof)
      return askCases(question, strange)
    },
    ofTicket: (ticketId) => askCases({ name: 'case of a visit', path: 'case/getByQueueNo', data: { queueNo: ticketId } }, ({ queueNo }) => (queueNo === ticketId ? undefined : 'queueNo')),

    changes: async (since) => {
      const changes: CaseChange[] = []
      let cursor = since ?? FROM_NOW
      for (let page = 0; page < MOST_PAGES; page += 1) {
        let found = await askPage(cursor)
        // They were started anew: what they still know is read once more, for an event that was seen before is known by its id.
        if (found.kind === 'ended') found = await askPage(FROM_THE_OLDEST)
        if (found.kind === 'ended') return { kind: 'unreadable' }
        if (found.kind !== 'answered') return found
        changes.push(...found.value.changes)
        cursor = found.value.cursor
        if (found.value.isLast) break
      }
      return { kind: 'answered', value: { changes, cursor } }
    },
  }
}
