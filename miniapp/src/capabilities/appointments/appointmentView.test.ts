import { textsIn } from '@/i18n'
import { appointmentTexts, dateTexts, monthTexts } from '@/i18n/appointments'
import { weekdayTexts } from '@/i18n/halls'
import { appointmentView, faceOf, forScan, paceOf } from './appointmentView'
import { aHold, anAppointment, hour, minute, TEN } from './builders'

const words = { language: 'zh' as const, say: textsIn('zh', appointmentTexts), dates: { say: textsIn('zh', dateTexts), month: textsIn('zh', monthTexts), weekday: textsIn('zh', weekdayTexts) } }
const view = (change: Parameters<typeof anAppointment>[0], at: number) => appointmentView(anAppointment(change), at, words)

describe('what an appointment is', () => {
  it.each([
    [TEN - 30 * minute - 1, 'early'], [TEN - 30 * minute, 'open'], [TEN + 15 * minute, 'open'], [TEN + 15 * minute + 1, 'late'], [TEN + 14 * hour, 'over'],
  ])('booked, at %i: %s', (at, face) => { expect(faceOf(anAppointment(), at)).toBe(face) })

  it('held, runs out by the server’s clock, whatever was last heard', () => {
    const held = aHold()
    expect([faceOf(held, (held.heldUntil ?? 0) - 1), faceOf(held, held.heldUntil ?? 0)]).toEqual(['held', 'lapsed'])
  })
})

describe('what its page says and offers', () => {
  it('before the day: when, how long until then, from when to check in, and until when it can be changed', () => {
    expect(view({}, TEN - 26 * hour)).toMatchObject({
      status: '已预约', day: '明天 · 1月5日 周一', time: '10:00–10:30', left: '还有 1 天', acts: ['calendar', 'move', 'cancel'], keptMs: null,
      details: ['09:30 起可签到', '10:15 以后到算迟到，按普通号排队。', '明天 08:00 前可以改时间或取消'],
    })
  })

  it('too near to be changed: says so, and offers neither', () => {
    const near = view({}, TEN - hour)
    expect(near.acts).toEqual(['calendar'])
    expect(near.details).toContain('离开始太近，不能再改时间或取消。')
  })

  it('when it can be checked in: that, and the rule for who is late', () => {
    expect(view({}, TEN)).toMatchObject({ status: '现在可以签到', acts: ['checkIn'], details: ['10:15 以后到算迟到，按普通号排队。'], tone: 'done' })
  })

  it('late: still, with an ordinary number', () => {
    expect(view({}, TEN + 20 * minute)).toMatchObject({ status: '已过签到时间', acts: ['checkIn'], details: ['今天仍可签到，但按普通号排队。'], left: null })
  })

  it('arrived: leads to its number, and says why it is an ordinary one', () => {
    const ticketId = 'tianhe.1h3k9q2m7x5v8b1n4c6d'
    expect(view({ state: 'arrived', ticketId }, TEN)).toMatchObject({ acts: ['seeTicket'], details: ['您在队里了，请看您的号。'] })
    expect(view({ state: 'arrived', ticketId, late: true }, TEN).details[0]).toBe('您迟到了，取的是普通号。')
    expect(view({ state: 'arrived' }, TEN).acts).toEqual(['checkIn'])
  })

  it.each(['cancelled', 'lapsed', 'missed'] as const)('%s: can be booked again, and is not counted down to', (state) => {
    expect(view({ state }, TEN - hour)).toMatchObject({ acts: ['bookAgain'], left: null, keptMs: null })
  })

  it('held: how long the place is still kept', () => {
    const held = aHold()
    expect(appointmentView(held, held.asOf + minute, words)).toMatchObject({ status: '确认预约', keptMs: 4 * minute, acts: [] })
    expect(appointmentView({ ...held, offered: true }, held.asOf, words).status).toBe('候补到了：有一个空位留给您')
  })
})

describe('a scan in a hall', () => {
  const today = (change = {}) => anAppointment({ asOf: TEN - 40 * minute, ...change })
  it('is for the first appointment of today there that can be checked in, or soon can', () => {
    const later = today({ appointmentId: 'tianhe.2', startsAt: TEN + 15 * minute, checkInFrom: TEN - 15 * minute })
    expect(forScan([later, today()], 'tianhe')?.startsAt).toBe(TEN)
    expect(forScan([today({ asOf: TEN + 2 * hour })], 'tianhe')).not.toBeNull()
  })

  it('is for none of another hall, of another day, much later, or not booked any more', () => {
    expect(forScan([today()], 'panyu')).toBeNull()
    expect(forScan([anAppointment()], 'tianhe')).toBeNull()
    expect(forScan([today({ asOf: TEN - 2 * hour })], 'tianhe')).toBeNull()
    expect(forScan([today({ state: 'arrived' })], 'tianhe')).toBeNull()
  })
})

test('what runs out is asked for most often', () => {
  const paces = [aHold(), anAppointment({ asOf: TEN - hour }), anAppointment(), anAppointment({ state: 'cancelled' })].map(paceOf)
  expect(paces).toEqual([...paces].sort((a, b) => a - b))
})
