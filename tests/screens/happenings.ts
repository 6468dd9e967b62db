import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { serviceDay } from '@shared/time'
import { demoEnterprises } from '../../mock/world/people'
import type { Sent } from '../support/client'
import { demoPerson } from '../support/faces'
import { newKey } from '../support/people'
import { passTime } from './page'
import { putBack, remember } from './memory'
import type { Scene } from './scene'
import { freeSlots, hold, move } from './visits'

const HALL = 'demo'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** As long as a page may take to ask anew. */
const ASKED_AGAIN_MS = 61_000

/** Somebody with priority comes, and stands ahead of whoever waits in the first line. */
export const comesAhead = async ({ stack, clerk }: Scene): Promise<void> => {
  await stack.client.call('takeAtDesk', { params: { hallId: HALL }, body: { lineId: 'A', priority: 'elder' } }, { token: clerk.token, key: newKey() })
}

/** Somebody takes a number, and a few come after them. */
export const comesIn = async (scene: Scene): Promise<void> => {
  const { stack, clerk } = scene
  const citizen = await stack.people.citizen(900)
  scene.joined = { citizen, ticketId: (await stack.take(citizen, { hallId: HALL, lineId: 'A' })).ticketId }
  for (let i = 0; i < 4; i += 1) await stack.client.call('takeAtDesk', { params: { hallId: HALL }, body: { lineId: 'A' } }, { token: clerk.token, key: newKey() })
}

/** Whoever has come does something with their number, on a phone that is not photographed. */
export const onOtherPhone = async ({ stack, joined }: Scene, body: Sent<'moveTicket'>['body']): Promise<void> => {
  if (!joined) throw new Error('nobody has come')
  await stack.client.call('moveTicket', { params: { ticketId: joined.ticketId }, body }, { token: joined.citizen.token, key: newKey() })
}

/** A place is held for a few minutes only, so each picture has its own. `kept`: confirmed at once. */
export const holdPlace = async (scene: Scene, kept = false): Promise<void> => {
  scene.held = (await hold(scene.stack, scene.holder, 5)).appointmentId
  if (kept) await move(scene.stack, scene.holder, scene.held, { move: 'confirm' })
}

/** The appointment that is photographed is changed on another phone, and the page hears of it. */
export const bookingChanges = (made: 'confirm' | 'cancel' | 'reschedule') => async (page: Page, scene: Scene): Promise<void> => {
  const { stack, holder, held } = scene
  await move(stack, holder, held, made === 'reschedule' ? { move: made, startsAt: (await freeSlots(stack))[2]!.startsAt } : { move: made })
  await passTime(page, ASKED_AGAIN_MS, scene.clock)
}

/** A parent, and an enterprise that has authorised them. */
export const actsForOthers = async ({ stack, follower, clock }: Scene): Promise<void> => {
  const [{ name, creditCode }] = demoEnterprises
  const add = (body: Sent<'addPerson'>['body']) => stack.client.call('addPerson', { body }, { token: follower.token, key: newKey() })
  await add({ kind: 'family', ...demoPerson(3), relation: 'parent', consent: true, consentBy: 'given' })
  await add({ kind: 'enterprise', name, creditCode, authorisedUntil: serviceDay(clock.now() + 30 * DAY), consent: true })
}

/** Whoever follows cases signs in on a second device. */
export const signsInElsewhere = async ({ stack }: Scene): Promise<void> => { await stack.people.citizen(1, 'web') }

/** The hall gives and calls no numbers. */
export const pauseHall = async ({ stack, supervisor }: Scene): Promise<void> => {
  await stack.client.call('pauseHall', { params: { hallId: HALL }, body: { paused: true } }, { token: supervisor.token })
}

/** The halls have closed, and whoever still waited was told. A day is ended once, so what that left is kept. */
export const dayEnds = async (scene: Scene): Promise<void> => {
  const { stack: { redis }, clock } = scene
  clock.pass(9 * 60 * MINUTE)
  if (scene.evening) { await putBack(redis, scene.evening); return }
  await setTimeout(5_000)
  scene.evening = await remember(redis)
}
