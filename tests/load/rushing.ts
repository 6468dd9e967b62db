import type { ErrorCode, ErrorEnvelope } from '@shared/errors'
import { serviceDay, startOfDay } from '@shared/time'
import { setTimeout as pause } from 'node:timers/promises'
import type { HallFile } from '../../bff/capabilities/halls/config'
import { systemClock } from '../../bff/platform/clock'
import { solve } from '../../miniapp/src/capabilities/rush/solve'
import { hallFile } from '../support/halls'
import { newKey, type Citizen } from '../support/people'
import type { Wire } from '../support/wire'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const ITEM = 'residence-permit'

export interface Release {
  /** The instant at which the day is released. */
  readonly at: number
  readonly day: string
  readonly hall: HallFile
  /** The beginnings of its slots. */
  readonly slots: readonly number[]
  readonly places: number
}

/** A hall whose next day is released at the first full minute that is at least so far away, `slots` of an hour with `capacity` places each. */
export const nextRelease = (hallId: string, { slots, capacity, leadMs }: { slots: number; capacity: number; leadMs: number }): Release => {
  const at = Math.ceil((systemClock() + leadMs) / MINUTE_MS) * MINUTE_MS
  const minute = Math.floor((at - startOfDay(serviceDay(at))) / MINUTE_MS)
  const two = (value: number): string => String(value).padStart(2, '0')
  const from = 24 - slots
  const booking = {
    slotMinutes: 60, capacity, reserve: 0, leadMinutes: 0, horizonDays: 1, releaseAt: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    hours: Array.from({ length: 7 }, (): [string, string][] => [[`${two(from)}:00`, '24:00']]),
  }
  const dayStart = startOfDay(serviceDay(at)) + DAY_MS
  return {
    at, day: serviceDay(dayStart), places: slots * capacity, slots: Array.from({ length: slots }, (_, i) => dayStart + (from + i) * 60 * MINUTE_MS),
    hall: hallFile({ hallId, lines: [{ lineId: 'A', name: { zh: '综合业务', en: 'General' }, itemIds: [ITEM], booking }], windows: [{ windowId: '1', lineIds: ['A'] }] }),
  }
}

/** Somebody who wants one place, under one key however often they ask. */
export interface Seeker { readonly token: string; readonly headers: string; readonly body: Readonly<Record<string, unknown>> }
export const seekersOf = (citizens: readonly Citizen[], { hall, slots }: Release): Seeker[] => citizens.map(({ token }, i) => ({
  token, body: { hallId: hall.hallId, lineId: 'A', itemIds: [ITEM], startsAt: slots[i % slots.length] },
  // Each comes from a place of their own.
  headers: `Authorization: Bearer ${token}\r\nIdempotency-Key: ${newKey()}\r\nX-Forwarded-For: 10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}\r\n`,
}))

export interface Heard { readonly status: number; readonly code: ErrorCode | null; readonly text: string }
export const ask = async (wire: Wire, { headers }: Seeker, method: string, path: string, body?: unknown): Promise<Heard> => {
  const { status, text } = await wire.ask(method, path, headers, body === undefined ? undefined : JSON.stringify(body))
  return { status, text, code: status < 400 ? null : (JSON.parse(text) as ErrorEnvelope).error.code }
}
export const hold = (wire: Wire, seeker: Seeker, work?: string): Promise<Heard> => ask(wire, seeker, 'POST', '/api/appointments', { ...seeker.body, ...(work && { work }) })

/** Does what the server asks for, as the phone does unseen. */
export const workOut = async (wire: Wire, seeker: Seeker): Promise<string> => {
  const { status, text } = await ask(wire, seeker, 'GET', '/api/rush/challenge')
  if (status !== 200) throw new Error(`a challenge was refused: ${status} ${text}`)
  const { challenge, bits } = JSON.parse(text) as { challenge: string; bits: number }
  const work = await solve(challenge, bits, { now: systemClock, pause: (ms) => pause(ms) })
  if (work === null) throw new Error('no work was found')
  return work
}

/** What became of somebody. Milliseconds from when the day was released. */
export interface Fate { readonly last: Heard; readonly refusals: readonly ErrorCode[]; readonly firstMs: number; readonly lastMs: number; /** The slowest of the single answers. */ readonly slowestMs: number; /** Connections that broke before an answer. */ readonly broken: number }

/** Asks until there is a place or none is left, as the phone does: works when asked to, comes back with the same key when the server is busy or the line broke. */
export const seek = async (wire: Wire, seeker: Seeker, releasedAt: number, comeBackMs: number, prepared?: string): Promise<Fate> => {
  const refusals: ErrorCode[] = []
  let [work, firstMs, slowestMs, broken] = [prepared, 0, 0, 0]
  for (;;) {
    const began = systemClock()
    const last = await hold(wire, seeker, work).catch(() => null)
    if (last === null) {
      broken += 1
      await pause(comeBackMs * (1 + Math.random()))
      continue
    }
    const now = systemClock()
    slowestMs = Math.max(slowestMs, now - began)
    firstMs ||= now - releasedAt
    // On a machine with far too much to do an act may grow so old on its way that the book takes its time for a wrong clock's.
    if (last.code !== 'BUSY' && last.code !== 'CLOCK_WRONG' && last.code !== 'WORK_NEEDED') return { last, refusals, firstMs, lastMs: now - releasedAt, slowestMs, broken }
    refusals.push(last.code)
    if (last.code === 'WORK_NEEDED') work = await workOut(wire, seeker)
    else await pause(comeBackMs * (1 + Math.random()))
  }
}

/** Waits for the very instant, not a millisecond less. */
export const until = async (at: number): Promise<void> => {
  while (systemClock() < at) await pause(Math.max(0, Math.min(1_000, at - systemClock() - 2)))
}
