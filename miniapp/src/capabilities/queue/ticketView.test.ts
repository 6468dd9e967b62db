import type { Language } from '@shared/errors'
import { textsIn } from '@/i18n/text'
import { movedTexts, ticketTexts } from '@/i18n/queue'
import { aCall, aTicket, heardAt, minute, TEN } from './builders'
import { callToAnnounce, ticketView, type TicketWords } from './ticketView'

const words = (language: Language): TicketWords => ({ language, say: textsIn(language, ticketTexts), moved: textsIn(language, movedTexts) })
const zh = words('zh')
const en = words('en')

describe('what the ticket page says', () => {
  it('leads with the people ahead, then the wait as a range and by the clock, and what it rests on', () => {
    const view = ticketView(heardAt(aTicket()), TEN, zh)
    expect(view).toMatchObject({
      face: 'waiting', headline: '前面还有 12 人', big: { before: '前面还有', figure: '12', after: '人' }, number: 'A040',
      waitText: '大约还要等 15–30 分钟', waitClock: '预计 10:15–10:30 叫到您', waitBasis: '按过去一小时叫过的 24 个号估算，10 次里约有 8 次在这个范围内。',
    })
    expect(ticketView(heardAt(aTicket({ ahead: 1 })), TEN, en).headline).toBe('1 person ahead of you')
  })

  it('says so when nothing is known of the wait, instead of a made-up number', () => {
    expect(ticketView(heardAt(aTicket({ wait: null })), TEN, zh)).toMatchObject({ waitText: '还说不准要等多久', waitClock: null })
  })

  it('tells somebody far off that they may leave, and somebody close to stay', () => {
    expect(ticketView(heardAt(aTicket({ ahead: 4 })), TEN, zh).details).toEqual(['可以先离开一会儿，叫到前请回来。'])
    expect(ticketView(heardAt(aTicket({ ahead: 3 })), TEN, zh).details).toEqual(['快到您了，请不要走远。'])
  })

  it('says “next” with nobody ahead, in every state of standing in line', () => {
    for (const state of ['waiting', 'returned', 'transferred'] as const) {
      expect(ticketView(heardAt(aTicket({ state, ahead: 0 })), TEN, zh)).toMatchObject({ face: 'next', headline: '下一位就是您', big: null })
    }
  })

  it('sends a called citizen to the window, and says it aloud with the number', () => {
    expect(ticketView(heardAt(aCall()), TEN, zh)).toMatchObject({ face: 'called', headline: '请到 5号窗口', spoken: 'A040，请到 5号窗口', acts: ['cancel'] })
    expect(ticketView(heardAt(aCall({ calls: 2 })), TEN, en)).toMatchObject({ headline: 'Please go to Window 5', details: ['Call 2: please go now'] })
  })

  it('cuts the window’s name around its number, and falls back on the number over the window', () => {
    expect(ticketView(heardAt(aCall()), TEN, zh).window).toEqual({ before: '请到', figure: '5', after: '号窗口' })
    expect(ticketView(heardAt(aCall()), TEN, en).window).toEqual({ before: 'Please go to Window', figure: '5', after: '' })
    const general = ticketView(heardAt(aCall({ windowId: '1', windowName: { zh: '综合窗口', en: 'General window' } })), TEN, zh)
    expect(general).toMatchObject({ headline: '请到 1 号窗口', window: { before: '请到', figure: '1', after: '号窗口' }, details: ['综合窗口', '叫到您了'] })
  })

  it('leaves out of the sign what stands in brackets, also aloud, and goes by the number where the window has no name', () => {
    const named = aCall({ windowId: '1', windowName: { zh: '1号窗口（兼“办不成事”反映）', en: 'Window 1 (and unresolved matters)' } })
    expect(ticketView(heardAt(named), TEN, zh)).toMatchObject({ headline: '请到 1号窗口', window: { before: '请到', figure: '1', after: '号窗口' }, spoken: 'A040，请到 1号窗口', details: ['叫到您了'] })
    expect(ticketView(heardAt(named), TEN, en)).toMatchObject({ headline: 'Please go to Window 1', window: { before: 'Please go to Window', figure: '1', after: '' } })
    expect(ticketView(heardAt({ ...named, state: 'serving' }), TEN, en).details[0]).toBe('At Window 1')
    const nameless = aCall({ windowId: '7', windowName: null })
    expect(ticketView(heardAt(nameless), TEN, zh)).toMatchObject({ headline: '请到 7 号窗口', window: { before: '请到', figure: '7', after: '号窗口' }, details: ['叫到您了'] })
    expect(ticketView(heardAt({ ...nameless, state: 'serving' }), TEN, zh).details[0]).toBe('在 7号窗口')
  })

  it('counts the minutes left to come back by the server’s clock, rounded down', () => {
    const heard = heardAt(aTicket({ state: 'missed', ahead: null, wait: null, returnBefore: TEN + 18.9 * minute }), 500)
    expect(ticketView(heard, 500, zh)).toMatchObject({ face: 'missed', minutesToReturn: 18, acts: ['return', 'cancel'] })
    expect(ticketView(heard, 500, zh).waitText).toBe('还有 18 分钟可以回来')
    expect(ticketView(heard, 500 + 18.5 * minute, zh).waitText).toBe('不到 1 分钟了，请马上点“我回来了”')
  })

  it('offers a new number once coming back is over, even if the server was not heard since', () => {
    const heard = heardAt(aTicket({ state: 'missed', returnBefore: TEN + minute }))
    expect(ticketView(heard, TEN + 2 * minute, zh)).toMatchObject({ minutesToReturn: null, acts: ['takeAgain'] })
    expect(ticketView(heardAt(aTicket({ state: 'missed' })), TEN, zh).acts).toEqual(['takeAgain'])
  })

  it('leads from a finished visit to its rating', () => {
    expect(ticketView(heardAt(aTicket({ state: 'finished' })), TEN, zh).acts).toEqual(['rate'])
    expect(ticketView(heardAt(aTicket({ state: 'finished', rated: true })), TEN, zh).acts).toEqual(['seeRating'])
  })

  it('lets others go first only while that is allowed', () => {
    expect(ticketView(heardAt(aTicket()), TEN, zh).acts).toEqual(['defer', 'cancel'])
    expect(ticketView(heardAt(aTicket({ defersLeft: 0 })), TEN, zh).acts).toEqual(['cancel'])
  })

  it('says when it last heard, in seconds, minutes, then by the clock', () => {
    const heard = (ms: number, language = zh) => ticketView(heardAt(aTicket()), TEN + ms, language).heard
    expect([heard(0), heard(20_000), heard(3 * minute), heard(90 * minute)]).toEqual(['刚刚更新', '20 秒前更新', '3 分钟前更新', '10:00 更新'])
    expect(heard(minute, en)).toBe('Updated 1 minute ago')
  })

  it('marks an overdue state as old, and gives no advice and no wait from it', () => {
    expect(ticketView(heardAt(aTicket()), TEN + 5 * minute, zh)).toMatchObject({ stale: true, heardClock: '10:00', details: [], waitText: null, waitClock: null })
    expect(ticketView(heardAt(aCall()), TEN + 5 * minute, zh).details).toEqual(['还没去的话，请马上到窗口看看，或看大厅屏幕。'])
  })

  it('calls a live ticket of an earlier day expired, but leaves a finished one alone', () => {
    const day = 24 * 60 * minute
    expect(ticketView(heardAt(aTicket()), TEN + day, zh)).toMatchObject({ face: 'expired', stale: false })
    expect(ticketView(heardAt(aTicket({ state: 'finished' })), TEN + day, zh).face).toBe('finished')
  })

  it('explains why more people are ahead, with the hour', () => {
    const heard = heardAt(aTicket(), TEN, { notes: [{ at: TEN, reason: 'priority', people: 2 }] })
    expect(ticketView(heard, TEN, zh).moved).toEqual(['10:00，2 位优先人员（长者、残障等）排到了前面'])
    expect(ticketView(heard, TEN, en).moved).toEqual(['10:00: 2 people with priority went ahead'])
  })

  it('shows no wait while calling is paused', () => {
    expect(ticketView(heardAt(aTicket({ paused: true })), TEN, zh)).toMatchObject({ paused: true, waitText: null })
  })
})

describe('the call that makes the phone vibrate', () => {
  it('differs for a recall, and is the same however often it is heard', () => {
    const once = callToAnnounce(heardAt(aCall()), TEN)
    expect(once).not.toBeNull()
    expect(callToAnnounce(heardAt(aCall({ asOf: TEN + 3000 }), TEN + 3000), TEN + 3000)).toBe(once)
    expect(callToAnnounce(heardAt(aCall({ calls: 2 })), TEN)).not.toBe(once)
  })

  it('is none while waiting, and none for a call that may be long over', () => {
    expect(callToAnnounce(heardAt(aTicket()), TEN)).toBeNull()
    expect(callToAnnounce(heardAt(aCall()), TEN + 5 * minute)).toBeNull()
    expect(callToAnnounce(heardAt(aCall(), TEN, { from: 'storage' }), TEN)).toBeNull()
  })
})
