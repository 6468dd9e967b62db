import { createHmac } from 'node:crypto'
import type { Receipt } from '@shared/cases'
import { ContractError } from '@shared/errors'
import { maskName } from '@shared/masks'
import { isBadRating } from '@shared/ratingTags'
import { ONLINE } from '@shared/ratingFields'
import type { Rating, RatingFields } from '@shared/ratings'
import { serviceDay } from '@shared/time'
import type { AccountsOf } from '../../accounts'
import type { OrderService } from './orders/service'
import { endOfWorkingDay } from './orders/deadlines'
import type { OrderStore } from './orders/port'
import type { Viewing } from './orders/view'
import type { Cases, KeptRating, NewOrder, Photos, Rated, RatedCase, Rater, RatingStore, StoredRating, Submission, Visits, Words } from './port'
import type { TextCheck } from './textCheck'
import { factsOf, ratingView } from './view'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MOST_SHOWN = 200
const MOST_WORDS = 8

export interface RatingServiceOptions {
  readonly store: RatingStore
  readonly orders: Pick<OrderStore, 'read' | 'readAll' | 'step'>
  readonly visits: Visits
  /** The accounts of one person: what one of them said is theirs on every channel. */
  readonly accountsOf: AccountsOf
  readonly cases: Cases<Receipt>
  readonly photos: Photos
  readonly checkText: TextCheck
  readonly words: Words
  readonly clock: () => number
  readonly rules: RatingRules
  /** Names an online case's rating: only who has the key can tell whose it is. */
  readonly caseKey: Buffer
  /** Of the city itself, GB/T 2260: where a case belongs that no hall handles. */
  readonly city: string
  readonly hallName: Viewing['hallName']
  readonly isWorkingDay: Viewing['isWorkingDay']
  /** When what follows a citizen's word is due. */
  readonly due: OrderService['due']
  /** Who rates, by real name, where ratings carry names and the name is known; else null. */
  readonly raterOf: (citizenId: string) => Promise<Rater | null>
}

export interface RatingRules {
  /** Natural days after the service in which it may be rated (GB/T 39734-2020: seven). */
  readonly days: number
  /** Hours in which a rating may be changed, once. */
  readonly changeHours: number
  /** Working days to the first word with who rated badly, and until it must be put right. */
  readonly contactDays: number
  readonly rectifyDays: number
}

/** Who rates: signed in, or with a receipt only. `name` is masked. */
export interface Citizen { readonly citizenId: string; readonly name: string }
export type Said = Omit<RatingFields, 'photos'> & { readonly photos?: readonly string[] }

/** One rating for one visit and for one case, by who was there, by the rules of the rating standard; and what became of it. */
export class RatingService {
  constructor(private readonly options: RatingServiceOptions) {}

  async rateVisit(citizen: Citizen, key: string, ticketId: string, said: Said): Promise<Rating> {
    const { state, endedAt, rated } = await this.options.visits.find(citizen.citizenId, ticketId)
    if (state !== 'finished' || endedAt === null) throw new ContractError('RATING_TOO_EARLY')
    this.inTime(endedAt)
    return this.submit(ticketId, rated, citizen, key, said)
  }

  async rateCase(citizen: Citizen, key: string, personId: string, caseNo: string, said: Said): Promise<Rating> {
    return this.submitCase(await this.options.cases.own(citizen.citizenId, personId, caseNo), citizen, key, said)
  }

  async rateReceipt(key: string, receipt: Receipt, said: Said): Promise<Rating> {
    const found = await this.options.cases.byReceipt(receipt)
    return this.submitCase(found, { citizenId: '', name: receipt.by === 'name' ? maskName(receipt.name) : found.applicant }, key, said)
  }

  async readVisit(citizenId: string, ticketId: string): Promise<Rating> {
    await this.options.visits.find(citizenId, ticketId)
    return this.view(await this.standing(ticketId))
  }

  async readCase(citizenId: string, personId: string, caseNo: string): Promise<Rating> {
    return this.view(await this.standing(this.idOfCase((await this.options.cases.own(citizenId, personId, caseNo)).caseNo)))
  }

  async readReceipt(receipt: Receipt): Promise<Rating> {
    return this.view(await this.standing(this.idOfCase((await this.options.cases.byReceipt(receipt)).caseNo)))
  }

  async list(citizenId: string): Promise<Rating[]> {
    const accounts = await this.options.accountsOf(citizenId)
    const ids = (await Promise.all(accounts.map((owner) => this.options.store.listOf(owner, MOST_SHOWN)))).flat()
    const found = await Promise.all(ids.map((id) => this.options.store.read(id)))
    const own = found.filter((stored): stored is StoredRating => stored !== null && !stored.deleted && accounts.includes(stored.owner))
    return Promise.all(own.sort((a, b) => b.rating.ratedAt - a.rating.ratedAt).slice(0, MOST_SHOWN).map((stored) => this.view(stored)))
  }

  async change(citizen: Citizen, key: string, ratingId: string, said: Said): Promise<Rating> {
    const stored = await this.own(citizen.citizenId, ratingId)
    await this.acceptable(citizen.citizenId, said)
    const now = this.options.clock()
    const rating: KeptRating = { ...stored.rating, ...wordsOf(said), changedAt: now }
    const limit = this.options.rules.changeHours
    // A repetition answers as the first did, however late it comes; whether it is one, the store knows.
    await this.withPhotos(rating, citizen.citizenId, async () => {
      await this.options.store.change(await this.submission(rating, stored.rated, { ...citizen, citizenId: stored.owner }, key, stored.rating.ratedAt), limit * HOUR_MS)
        .catch((error: unknown) => { throw error instanceof ContractError && error.code === 'RATING_CHANGE_OVER' ? new ContractError('RATING_CHANGE_OVER', { hours: limit }) : error })
    }, stored.rating.photos)
    return this.view(await this.standing(ratingId))
  }

  async remove(citizenId: string, ratingId: string): Promise<void> {
    const stored = await this.options.store.read(ratingId)
    if (!stored || !await this.isOwn(citizenId, stored)) throw new ContractError('RATING_NOT_FOUND')
    await this.options.store.remove(ratingId, stored.owner, this.options.clock())
    await this.options.photos.remove(stored.rating.photos, ratingId)
  }

  /** The citizen's word on whether a bad rating's cause was put right. */
  async answer(citizenId: string, key: string, ratingId: string, { satisfied, text }: { readonly satisfied: boolean; readonly text: string }): Promise<Rating> {
    const { owner } = await this.own(citizenId, ratingId)
    await this.checked(citizenId, text)
    await this.options.orders.step({
      ratingId, step: 'revisit', now: this.options.clock(), key, actor: 'citizen', side: 'citizen', owner, satisfied, text, ...this.options.due('revisit'),
    })
    return this.view(await this.standing(ratingId))
  }

  async photo(citizenId: string, ratingId: string, photoId: string): Promise<Buffer> {
    const { rating } = await this.own(citizenId, ratingId)
    if (!rating.photos.includes(photoId)) throw new ContractError('PHOTO_NOT_FOUND')
    return this.options.photos.read(photoId, ratingId)
  }

  /** 100 bits of a keyed hash. */
  idOfCase(caseNo: string): string {
    const bytes = createHmac('sha256', this.options.caseKey).update(caseNo).digest()
    return `${ONLINE}.${BigInt(`0x${bytes.toString('hex')}`).toString(36).slice(-20).padStart(20, '0')}`
  }

  private async submitCase({ caseNo, itemName, code, onTheSpot, begun, endedAt }: RatedCase, citizen: Citizen, key: string, said: Said): Promise<Rating> {
    if (!begun) throw new ContractError('RATING_TOO_EARLY')
    if (endedAt !== null) this.inTime(endedAt)
    const rated: Rated = { kind: 'case', projectNo: caseNo, hallId: ONLINE, district: this.options.city, lineName: itemName, item: { code, name: itemName, onTheSpot }, windowId: null, clerk: null }
    return this.submit(this.idOfCase(caseNo), rated, citizen, key, said)
  }

  private async submit(ratingId: string, rated: Rated, citizen: Citizen, key: string, said: Said): Promise<Rating> {
    await this.acceptable(citizen.citizenId, said)
    const rating: KeptRating = { ratingId, ...wordsOf(said), source: 'ACTIVE', ratedAt: this.options.clock(), changedAt: null }
    const given = await this.submission(rating, rated, citizen, key, rating.ratedAt)
    const outcome = await this.withPhotos(rating, citizen.citizenId, () => this.options.store.submit(given))
    // A repetition gives what was said first.
    return this.view(outcome === 'replay' ? await this.standing(ratingId) : { rating, rated, owner: citizen.citizenId, shownAs: given.shownAs, deleted: false, withdrawn: false })
  }

  /** Photos belong to the rating before it is kept; those of one that was refused belong to nobody again. */
  private async withPhotos<T>({ ratingId, photos }: KeptRating, citizenId: string, keep: () => Promise<T>, before: readonly string[] = []): Promise<T> {
    if (photos.length > 0) await this.options.photos.attach(photos, citizenId, ratingId)
    try {
      const outcome = await keep()
      const over = before.filter((photo) => !photos.includes(photo))
      if (over.length > 0) await this.options.photos.remove(over, ratingId)
      return outcome
    } catch (error) {
      const refused = error instanceof ContractError && error.code !== 'UNKNOWN_OUTCOME'
      const kept = refused && photos.length > 0 ? (await this.options.store.read(ratingId))?.rating.photos ?? [] : photos
      await this.options.photos.remove(photos.filter((photo) => !kept.includes(photo)), ratingId)
      throw error
    }
  }

  private async submission(rating: KeptRating, rated: Rated, { citizenId, name }: Citizen, key: string, ratedAt: number): Promise<Submission> {
    const bad = isBadRating(rating.level)
    const named = !rating.anonymous && citizenId !== ''
    return {
      rating, rated, key, owner: citizenId, facts: factsOf(rating, rated, serviceDay(ratedAt), bad ? this.options.words(rating.text, MOST_WORDS) : []),
      rater: named ? await this.options.raterOf(citizenId) : null, shownAs: rating.anonymous ? null : name, order: bad ? this.newOrder() : null,
    }
  }

  private newOrder(): NewOrder {
    const { clock, isWorkingDay, rules } = this.options
    return { contactBy: endOfWorkingDay(clock(), rules.contactDays, isWorkingDay), rectifyBy: endOfWorkingDay(clock(), rules.rectifyDays, isWorkingDay) }
  }

  private inTime(endedAt: number): void {
    const { days } = this.options.rules
    if (this.options.clock() - endedAt > days * DAY_MS) throw new ContractError('RATING_TOO_LATE', { days })
  }

  private async acceptable(citizenId: string, { level, tags, text }: Said): Promise<void> {
    if (isBadRating(level) && tags.length === 0 && text === '') throw new ContractError('RATING_NEEDS_REASON')
    await this.checked(citizenId, text)
  }

  private async checked(citizenId: string, text: string): Promise<void> {
    if (text !== '' && await this.options.checkText.check(text, citizenId || null) === 'refused') throw new ContractError('TEXT_REFUSED')
  }

  private async standing(ratingId: string): Promise<StoredRating> {
    const stored = await this.options.store.read(ratingId)
    if (!stored || stored.deleted) throw new ContractError('RATING_NOT_FOUND')
    return stored
  }

  private async own(citizenId: string, ratingId: string): Promise<StoredRating> {
    const stored = await this.standing(ratingId)
    if (!await this.isOwn(citizenId, stored)) throw new ContractError('RATING_NOT_FOUND')
    return stored
  }

  private async isOwn(citizenId: string, { owner }: StoredRating): Promise<boolean> {
    return owner !== '' && (await this.options.accountsOf(citizenId)).includes(owner)
  }

  private async view(stored: StoredRating): Promise<Rating> {
    const { clock, hallName, isWorkingDay, rules, orders } = this.options
    // One that was bad and was changed has an order too, which was dropped.
    const order = isBadRating(stored.rating.level) || stored.rating.changedAt !== null ? await orders.read(stored.rating.ratingId) : null
    return ratingView(stored, order, rules.changeHours * HOUR_MS, { now: clock(), hallName, isWorkingDay })
  }
}

const wordsOf = ({ level, tags, text, photos, anonymous }: Said): Pick<KeptRating, 'level' | 'tags' | 'text' | 'photos' | 'anonymous'> =>
  ({ level, tags, text, photos: photos ?? [], anonymous })
