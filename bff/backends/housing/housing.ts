import type { z } from 'zod'
import type { CaseSource, ReceiptProof, SourceAnswer, Subject } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { strangeTo, strangeToProof } from '../casePieces'
import type { System } from '../systems'
import { usualSettings, type Upstream } from '../upstream'
import { withinBudget } from '../withinBudget'
import { createAnswers, readCursor } from './answers'
import { createSession } from './session'

interface Question { readonly path: string; readonly json: object }

const ofSubject = (subject: Subject): Question => (subject.kind === 'person'
  ? { path: 'bj/gr', json: { xm: subject.name, zjhm: subject.idNumber } }
  : { path: 'bj/qy', json: { xydm: subject.creditCode, jbrzjhm: subject.agentIdNumber } })

const ofProof = (proof: ReceiptProof): Question => ({ path: 'bj/cx', json: { slbh: proof.caseNo, ...(proof.by === 'name' ? { sqrmc: proof.name } : { cxmm: proof.secret }) } })

/**
 * The housing office's own system: JSON, after signing in. It holds the office's cases, and its parts of joint cases: their
 * numbers carry the leading department's code, so any number may be held.
 */
export const createHousing = (upstream: Upstream, system: Pick<System, 'systemId' | 'name' | 'url' | 'key' | 'budgetMs'>, clock: Clock): CaseSource => {
  const answers = createAnswers(clock)
  const session = createSession(upstream, system)
  const budgetMs = system.budgetMs ?? usualSettings.budgetMs

  const ask = <T>(name: string, { path, json }: Question, answer: z.ZodType<T>): Promise<SourceAnswer<T>> => withinBudget(budgetMs, session.ask((token) =>
    upstream.call({ name, method: 'POST', url: `${system.url}/${path}`, repeatable: true, answer, headers: { 'X-Token': token }, json })))

  return {
    sourceId: system.systemId, name: system.name,
    mayHold: () => true,
    listOf: (subject) => ask(`cases of ${subject.kind}`, ofSubject(subject), answers.holdings(strangeTo(subject))),
    find: (proof) => ask('case of a receipt', ofProof(proof), answers.holdings(strangeToProof(proof))),
    ofTicket: () => Promise.resolve({ kind: 'answered', value: { cases: [], tracks: [] } }),
    changes: (cursor) => {
      const since = readCursor(cursor)
      return ask('changes', { path: 'bj/bd', json: since }, answers.changes(since))
    },
  }
}
