import { createHmac } from 'node:crypto'
import { ContractError } from '@shared/errors'
import { ageOn, birthDayOf } from '@shared/identityNumbers'
import { maskName, maskNumber } from '@shared/masks'
import { consentsAt, GUARDIAN_MAY_BELOW, GUARDIAN_MUST_BELOW, isAuthorisationEnd, MOST_PERSONS } from '@shared/personRules'
import type { NewPerson, Person } from '@shared/persons'
import { serviceDay } from '@shared/time'
import { grants as allGrants, type Grant } from '@shared/privacy'
import type { PersonIds } from '../../personIds'
import type { Authorisations, NameCheck, PersonRecord, PersonStore } from './port'

export interface PersonServiceParts {
  readonly store: PersonStore
  readonly clock: () => number
  readonly ids: PersonIds
  /** Keys what tells one act from another. */
  readonly actKey: Buffer
  readonly nameCheck: NameCheck
  readonly authorisations: Authorisations
  /** Who the citizen is: only somebody whom a platform has confirmed can be an enterprise's agent. */
  readonly realNameOf: (citizenId: string) => Promise<{ readonly idNumber: string } | null>
}

/** Brought over before, and taken away by the citizen since. */
const removedSince = (error: unknown): void => {
  if (!(error instanceof ContractError) || error.code !== 'PERSON_NOT_FOUND') throw error
}
/** An enterprise that was added before its grants were asked for has granted nothing. */
const grantsOf = ({ kind, grants }: PersonRecord): readonly Grant[] => grants ?? (kind === 'family' ? allGrants : [])
const granted = (record: PersonRecord, wanted: Grant): void => {
  if (!grantsOf(record).includes(wanted)) throw new ContractError('NOT_GRANTED')
}
/** The last day on which somebody is younger; not a day of the calendar at the beginning of a month, but in its order. */
const lastDayBelow = (birthDay: string, age: number): string => String(Number(birthDay) + age * 10_000 - 1)

/** For whom a citizen may act. Every refusal is a ContractError of the endpoint’s list, and none names a number. */
export class PersonService {
  constructor(private readonly parts: PersonServiceParts) {}

  async list(citizenId: string): Promise<{ persons: Person[]; most: number }> {
    const kept = await this.parts.store.list(citizenId)
    return { persons: [...kept].sort((a, b) => a.consentAt - b.consentAt || (a.personId < b.personId ? -1 : 1)).map((one) => this.view(one)), most: MOST_PERSONS }
  }

  async add(citizenId: string, key: string, wish: NewPerson): Promise<Person> {
    const record = await this.recordOf(citizenId, wish, this.parts.clock())
    const digest = createHmac('sha256', this.parts.actKey).update(JSON.stringify(wish)).digest('hex').slice(0, 24)
    return this.view(await this.parts.store.add(citizenId, record, { key, digest, most: MOST_PERSONS }))
  }

  async remove(citizenId: string, personId: string): Promise<void> {
    if (!await this.parts.store.remove(citizenId, personId, this.parts.clock())) throw new ContractError('PERSON_NOT_FOUND')
  }

  /** Those of an account that turned out to be the same person's come over; nobody is lost when they are more than one may add. */
  async merge(citizenId: string, joined: string): Promise<void> {
    const { store } = this.parts
    const [own, theirs] = await Promise.all([store.list(citizenId), store.list(joined)])
    for (const record of theirs) {
      if (!own.some(({ personId }) => personId === record.personId)) {
        await store.add(citizenId, record, { key: `joined-${joined}-${record.personId}`, digest: 'joined', most: own.length + theirs.length }).catch(removedSince)
      }
      await store.remove(joined, record.personId, this.parts.clock())
    }
  }

  /** Somebody the citizen may book for now. Throws PERSON_NOT_FOUND, NOT_GRANTED. */
  async find(citizenId: string, personId: string): Promise<{ readonly name: string }> {
    const found = await this.parts.store.read(citizenId, personId)
    if (!found || this.hasEnded(found)) throw new ContractError('PERSON_NOT_FOUND')
    granted(found, 'book')
    return { name: found.name }
  }

  /** An enterprise whose cases the citizen may see now. Throws NOT_GRANTED, and PERSON_NOT_FOUND, also for a family member. */
  async findEnterprise(citizenId: string, personId: string): Promise<{ readonly creditCode: string }> {
    const found = await this.parts.store.read(citizenId, personId)
    if (!found || found.creditCode === null || this.hasEnded(found)) throw new ContractError('PERSON_NOT_FOUND')
    granted(found, 'cases')
    return { creditCode: found.creditCode }
  }

  erase(citizenId: string): Promise<void> {
    return this.parts.store.erase(citizenId)
  }

  /** Those removed too, so that what was booked for them stays in the citizen’s list. */
  idsOf(citizenId: string): Promise<readonly string[]> {
    return this.parts.store.idsOf(citizenId)
  }

  private async recordOf(citizenId: string, wish: NewPerson, now: number): Promise<PersonRecord> {
    return wish.kind === 'enterprise' ? this.agencyOf(citizenId, wish, now) : this.familyOf(wish, now)
  }

  /** What was granted, and how the enterprise is called, is the identity service's word; the citizen may only ask for less time. */
  private async agencyOf(citizenId: string, { creditCode, authorisedUntil }: NewPerson & { kind: 'enterprise' }, now: number): Promise<PersonRecord> {
    if (!isAuthorisationEnd(authorisedUntil, serviceDay(now))) throw new ContractError('AUTHORISATION_PERIOD')
    const agent = await this.parts.realNameOf(citizenId)
    if (!agent) throw new ContractError('REAL_NAME_NEEDED')
    const authorisation = await this.parts.authorisations.of(creditCode, agent.idNumber)
    if (!authorisation || authorisation.until < serviceDay(now)) throw new ContractError('NOT_AUTHORISED')
    return {
      personId: this.parts.ids.ofEnterprise(creditCode), kind: 'enterprise', name: authorisation.name, idMasked: maskNumber(creditCode), creditCode, relation: null,
      grants: authorisation.grants, until: authorisedUntil < authorisation.until ? authorisedUntil : authorisation.until, consentBy: 'agent', consentAt: now,
    }
  }

  private async familyOf({ name, idNumber, relation, consentBy }: NewPerson & { kind: 'family' }, now: number): Promise<PersonRecord> {
    const today = serviceDay(now)
    const birthDay = birthDayOf(idNumber)
    if (birthDay >= today) throw new ContractError('INVALID_INPUT', undefined, [{ field: 'body.idNumber', problem: 'the birth date is not past' }])
    if (!consentsAt(ageOn(birthDay, today)).includes(consentBy)) throw new ContractError('CONSENT_NOT_VALID', { must: GUARDIAN_MUST_BELOW, may: GUARDIAN_MAY_BELOW })
    if (!await this.parts.nameCheck.belongTogether(name, idNumber)) throw new ContractError('NAME_NOT_CONFIRMED')
    return {
      personId: this.parts.ids.ofPerson(idNumber), kind: 'family', name: maskName(name), idMasked: maskNumber(idNumber), creditCode: null, relation, grants: null,
      until: consentBy === 'guardian' ? lastDayBelow(birthDay, GUARDIAN_MAY_BELOW) : null, consentBy, consentAt: now,
    }
  }

  private hasEnded({ until }: PersonRecord): boolean {
    return until !== null && until < serviceDay(this.parts.clock())
  }

  private view(record: PersonRecord): Person {
    const { personId, kind, name, idMasked, relation, until } = record
    // A guardian's end would tell the child's birthday.
    return { personId, kind, name, idMasked, relation, until: kind === 'enterprise' ? until : null, expired: this.hasEnded(record), grants: [...grantsOf(record)] }
  }
}
