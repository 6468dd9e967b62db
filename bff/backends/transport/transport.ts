import { departmentOf } from '@shared/caseNumbers'
import type { z } from 'zod'
import type { CaseSource, Holdings, ReceiptProof, SourceAnswer, Subject } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { gathered, sourceAnswer, strangeTo, strangeToProof } from '../casePieces'
import type { System } from '../systems'
import { usualSettings, type Outcome, type Upstream } from '../upstream'
import { withinBudget } from '../withinBudget'
import { beginningOf, changesAnswer, type Changes } from './changes'
import { pageAnswer, pagesOf, type Page } from './pages'
import { pieceBy } from './wire'

/** Pages asked for at the same time: a long list of one person must not keep others waiting. */
const AT_ONCE = 8

interface Question { readonly name: string; readonly path: string; readonly json: object; readonly strange: ReturnType<typeof strangeTo> }

const ofSubject = (subject: Subject): Question => (subject.kind === 'person'
  ? { name: 'cases of person', path: 'cases/of-person', json: { name: subject.name, idNumber: subject.idNumber }, strange: strangeTo(subject) }
  : { name: 'cases of enterprise', path: 'cases/of-enterprise', json: { creditCode: subject.creditCode, agentIdNumber: subject.agentIdNumber }, strange: strangeTo(subject) })

const ofProof = (proof: ReceiptProof): Question => ({
  name: 'case of a receipt', path: 'cases/lookup', strange: strangeToProof(proof),
  json: { caseNumber: proof.caseNo, ...(proof.by === 'name' ? { applicantName: proof.name } : { receiptCode: proof.secret }) },
})

/** The transport office's own system: slow, and in pages. It takes part in no joint case, so it holds its departments' numbers only. */
export const createTransport = (upstream: Upstream, system: Pick<System, 'systemId' | 'name' | 'url' | 'key' | 'departments' | 'budgetMs'>, clock: Clock): CaseSource => {
  const piece = pieceBy(clock)
  const budgetMs = system.budgetMs ?? usualSettings.budgetMs

  const call = <T>(name: string, path: string, json: object, answer: z.ZodType<T>): Promise<Outcome<T>> =>
    upstream.call({ name, method: 'POST', url: `${system.url}/api/v2/${path}`, repeatable: true, answer, headers: { 'X-Api-Key': system.key }, json })

  const askPage = async ({ name, path, json, strange }: Question, number: number, first: Page | null): Promise<SourceAnswer<Page>> =>
    sourceAnswer(await call(name, path, { ...json, page: number }, pageAnswer(piece, strange, number, first)))

  /** The first page says how many there are; the others are asked for together. One that cannot be read spoils the whole. */
  const readAll = async (question: Question): Promise<SourceAnswer<Holdings>> => {
    const first = await askPage(question, 1, null)
    if (first.kind !== 'answered') return first
    const pieces = [...first.value.rows]
    const later = Array.from({ length: pagesOf(first.value) - 1 }, (_, index) => index + 2)
    for (let from = 0; from < later.length; from += AT_ONCE) {
      const pages = await Promise.all(later.slice(from, from + AT_ONCE).map((number) => askPage(question, number, first.value)))
      for (const page of pages) {
        if (page.kind !== 'answered') return page
        pieces.push(...page.value.rows)
      }
    }
    const holdings = gathered(pieces)
    const distinct = new Set(holdings.cases.map(({ caseNo }) => caseNo)).size
    return distinct === first.value.total ? { kind: 'answered', value: holdings } : { kind: 'unreadable' }
  }

  const changesAfter = async (cursor: string | null): Promise<SourceAnswer<Changes>> => {
    const outcome = await call('changes', 'changes', { cursor }, changesAnswer(clock, cursor))
    const beginning = outcome.kind === 'rejected' ? beginningOf(outcome.body) : undefined
    // They were started anew: what they still know is read once more, for an event that was seen before is known by its id.
    return beginning === undefined ? sourceAnswer(outcome) : sourceAnswer(await call('changes', 'changes', { cursor: beginning }, changesAnswer(clock, beginning)))
  }

  return {
    sourceId: system.systemId, name: system.name,
    mayHold: (caseNo) => system.departments?.includes(departmentOf(caseNo)) ?? true,
    listOf: (subject) => withinBudget(budgetMs, readAll(ofSubject(subject))),
    find: (proof) => withinBudget(budgetMs, readAll(ofProof(proof))),
    ofTicket: () => Promise.resolve({ kind: 'answered', value: { cases: [], tracks: [] } }),
    changes: (cursor) => withinBudget(budgetMs, changesAfter(cursor)),
  }
}
