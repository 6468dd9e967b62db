import { asOwner, type AccountsOf } from './accounts'
import { decidedStates } from '@shared/caseStates'
import type { CaseDetail, Receipt } from '@shared/cases'
import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import { ONLINE } from '@shared/ratingFields'
import { startOfDay } from '@shared/time'
import type { CaseService } from './capabilities/cases/service'
import type { Item } from './capabilities/catalogue/config'
import type { CatalogueService } from './capabilities/catalogue/service'
import type { HallDirectory } from './capabilities/halls/directory'
import type { QueueHall, QueuePort } from './capabilities/queue/port'
import { AuditRound } from './capabilities/ratings/auditRound'
import type { OrderIndex } from './capabilities/ratings/orders/port'
import { OrderService } from './capabilities/ratings/orders/service'
import { OrderSweeper } from './capabilities/ratings/orders/sweeper'
import type { Viewing } from './capabilities/ratings/orders/view'
import type { Cases, Photos, Rated, RatedCase, Rater, RatingStore, Visits } from './capabilities/ratings/port'
import { ratingRoutes } from './capabilities/ratings/routes'
import { RatingService } from './capabilities/ratings/service'
import type { TextCheck } from './capabilities/ratings/textCheck'
import { leaderOf, type SupervisionRules } from './capabilities/supervision/config'
import type { Config } from './config'
import { createAuditLog } from './engine/ratings/audit'
import { createOrderStore } from './engine/ratings/orders'
import { createRatingStore } from './engine/ratings/store'
import type { Clock } from './platform/clock'
import { keywordsOf } from './platform/keywords'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'
import { deriveKey } from './platform/secrets'
import { deliverRatings } from './wiringRatingDelivery'
import type { Systems } from './wiringSystems'

const RATING_DAYS = 7
const HOUR_MS = 3_600_000
const CITY = '440100'
/** All halls are sealed once a minute, whoever was at work in them. */
const SEAL_ALL_SECONDS = 60

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly sealing: Sealing
  readonly systems: Systems
  readonly directory: HallDirectory
  readonly items: ReadonlyMap<string, Item>
  readonly queueOf: (hall: QueueHall) => Pick<QueuePort, 'read'>
  readonly cases: () => Pick<CaseService, 'read' | 'find'>
  /** The items as they stand now. */
  readonly shelved: () => ReturnType<CatalogueService['shelf']['current']>
  readonly realNameOf: (citizenId: string) => Promise<Rater | null>
  readonly accountsOf: AccountsOf
  readonly photos: Photos
  readonly checkText: TextCheck
  readonly isWorkingDay: Viewing['isWorkingDay']
  readonly rules: SupervisionRules
  readonly index: OrderIndex
}

/** Joins the ratings and their work orders with where they are kept, and with the platform that is told of them. */
export const wireRatings = (parts: Parts) => {
  const { config, redis, clock, logger, sealing, directory, realNameOf, accountsOf, photos, checkText, isWorkingDay, rules, index } = parts
  const places = [...directory.halls.map(({ hallId }) => hallId), ONLINE]
  const audit = new AuditRound(
    { log: createAuditLog(redis, deriveKey(config.APP_SECRET, 'audit')), halls: places, everyMs: config.AUDIT_SECONDS * 1000, allEvery: Math.ceil(SEAL_ALL_SECONDS / config.AUDIT_SECONDS) },
    (hallId, error) => logger.error({ hallId, problem: String(error) }, 'the log of ratings could not be sealed'),
  )
  const store = createRatingStore(redis, sealing)
  const orderStore = createOrderStore(redis)
  const touching: RatingStore & typeof store = {
    ...store,
    submit: (given) => store.submit(given).finally(() => audit.touch(given.rated.hallId)),
    change: (given, limitMs) => store.change(given, limitMs).finally(() => audit.touch(given.rated.hallId)),
    remove: (ratingId, owner, now) => store.remove(ratingId, owner, now).finally(() => audit.touch(hallOfTicket(ratingId))),
  }
  const stepping: typeof orderStore = { ...orderStore, step: (act) => orderStore.step(act).finally(() => audit.touch(hallOfTicket(act.ratingId))) }
  const hallName = (hallId: string) => directory.find(hallId)?.name ?? rules.online
  const orders = new OrderService({
    ratings: touching, orders: stepping, index, photos, hallName, isWorkingDay, clock, hasHall: (hallId) => places.includes(hallId),
    days: { contact: config.ORDER_CONTACT_DAYS, rectify: config.ORDER_RECTIFY_DAYS, revisit: config.ORDER_REVISIT_DAYS, review: config.ORDER_REVIEW_DAYS },
  })
  const service = new RatingService({
    store: touching, orders: stepping, clock, photos, checkText, hallName, isWorkingDay, words: keywordsOf, city: CITY, caseKey: deriveKey(config.APP_SECRET, 'rated-case'),
    rules: { days: RATING_DAYS, changeHours: config.RATING_CHANGE_HOURS, contactDays: config.ORDER_CONTACT_DAYS, rectifyDays: config.ORDER_RECTIFY_DAYS },
    accountsOf, visits: visitsOf(parts), cases: casesOf(parts), due: (step) => orders.due(step),
    // A name that cannot be had now is a rating without one.
    raterOf: async (citizenId) => (config.RATING_REAL_NAMES ? realNameOf(citizenId).catch(() => null) : null),
  })
  const sweeper = new OrderSweeper({
    orders: stepping, halls: places, leaderOf: (hallId) => leaderOf(rules, directory.find(hallId)?.district ?? CITY), warnMs: config.ORDER_WARN_HOURS * HOUR_MS, clock, everyMs: config.ORDER_SWEEP_SECONDS * 1000,
  }, (hallId, error) => logger.error({ hallId, problem: String(error) }, 'work orders that are due could not be looked at'))
  return { store: touching, service, orders, handlers: ratingRoutes(service, orders), rounds: [...deliverRatings({ ...parts, store, halls: places }), sweeper, audit] }
}

const visitsOf = ({ directory, queueOf, items, shelved, accountsOf }: Pick<Parts, 'directory' | 'queueOf' | 'items' | 'shelved' | 'accountsOf'>): Visits => {
  const itemOf = async (itemId: string): Promise<Rated['item']> => {
    const [own, entry] = [items.get(itemId), (await shelved()).items.entries.get(itemId)]
    const code = entry?.record?.code ?? own?.code ?? null
    // What is in no catalogue is done at the window; of what is in one but cannot be looked up, most is not.
    return { code, name: entry?.name.zh ?? own?.name.zh ?? itemId, onTheSpot: entry?.record?.onTheSpot ?? code === null }
  }
  return {
    find: async (citizenId, ticketId) => {
      const hall = directory.find(hallOfTicket(ticketId))
      if (!hall) throw new ContractError('TICKET_NOT_FOUND')
      const { ticket } = await asOwner(accountsOf, citizenId, 'TICKET_NOT_FOUND', (owner) => queueOf(hall).read(ticketId, owner, null))
      return {
        state: ticket.state, endedAt: ticket.endedAt,
        rated: {
          kind: 'visit', projectNo: ticketId, hallId: hall.hallId, district: hall.district, lineName: hall.lines.find(({ lineId }) => lineId === ticket.lineId)?.name.zh ?? ticket.lineId,
          item: ticket.itemId === null ? null : await itemOf(ticket.itemId), windowId: ticket.windowId, clerk: ticket.clerk ?? null,
        },
      }
    },
  }
}

const casesOf = ({ cases, shelved }: Pick<Parts, 'cases' | 'shelved'>): Cases<Receipt> => {
  const ratedCase = async (found: CaseDetail): Promise<RatedCase> => {
    const code = found.caseNo.slice(0, 31)
    const entry = found.itemId === null ? undefined : (await shelved()).items.entries.get(found.itemId)
    return {
      caseNo: found.caseNo, itemName: found.itemName, code, onTheSpot: entry?.record?.onTheSpot ?? false, applicant: found.applicant,
      begun: found.state !== 'applied', endedAt: decidedStates.includes(found.state) && found.state !== 'granted' ? endOf(found) : null,
    }
  }
  return {
    own: async (citizenId, personId, caseNo) => ratedCase((await cases().read(citizenId, personId, caseNo)).case),
    byReceipt: async (receipt) => ratedCase((await cases().find(receipt)).case),
  }
}

/** The last that is known of a case that is over. */
const endOf = ({ steps, result, filedOn }: CaseDetail): number =>
  Math.max(startOfDay(filedOn), ...steps.flatMap(({ at }) => at ?? []), ...(result ? [startOfDay(result.collectedOn ?? result.on)] : []))
