import { randomUUID } from 'node:crypto'
import type { ConsoleView } from '@shared/console'
import type { Call } from './api'
import { decideClerk, type ClerkAct, type ClerkSight } from './clerk'
import { isRefusal, type Refused } from './failures'
import type { KnownHall } from './hall'
import type { Journal } from './journal'
import type { Lots } from './lots'
import { band } from './manners'
import type { Session } from './session'
import { clerkAccount } from './staff'
import type { Visits } from './visits'
import type { HallWindow } from './windows'

export interface ClerkParts {
  readonly call: Call
  readonly hall: KnownHall
  readonly sessionOf: (account: string) => Session
  readonly visits: Visits
  readonly lots: Lots
  readonly pace: number
  readonly journal: Journal
}
type WindowNow = ConsoleView['windows'][number]

/** After a refusal the console was out of date: it is read anew before the next act. */
const REST_MS = 5_000
/** Trying a wrong password again and again would lock the account. */
const LOCKED_OUT_MS = 600_000

/** Runs a hall's simulated windows: each round, every clerk looks at the console and does at most one thing. */
export const createClerks = ({ call, hall, sessionOf, visits, lots, pace, journal }: ClerkParts) => {
  const { hallId } = hall
  const desks = hall.windows.map((window) => {
    const account = clerkAccount(hallId, window.windowId)
    return { ...window, account, session: sessionOf(account), look: '', since: 0, atWork: false, afterVisit: false, restUntil: 0 }
  })
  type Desk = (typeof desks)[number]

  const sightOf = (desk: Desk, shown: WindowNow, view: ConsoleView): ClerkSight => {
    const { current } = shown
    const open = desks.filter((other) => view.windows.some(({ windowId, state }) => windowId === other.windowId && state === 'open'))
    const lines = view.lines.filter(({ lineId }) => desk.lineIds.includes(lineId))
    const served = (lineId: string, by: readonly HallWindow[]): boolean => by.some(({ lineIds }) => lineIds.includes(lineId))
    return {
      now: view.asOf, window: shown, since: desk.since, hallOpen: view.open,
      waiting: view.open && !view.paused && lines.some(({ waiting, paused }) => waiting > 0 && !paused),
      mayRest: desk.afterVisit && lines.every(({ lineId, waiting }) => waiting <= band.fewest + 1 || served(lineId, open.filter((other) => other !== desk))),
      ours: current !== null && visits.isOurs(current.ticketId), cameBack: current !== null && visits.cameBack(current.ticketId),
      itemMinutes: current?.itemId ? hall.minutes.get(current.itemId) : undefined,
      otherLines: view.lines.filter(({ lineId }) => lineId !== current?.lineId && served(lineId, open)).map(({ lineId }) => lineId),
    }
  }

  const carryOut = (decided: NonNullable<ClerkAct>, { windowId, session }: Desk): Promise<unknown> => session<unknown>((token) => {
    const params = { hallId, windowId }
    const as = { token, key: `day-${randomUUID()}` }
    switch (decided.act) {
      case 'open': return call('setWindow', { params, body: { state: 'open' } }, as)
      case 'pause': return call('setWindow', { params, body: { state: 'paused' } }, as)
      case 'call': return call('callNext', { params }, as)
      case 'transfer': return call('moveStaffTicket', { params: { ticketId: decided.ticketId }, body: { move: 'transfer', lineId: decided.lineId } }, as)
      default: return call('moveStaffTicket', { params: { ticketId: decided.ticketId }, body: { move: decided.act } }, as)
    }
  })

  const work = async (desk: Desk, shown: WindowNow, view: ConsoleView): Promise<void> => {
    const look = `${shown.state} ${shown.current?.ticketId ?? ''}`
    if (look !== desk.look) Object.assign(desk, { look, since: view.asOf, afterVisit: desk.atWork, atWork: shown.current !== null })
    // Somebody else sits here: a person took the window while it was closed.
    const isOthers = shown.state !== 'closed' && shown.account !== desk.account
    if (isOthers || view.asOf < desk.restUntil) return
    const decided = decideClerk(sightOf(desk, shown, view), lots, pace)
    if (!decided) return
    await carryOut(decided, desk).catch((error: unknown) => {
      if (!isRefusal(error)) throw error
      const lockedOut = isRefusal(error, 'PASSWORD_WRONG', 'ACCOUNT_LOCKED')
      desk.restUntil = view.asOf + (lockedOut ? LOCKED_OUT_MS : REST_MS)
      if (!isRefusal(error, 'NOBODY_WAITING')) journal.sometimes(`${hallId}, window ${desk.windowId}: ${(error as Refused).message}`)
    })
  }

  return {
    work: async (view: ConsoleView): Promise<void> => {
      for (const desk of desks) {
        const shown = view.windows.find(({ windowId }) => windowId === desk.windowId)
        if (shown) await work(desk, shown, view)
      }
    },
  }
}
