import { implementationOf } from '@shared/caseNumbers'
import type { LocalText } from '@shared/endpoint'
import { ContractError } from '@shared/errors'
import { URGENT } from '@shared/messageKinds'
import { ONLINE } from '@shared/ratingFields'
import { LRUCache } from 'lru-cache'
import { randomUUID } from 'node:crypto'
import type { AccessToken } from './backends/wechat/accessToken'
import type { Item } from './capabilities/catalogue/config'
import type { CatalogueService } from './capabilities/catalogue/service'
import type { HallDirectory } from './capabilities/halls/directory'
import { defaultSettings } from './capabilities/notifications/deciding'
import { Deliverer } from './capabilities/notifications/delivering'
import { DepartureService } from './capabilities/notifications/departures'
import { Follower } from './capabilities/notifications/following'
import type { Handle, MessageSettings, MessageStore, Names, Reach, Tickets } from './capabilities/notifications/port'
import { Onlooker } from './capabilities/notifications/onlooking'
import { messageRoutes } from './capabilities/notifications/routes'
import { MessageService } from './capabilities/notifications/service'
import { loadTemplates } from './capabilities/notifications/templates'
import { JobWatch } from './capabilities/notifications/watching'
import type { TicketPosition } from './capabilities/queue/port'
import type { QueueService } from './capabilities/queue/service'
import type { Config } from './config'
import { createFollowers } from './engine/notifications/followers'
import { createHappenings } from './engine/notifications/happenings'
import { createMessageQueue, MessageWorker } from './engine/notifications/jobs'
import { createPermitStore } from './engine/notifications/permits'
import { createMessageStore } from './engine/notifications/store'
import { createWatched } from './engine/notifications/watched'
import type { Handlers } from './http/call'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'
import { deriveKey } from './platform/secrets'
import { notThere, truthsOf, type TruthParts } from './wiringMessageTruths'
import { wireMap, wireWays } from './wiringMessageWays'

const SETTINGS_MS = 30_000
const MOST_SETTINGS = 20_000
/** How often it is looked how many messages are on their way, in rounds of the follower. */
const WATCH_ROUNDS = 5

interface Parts extends Omit<TruthParts, 'unfollow'> {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly sealing: Sealing
  readonly directory: HallDirectory
  readonly items: ReadonlyMap<string, Item>
  readonly shelf: CatalogueService['shelf']
  readonly online: LocalText
  readonly queue: Pick<QueueService, 'read' | 'hall' | 'boards'>
  /** By which WeChat knows us. */
  readonly token: AccessToken
  /** The accounts of a person that came by a platform, with what it knows them by, signed in to most recently first. */
  readonly handlesOf: (citizenId: string, channel: 'wechat' | 'alipay') => Promise<readonly Handle[]>
}

/** Joins messages with what happens, where it is kept, and the platforms that carry it. */
export const wireNotifications = (parts: Parts) => {
  const { config, redis, clock, logger, metrics, sealing, directory, queue } = parts
  const templates = loadTemplates(config.MESSAGES_FILE)
  const kept = createMessageStore({ redis, sealing, days: config.MESSAGE_DAYS, usual: defaultSettings })
  const store = forPerson(kept, parts.citizenOf)
  const permits = createPermitStore(redis)
  const followers = createFollowers(redis, deriveKey(config.APP_SECRET, 'case-followers'))
  const happenings = createHappenings(redis, followers.of)
  const jobs = createMessageQueue(redis, URGENT, sealing)
  const settings = new LRUCache<string, MessageSettings>({ max: MOST_SETTINGS, ttl: SETTINGS_MS, fetchMethod: (citizenId) => store.settings(citizenId) })
  const places = [...directory.halls.map(({ hallId }) => hallId), ONLINE]

  const following = {
    jobs, settingsOf: (citizenId: string) => settings.forceFetch(citizenId), clock, holder: randomUUID(), noticing: { names: namesOf(parts), dayBeforeHour: config.DAY_BEFORE_HOUR },
  }

  const follower = new Follower({
    ...following, happenings, everyMs: config.MESSAGE_SECONDS * 1000, marginMinutes: config.DEPARTURE_MARGIN_MINUTES,
    // Without the wait nobody can be told when to leave; the next move of the line asks again.
    waits: { of: async (hallId, lineId, ahead) => queue.boards.waitIn(queue.hall(hallId), lineId, ahead).catch(() => null) },
    queues: directory.halls.filter(({ systems }) => !systems.queue).map(({ hallId }) => hallId),
    books: directory.halls.filter(({ systems }) => !systems.book).map(({ hallId }) => hallId), ratings: places,
  }, (log, error) => logger.error({ log, problem: String(error) }, 'what happened could not be followed for messages'))

  const watched = createWatched(redis)
  const onlooker = new Onlooker({
    ...following, watched, lease: happenings.lease, everyMs: config.MESSAGE_LOOK_SECONDS * 1000,
    look: async ({ ticketId, hallId, owner }) => {
      const hall = directory.find(hallId)
      const found = hall ? await parts.queueOf(hall).read(ticketId, owner, null).catch(notThere) : null
      return found && { ...found.ticket, windowId: found.ticket.windowId ?? '', ahead: found.ahead }
    },
  }, (hallId, error) => logger.warn({ hallId, problem: String(error) }, 'a number in a hall’s own system could not be looked at'))

  const delivererOf = (line: 'calls' | 'messages') => new Deliverer({
    store, permits, templates, clock, reach: reachOf(parts), truths: truthsOf({ ...parts, unfollow: followers.unfollow }), ways: wireWays({ config, clock, logger, metrics, token: parts.token }, line),
    counted: (kind, way, outcome) => metrics.messages.inc({ kind, way, outcome }), took: (kind, ms) => metrics.messageDelay.observe({ kind }, ms / 1000),
    faulty: (kind, way, problem) => logger.error({ kind, way, problem }, 'a message did not fit the platform’s template'),
  })
  const [calls, messages] = [delivererOf('calls'), delivererOf('messages')]
  const worker = new MessageWorker({
    redisUrl: config.REDIS_URL, logger, clock, sealing, urgent: URGENT, atOnce: config.MESSAGES_AT_ONCE,
    deliver: { calls: (notice) => calls.deliver(notice), messages: (notice) => messages.deliver(notice) },
    parked: (parked) => logger.error(parked, 'a message found no way and is kept aside'),
  })
  const watch = new JobWatch({
    state: jobs.state, tidy: jobs.tidy, everyMs: config.MESSAGE_SECONDS * WATCH_ROUNDS * 1000,
    show: (state) => { for (const [name, count] of Object.entries(state)) metrics.messageJobs.set({ state: name }, count) },
  }, (error) => logger.warn({ problem: String(error) }, 'messages on their way could not be counted'))

  const service = new MessageService({ store, permits, parked: jobs, templates, chosen: (citizenId) => { settings.delete(citizenId) } })
  const departures = new DepartureService({
    tickets: ticketsOf(parts), happenings, clock, marginMinutes: config.DEPARTURE_MARGIN_MINUTES, map: wireMap({ config, clock, logger, metrics }),
    travelling: { speeds: config.TRAVEL_SPEEDS, detour: config.TRAVEL_DETOUR },
  })
  const works = config.MESSAGES_AT_ONCE > 0
  return {
    /** For the citizen's own data: what is kept of their messages, and its erasure. */
    own: {
      everything: async (account: string) => ({ ...await kept.everything(account), permits: await permits.everything(account) }),
      forget: async (account: string): Promise<void> => { for (const held of [kept, permits, followers]) await held.forget(account) },
    },
    merge: kept.merge,
    handlers: messageRoutes(service, departures),
    touch: (hallId: string, of: 'queue' | 'book'): void => { if (works) follower.touch(hallId, of) },
    watch: (owner: string, { ticket: { ticketId, hallId }, ahead }: TicketPosition): void => {
      watched.watch({ ticketId, hallId, owner, shown: ahead, since: clock() }).catch((error: unknown) => logger.warn({ hallId, problem: String(error) }, 'a number could not be watched'))
    },
    /** Whoever sees a case as their own is told when it moves. */
    followed: (handlers: Handlers<'listCases' | 'readCase'>): Handlers<'listCases' | 'readCase'> => followed(handlers, (citizenId, personId, caseNos) => {
      followers.follow(citizenId, personId, caseNos, clock()).catch((error: unknown) => logger.warn({ problem: String(error) }, 'a case could not be followed'))
    }),
    rounds: [...(works ? [follower, onlooker, worker, watch] : []), { start: () => undefined, stop: () => jobs.close() }],
  }
}

type OfCitizen = (citizenId: string, ...rest: unknown[]) => unknown
const forPerson = (store: MessageStore, citizenOf: Parts['citizenOf']): MessageStore =>
  Object.fromEntries(Object.entries(store).map(([name, act]) => [name, async (account: string, ...rest: unknown[]) => (act as OfCitizen)(await citizenOf(account), ...rest)])) as unknown as MessageStore

const namesOf = ({ directory, items, shelf, online }: Parts): Names => ({
  hall: (hallId) => directory.find(hallId)?.name ?? online,
  line: (hallId, lineId) => directory.find(hallId)?.lines.find((line) => line.lineId === lineId)?.name ?? { zh: lineId, en: lineId },
  window: (hallId, windowId) => directory.find(hallId)?.windows.find((window) => window.windowId === windowId)?.name ?? { zh: `${windowId}号窗口`, en: `Window ${windowId}` },
  item: (caseNo) => {
    const itemId = shelf.itemOf(implementationOf(caseNo))
    return (itemId === null ? undefined : shelf.now()?.items.entries.get(itemId)?.name ?? items.get(itemId)?.name) ?? { zh: '您的办件', en: 'Your case' }
  },
  returnMinutes: (hallId) => directory.find(hallId)?.returnMinutes ?? 30,
})

/** Nobody keeps a telephone number, or the language of a phone, yet. */
const reachOf = ({ handlesOf }: Parts): Reach => ({
  of: async (citizenId) => {
    const [wechat, alipay] = await Promise.all([handlesOf(citizenId, 'wechat'), handlesOf(citizenId, 'alipay')])
    return { wechat, alipay, phone: null, language: 'zh' }
  },
})

const ticketsOf = ({ directory, queue }: Parts): Tickets => ({
  read: async (citizenId, ticketId) => {
    const { hallId, state, ahead, wait } = await queue.read(citizenId, ticketId, null)
    const hall = directory.find(hallId)
    if (!hall) throw new ContractError('TICKET_NOT_FOUND')
    return { hallId, state, ahead, wait, followed: !hall.systems.queue, place: hall.place }
  },
})

const followed = (handlers: Handlers<'listCases' | 'readCase'>, follow: (citizenId: string, personId: string, caseNos: readonly string[]) => void): typeof handlers => ({
  listCases: async (input, call) => {
    const answer = await handlers.listCases(input, call)
    if ('cases' in answer) follow(call.citizen.citizenId, input.query.personId, answer.cases.map(({ caseNo }) => caseNo))
    return answer
  },
  readCase: async (input, call) => {
    const answer = await handlers.readCase(input, call)
    follow(call.citizen.citizenId, input.query.personId, [input.params.caseNo])
    return answer
  },
})
