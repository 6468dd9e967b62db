import { ContractError } from '@shared/errors'
import type { OrderAct, OrderDetail, OrderSummary } from '@shared/orders'
import type { Photos, RatingStore, StoredRating } from '../port'
import { endOfWorkingDay } from './deadlines'
import type { OrderIndex, OrderRecord, OrderStore, StepAct } from './port'
import { detailOf, sideOf, summaryOf, type Looker, type Viewing } from './view'

const PAGE = 50

/** Working days for each part of the way. */
export interface OrderDays { readonly contact: number; readonly rectify: number; readonly revisit: number; readonly review: number }

export interface OrderServiceOptions {
  readonly ratings: Pick<RatingStore, 'read'>
  readonly orders: OrderStore
  readonly index: OrderIndex
  readonly photos: Pick<Photos, 'read'>
  /** Also whether there is such a hall; `online` is one here. */
  readonly hasHall: (hallId: string) => boolean
  readonly hallName: Viewing['hallName']
  readonly isWorkingDay: Viewing['isWorkingDay']
  readonly clock: () => number
  readonly days: OrderDays
}

export interface StaffMemberHere extends Looker { /** Empty means every hall. */ readonly halls: readonly string[] }
export interface OrderQuery { readonly hallId?: string | undefined; readonly ended: boolean; readonly cursor: number }

/** Work orders of bad ratings, for those who own them and those who check. */
export class OrderService {
  constructor(private readonly options: OrderServiceOptions) {}

  /** Throws HALL_NOT_FOUND, and FORBIDDEN for a hall that is not theirs. */
  async list(staff: StaffMemberHere, { hallId, ended, cursor }: OrderQuery): Promise<{ readonly asOf: number; readonly orders: OrderSummary[]; readonly next: number | null }> {
    if (hallId !== undefined && !this.options.hasHall(hallId)) throw new ContractError('HALL_NOT_FOUND')
    if (hallId !== undefined && staff.halls.length > 0 && !staff.halls.includes(hallId)) throw new ContractError('FORBIDDEN')
    const halls = hallId === undefined ? staff.halls : [hallId]
    const viewing = this.viewing()
    const found = staff.role === 'clerk' ? await this.about(staff.account, halls, ended) : await this.of(halls, ended, cursor + PAGE + 1)
    const page = await this.hydrate(found.slice(cursor, cursor + PAGE))
    return { asOf: viewing.now, orders: page.map(([order, stored]) => summaryOf(order, stored, viewing)), next: found.length > cursor + PAGE ? cursor + PAGE : null }
  }

  /** Throws ORDER_NOT_FOUND, to a clerk also for one about somebody else. */
  async read(staff: StaffMemberHere, ratingId: string): Promise<OrderDetail> {
    const [order, stored] = await this.find(ratingId)
    if (staff.role === 'clerk' && order.clerk !== staff.account) throw new ContractError('ORDER_NOT_FOUND')
    return detailOf(order, stored, staff, this.viewing())
  }

  /** Throws what OrderStore.step throws; gives the order as it then is. */
  async step(staff: StaffMemberHere, key: string, ratingId: string, act: OrderAct): Promise<OrderDetail> {
    const [order] = await this.find(ratingId)
    if (staff.role === 'clerk' && order.clerk !== staff.account) throw new ContractError('ORDER_NOT_FOUND')
    if (staff.role === 'clerk' && act.step !== 'appeal') throw new ContractError('OWN_RATING')
    await this.options.orders.step({
      ratingId, step: act.step, now: this.options.clock(), key, actor: staff.account, side: sideOf(act.step), owner: null, text: act.text,
      satisfied: act.step === 'revisit' ? act.satisfied : null, ...this.due(act.step),
    })
    return this.read(staff, ratingId)
  }

  /** The photo of a rating somebody may handle; the rated one may not see it. */
  async photo(staff: StaffMemberHere, ratingId: string, photoId: string): Promise<Buffer> {
    const [order, { rating }] = await this.find(ratingId)
    if (order.clerk === staff.account || !rating.photos.includes(photoId)) throw new ContractError('PHOTO_NOT_FOUND')
    return this.options.photos.read(photoId, ratingId)
  }

  /** Of the whole city, the longest overdue first. */
  async overdue(most: number): Promise<OrderSummary[]> {
    const viewing = this.viewing()
    const found = await this.hydrate(await this.options.index.listCity(false, 0, most))
    return found.map(([order, stored]) => summaryOf(order, stored, viewing)).filter(({ overdue }) => overdue)
  }

  /** When what follows a step is due. */
  due(step: StepAct['step']): Pick<StepAct, 'due' | 'rectifyBy'> {
    const { clock, days, isWorkingDay } = this.options
    const within = (count: number): number => endOfWorkingDay(clock(), count, isWorkingDay)
    switch (step) {
      case 'contact': case 'rectify': return { due: 'rectify', rectifyBy: null }
      case 'reply': case 'revisit': return { due: within(days.revisit), rectifyBy: null }
      case 'appeal': return { due: within(days.review), rectifyBy: null }
      case 'reopen': case 'uphold': return { due: 'rectify', rectifyBy: within(days.rectify) }
      case 'close': case 'withdraw': case 'drop': return { due: null, rectifyBy: null }
    }
  }

  private viewing(): Viewing {
    const { clock, hallName, isWorkingDay } = this.options
    return { now: clock(), hallName, isWorkingDay }
  }

  private async find(ratingId: string): Promise<readonly [OrderRecord, StoredRating]> {
    const [found] = await this.hydrate([ratingId])
    if (!found) throw new ContractError('ORDER_NOT_FOUND')
    return found
  }

  private async hydrate(ratingIds: readonly string[]): Promise<(readonly [OrderRecord, StoredRating])[]> {
    const [orders, ratings] = await Promise.all([this.options.orders.readAll(ratingIds), Promise.all(ratingIds.map((id) => this.options.ratings.read(id)))])
    const stored = new Map(ratings.flatMap((rating) => (rating ? [[rating.rating.ratingId, rating] as const] : [])))
    return orders.flatMap((order) => {
      const rating = stored.get(order.ratingId)
      return rating ? [[order, rating] as const] : []
    })
  }

  /** Of these halls together, or of the whole city when none is named. */
  private async of(halls: readonly string[], ended: boolean, most: number): Promise<readonly string[]> {
    const { orders, index } = this.options
    if (halls.length === 0) return index.listCity(ended, 0, most)
    const [first, ...others] = await Promise.all(halls.map((hallId) => orders.listOf(hallId, ended, 0, most)))
    if (others.length === 0) return first ?? []
    const all = await orders.readAll([...(first ?? []), ...others.flat()])
    const when = (order: OrderRecord): number => (ended ? -order.openedAt : order.dueAt ?? 0)
    return [...all].sort((a, b) => when(a) - when(b)).map(({ ratingId }) => ratingId)
  }

  private async about(account: string, halls: readonly string[], ended: boolean): Promise<readonly string[]> {
    const ids = (await Promise.all(halls.map((hallId) => this.options.orders.listAbout(hallId, account, 0, 200)))).flat()
    return (await this.options.orders.readAll(ids)).filter(({ dueAt }) => (dueAt === null) === ended).map(({ ratingId }) => ratingId)
  }
}

