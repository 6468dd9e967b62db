import { useSimulators } from '../testing/useSimulators'

let now = 1_767_225_600_000
const simulators = useSimulators(() => now)
const ask = async (js_code: string, query: Record<string, string> = {}) => {
  const all = new URLSearchParams({ appid: 'wxdemo0000000000', secret: 'demo-wechat-secret', grant_type: 'authorization_code', js_code, ...query })
  const response = await fetch(`${simulators.url()}/wechat/sns/jscode2session?${all}`)
  expect(response.status).toBe(200)
  return await response.json() as { openid?: string; session_key?: string; errcode?: number }
}

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
