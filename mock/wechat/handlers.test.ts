import { useSimulators } from '../testing/useSimulators'
import { openidOf } from './state'

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
