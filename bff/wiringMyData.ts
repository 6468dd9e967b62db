import { ContractError } from '@shared/errors'
import type { LocalText } from '@shared/endpoint'
import { moves } from '@shared/ticketStates'
import type { AppointmentService } from './capabilities/appointments/service'
import type { WaitingService } from './capabilities/appointments/waiting'
import type { DataHolder } from './capabilities/mydata/port'
import { myDataRoutes } from './capabilities/mydata/routes'
import { MyDataService } from './capabilities/mydata/service'
import type { PersonService } from './capabilities/persons/service'
import type { QueueService } from './capabilities/queue/service'
import type { RatingService } from './capabilities/ratings/service'
import type { Clock } from './platform/clock'
import type { wireIdentity } from './wiringIdentity'
import type { wireNotifications } from './wiringNotifications'

const DAY_MS = 86_400_000
/** The person's own book of visits outlasts the time in which absences count. */
const VISITS_DAYS = 180
const AUDIT_DAYS = 183
/** Of jobs, whatever became of them; and a book is open for thirty working days at most, whose reminders are made when it is booked. */
const [MESSAGES_DAYS, REMINDERS_DAYS] = [7, 60]

interface Parts {
  readonly clock: Clock
  readonly who: Pick<ReturnType<typeof wireIdentity>, 'identity' | 'accounts' | 'store'>
  readonly persons: PersonService
  readonly queue: QueueService
  readonly appointments: AppointmentService
  readonly waiting: WaitingService
  readonly ratings: RatingService
  readonly ticketDays: number
  readonly copyDays: number
  readonly messages: ReturnType<typeof wireNotifications>['own']
}

/** What can no longer be taken back stays as it is. */
const where = async (act: Promise<unknown>, ...settled: readonly string[]): Promise<void> => {
  await act.catch((error: unknown) => {
    if (!(error instanceof ContractError) || !settled.includes(error.code)) throw error
  })
}
const text = (zh: string, en: string): LocalText => ({ zh, en })
const first = ([citizenId = '']: readonly string[]): string => citizenId
const recordsOf = (found: readonly object[]): Record<string, unknown>[] => found.map((one) => ({ ...one }))

/** Joins a citizen's wish to see or erase what is held with everything that holds it. */
export const wireMyData = (parts: Parts) => ({
  handlers: myDataRoutes(new MyDataService([ticketsOf(parts), appointmentsOf(parts), waitingOf(parts), ratingsOf(parts), personsOf(parts), messagesOf(parts), accountOf(parts)], parts.clock), async (account) => {
    parts.who.identity.doubt([account])
    return parts.who.identity.accountsOf(account)
  }),
})

/** Nobody is told that all is given back while somebody who keeps a part of it is silent. */
const whole = <T extends { readonly missing: readonly LocalText[] }>(found: T): T => {
  if (found.missing.length > 0) throw new ContractError('UNAVAILABLE')
  return found
}
/** What is shown says who did not answer. */
const told = (found: readonly object[], missing: readonly LocalText[]): Record<string, unknown>[] => [...recordsOf(found), ...missing.map((silent) => ({ silent }))]

const ticketsOf = ({ queue, ticketDays }: Parts): DataHolder => ({
  part: 'tickets', title: text('取过的号', 'Numbers taken'),
  held: async (accounts) => {
    const { tickets, missing } = await queue.list(first(accounts))
    return told(tickets, missing)
  },
  erase: async ({ accounts }) => {
    const { tickets } = whole(await queue.list(first(accounts)))
    for (const { ticketId, state } of tickets) {
      if (state in moves.cancel) await where(queue.move(first(accounts), `erase-${ticketId.slice(-20)}`, ticketId, { move: 'cancel' }), 'ILLEGAL_MOVE', 'TICKET_NOT_FOUND')
    }
  },
  keeps: (now) => [{
    what: text('近几天叫号的记录，不含姓名和证件号', 'The hall’s record of the last days’ calls, without a name or number'),
    why: text('叫号公开可查，供核对有无插队', 'Calls are open to check, so that nobody can be let past in secret'), until: now + (ticketDays + 1) * DAY_MS,
  }],
})

const appointmentsOf = ({ appointments }: Parts): DataHolder => ({
  part: 'appointments', title: text('预约', 'Appointments'),
  held: async (accounts) => {
    const { appointments: found, missing } = await appointments.list(first(accounts))
    return told(found, missing)
  },
  erase: async ({ accounts }) => {
    const found = whole(await appointments.list(first(accounts))).appointments.filter(({ state }) => state === 'held' || state === 'booked')
    for (const { appointmentId } of found) {
      await where(appointments.move(first(accounts), `erase-${appointmentId.slice(-20)}`, appointmentId, { move: 'cancel' }), 'CANCEL_TOO_LATE', 'ILLEGAL_APPOINTMENT_MOVE', 'APPOINTMENT_NOT_FOUND')
    }
  },
  keeps: (now) => [{
    what: text('预约过的时段和爽约次数，不含姓名；已实名的，以加密摘要识别本人', 'Booked times and missed visits, without a name; of who was verified, known by a keyed hash'),
    why: text('预约规则：一人一天一约，多次爽约暂停预约', 'The rules of booking: one visit a day, and a pause after missed ones'), until: now + VISITS_DAYS * DAY_MS,
  }],
})

const waitingOf = ({ waiting }: Parts): DataHolder => ({
  part: 'waiting', title: text('候补', 'Waiting list'),
  held: async (accounts) => {
    const { waiting: found, missing } = await waiting.list(first(accounts))
    return told(found, missing)
  },
  erase: async ({ accounts }) => {
    const found = whole(await waiting.list(first(accounts))).waiting.filter(({ state }) => state !== 'ended')
    for (const { waitingId } of found) await where(waiting.leave(first(accounts), waitingId), 'WAITING_NOT_FOUND')
  },
})

const ratingsOf = ({ ratings }: Parts): DataHolder => ({
  part: 'ratings', title: text('评价', 'Ratings'),
  held: async (accounts) => recordsOf(await ratings.list(first(accounts))),
  erase: async ({ accounts }) => {
    for (let found = await ratings.list(first(accounts)); found.length > 0; found = await ratings.list(first(accounts))) {
      for (const { ratingId } of found) await where(ratings.remove(first(accounts), ratingId), 'RATING_NOT_FOUND')
    }
  },
  keeps: (now) => [{
    what: text('评价的等级和修改记录，不含文字、照片和姓名', 'The level of ratings and how they changed, without words, photos or a name'),
    why: text('等保三级：审计日志至少留存 6 个月', 'Classified protection, level 3: audit logs stay six months at least'), until: now + AUDIT_DAYS * DAY_MS,
  }],
})

const personsOf = ({ persons }: Parts): DataHolder => ({
  part: 'persons', title: text('办理人', 'People I act for'),
  held: async (accounts) => recordsOf((await Promise.all(accounts.map((citizenId) => persons.list(citizenId)))).flatMap(({ persons: all }) => all)),
  erase: async ({ accounts }) => { for (const citizenId of accounts) await persons.erase(citizenId) },
})

const messagesOf = ({ messages }: Parts): DataHolder => ({
  part: 'messages', title: text('消息和消息设置', 'Messages and their settings'),
  held: async (accounts) => {
    const found = await Promise.all(accounts.map((citizenId) => messages.everything(citizenId)))
    return found.flatMap(({ settings, permits, messages: inbox }, i) => [...(i === 0 ? [{ settings }] : []), ...(Object.keys(permits).length > 0 ? [{ permits }] : []), ...recordsOf(inbox)])
  },
  erase: async ({ accounts }) => { for (const citizenId of accounts) await messages.forget(citizenId) },
  keeps: (now) => [{
    what: text('还没发出或没发成的消息，不含姓名和证件号；不再发给您', 'Messages on their way or put aside, without a name or number; none is sent to you any more'),
    why: text('消息到期自动消失，没发成的留给运维查看，最长一周', 'They end by themselves; those put aside are for operators to look at, a week at most'), until: now + MESSAGES_DAYS * DAY_MS,
  }, {
    what: text('为预约排好的提醒，不含姓名和证件号；不再发给您', 'Reminders made when a visit was booked, without a name or number; none is sent to you any more'),
    why: text('到提醒的时间自动消失', 'Each ends by itself at the time it was made for'), until: now + REMINDERS_DAYS * DAY_MS,
  }],
})

const accountOf = ({ who, messages, copyDays }: Parts): DataHolder => ({
  part: 'account', title: text('账号、实名和登录', 'Account, real name and devices'),
  held: async (accounts) => {
    const [kept, consents, devices] = await Promise.all([
      who.accounts.readRealName(first(accounts)), who.accounts.consentsOf(accounts), who.identity.devices({ accounts, deviceId: '' }),
    ])
    const realName = kept && { name: kept.shown, idMasked: kept.idMasked, by: kept.by, at: kept.at }
    return [...(realName ? [{ realName }] : []), { accounts: accounts.length, consents, devices: devices.map(({ current: _, ...device }) => device) }]
  },
  erase: async ({ accounts, account }) => {
    await who.identity.endDevices(accounts, null)
    await who.accounts.erase(accounts, account)
    who.identity.doubt(accounts)
    // What was on its way while the account was still there.
    for (const citizenId of accounts) await messages.forget(citizenId)
  },
  keeps: (now) => [{
    what: text('没有做完的刷脸，加密保存', 'A face check that was not finished, sealed'), why: text('平台的核验最长一天', 'The platform’s check takes a day at most'), until: now + DAY_MS,
  }, {
    what: text('办件本身，以及查询时留下的加密副本', 'Cases themselves, and the sealed copies that looking at them left'),
    why: text('办件属于各部门的行政档案；副本到期自动消失', 'Cases are the departments’ records; the copies vanish by themselves'), until: now + copyDays * DAY_MS,
  }],
})
