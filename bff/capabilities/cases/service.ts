import { createHmac } from 'node:crypto'
import { implementationOf } from '@shared/caseNumbers'
import type { CaseDetail, CaseSummary, SourceState } from '@shared/cases'
import { ContractError } from '@shared/errors'
import { serviceDay } from '@shared/time'
import { Asking, type Asked, type Question } from './asking'
import { mergeHoldings, type Known, type MergedCase } from './merge'
import type { CaseSource, Copies, Enterprises, Guides, Holdings, RealNames, ReceiptProof, Subject, Tries, Visits, WorkCalendar } from './port'
import { detailOf, inOrder, summaryOf, type Viewing } from './view'

export interface CaseServiceParts {
  readonly sources: readonly CaseSource[]
  readonly names: RealNames
  readonly enterprises: Enterprises
  readonly visits: Visits
  readonly guides: Guides
  readonly copies: Copies
  readonly tries: Tries
  readonly isWorkingDay: WorkCalendar
  readonly clock: () => number
  /** How long anybody waits for an answer; what came by then is shown. */
  readonly answerMs: number
  /** After so long a phone asks again for what was late. */
  readonly askAgainMs: number
  /** Keys the hash of whose cases are asked for, so that no key of any store or memory names a person. */
  readonly subjectKey: Buffer
  readonly report: (sourceId: string, error: unknown) => void
}

interface Whole { readonly sources: SourceState[]; readonly complete: boolean; readonly askAgainMs: number | null }
export interface FoundCases extends Whole { readonly cases: CaseSummary[] }
export interface FoundCase extends Whole { readonly case: CaseDetail }

const hasSome = ({ cases, tracks }: Holdings): boolean => cases.length + tracks.length > 0
const knownOf = (asked: readonly Asked[]): Known[] => asked.flatMap(({ known }) => known ?? [])

/** Where cases stand, put together from every system that holds a piece. Every refusal is a ContractError of the endpoint’s list. */
export class CaseService {
  private readonly asking: Asking
  constructor(private readonly parts: CaseServiceParts) {
    this.asking = new Asking(parts)
  }

  /** The citizen's own cases (`self`), or those they handle for an enterprise. */
  async list(citizenId: string, personId: string): Promise<FoundCases> {
    const subject = await this.subjectOf(citizenId, personId)
    const asked = await this.asking.all(this.parts.sources, this.ofSubject(subject))
    const viewing = this.viewing()
    return { cases: inOrder(mergeHoldings(knownOf(asked)).map((one) => summaryOf(one, viewing))), ...this.wholeOf(asked) }
  }

  async read(citizenId: string, personId: string, caseNo: string): Promise<FoundCase> {
    const subject = await this.subjectOf(citizenId, personId)
    const asked = await this.asking.all(this.holdersOf(caseNo), this.ofSubject(subject))
    const found = this.theOne(asked, ({ record }) => record.caseNo === caseNo)
    return this.shown(found, asked, await this.visitOf(citizenId, found.record.ticketId))
  }

  /** For anybody who holds the receipt. A wrong name or secret and an unknown number answer alike, and count against the number. */
  async find(proof: ReceiptProof): Promise<FoundCase> {
    const { caseNo } = proof
    await this.parts.tries.count(caseNo)
    const asked = await this.asking.all(this.holdersOf(caseNo), {
      who: this.who('receipt', caseNo, proof.by, proof.by === 'name' ? proof.name : proof.secret), ask: (source) => source.find(proof), keeps: hasSome,
    })
    try {
      const found = this.theOne(asked, ({ record }) => record.caseNo === caseNo)
      await this.parts.tries.forgive(caseNo)
      return this.shown(found, asked, null)
    } catch (error) {
      // Nobody was told anything, so nothing was guessed.
      if (error instanceof ContractError && error.code === 'CASE_SYSTEMS_SILENT') await this.parts.tries.forgive(caseNo)
      throw error
    }
  }

  /** The case filed at the citizen's own visit, whoever it is for. */
  async ofTicket(citizenId: string, ticketId: string): Promise<FoundCase> {
    const visit = await this.parts.visits.find(citizenId, ticketId)
    const asked = await this.asking.all(this.parts.sources, { who: this.who('ticket', ticketId), ask: (source) => source.ofTicket(ticketId), keeps: hasSome })
    const found = this.theOne(asked, ({ record }) => record.ticketId === ticketId)
    return this.shown(found, asked, { ticketId, ...visit })
  }

  private async subjectOf(citizenId: string, personId: string): Promise<Subject> {
    const enterprise = personId === 'self' ? null : await this.parts.enterprises.find(citizenId, personId)
    const real = await this.parts.names.of(citizenId)
    if (!real) throw new ContractError('REAL_NAME_NEEDED')
    return enterprise ? { kind: 'enterprise', creditCode: enterprise.creditCode, agentIdNumber: real.idNumber } : { kind: 'person', name: real.name, idNumber: real.idNumber }
  }

  private ofSubject(subject: Subject): Question {
    const who = subject.kind === 'person' ? this.who('person', subject.idNumber, subject.name) : this.who('enterprise', subject.creditCode, subject.agentIdNumber)
    return { who, ask: (source) => source.listOf(subject), keeps: () => true }
  }

  private holdersOf(caseNo: string): CaseSource[] {
    return this.parts.sources.filter((source) => source.mayHold(caseNo))
  }

  /** Throws CASE_NOT_FOUND when every system has answered, and CASE_SYSTEMS_SILENT when one may still know it. */
  private theOne(asked: readonly Asked[], isIt: (one: MergedCase) => boolean): MergedCase {
    const found = mergeHoldings(knownOf(asked)).find(isIt)
    if (found) return found
    throw new ContractError(asked.every(({ state }) => state.state === 'answered') ? 'CASE_NOT_FOUND' : 'CASE_SYSTEMS_SILENT')
  }

  private shown(found: MergedCase, asked: readonly Asked[], visit: CaseDetail['visit']): FoundCase {
    return { case: { ...detailOf(found, this.viewing()), visit }, ...this.wholeOf(asked) }
  }

  /** Null also when the visit cannot be read now: it is an addition to the case. */
  private async visitOf(citizenId: string, ticketId: string | null): Promise<CaseDetail['visit']> {
    if (ticketId === null) return null
    return this.parts.visits.find(citizenId, ticketId).then((visit) => ({ ticketId, ...visit }), () => null)
  }

  private wholeOf(asked: readonly Asked[]): Whole {
    const sources = asked.map(({ state }) => state)
    return {
      sources, complete: sources.every(({ state }) => state === 'answered'),
      askAgainMs: sources.some(({ state }) => state === 'late') ? this.parts.askAgainMs : null,
    }
  }

  private viewing(): Viewing {
    const { clock, isWorkingDay, guides } = this.parts
    return { today: serviceDay(clock()), isWorkingDay, itemOf: (caseNo) => guides.itemOf(implementationOf(caseNo)) }
  }

  private who(...what: readonly string[]): string {
    return createHmac('sha256', this.parts.subjectKey).update(what.join('\n')).digest('base64url')
  }
}
