import { createHmac } from 'node:crypto'
import { ContractError } from '@shared/errors'
import { ageOn, birthDayOf } from '@shared/identityNumbers'
import { maskName, maskNumber } from '@shared/masks'
import { consentsAt, GUARDIAN_MAY_BELOW, GUARDIAN_MUST_BELOW, isAuthorisationEnd, MOST_PERSONS } from '@shared/personRules'
import type { NewPerson, Person } from '@shared/persons'
import { serviceDay } from '@shared/time'
import type { PersonRecord, PersonStore } from './port'

export interface PersonServiceParts {
  readonly store: PersonStore
  readonly clock: () => number
  /** Keys the hash by which a person is found again, so that a copy of the store gives no number away. */
  readonly personKey: Buffer
}

/** For whom a citizen may act. Every refusal is a ContractError of the endpoint’s list, and none names a number. */
export class PersonService {
  constructor(private readonly parts: PersonServiceParts) {}

  async list(citizenId: string): Promise<{ persons: Person[]; most: number }> {
    const kept = await this.parts.store.list(citizenId)
    return { persons: [...kept].sort((a, b) => a.consentAt - b.consentAt || (a.personId < b.personId ? -1 : 1)).map((one) => this.view(one)), most: MOST_PERSONS }
  }

  async add(citizenId: string, key: string, wish: NewPerson): Promise<Person> {
    const record = this.recordOf(wish, this.parts.clock())
    const digest = this.hash('act', JSON.stringify(wish)).slice(0, 24)
    return this.view(await this.parts.store.add(citizenId, record, { key, digest, most: MOST_PERSONS }))
  }

  async remove(citizenId: string, personId: string): Promise<void> {
    if (!await this.parts.store.remove(citizenId, personId, this.parts.clock())) throw new ContractError('PERSON_NOT_FOUND')
  }

  /** Somebody the citizen may book for now. Throws PERSON_NOT_FOUND. */
  async find(citizenId: string, personId: string): Promise<{ readonly name: string }> {
    const found = await this.parts.store.read(citizenId, personId)
    if (!found || this.hasEnded(found)) throw new ContractError('PERSON_NOT_FOUND')
    return { name: found.name }
  }

  /** An enterprise the citizen may act for now. Throws PERSON_NOT_FOUND, also for a family member. */
  async findEnterprise(citizenId: string, personId: string): Promise<{ readonly creditCode: string }> {
    const found = await this.parts.store.read(citizenId, personId)
    if (!found || found.creditCode === null || this.hasEnded(found)) throw new ContractError('PERSON_NOT_FOUND')
    return { creditCode: found.creditCode }
  }

  /** Those removed too, so that what was booked for them stays in the citizen’s list. */
  idsOf(citizenId: string): Promise<readonly string[]> {
    return this.parts.store.idsOf(citizenId)
  }

  private recordOf(wish: NewPerson, now: number): PersonRecord {
    const today = serviceDay(now)
    if (wish.kind === 'enterprise') {
      if (!isAuthorisationEnd(wish.authorisedUntil, today)) throw new ContractError('AUTHORISATION_PERIOD')
      return {
        personId: this.idOf(wish.kind, wish.creditCode), kind: wish.kind, name: wish.name, idMasked: maskNumber(wish.creditCode), creditCode: wish.creditCode, relation: null,
        until: wish.authorisedUntil, consentBy: 'agent', consentAt: now,
      }
    }
    const birthDay = birthDayOf(wish.idNumber)
    if (birthDay >= today) throw new ContractError('INVALID_INPUT', undefined, [{ field: 'body.idNumber', problem: 'the birth date is not past' }])
    if (!consentsAt(ageOn(birthDay, today)).includes(wish.consentBy)) throw new ContractError('CONSENT_NOT_VALID', { must: GUARDIAN_MUST_BELOW, may: GUARDIAN_MAY_BELOW })
    return {
      personId: this.idOf(wish.kind, wish.idNumber), kind: wish.kind, name: maskName(wish.name), idMasked: maskNumber(wish.idNumber), creditCode: null, relation: wish.relation,
      until: null, consentBy: wish.consentBy, consentAt: now,
    }
  }

  /** `p` and 124 bits in base 36. */
  private idOf(kind: PersonRecord['kind'], number: string): string {
    return `p${BigInt(`0x${this.hash(kind, number)}`).toString(36).padStart(24, '0').slice(-24)}`
  }

  private hash(purpose: string, text: string): string {
    return createHmac('sha256', this.parts.personKey).update(`${purpose}\n${text}`).digest('hex')
  }

  private hasEnded({ until }: PersonRecord): boolean {
    return until !== null && until < serviceDay(this.parts.clock())
  }

  private view(record: PersonRecord): Person {
    const { personId, kind, name, idMasked, relation, until } = record
    return { personId, kind, name, idMasked, relation, until, expired: this.hasEnded(record) }
  }
}
