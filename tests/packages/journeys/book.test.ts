import { clockTime, serviceDay, startOfDay } from '@shared/time'
import type { HallFile } from '../../../bff/capabilities/halls/config'
import { systemClock } from '../../../bff/platform/clock'
import { twoHalls, useStack } from '../../support/stack'
import { newKey } from '../../support/people'
import { onTheScreen, openWindow, type StaffedWindow } from '../visit'
import { packages, useWalk } from './walk'

const HOUR_MS = 3_600_000
/** Line A can be booked for the next hours only, so that a day has no more times than one looks at. */
const halls = (): HallFile[] => {
  const now = systemClock()
  const until = Math.min(now + 4 * HOUR_MS, startOfDay(serviceDay(now)) + 24 * HOUR_MS - 60_000)
  const hours = Array.from({ length: 7 }, (): [string, string][] => [[clockTime(now), clockTime(until)]])
  return twoHalls().map((hall) => ({ ...hall, lines: hall.lines.map((line) => (line.lineId === 'A' ? { ...line, booking: { ...line.booking, hours } } : line)) }))
}
const stack = useStack({ halls: halls(), settings: { RATE_LIMITS: 'false' } })
/** Window 2 of each package's hall. */
const window: Record<string, StaffedWindow> = {}
beforeAll(async () => {
  window.weapp = await openWindow(stack())
  window.alipay = await openWindow(stack(), 'other')
})

const slot = /^\d\d:\d\d–\d\d:\d\d，余 \d$/

describe.each(packages)('an appointment with the built %s package', (name) => {
  const walk = useWalk(name, stack)
  const mine = async () => (await stack().client.call('listAppointments', {}, { token: walk.token() ?? '' })).appointments

  /** Each package has a hall of its own, so that neither takes the other's places. */
  const hall = name === 'weapp' ? /^测试大厅/ : /^另一测试大厅/
  const tapDay = async (index: number): Promise<void> => {
    await walk.host.until('the days', () => walk.host.view.find({ role: 'button', name: /余 \d+ 个/ }).length > index)
    const day = walk.host.view.find({ role: 'button', name: /余 \d+ 个/ })[index]
    if (day) walk.host.view.tap(day)
    await walk.host.until('a time that is free', () => walk.host.view.find({ role: 'button', name: slot }).length > 4)
  }
  /** From home to the times of a day, the first unless told. */
  const chooseDay = async (index = 0): Promise<void> => {
    await walk.host.launch()
    await walk.press('预约')
    await walk.reaches('book')
    await walk.press(/居住证办理/, 'checkbox')
    await walk.press('下一步：选大厅')
    await walk.press(hall, 'link')
    await walk.reaches('book-slot')
    await tapDay(index)
  }
  /** Taps the time that stands so far down the list. */
  const tapSlot = (index: number): void => {
    const tile = walk.host.view.find({ role: 'button', name: slot })[index]
    if (!tile) throw new Error(`there is no time ${index} on a page that says ${walk.says()}`)
    walk.host.view.tap(tile)
  }
  /** Holds the time that stands second; the first may begin while one signs in. */
  const holdOne = async (day = 0): Promise<string> => {
    await chooseDay(day)
    tapSlot(1)
    await walk.agreeAndSignIn()
    await walk.reaches('appointment')
    await walk.sees('为您留到')
    return walk.host.page().query.id ?? ''
  }
  const bookOne = async (day = 0): Promise<string> => {
    const id = await holdOne(day)
    await walk.press('确认预约')
    await walk.sees('约好了')
    return id
  }
  /** The citizen scans the hall's screen with the host's own scanner, while the app is still running. */
  const scanOutside = async (): Promise<void> => {
    const { link } = await onTheScreen(stack(), name === 'weapp' ? 'test' : 'other')
    await walk.host.hide()
    await walk.host.show(name === 'weapp' ? { path: 'pages/scan/index', scene: 1011, query: { q: encodeURIComponent(link) } } : { scene: 1011, query: { qrCode: link } })
  }

  it('is held by a tap, confirmed, moved to another time, and stays one', async () => {
    const id = await bookOne(1)
    const [before] = await mine()
    expect(before).toMatchObject({ appointmentId: id, state: 'booked' })
    await walk.press('改时间')
    await walk.reaches('book-slot')
    await tapDay(1)
    await walk.sees('新时间约到后，原来的才取消')
    tapSlot(4)
    await walk.press('改到这个时间')
    await walk.reaches('appointment')
    await walk.sees('已预约')
    const live = (await mine()).filter(({ state }) => state === 'booked')
    expect(live).toHaveLength(1)
    expect(live[0]?.startsAt).not.toBe(before?.startsAt)
  }, 60_000)

  it('is checked in by a scan in the hall: the scan leads to it, not into a second line, and one tap to a number', async () => {
    const id = await bookOne()
    await scanOutside()
    await walk.reaches('appointment')
    expect(walk.host.page().query.id).toBe(id)
    await walk.sees('您已在大厅扫码，点一下就签到')
    await walk.press('签到')
    await walk.reaches('ticket')
    const { tickets } = await stack().client.call('listTickets', {}, { token: walk.token() ?? '' })
    expect(tickets).toEqual([expect.objectContaining({ lineId: 'A', state: 'waiting' })])
    expect(walk.takings()).toBe(0)
    await window[name]?.callNext()
    await walk.sees('请到2号窗口')
  }, 60_000)

  it('is checked in from its own page by the scanner in the app', async () => {
    await bookOne()
    walk.host.phone.scanned = (await onTheScreen(stack(), name === 'weapp' ? 'test' : 'other')).link
    await walk.press('扫码签到')
    await walk.reaches('ticket')
    expect(await mine()).toEqual([expect.objectContaining({ state: 'arrived' })])
  }, 60_000)

  it('gives a held place back when its page is left without a word', async () => {
    await holdOne(2)
    walk.host.back()
    await walk.reaches('book-slot')
    await walk.host.until('the place to be given back', () => walk.host.phone.requests.some(({ url }) => url.endsWith('/moves')))
    expect((await mine()).filter(({ state }) => state === 'held' || state === 'booked')).toEqual([])
  }, 60_000)

  it('keeps a held place for somebody whose phone ends the app, and is confirmed after a new start', async () => {
    await holdOne(2)
    await walk.reopen()
    await walk.sees(/还没确认，\d:\d\d 后退回/)
    await walk.press(/待确认/, 'link')
    await walk.reaches('appointment')
    await walk.press('确认预约')
    await walk.sees('约好了')
    expect(await mine()).toEqual([expect.objectContaining({ state: 'booked' })])
  }, 60_000)

  it('is confirmed once though the answer was lost on the way', async () => {
    await holdOne(3)
    let lost = 0
    walk.host.phone.fate = ({ method, path }) => (method === 'POST' && path.endsWith('/moves') && (lost += 1) <= 1 ? 'answer lost' : 'arrives')
    await walk.press('确认预约')
    await walk.sees('约好了')
    expect(await mine()).toEqual([expect.objectContaining({ state: 'booked' })])
    expect(lost).toBe(2)
  }, 60_000)

  it('joins the waiting list of a full day, is offered the place that comes free, and takes it', async () => {
    const full = await stack().people.citizen(900 + (name === 'weapp' ? 1 : 2))
    const visit = { hallId: 'other', lineId: 'B', itemIds: ['social-insurance-enrolment'] }
    const { days } = await stack().client.call('listDays', { params: { hallId: 'other', lineId: 'B' }, query: { itemIds: visit.itemIds.join(',') } })
    const day = days.filter(({ state }) => state === 'open').at(name === 'weapp' ? -1 : -2)?.day ?? ''
    const { slots } = await stack().client.call('listSlots', { params: { hallId: 'other', lineId: 'B', day }, query: { itemIds: visit.itemIds.join(',') } })
    const held = await stack().client.call('holdSlot', { body: { ...visit, startsAt: slots[0]?.startsAt ?? 0, personId: 'self' } }, { token: full.token, key: newKey() })
    await stack().client.call('moveAppointment', { params: { appointmentId: held.appointmentId }, body: { move: 'confirm' } }, { token: full.token, key: newKey() })

    await walk.signInFirst()
    await walk.openMessage('book-slot', { hall: 'other', line: 'B', items: 'social-insurance-enrolment', day })
    await walk.press('加入候补')
    walk.host.phone.subscriptions.answer = 'accept'
    const joins = walk.host.view.find({ role: 'button', name: '加入候补' })
    walk.host.view.tap(joins.at(-1) ?? walk.host.view.one({ role: 'button', name: '加入候补' }))
    await walk.reaches('waiting')
    await walk.sees('您排在第一位')
    await stack().client.call('moveAppointment', { params: { appointmentId: held.appointmentId }, body: { move: 'cancel' } }, { token: full.token, key: newKey() })
    await walk.host.hide()
    await walk.host.show()
    await walk.sees('有空位留给您')
    await walk.press('要这个号')
    await walk.reaches('appointment')
    await walk.sees('已预约')
    expect(await mine()).toEqual([expect.objectContaining({ hallId: 'other', state: 'booked' })])
  }, 60_000)
})
