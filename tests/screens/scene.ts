import { setTimeout } from 'node:timers/promises'
import type { Bulletin } from '@shared/bulletins'
import { endpoints } from '@shared/endpoints'
import { createBulletinStore } from '../../bff/engine/supervision/bulletins'
import { fillBook } from './bookings'
import { sceneClock, type SceneClock } from './clock'
import { remember, type Memory } from './memory'
import { bookVisit } from './visits'
import { startStack, type Stack } from '../support/stack'
import { newKey, type Citizen, type Member } from '../support/people'
import { aPhoto } from '../support/pictures'

const HALL = 'demo'
const MINUTE = 60_000

/** A hall in the middle of its day, and citizens in every state a ticket can be in. */
export interface Scene {
  readonly stack: Stack
  readonly screenLink: string
  /** Of a hall that closes in the evening. */
  readonly closingScreen: string
  readonly clerk: Member
  readonly supervisor: Member
  readonly operator: Member
  readonly visitors: Readonly<Record<'waiting' | 'next' | 'called' | 'serving' | 'missed' | 'finished' | 'rated' | 'complained', { readonly number: string; readonly citizen: Citizen; readonly ticketId: string }>>
  /** Has a number in a hall that closes in the evening. */
  readonly latecomer: { readonly citizen: Citizen; readonly ticketId: string }
  /** Has come for one picture. */
  joined: { readonly citizen: Citizen; readonly ticketId: string } | null
  /** Signed in, and without a number. */
  readonly newcomer: Citizen
  /** Has an appointment, `booked`. */
  readonly booker: Citizen
  readonly booked: { readonly appointmentId: string; readonly day: string }
  /** Holds a place while `held` is set. */
  readonly holder: Citizen
  held: string
  /** Signed in with a real name, and has cases. */
  readonly follower: Citizen
  readonly presence: { readonly hallId: string; readonly presence: string; readonly expiresAt: number }
  /** What stood on the hall's screen an hour ago. */
  readonly oldCode: string
  readonly clock: SceneClock
  /** How each picture finds it; and in the evening, once that has come. */
  readonly memory: Memory
  evening: Memory | null
}

/** Always the same, whatever port was free: the code on the hall's screen holds it. */
const PUBLIC_URL = 'http://127.0.0.1:8100'

/** The hour before now is played through at once, by moving the server's clock. */
export const setScene = async (redisUrl: string, hallsDir: string): Promise<Scene> => {
  const clock = sceneClock()
  clock.pass(-60 * MINUTE)
  const settings = { RATE_LIMITS: 'false', FIGURES_SECONDS: '1', WAITS_SECONDS: '2', CLOSE_CHECK_SECONDS: '1', PUBLIC_URL }
  const stack = await startStack({ redisUrl, hallsDir, clock: clock.now, settings })
  const screenKey = await stack.people.screenKey(HALL)
  const { code: oldCode } = await stack.client.call('readScreenCode', { params: { hallId: HALL } }, { screenKey })
  const clerks = await Promise.all(['1', '2', '3', '4', '5', '6'].map(async (windowId) => ({ windowId, member: await stack.people.staff('clerk', [HALL]) })))
  for (const { windowId, member } of clerks) await stack.openWindow(member, HALL, windowId)
  const desk = (lineId: string) => stack.client.call('takeAtDesk', { params: { hallId: HALL }, body: { lineId } },
    { token: clerks[0]!.member.token, key: newKey() })
  const finish = async (member: Member, ticketId: string) => {
    await stack.move(member, ticketId, { move: 'start' })
    await stack.move(member, ticketId, { move: 'finish' })
  }
  let people = 100
  const holder = async (lineId: string) => {
    const citizen = await stack.people.citizen(people += 1)
    const { ticketId, number } = await stack.take(citizen, { hallId: HALL, lineId })
    return { citizen, ticketId, number }
  }

  const { lines } = await stack.client.call('readHall', { params: { hallId: HALL } })
  for (const { lineId } of lines) for (let i = 0; i < 6; i += 1) await desk(lineId)
  for (let turn = 0; turn < 10; turn += 1) {
    clock.pass(5 * MINUTE)
    for (const { windowId, member } of clerks) {
      const called = await stack.callNext(member, HALL, windowId).catch(() => null)
      if (called) await finish(member, called.ticketId)
    }
    for (const { lineId } of lines) await desk(lineId)
  }

  const first = clerks[0]!
  const lineOf = async (windowId: string) => {
    const { windows } = await stack.client.call('readHall', { params: { hallId: HALL } })
    return windows.find((window) => window.windowId === windowId)!.lineIds[0]!
  }
  /** Takes a number and has it called at the clerk's window, whoever stands before. */
  const calledAt = async ({ windowId, member }: typeof first) => {
    const visitor = await holder(await lineOf(windowId))
    for (;;) {
      const ticket = await stack.callNext(member, HALL, windowId)
      if (ticket.ticketId === visitor.ticketId) return visitor
      await finish(member, ticket.ticketId)
    }
  }
  const finished = await calledAt(first)
  await finish(first.member, finished.ticketId)
  const rated = await calledAt(first)
  await finish(first.member, rated.ticketId)
  await stack.client.call('rateVisit', { params: { ticketId: rated.ticketId }, body: { level: 5, tags: ['510', '517'], text: '' } },
    { token: rated.citizen.token, key: 'rated-for-the-picture' })
  const complained = await calledAt(first)
  await finish(first.member, complained.ticketId)
  await complain(stack, complained)
  const missed = await calledAt(first)
  for (const move of ['recall', 'recall', 'miss'] as const) await stack.move(first.member, missed.ticketId, { move })
  const serving = await calledAt(clerks[1]!)
  await stack.move(clerks[1]!.member, serving.ticketId, { move: 'start' })
  const called = await calledAt(first)
  clock.pass(9 * MINUTE)
  for (const { lineId } of lines) for (let i = 0; i < 5; i += 1) await desk(lineId)
  const waiting = await holder(lines[0]!.lineId)
  for (const { windowId, member } of clerks.slice(2)) await stack.callNext(member, HALL, windowId).catch(() => null)
  // The window of one line only works through it, so that whoever comes now is the next.
  const fifth = clerks[4]!
  for (;;) {
    const { windows } = await stack.client.call('readConsole', { params: { hallId: HALL } }, { token: fifth.member.token })
    const current = windows.find(({ windowId }) => windowId === fifth.windowId)?.current
    if (current) await finish(fifth.member, current.ticketId)
    if (!await stack.callNext(fifth.member, HALL, fifth.windowId).catch(() => null)) break
  }
  const next = await holder(await lineOf(fifth.windowId))

  const screenOf = async (hallId: string): Promise<string> => {
    const { screen } = await stack.client.call('readScreenLink', { params: { hallId } }, { token: (await stack.people.operator()).token })
    return `${stack.url}${screen.slice(PUBLIC_URL.length)}`
  }
  const supervisor = await stack.people.staff('supervisor')
  await fillBook(stack, HALL, supervisor, clock.now())
  const booker = await stack.people.citizen(people += 1)
  const late = await stack.people.citizen(people += 1)
  const latecomer = { citizen: late, ticketId: (await stack.take(late, { hallId: 'tianhe', lineId: 'A' })).ticketId }
  const told = {
    booker, booked: await bookVisit(stack, booker), holder: await stack.people.citizen(people += 1), held: '', latecomer, joined: null,
    stack, screenLink: await screenOf(HALL), closingScreen: await screenOf('tianhe'), clerk: first.member, supervisor, operator: await stack.people.staff('operator'), newcomer: await stack.people.citizen(people += 1),
    follower: await stack.people.citizen(1, 'web'),
    visitors: { waiting, next, called, serving, missed, finished, rated, complained },
    presence: { hallId: HALL, presence: await stack.presence(HALL), expiresAt: clock.now() + 15 * MINUTE },
  }
  clock.stop()
  // Until what the server reckons by itself every second or two has been reckoned of now.
  await setTimeout(5_000)
  return { ...told, oldCode, clock, memory: await remember(stack.redis), evening: null }
}


/** A bad rating with words and a photo, answered by the office; and a bulletin. */
const complain = async (stack: Stack, { citizen, ticketId }: { readonly citizen: Citizen; readonly ticketId: string }): Promise<void> => {
  const { photoId } = await stack.client.call('uploadPhoto', { body: await aPhoto('steelblue') }, { token: citizen.token })
  const said = { level: 1, tags: ['110', '113'], text: '演示：排队四十分钟，窗口让我去另一个窗口，来回两次。', photos: [photoId], anonymous: false }
  await stack.client.call('rateVisit', { params: { ticketId }, body: said }, { token: citizen.token, key: newKey() })
  const office = await stack.people.staff('supervisor', [HALL])
  for (const [step, text] of [['contact', '已致电说明情况，了解了当时的经过。'], ['rectify', '上午增开一个综合窗口，并统一了受理口径。'], ['reply', '已增开窗口，今后同一事项不再换窗口办理。']] as const) {
    await stack.client.call('stepOrder', { params: { ratingId: ticketId }, body: { step, text } }, { token: office.token, key: newKey() })
  }
  await createBulletinStore(stack.redis).keep(endpoints.readBulletin.example.output as unknown as Bulletin)
}
