import { useSimulators } from '../testing/useSimulators'
import { openidOf } from './state'
import { createTokens } from './tokens'

let now = 1_767_225_600_000
const simulators = useSimulators(() => now)
const ask = async (js_code: string, query: Record<string, string> = {}) => {
  const all = new URLSearchParams({ appid: 'wxdemo0000000000', secret: 'demo-wechat-secret', grant_type: 'authorization_code', js_code, ...query })
  const response = await fetch(`${simulators.url()}/wechat/sns/jscode2session?${all}`)
  expect(response.status).toBe(200)
  return await response.json() as { openid?: string; session_key?: string; errcode?: number }
}

const post = async (path: string, body: object | string) => {
  const response = await fetch(`${simulators.url()}/wechat${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
  expect(response.status).toBe(200)
  return await response.json() as { access_token?: string; expires_in?: number; errcode?: number; result?: { suggest: string; label: number } }
}
const tokenBy = (more: object = {}) => post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'wxdemo0000000000', secret: 'demo-wechat-secret', ...more })
const check = (token: string, more: object | string = {}) =>
  post(`/wxa/msg_sec_check?access_token=${token}`, typeof more === 'string' ? more : { version: 2, scene: 2, openid, content: '很好', ...more })
let openid = ''

describe('the simulated WeChat login', () => {
  it('gives the same person the same openid, others another, and no errcode', async () => {
    const [first, again, other] = [await ask('demo-1-aaaa'), await ask('demo-1-bbbb'), await ask('demo-2-aaaa')]
    expect(Object.keys(first).sort()).toEqual(['openid', 'session_key'])
    expect(first.openid).toMatch(/^o[\w-]{27}$/)
    expect(again.openid).toBe(first.openid)
    expect(other.openid).not.toBe(first.openid)
  })

  it('takes a code once', async () => {
    expect((await ask('demo-3-once')).openid).toBeDefined()
    expect((await ask('demo-3-once')).errcode).toBe(40163)
  })

  it('says what is wrong in WeChat’s own numbers', async () => {
    expect((await ask('nonsense')).errcode).toBe(40029)
    expect((await ask('')).errcode).toBe(41008)
    expect((await ask('demo-1-xxxx', { appid: 'wx0' })).errcode).toBe(40013)
    expect((await ask('demo-1-xxxx', { secret: 'guess' })).errcode).toBe(40125)
    expect((await ask('demo-1-xxxx', { grant_type: 'x' })).errcode).toBe(40002)
  })

  it('takes a code that was given out for five minutes', async () => {
    const issue = async () => (await (await fetch(`${simulators.url()}/wechat/simulator/login-codes`, { method: 'POST', body: new URLSearchParams({ person: '3' }) })).json() as { code: string }).code
    const [early, late] = [await issue(), await issue()]
    now += 299_999
    expect((await ask(early)).openid).toBe(openidOf('wxdemo0000000000', '3'))
    now += 1
    expect((await ask(late)).errcode).toBe(40029)
  })

  it('blocks whom it takes for a danger', async () => {
    expect((await ask('demo-40226-risk')).errcode).toBe(40226)
  })

  it('lets one person sign in a hundred times a minute, no more', async () => {
    for (let n = 0; n < 100; n += 1) expect((await ask(`demo-9-code${n}`)).openid).toBeDefined()
    expect((await ask('demo-9-onemore')).errcode).toBe(45011)
    now += 60_000
    expect((await ask('demo-9-onemore')).openid).toBeDefined()
  })
})

describe('the simulated access tokens', () => {
  it('are the same for all who ask, until five minutes before the end; the old one is good to its end', async () => {
    const [first, again] = [await tokenBy(), await tokenBy()]
    expect(first).toMatchObject({ expires_in: 7_200 })
    expect(again).toEqual(first)
    now += 6_901_000
    const next = await tokenBy()
    expect(next.access_token).not.toBe(first.access_token)
    openid = (await ask('demo-5-here')).openid ?? ''
    for (const token of [first, next]) expect((await check(token.access_token ?? '')).errcode).toBe(0)
    now += 300_000
    expect([(await check(first.access_token ?? '')).errcode, (await check(next.access_token ?? '')).errcode]).toEqual([42001, 0])
  })

  it('forced, end all before, and only twenty times a day', async () => {
    const before = (await tokenBy()).access_token ?? ''
    const after = (await tokenBy({ force_refresh: true })).access_token ?? ''
    expect([(await check(before)).errcode, (await check(after)).errcode, (await check('')).errcode]).toEqual([40001, 0, 41001])
    for (let n = 1; n < 20; n += 1) expect((await tokenBy({ force_refresh: true })).errcode).toBeUndefined()
    expect((await tokenBy({ force_refresh: true })).errcode).toBe(45009)
    now += 86_400_000
  })

  it('forced twice within thirty seconds, change once', async () => {
    const first = (await tokenBy({ force_refresh: true })).access_token
    expect((await tokenBy({ force_refresh: true })).access_token).toBe(first)
    now += 30_000
    expect((await tokenBy({ force_refresh: true })).access_token).not.toBe(first)
  })

  it('have quotas a minute and a day', () => {
    const tokens = createTokens(() => now, { aMinute: 2, aDay: 3, forcedADay: 20 })
    const give = () => tokens.give(false)
    expect([typeof give(), typeof give(), give()]).toEqual(['object', 'object', 'minute-quota'])
    now += 60_000
    expect([typeof give(), give()]).toEqual(['object', 'day-quota'])
    now += 86_400_000
    expect(typeof give()).toBe('object')
  })

  it('are refused to who asks from elsewhere, once the platform has a list of addresses', async () => {
    const allow = (allowed: string[] | null) => fetch(`${simulators.url()}/wechat/simulator/addresses`, { method: 'PUT', body: JSON.stringify({ allowed }) })
    await allow(['10.0.0.1'])
    expect((await tokenBy()).errcode).toBe(40164)
    await allow(['127.0.0.1'])
    expect((await tokenBy()).errcode).toBeUndefined()
    await allow(['10.0.0.1'])
    // What a caller says of itself counts nothing.
    const forged = await fetch(`${simulators.url()}/wechat/cgi-bin/stable_token`, {
      method: 'POST', headers: { 'x-simulator-caller': '10.0.0.1' }, body: JSON.stringify({ grant_type: 'client_credential', appid: 'wxdemo0000000000', secret: 'demo-wechat-secret' }),
    })
    expect(await forged.json()).toMatchObject({ errcode: 40164 })
    await allow(null)
    expect((await tokenBy()).errcode).toBeUndefined()
  })

  it('are for the application alone', async () => {
    expect((await tokenBy({ grant_type: 'x' })).errcode).toBe(40002)
    expect((await tokenBy({ appid: 'wx0' })).errcode).toBe(40013)
    expect((await tokenBy({ secret: 'guess' })).errcode).toBe(40125)
    expect((await post('/cgi-bin/stable_token', 'no JSON')).errcode).toBe(47001)
  })
})

describe('the simulated text check', () => {
  it('passes, doubts or refuses, of whoever was here in the last two hours', async () => {
    const token = (await tokenBy()).access_token ?? ''
    openid = (await ask('demo-6-here')).openid ?? ''
    expect(await check(token)).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } })
    expect(await check(token, { content: '这是演示违规词。' })).toMatchObject({ errcode: 0, result: { suggest: 'risky', label: 20_003 } })
    expect(await check(token, { content: '演示可疑词' })).toMatchObject({ errcode: 0, result: { suggest: 'review' } })
    now += 7_200_000
    const later = (await tokenBy()).access_token ?? ''
    expect((await check(later)).errcode).toBe(61010)
    expect((await check(later, { openid: openidOf('wxdemo0000000000', '0') })).errcode).toBe(0)
  })

  it('says what is wrong with a question', async () => {
    const token = (await tokenBy()).access_token ?? ''
    openid = (await ask('demo-7-here')).openid ?? ''
    const codes = [{ openid: 'somebody' }, { version: 1 }, { scene: 9 }, { content: '' }, { content: '好'.repeat(2_501) }, '{"version": 2,']
    expect(await Promise.all(codes.map(async (more) => (await check(token, more)).errcode))).toEqual([40003, 47001, 40129, 44002, 47001, 47001])
    expect((await check(token, { content: '好'.repeat(2_500) })).errcode).toBe(0)
  })
})
