import path from 'node:path'
import { useRedis } from '../../../tests/support/redis'
import { sentOnKey } from '../../engine/notifications/keys'
import { createPermitStore } from '../../engine/notifications/permits'
import { createMessageStore } from '../../engine/notifications/store'
import { createSealing } from '../../platform/sealing'
import { defaultSettings } from './deciding'
import { Deliverer } from './delivering'
import { Postponed, Undelivered } from './errors'
import type { Handle, MessageStore, MessageWay, Notice, Outgoing, Reached, Sending, WayName } from './port'
import { loadTemplates } from './templates'

const redis = useRedis()
const permits = createPermitStore(redis)
const sealing = createSealing([{ id: 't', key: Buffer.alloc(32, 1) }])
const templates = loadTemplates(path.resolve(__dirname, '../../../config/messages.json'))
const HOUR = 3_600_000
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
const call = (citizenId: string): Notice => ({
  ...near(citizenId), noticeId: `called-test-${made += 1}`,
  about: { kind: 'called', ticketId: 'test.0', number: 'A001', again: false, windowId: '5', calledAt: NOON, ...names },
})
/** Gives who allowed so many messages of each template, being their own account, too. */
const citizen = async (allowed = 5): Promise<string> => {
  const citizenId = `c${made += 1}`
  await allow(citizenId, allowed)
  return citizenId
}
const allow = async (account: string, times: number): Promise<void> => {
  for (let i = 0; i < times; i += 1) await permits.tell(account, templates.wechat.map(({ templateId }) => ({ templateId, answer: 'accept' as const })), `key-${made += 1}`)
}

/** What each way answers in turn, the last again and again. */
type Script = Partial<Record<WayName, (Sending | Error)[]>>
const create = (script: Script, { reached = {}, wechat, holds = true, has = true }: { reached?: Partial<Reached>; wechat?: readonly Handle[]; holds?: boolean; has?: boolean } = {}) => {
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
    store, permits, ways, templates, clock: () => now, truths: { holds: async () => holds, has: async () => has },
    reach: { of: async (citizenId) => ({ wechat: wechat ?? [{ account: citizenId, handle: 'o1' }], alipay: [], phone: null, language: 'zh', ...reached }) },
    counted: (kind, way, outcome) => counted.push(`${kind} ${way} ${outcome}`), faulty: (kind, way, problem) => faults.push(`${kind} ${way} ${problem}`), took: () => undefined,
  })
  return { deliver: (notice: Notice) => deliverer.deliver(notice), sent, counted, faults }
}
const SENT = { kind: 'sent' } as const
const LATER = { kind: 'later', problem: 'errcode -1' } as const
const QUOTA = { kind: 'later', problem: 'errcode 45009', tomorrow: true } as const
const UNKNOWN = { kind: 'unknown' } as const
const inbox = async (citizenId: string) => (await store.list(citizenId, null, 50)).messages.map(({ kind }) => kind)
const left = async (citizenId: string, use: 'called' | 'turn') => (await permits.of(citizenId, [`demo-template-${use}`]))[0]?.left
const sentOn = async (citizenId: string): Promise<number> => Number(await redis.get(sentOnKey(citizenId, DAY)))
/** Until when it waits; else what came of it. */
const waitsUntil = (act: Promise<unknown>): Promise<unknown> => act.catch((error: unknown) => {
  if (!(error instanceof Postponed)) throw error
  return error.until
})
/** As somebody leaves it who dies between the platform and the note of it. */
const dead = new Error('killed')

describe('a message', () => {
  it('goes into the inbox and to the platform, spends one permit, and counts once, however often it is handed in', async () => {
    const citizenId = await citizen()
    const { deliver, sent, counted } = create({ wechat: [SENT] })
    const notice = near(citizenId)
    for (let times = 0; times < 3; times += 1) expect(await deliver(notice)).toBe('sent')
    expect([sent.length, await inbox(citizenId), await left(citizenId, 'turn'), await sentOn(citizenId)]).toEqual([1, ['near'], 4, 1])
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
    // Of who was erased nothing comes back, a call that was still on its way neither.
    const erased = create({ wechat: [SENT] }, { holds: false, has: false })
    expect([await erased.deliver(call(other)), await inbox(other)]).toEqual(['gone', ['called']])
    const { deliver, sent } = create({ wechat: [SENT] })
    now = NOON + 600_001
    expect([await deliver(near(citizenId)), sent, await inbox(citizenId)]).toEqual(['late', [], []])
  })

  it('stays in the inbox above the cap, and is not there at all when its kind is off', async () => {
    const citizenId = await citizen()
    const { deliver, sent } = create({ wechat: [SENT] })
    await store.keepSettings(citizenId, { ...defaultSettings, cap: 1 })
    expect([await deliver(near(citizenId)), await deliver(near(citizenId)), await deliver(call(citizenId))]).toEqual(['sent', 'inbox', 'sent'])
    await store.keepSettings(citizenId, { ...defaultSettings, off: ['near'] })
    expect(await deliver(near(citizenId))).toBe('off')
    expect([sent.map(({ templateId }) => templateId), await inbox(citizenId)]).toEqual([['demo-template-turn', 'demo-template-called'], ['called', 'near', 'near']])
    // Calls are not counted.
    expect(await sentOn(citizenId)).toBe(1)
  })

  it('in quiet hours is in the inbox at once, and waits for their end if it still matters then', async () => {
    const citizenId = await citizen()
    const { deliver, sent, counted } = create({ wechat: [SENT] })
    await store.keepSettings(citizenId, { ...defaultSettings, quiet: { from: '11:00', until: '13:00' } })
    const [short, long] = [near(citizenId), { ...near(citizenId), validUntil: NOON + 2 * HOUR }]
    expect(await deliver(short)).toBe('inbox')
    const until = Number(await waitsUntil(deliver(long)))
    expect([until >= NOON + HOUR, until < NOON + HOUR + 600_000, sent, await inbox(citizenId)]).toEqual([true, true, [], ['near', 'near']])
    expect(counted).toEqual(['near inbox inbox', 'near none postponed'])
    now = until
    expect([await deliver(long), sent.length, await inbox(citizenId)]).toEqual(['sent', 1, ['near', 'near']])
    now = NOON
    const others = await Promise.all(Array.from({ length: 9 }, () => waitsUntil(deliver({ ...near(citizenId), validUntil: NOON + 2 * HOUR }))))
    expect(new Set(others).size).toBe(9)
    // What ends just after the quiet does comes right at their end.
    expect(await waitsUntil(deliver({ ...near(citizenId), validUntil: NOON + HOUR + 1 }))).toBe(NOON + HOUR)
  })

  it('takes its place among the day’s before it is sent, and gives it back when it is not: of many at once no more come than are wanted', async () => {
    const citizenId = await citizen(30)
    await store.keepSettings(citizenId, { ...defaultSettings, cap: 3 })
    const failing = create({ wechat: [LATER] })
    for (let times = 0; times < 5; times += 1) await expect(failing.deliver(near(citizenId))).rejects.toThrow('errcode -1')
    const faulty = create({ wechat: [{ kind: 'faulty', problem: 'errcode 47003' }] })
    for (let times = 0; times < 5; times += 1) expect(await faulty.deliver(near(citizenId))).toBe('unreached')
    expect(await sentOn(citizenId)).toBe(0)
    const { deliver, sent } = create({ wechat: [SENT] })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => deliver(near(citizenId))))
    expect([outcomes.filter((outcome) => outcome === 'sent').length, sent.length, await sentOn(citizenId)]).toEqual([3, 3, 3])
  })

  it('is not sent without a permit, and a refusal by the platform ends all permits', async () => {
    const none = await citizen(0)
    const { deliver, sent } = create({ wechat: [SENT] })
    expect([await deliver(near(none)), sent, await inbox(none)]).toEqual(['unreached', [], ['near']])
    const some = await citizen(3)
    const refusing = create({ wechat: [{ kind: 'refused' }] })
    expect([await refusing.deliver(near(some)), await left(some, 'turn'), await left(some, 'called')]).toEqual(['unreached', 0, 3])
    const lasting = await citizen(0)
    await permits.tell(lasting, [{ templateId: 'demo-template-turn', answer: 'always' }], 'always')
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
    for (let times = 0; times < 2; times += 1) await expect(deliver(notice)).rejects.toEqual(new Undelivered('wechat', 'errcode -1'))
    expect([await deliver(notice), sent.length, await inbox(citizenId), await left(citizenId, 'turn')]).toEqual(['sent', 3, ['near'], 4])
  })

  it('waits for the next day of a platform whose quota is used up, where that is in time; else it is tried on', async () => {
    const citizenId = await citizen()
    await store.keepSettings(citizenId, { ...defaultSettings, quiet: null })
    const { deliver } = create({ wechat: [QUOTA] })
    const midnight = NOON + 12 * HOUR
    const until = Number(await waitsUntil(deliver({ ...near(citizenId), validUntil: NOON + 48 * HOUR })))
    expect([until >= midnight + 300_000, until < midnight + 900_000, await sentOn(citizenId)]).toEqual([true, true, 0])
    await expect(deliver(near(citizenId))).rejects.toEqual(new Undelivered('wechat', 'errcode 45009'))
    await expect(deliver({ ...call(citizenId), validUntil: NOON + 48 * HOUR })).rejects.toEqual(new Undelivered('wechat', 'errcode 45009'))
  })
})

describe('permits', () => {
  const accounts = (...all: string[]): Handle[] => all.map((account) => ({ account, handle: `openid of ${account}` }))

  it('are an account’s: a message goes to one that allowed it, the one signed in to last first, and spends its permit alone', async () => {
    const [older, newer, latest] = [await citizen(1), await citizen(2), await citizen(0)]
    const { deliver, sent } = create({ wechat: [SENT] }, { wechat: accounts(latest, newer, older) })
    for (let times = 0; times < 4; times += 1) await deliver(near('person'))
    expect(sent.map(({ to }) => to)).toEqual([newer, newer, older].map((account) => `openid of ${account}`))
    expect([await left(older, 'turn'), await left(newer, 'turn'), await left(older, 'called')]).toEqual([0, 0, 1])
  })

  it('that one account’s platform knows nothing of are ended for that account, and the next is tried', async () => {
    const [refusing, other] = [await citizen(3), await citizen(3)]
    const { deliver, sent } = create({ wechat: [{ kind: 'refused' }, SENT] }, { wechat: accounts(refusing, other) })
    expect([await deliver(near('person')), sent.map(({ to }) => to)]).toEqual(['sent', [`openid of ${refusing}`, `openid of ${other}`]])
    expect([await left(refusing, 'turn'), await left(other, 'turn')]).toEqual([0, 2])
  })
})

describe('a call', () => {
  it('goes by the next way when the first one cannot, and only a call is worth a short message', async () => {
    const citizenId = await citizen()
    const reached = { phone: '13800000000' }
    const { deliver, sent, counted } = create({ wechat: [LATER], sms: [SENT] }, { reached })
    expect([await deliver(call(citizenId)), sent.map(({ way }) => way)]).toEqual(['sent', ['wechat', 'sms']])
    expect(counted).toEqual(['called wechat later', 'called sms sent'])
    await expect(deliver(near(citizenId))).rejects.toThrow('wechat: errcode -1')
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
    await expect(next.deliver(quiet)).rejects.toEqual(new Undelivered('wechat', 'may have been sent', true))
    expect(await next.deliver(urgent)).toBe('sent')
    expect([next.sent.map(({ templateId }) => templateId), next.counted]).toEqual([['demo-template-called'], ['near wechat ambiguous', 'called wechat sent']])
    // In the inbox each is once, and what may have been sent has its place among the day's.
    expect([await inbox(citizenId), await sentOn(citizenId)]).toEqual([['called', 'near'], 1])
  })

  it('is left to an operator when the platform did not answer, and a replay sends it, whatever became of it before', async () => {
    const citizenId = await citizen()
    const { deliver, sent } = create({ wechat: [UNKNOWN, SENT] })
    const notice = near(citizenId)
    for (let times = 0; times < 2; times += 1) await expect(deliver(notice)).rejects.toEqual(new Undelivered('wechat', 'may have been sent', true))
    expect([sent.length, await sentOn(citizenId)]).toEqual([1, 1])
    expect([await deliver({ ...notice, replays: 1 }), await deliver({ ...notice, replays: 1 }), sent.length, await sentOn(citizenId), await inbox(citizenId)]).toEqual(['sent', 'sent', 2, 1, ['near']])
  })

  it('is, as a call, sent exactly once more, however often the platform is silent; then the next way is tried', async () => {
    const citizenId = await citizen()
    const { deliver, sent, counted } = create({ wechat: [UNKNOWN] })
    const urgent = call(citizenId)
    await expect(deliver(urgent)).rejects.toEqual(new Undelivered('wechat', 'no answer came'))
    for (let times = 0; times < 3; times += 1) await expect(deliver(urgent)).rejects.toEqual(new Undelivered('wechat', 'may have been sent', true))
    expect([sent.length, counted]).toEqual([2, ['called wechat later', ...Array.from({ length: 3 }, () => 'called wechat ambiguous')]])
    const other = create({ wechat: [SENT], sms: [SENT] }, { reached: { phone: '13800000000' } })
    expect([await other.deliver(urgent), other.sent.map(({ way }) => way)]).toEqual(['sent', ['sms']])
  })

  it('is, as a call, sent no further time when the one in between surely was not', async () => {
    const citizenId = await citizen()
    const { deliver, sent } = create({ wechat: [UNKNOWN, LATER, UNKNOWN] })
    const urgent = call(citizenId)
    for (const problem of ['no answer came', 'errcode -1', 'may have been sent', 'may have been sent']) await expect(deliver(urgent)).rejects.toThrow(`wechat: ${problem}`)
    expect(sent).toHaveLength(3)
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
