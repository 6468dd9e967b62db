import { useRedis } from '../../../tests/support/redis'
import { codeOf } from '../../../tests/support/upstream'
import type { MessageStore } from '../../capabilities/notifications/port'
import { sentOnKey } from './keys'
import { createPermitStore } from './permits'
import { createSealing } from '../../platform/sealing'
import { createMessageStore } from './store'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 0, 5, 2)
const redis = useRedis()
const permits = createPermitStore(redis)
const sealing = createSealing([{ id: 't', key: Buffer.alloc(32, 1) }])
const usual = { off: [], ahead: 3, quiet: null, cap: 10 }
let store: MessageStore
let made = 0
const someone = (): string => `c${made += 1}`
const message = (id: string) => ({ messageId: id, kind: 'near' as const, title: { zh: '题', en: 'Title' }, text: { zh: id, en: id }, page: null })
const idsOf = (found: { messages: { messageId: string }[] }): string[] => found.messages.map(({ messageId }) => messageId)

beforeAll(() => { store = createMessageStore({ redis, sealing, days: 90, usual }) })

describe('an inbox', () => {
  it('has each message once, newest first, in pages that neither repeat nor miss one of the same moment', async () => {
    const citizen = someone()
    for (let n = 0; n < 45; n += 1) await store.write(citizen, message(`m${n}`), NOW)
    await store.write(citizen, message('m3'), NOW + 1_000)
    const seen: string[] = []
    let before: number | null = null
    for (let more = true; more;) {
      const page: Awaited<ReturnType<MessageStore['list']>> = await store.list(citizen, before, 20)
      seen.push(...idsOf(page))
      before = page.messages.at(-1)?.at ?? null
      more = page.more
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `m${44 - n}`))
    expect(new Set((await store.list(citizen, null, 50)).messages.map(({ at }) => at)).size).toBe(45)
  })

  it('is read up to an instant, never back, and counts what is new', async () => {
    const citizen = someone()
    for (const [i, id] of ['a', 'b', 'c'].entries()) await store.write(citizen, message(id), NOW + i)
    expect((await store.list(citizen, null, 9)).unread).toBe(3)
    expect([await store.markRead(citizen, NOW + 1), await store.markRead(citizen, NOW)]).toEqual([1, 1])
    const { messages, unread } = await store.list(citizen, null, 9)
    expect([messages.map(({ read }) => read), unread]).toEqual([[false, true, true], 1])
  })

  it('keeps two hundred, and each for its time', async () => {
    const citizen = someone()
    for (let n = 0; n < 203; n += 1) await store.write(citizen, message(`m${n}`), NOW + n)
    expect(await redis.hlen(`{citizen:${citizen}}:msg:bodies`)).toBe(200)
    expect(idsOf(await store.list(citizen, null, 300)).at(-1)).toBe('m3')
    await store.write(citizen, message('late'), NOW + 91 * DAY_MS)
    expect(idsOf(await store.list(citizen, null, 300))).toEqual(['late'])
    expect(await redis.pttl(`{citizen:${citizen}}:msg:inbox`)).toBeGreaterThan(89 * DAY_MS)
  })

  it('says nothing to whoever reads Redis', async () => {
    const citizen = someone()
    await store.write(citizen, { ...message('m'), text: { zh: '居住证办理：需补正', en: 'Residence permit' }, page: 'case?no=1199' }, NOW)
    const kept = JSON.stringify(await redis.hgetall(`{citizen:${citizen}}:msg:bodies`))
    for (const word of ['居住证', 'Residence', '1199']) expect(kept).not.toContain(word)
    expect((await store.list(citizen, null, 9)).messages[0]?.text.zh).toBe('居住证办理：需补正')
  })

  it('is nobody else’s', async () => {
    const [one, other] = [someone(), someone()]
    await store.write(one, message('mine'), NOW)
    expect(idsOf(await store.list(other, null, 9))).toEqual([])
  })
})

describe('what somebody allows', () => {
  it('is counted by answers, each key once; another answer under it is refused', async () => {
    const citizen = someone()
    const tell = (answer: 'accept' | 'always' | 'reject' | 'ban', key: string) => permits.tell(citizen, [{ templateId: 't', answer }], key)
    const now = async () => (await permits.of(citizen, ['t']))[0]
    await Promise.all(Array.from({ length: 5 }, () => tell('accept', 'one')))
    expect(await now()).toEqual({ left: 1, lasting: false, refused: false })
    expect(await codeOf(tell('ban', 'one'))).toBe('IDEMPOTENCY_KEY_REUSED')
    await tell('accept', 'two')
    await tell('reject', 'three')
    expect(await now()).toEqual({ left: 2, lasting: false, refused: false })
    await tell('ban', 'four')
    expect(await now()).toEqual({ left: 0, lasting: false, refused: true })
    await tell('always', 'five')
    expect(await now()).toEqual({ left: 0, lasting: true, refused: false })
    await permits.exhaust(citizen, 't')
    expect(await now()).toEqual({ left: 0, lasting: false, refused: false })
  })

  it('is spent one by one, and never below nothing', async () => {
    const citizen = someone()
    for (const key of ['one', 'two']) await permits.tell(citizen, [{ templateId: 't', answer: 'accept' }], key)
    const left: unknown[] = []
    for (let times = 0; times < 3; times += 1) {
      await permits.spend(citizen, 't')
      left.push((await permits.of(citizen, ['t', 'other'])).map((permit) => permit.left))
    }
    expect(left).toEqual([[1, 0], [0, 0], [0, 0]])
  })
})

describe('a sending', () => {
  const day = '20260105'
  const terms = { permitted: true, day, cap: 2 }
  const count = async (citizen: string) => Number(await redis.get(sentOnKey(citizen, day)))

  it('is begun, and once more, and is sent once by whatever way', async () => {
    const citizen = someone()
    const begin = (notice: string, way: string, more: Partial<typeof terms> = {}) => store.begin(citizen, notice, way, { ...terms, ...more })
    expect([await begin('n1', 'wechat'), await begin('n1', 'wechat'), await begin('n1', 'wechat'), await begin('n1', 'wechat')]).toEqual(['none', 'sending', 'resent', 'resent'])
    expect([await store.end(citizen, 'n1', 'wechat', { state: 'sent', day }), await store.end(citizen, 'n1', 'wechat', { state: 'sent', day }), await begin('n1', 'wechat', { permitted: false })]).toEqual([true, false, 'sent'])
    expect([await begin('n1', 'alipay'), await count(citizen), await begin('n2', 'wechat', { permitted: false })]).toEqual(['none', 1, 'unpermitted'])
  })

  it('has a place among the day’s, which one that was not sent gives back and one that may have been keeps', async () => {
    const citizen = someone()
    const begin = (notice: string, way = 'wechat', more: { cap?: number | null } = {}) => store.begin(citizen, notice, way, { ...terms, ...more })
    const end = (notice: string, state: 'sent' | 'failed' | 'none', way = 'wechat') => store.end(citizen, notice, way, { state, day })
    expect([await begin('n1'), await begin('n2'), await begin('n3'), await begin('n3', 'wechat', { cap: null })]).toEqual(['none', 'none', 'capped', 'none'])
    await end('n1', 'none')
    expect([await count(citizen), await begin('n1'), await count(citizen)]).toEqual([1, 'none', 2])
    // By another way it may have been sent still.
    await begin('n1', 'alipay')
    await end('n1', 'failed', 'alipay')
    expect(await count(citizen)).toBe(2)
    await end('n1', 'failed')
    await end('n2', 'sent')
    expect(await count(citizen)).toBe(1)
    expect(await redis.ttl(sentOnKey(citizen, day))).toBeGreaterThan(86_400)
  })

  it('that was repeated and then surely was not sent is not begun anew: the first may have arrived', async () => {
    const citizen = someone()
    const begin = () => store.begin(citizen, 'n1', 'wechat', terms)
    for (let times = 0; times < 2; times += 1) await begin()
    await store.end(citizen, 'n1', 'wechat', { state: 'none', day })
    expect([await count(citizen), await begin(), await begin()]).toEqual([1, 'sending', 'resent'])
  })
})

describe('what is kept of a citizen', () => {
  it('is shown whole, and gone when it shall be', async () => {
    const citizen = someone()
    await store.keepSettings(citizen, { ...usual, cap: 2 })
    await store.write(citizen, message('a'), NOW)
    await permits.tell(citizen, [{ templateId: 't', answer: 'accept' }], 'one')
    expect([await store.everything(citizen), await permits.everything(citizen)]).toMatchObject([{ settings: { cap: 2 }, messages: [{ messageId: 'a' }] }, { t: { left: 1 } }])
    for (const held of [store, permits]) await held.forget(citizen)
    expect([await store.everything(citizen), await permits.everything(citizen)]).toEqual([{ settings: usual, messages: [] }, {}])
  })
  it('comes together when two accounts turn out to be one person’s, but what a platform was allowed stays the account’s', async () => {
    const [person, joined] = [someone(), someone()]
    await store.write(joined, message('a'), NOW)
    await permits.tell(joined, [{ templateId: 't', answer: 'accept' }], 'one')
    for (let times = 0; times < 2; times += 1) await store.merge(person, joined)
    expect([idsOf(await store.list(person, null, 9)), await permits.of(person, ['t']), await permits.of(joined, ['t'])])
      .toEqual([['a'], [{ left: 0, lasting: false, refused: false }], [{ left: 1, lasting: false, refused: false }]])
  })
})
