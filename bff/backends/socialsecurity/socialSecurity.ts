import type { z } from 'zod'
import type { CaseSource, ReceiptProof, SourceAnswer, Subject } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { sourceAnswer, strangeTo, strangeToProof } from '../casePieces'
import type { System } from '../systems'
import type { Upstream } from '../upstream'
import { createAnswers, JOURNAL_BEGUN_ANEW, type Answer, type Changes } from './answers'
import { readXml, writeQuestion, type Question } from './envelope'

const OFFSET_MS = 8 * 3_600_000
const FROM_NOW = ''
const FROM_THE_OLDEST = '0'
const SERIAL = /^\d{1,15}$/
/** `yyyyMMddHHmmss` of Beijing. */
const stampAt = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 19).replace(/[-:T]/g, '')

const ofSubject = (subject: Subject): Question => (subject.kind === 'person'
  ? { transaction: 'SI1001', parameters: { aac003: subject.name, aac002: subject.idNumber } }
  : { transaction: 'SI1002', parameters: { aab998: subject.creditCode, jbr: subject.agentIdNumber } })

const ofProof = (proof: ReceiptProof): Question => (proof.by === 'name'
  ? { transaction: 'SI1003', parameters: { bjbh: proof.caseNo, aac003: proof.name } }
  : { transaction: 'SI1004', parameters: { bjbh: proof.caseNo, cxm: proof.secret } })

/**
 * The social security office's own system: XML in GBK, signed. It holds the office's cases, and its parts of joint cases: their
 * numbers carry the leading department's code, so any number may be held.
 */
export const createSocialSecurity = (upstream: Upstream, system: Pick<System, 'systemId' | 'name' | 'url' | 'key'>, clock: Clock): CaseSource => {
  const answers = createAnswers(clock)

  const ask = async <T>(name: string, question: Question, answer: z.ZodType<Answer<T>>): Promise<SourceAnswer<T> | { readonly kind: 'begun anew' }> => {
    const found = sourceAnswer(await upstream.call({
      name, method: 'POST', url: `${system.url}/service`, repeatable: true, answer, charset: 'gb18030', read: readXml,
      text: { type: 'text/xml; charset=GBK', content: writeQuestion(question, system.key, stampAt(clock())) },
    }))
    if (found.kind !== 'answered') return found
    const { code, body } = found.value
    if (body !== null) return { kind: 'answered', value: body }
    return { kind: code === JOURNAL_BEGUN_ANEW ? 'begun anew' : 'unavailable' }
  }
  const askCases = async (name: string, question: Question, strange: Parameters<typeof answers.holdings>[1]) => {
    const found = await ask(name, question, answers.holdings(question.transaction, strange))
    return found.kind === 'begun anew' ? { kind: 'unreadable' } as const : found
  }
  const changesAfter = (serial: string) => {
    const question = { transaction: 'SI1005', parameters: { xh: serial } }
    return ask<Changes>('changes', question, answers.changes(question.transaction, serial === FROM_NOW ? null : Number(serial)))
  }

  return {
    sourceId: system.systemId, name: system.name,
    mayHold: () => true,
    listOf: (subject) => askCases(`cases of ${subject.kind}`, ofSubject(subject), strangeTo(subject)),
    find: (proof) => askCases('case of a receipt', ofProof(proof), strangeToProof(proof)),
    ofTicket: () => Promise.resolve({ kind: 'answered', value: { cases: [], tracks: [] } }),
    changes: async (cursor) => {
      const found = await changesAfter(cursor !== null && SERIAL.test(cursor) ? cursor : FROM_NOW)
      if (found.kind !== 'begun anew') return found
      // An event that was seen before is known by its id.
      const anew = await changesAfter(FROM_THE_OLDEST)
      return anew.kind === 'begun anew' ? { kind: 'unreadable' } : anew
    },
  }
}
