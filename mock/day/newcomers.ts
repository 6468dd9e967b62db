import { randomUUID } from 'node:crypto'
import type { ConsoleView } from '@shared/console'
import type { LineView } from '@shared/halls'
import type { Call } from './api'
import { decideArrivals, type LineNow } from './arrivals'
import { isRefusal } from './failures'
import { lineMinutes, type KnownHall } from './hall'
import type { Journal } from './journal'
import type { Lots } from './lots'
import { manners } from './manners'
import { liveTickets, type Person } from './people'
import type { Visits } from './visits'
import { throughput } from './windows'

export interface NewcomerParts {
  readonly call: Call
  readonly hall: KnownHall
  readonly people: readonly Person[]
  readonly visits: Visits
  readonly lots: Lots
  readonly pace: number
  readonly journal: Journal
}

const ARRIVALS_AT_ONCE = 2
const FOUND_AGAIN_AT_ONCE = 2
/** Nothing was asked before the first round: as if a moment had passed. */
const FIRST_ROUND_MS = 2_000

/** Lets simulated citizens come in, scan the hall's code and take a number, as phones do. */
export const createNewcomers = ({ call, hall, people, visits, lots, pace, journal }: NewcomerParts) => {
  const { hallId } = hall
  let code: { readonly text: string; readonly changesAt: number } | undefined
  let askedAt: number | undefined

  const currentCode = async (now: number): Promise<string> => {
    if (!code || now >= code.changesAt) {
      const shown = await call('readScreenCode', { params: { hallId } }, { screenKey: hall.screenKey })
      code = { text: shown.code, changesAt: shown.changesAt }
    }
    return code.text
  }

  /** Learns what a citizen holds already, which they may from before a restart. */
  const remember = async (person: Person): Promise<void> => {
    for (const ticket of await liveTickets(call, person, hallId)) visits.add(person, ticket)
  }

  const take = async (person: Person, { lineId, itemIds, priorities }: LineView, now: number): Promise<void> => {
    const { presence } = await call('scanCode', { body: { code: await currentCode(now), expectHallId: hallId } })
    if (!presence) return
    const itemId = lots.happens(manners.noItem, 'no item', lineId, now) ? undefined : lots.pick(itemIds, 'item', lineId, now)
    const offered = priorities.flatMap((reason) => (reason === 'green-lane' ? [] : [reason]))
    const priority = lots.happens(manners.priority, 'priority', lineId, now) ? lots.pick(offered, 'reason', lineId, now) : undefined
    const body = { hallId, lineId, presence, ...(itemId && { itemId }), ...(priority && { priority }) }
    // Should the answer be lost, they may hold a number that is not known here.
    person.known = false
    const ticket = await person.session((token) => call('takeTicket', { body }, { token, key: `day-${randomUUID()}` }))
    person.known = true
    visits.add(person, ticket)
  }

  const lineNow = (view: ConsoleView) => (line: LineView): LineNow => {
    const shown = view.lines.find((one) => one.lineId === line.lineId)
    const open = hall.windows.filter(({ windowId }) => view.windows.some((one) => one.windowId === windowId && one.state === 'open'))
    return {
      lineId: line.lineId, waiting: shown?.waiting ?? 0, issued: shown?.issued ?? 0, capacity: line.capacity, paused: shown?.paused ?? true,
      throughput: throughput(line.lineId, open, lineMinutes(hall, line), pace),
    }
  }

  return {
    /** One round: those whose time it is come in. */
    come: async (view: ConsoleView): Promise<void> => {
      const sinceMs = askedAt === undefined ? FIRST_ROUND_MS : view.asOf - askedAt
      askedAt = view.asOf
      if (!view.open || view.paused) return
      const due = decideArrivals(hall.lines.map(lineNow(view)), { now: view.asOf, sinceMs, pace }, lots)
      for (const lineId of due.slice(0, ARRIVALS_AT_ONCE)) {
        const line = hall.lines.find((one) => one.lineId === lineId)
        const person = lots.pick(people.filter(visits.holdsNothing), 'person', lineId, view.asOf)
        if (!line || !person) continue
        if (!person.known) await remember(person)
        if (!visits.holdsNothing(person)) continue
        await take(person, line, view.asOf).catch((error: unknown) => {
          if (!isRefusal(error)) throw error
          code = undefined
          journal.sometimes(`${hallId}: ${(error as Error).message}`)
        })
      }
    },
    /** After a restart: a few citizens more find their own numbers again, while there are numbers that are nobody's. */
    findAgain: async ({ windows, lines }: ConsoleView): Promise<void> => {
      const shown = [...windows.flatMap(({ current }) => current ?? []), ...lines.flatMap(({ next }) => next)]
      if (shown.every(({ ticketId }) => visits.isOurs(ticketId))) return
      for (const person of people.filter(({ known }) => !known).slice(0, FOUND_AGAIN_AT_ONCE)) await remember(person)
    },
  }
}
