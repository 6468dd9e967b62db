import path from 'node:path'
import { useRedis } from '../../../tests/support/redis'
import { createMessageStore } from '../../engine/notifications/store'
import { createSealing } from '../../platform/sealing'
import { defaultSettings } from './deciding'
import { Deliverer } from './delivering'
import { Undelivered } from './errors'
import type { MessageStore, MessageWay, Notice, Outgoing, Reached, Sending, WayName } from './port'
import { loadTemplates } from './templates'

const redis = useRedis()
const sealing = createSealing([{ id: 't', key: Buffer.alloc(32, 1) }])
const templates = loadTemplates(path.resolve(__dirname, '../../../config/messages.json'))
const NOON = Date.parse('2026-01-05T12:00:00+08:00')
const DAY = '20260105'
const names = { hall: { zh: '天河大厅', en: 'Tianhe Hall' }, line: { zh: '综合', en: 'General' }, window: { zh: '5号窗口', en: 'Window 5' } }
let now = NOON
let store: MessageStore
let made = 0

beforeAll(() => { store = createMessageStore({ redis, sealing, days: 90, usual: defaultSettings }) })
beforeEach(() => { now = NOON })

const near = (citizenId: string): Notice => ({
  noticeId: `near-test-${made += 1}`, citizenId, at: NOON, dueAt: null, validUntil: NOON + 600_000,
  about: { kind: 'near', ticketId: 'test.0', number: 'A001', ahead: 3, ...names },
})
const call = (citizenId: string): Notice => ({ ...near(citizenId), noticeId: `called-test-${made += 1}`, about: { kind: 'called', ticketId: 'test.0', number: 'A001', again: false, ...names } })
const citizen = async (permits = 5): Promise<string> => {
  const citizenId = `c${made += 1}`
  for (let i = 0; i < permits; i += 1) {
    await store.tellPermits(citizenId, templates.wechat.map(({ templateId }) => ({ templateId, answer: 'accept' as const })), `key-${made}-${i}`)
  }
  return citizenId
}

/** What each way answers in turn, the last again and again. */
type Script = Partial<Record<WayName, (Sending | Error)[]>>
const create = (script: Script, { reached = {}, holds = true }: { reached?: Partial<Reached>; holds?: boolean } = {}) => {
  const [sent, counted, faults]: [(Outgoing & { way: WayName })[], string[], string[]] = [[], [], []]
  const ways = (Object.entries(script) as [WayName, (Sending | Error)[]][]).map(([way, answers]): MessageWay => ({
    way, knowsRepetition: way === 'sms',
    send: async (message) => {
      sent.push({ ...message, way })
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (answer instanceof Error) throw answer
      return answer as Sending
    },
  }))
  const deliverer = new Deliverer({
    store, ways, templates, clock: () => now, reach: { of: async () => ({ wechat: 'o1', phone: null, language: 'zh', ...reached }) }, truths: { holds: async () => holds },
    counted: (kind, way, outcome) => counted.push(`${kind} ${way} ${outcome}`), faulty: (kind, way, problem) => faults.push(`${kind} ${way} ${problem}`), took: () => undefined,
  })
  return { deliver: (notice: Notice) => deliverer.deliver(notice), sent, counted, faults }
}
const SENT = { kind: 'sent' } as const
const LATER = { kind: 'later', problem: 'errcode 45009' } as const
const inbox = async (citizenId: string) => (await store.list(citizenId, null, 50)).messages.map(({ kind }) => kind)
const left = async (citizenId: string, use: 'called' | 'turn') => (await store.permits(citizenId, [`demo-template-${use}`]))[0]?.left
/** As somebody leaves it who dies between the platform and the note of it. */
const dead = new Error('killed')

describe('a message', () => {
  it('goes into the inbox and to the platform, spends one permit, and counts once, however often it is handed in', async () => {
    const citizenId = await citizen()
    const { deliver, sent, counted } = create({ wechat: [SENT] })
    const notice = near(citizenId)
    for (let times = 0; times < 3; times += 1) expect(await deliver(notice)).toBe('sent')
    expect([sent.length, await inbox(citizenId), await left(citizenId, 'turn'), await store.sentOn(citizenId, DAY)]).toEqual([1, ['near'], 4, 1])
    expect(sent[0]).toMatchObject({ to: 'o1', templateId: 'demo-template-turn', page: 'pages/ticket/index?id=test.0', language: 'zh', data: { character_string1: 'A001', phrase2: '快到了', thing3: '天河大厅' } })
    expect(counted).toEqual(['near wechat sent', 'near wechat sent', 'near wechat sent'])
  })

  it('whose moment has passed, or that is not so any more, is nowhere', async () => {
    const citizenId = await citizen()
    const { deliver: gone } = create({ wechat: [SENT] }, { holds: false })
    expect([await gone(near(citizenId)), await inbox(citizenId)]).toEqual(['gone', []])
    // A call that is over has been one: it is read in the inbox, and disturbs nobody.
    const other = await citizen()
    expect([await gone(call(other)), await inbox(other), await left(other, 'called')]).toEqual(['inbox', ['called'], 5])
    const { deliver, sent } = create({ wechat: [SENT] })
    now = NOON + 600_001
    expect([await deliver(near(citizenId)), sent, await inbox(citizenId)]).toEqual(['late', [], []])
  })

  it('stays in the inbox in quiet hours and above the cap, and is not there at all when its kind is off', async () => {
    const citizenId = await citizen()
    const { deliver, sent } = create({ wechat: [SENT] })
    await store.keepSettings(citizenId, { ...defaultSettings, cap: 1 })
    expect([await deliver(near(citizenId)), await deliver(near(citizenId)), await deliver(call(citizenId))]).toEqual(['sent', 'inbox', 'sent'])
    await store.keepSettings(citizenId, { ...defaultSettings, off: ['near'] })
    expect(await deliver(near(citizenId))).toBe('off')
    await store.keepSettings(citizenId, { ...defaultSettings, quiet: { from: '11:00', until: '13:00' } })
    expect(await deliver(near(citizenId))).toBe('inbox')
    expect([sent.map(({ templateId }) => templateId), await inbox(citizenId)]).toEqual([['demo-template-turn', 'demo-template-called'], ['near', 'called', 'near', 'near']])
    // Calls are not counted.
    expect(await store.sentOn(citizenId, DAY)).toBe(1)
  })

  it('is not sent without a permit, and a refusal by the platform ends all permits', async () => {
    const none = await citizen(0)
    const { deliver, sent } = create({ wechat: [SENT] })
    expect([await deliver(near(none)), sent, await inbox(none)]).toEqual(['unreached', [], ['near']])
    const some = await citizen(3)
    const refusing = create({ wechat: [{ kind: 'refused' }] })
    expect([await refusing.deliver(near(some)), await left(some, 'turn'), await left(some, 'called')]).toEqual(['unreached', 0, 3])
    const lasting = await citizen(0)
    await store.tellPermits(lasting, [{ templateId: 'demo-template-turn', answer: 'always' }], 'always')
    for (let times = 0; times < 2; times += 1) expect(await deliver(near(lasting))).toBe('sent')
  })

  it('that does not fit is our fault: told, and not tried again', async () => {
    const citizenId = await citizen()
    const { deliver, faults, sent } = create({ wechat: [{ kind: 'faulty', problem: 'errcode 47003 thing3' }] })
    const notice = near(citizenId)
    expect([await deliver(notice), await deliver(notice)]).toEqual(['unreached', 'unreached'])
    expect([faults, sent.length, await left(citizenId, 'turn')]).toEqual([['near wechat errcode 47003 thing3'], 1, 5])
  })

  it('is tried again while the platform cannot, and arrives once', async () => {
    const citizenId = await citizen()
    const { deliver, sent } = create({ wechat: [LATER, LATER, SENT] })
    const notice = near(citizenId)
    for (let times = 0; times < 2; times += 1) await expect(deliver(notice)).rejects.toEqual(new Undelivered('wechat', 'errcode 45009'))
    expect([await deliver(notice), sent.length, await inbox(citizenId), await left(citizenId, 'turn')]).toEqual(['sent', 3, ['near'], 4])
  })
})

describe('a call', () => {
  it('goes by the next way when the first one cannot, and only a call is worth a short message', async () => {
    const citizenId = await citizen()
    const reached = { phone: '13800000000' }
    const { deliver, sent, counted } = create({ wechat: [LATER], sms: [SENT] }, { reached })
    expect([await deliver(call(citizenId)), sent.map(({ way }) => way)]).toEqual(['sent', ['wechat', 'sms']])
    expect(counted).toEqual(['called wechat later', 'called sms sent'])
    await expect(deliver(near(citizenId))).rejects.toThrow('wechat: errcode 45009')
    const refused = create({ wechat: [{ kind: 'refused' }], sms: [SENT] }, { reached })
    expect([await refused.deliver(call(citizenId)), refused.sent.map(({ way }) => way)]).toEqual(['sent', ['wechat', 'sms']])
    const none = await citizen(0)
    expect([await refused.deliver(call(none)), refused.sent.at(-1)?.way]).toEqual(['sent', 'sms'])
  })

  it('that was sent by a short message is not sent by one again when it is handed in once more', async () => {
    const citizenId = await citizen(1)
    const { deliver, sent } = create({ wechat: [SENT], sms: [SENT] }, { reached: { phone: '13800000000' } })
    const notice = call(citizenId)
    // Its only permit is spent by the first.
    for (let times = 0; times < 2; times += 1) expect(await deliver(notice)).toBe('sent')
    expect(sent.map(({ way }) => way)).toEqual(['wechat'])
  })
})

describe('a message that may have been sent already', () => {
  it('is not sent again, unless it is a call: better twice than missed', async () => {
    const citizenId = await citizen()
    const first = create({ wechat: [dead] })
    const [quiet, urgent] = [near(citizenId), call(citizenId)]
    for (const notice of [quiet, urgent]) await expect(first.deliver(notice)).rejects.toThrow('killed')
    const next = create({ wechat: [SENT] })
    expect([await next.deliver(quiet), await next.deliver(urgent)]).toEqual(['sent', 'sent'])
    expect([next.sent.map(({ templateId }) => templateId), next.counted]).toEqual([['demo-template-called'], ['near wechat ambiguous', 'called wechat sent']])
    // In the inbox each is once.
    expect(await inbox(citizenId)).toEqual(['called', 'near'])
  })

  it('goes the same way when the platform did not answer in time', async () => {
    const citizenId = await citizen()
    const { deliver, sent } = create({ wechat: [{ kind: 'unknown' }, { kind: 'unknown' }, SENT] })
    expect(await deliver(near(citizenId))).toBe('sent')
    const urgent = call(citizenId)
    await expect(deliver(urgent)).rejects.toThrow('wechat: no answer came')
    expect([await deliver(urgent), sent.length]).toEqual(['sent', 3])
  })

  it('is sent again where the platform knows a repetition, under the same name', async () => {
    const citizenId = await citizen(0)
    const reached = { phone: '13800000000' }
    const notice = call(citizenId)
    const first = create({ sms: [dead] }, { reached })
    await expect(first.deliver(notice)).rejects.toThrow('killed')
    const next = create({ sms: [SENT] }, { reached })
    expect([await next.deliver(notice), next.sent[0]?.sendId]).toEqual(['sent', first.sent[0]?.sendId])
  })
})
