import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { Fault, FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { openidOf } from '../../../mock/wechat/state'
import { testUpstream } from '../../../tests/support/upstream'
import type { TextCheck } from '../../capabilities/ratings/textCheck'
import { systemClock } from '../../platform/clock'
import type { Upstream, UpstreamCall } from '../upstream'
import { createAccessToken } from './accessToken'
import { createTextCheck, type Verdict } from './textCheck'
import { createWechatLogin } from './wechatLogin'

const APP_ID = 'wxdemo0000000000'
const OFFICE = openidOf(APP_ID, '0')
let shift = 0
const clock = () => systemClock() + shift
const simulators = useSimulators(clock)
const logged: string[] = []
const logger = pino({ level: 'debug' }, { write: (line: string) => { logged.push(line) } })

/** As our server would have it: one token, one check; with what it asked and counted. */
const create = ({ fault, appSecret = 'demo-wechat-secret', openids = {}, serviceOpenid = OFFICE, budgetMs = 20_000 }: {
  fault?: FaultKind; appSecret?: string; openids?: Record<string, string | Error>; serviceOpenid?: string; budgetMs?: number
} = {}) => {
  const [asked, counted]: [string[], Verdict[]] = [[], []]
  const real = testUpstream('wechat', fault)
  const upstream: Upstream = {
    call: <T>(call: UpstreamCall<T>) => {
      asked.push(`${call.name}${(call.json as { force_refresh?: boolean }).force_refresh ? ' forced' : ''}`)
      return real.call(call)
    },
  }
  const settings = { url: `${simulators.url()}/wechat`, appId: APP_ID, appSecret }
  const check: TextCheck['check'] = createTextCheck({
    upstream, url: settings.url, token: createAccessToken({ upstream, settings, clock, logger }), serviceOpenid, budgetMs, logger, count: (verdict) => counted.push(verdict),
    openidOf: async (citizenId) => {
      const known = openids[citizenId] ?? null
      if (known instanceof Error) throw known
      return known
    },
  }).check
  return { check, asked, counted }
}
const visitor = async (n: number) =>
  (await createWechatLogin(testUpstream('wechat'), logger, { url: `${simulators.url()}/wechat`, appId: APP_ID, appSecret: 'demo-wechat-secret' }).exchange(`demo-${n}-${randomUUID()}`)).subject
const fault = (of: Omit<Fault, 'system'>) => simulators.fault({ system: 'wechat', ...of })
const answered = (errcode: number, times?: number) => fault({ kind: 'answer', path: 'msg_sec_check', body: { errcode, errmsg: '' }, ...(times && { times }) })
/** Makes what everybody holds worthless, as another office's server might. */
const forceAnother = () => fetch(`${simulators.url()}/wechat/cgi-bin/stable_token`, {
  method: 'POST', body: JSON.stringify({ grant_type: 'client_credential', appid: APP_ID, secret: 'demo-wechat-secret', force_refresh: true }),
})
const SECRET = '窗口的演示同志很耐心'

beforeEach(() => { logged.length = 0 })

describe('words checked by WeChat', () => {
  it('pass or are refused; those a person should look at pass, and are counted', async () => {
    const { check, counted } = create({ openids: { c1: await visitor(1) } })
    expect(await Promise.all([SECRET, '演示违规词', '演示可疑词'].map((text) => check(text, 'c1')))).toEqual(['pass', 'refused', 'pass'])
    expect(counted.sort()).toEqual(['pass', 'refused', 'review'])
  })

  it('are told under the citizen’s own openid where WeChat knows them, else under the office’s', async () => {
    const away = openidOf(APP_ID, '999')
    const { check } = create({ openids: { c1: await visitor(2), c2: away } })
    expect(await check('演示违规词', 'c1')).toBe('refused')
    // Not here within two hours: WeChat does not check, though it would for the office.
    expect(await check('演示违规词', 'c2')).toBe('unchecked')
    expect([await check('演示违规词', 'c3'), await check('演示违规词', null)]).toEqual(['refused', 'refused'])
    const { check: alone, asked } = create({ serviceOpenid: '' })
    expect([await alone('演示违规词', 'c3'), asked]).toEqual(['unchecked', []])
  })

  it.each([45009, 61010, 40003, 44991, 87014])('go unchecked when WeChat answers %i, which is logged without them', async (errcode) => {
    await answered(errcode)
    const { check, counted } = create()
    expect([await check(SECRET, null), counted]).toEqual(['unchecked', ['unchecked']])
    expect(logged.join()).toContain(`"errcode":${errcode}`)
    expect(logged.join()).not.toContain('耐心')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'hang'] as const)('go unchecked when the answer is “%s”', async (kind) => {
    await fault({ kind, path: 'msg_sec_check' })
    expect(await create({ fault: kind }).check(SECRET, null)).toBe('unchecked')
  })

  it('go unchecked when all is said but the suggestion', async () => {
    await fault({ kind: 'answer', path: 'msg_sec_check', body: { errcode: 0, errmsg: 'ok' } })
    expect(await create().check(SECRET, null)).toBe('unchecked')
  })

  it('are asked about again when WeChat is busy', async () => {
    await answered(-1, 1)
    expect(await create().check('演示违规词', null)).toBe('refused')
  })

  it('wait no longer than their time for anything: a slow answer, a token, or our own memory', async () => {
    const inTime = async (make: () => ReturnType<typeof create>) => {
      const begun = performance.now()
      expect(await make().check('演示违规词', 'c1')).toBe('unchecked')
      expect(performance.now() - begun).toBeLessThan(1_000)
    }
    await fault({ kind: 'slow', ms: 1_500, path: 'msg_sec_check', times: 1 })
    await inTime(() => create({ budgetMs: 300 }))
    await fault({ kind: 'slow', ms: 1_500, path: 'stable_token', times: 1 })
    await inTime(() => create({ budgetMs: 300 }))
    await inTime(() => create({ openids: { c1: new Error('Redis is away') } }))
  })
})

describe('the access token', () => {
  // WeChat makes none anew within 30 seconds of being forced.
  beforeEach(() => { shift += 30_000 })

  it('is fetched once for ninety checks at once, and kept until five minutes before its end', async () => {
    const { check, asked } = create()
    await forceAnother()
    expect(new Set(await Promise.all(Array.from({ length: 90 }, () => check(SECRET, null))))).toEqual(new Set(['pass']))
    expect(asked.filter((name) => name.startsWith('stable_token'))).toEqual(['stable_token'])
    shift += 6_880_000
    expect(await check(SECRET, null)).toBe('pass')
    expect(asked.filter((name) => name.startsWith('stable_token'))).toHaveLength(1)
    shift += 30_000
    expect(await check(SECRET, null)).toBe('pass')
    expect(asked.filter((name) => name.startsWith('stable_token'))).toHaveLength(2)
  })

  it('that another server made worthless is renewed once for all who find it so, and not by force', async () => {
    const { check, asked } = create()
    await check(SECRET, null)
    await forceAnother()
    asked.length = 0
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => check('演示违规词', null))))).toEqual(new Set(['refused']))
    expect(asked.filter((name) => name.startsWith('stable_token'))).toEqual(['stable_token'])
  })

  it.each([40001, 42001])('that is refused with %i although it is the latest is renewed by force, and the question repeated once', async (errcode) => {
    const { check, asked } = create()
    await check(SECRET, null)
    asked.length = 0
    await answered(errcode, 1)
    expect(await check('演示违规词', null)).toBe('refused')
    expect(asked).toEqual(['msg_sec_check', 'stable_token', 'stable_token forced', 'msg_sec_check'])
    asked.length = 0
    shift += 30_000
    await answered(errcode)
    expect(await check('演示违规词', null)).toBe('unchecked')
    expect(asked.filter((name) => name === 'msg_sec_check')).toHaveLength(2)
  })

  it('that cannot be had leaves words unchecked, and says why without the secret', async () => {
    const { check, asked } = create({ appSecret: 'an-old-secret' })
    expect([await check(SECRET, null), asked]).toEqual(['unchecked', ['stable_token']])
    expect(logged.join()).toContain('"errcode":40125')
    expect(logged.join()).not.toContain('old-secret')
    await fault({ kind: 'error', path: 'stable_token' })
    expect(await create().check(SECRET, null)).toBe('unchecked')
  })
})
