import http from 'node:http'
import { useSimulators } from './testing/useSimulators'

const simulators = useSimulators()
const path = '/wechat/sns/jscode2session'
const ask = (query = '', patienceMs = 20_000) => fetch(`${simulators.url()}${path}${query}`, { signal: AbortSignal.timeout(patienceMs) })
const login = (code: string) => ask(`?appid=wxdemo0000000000&secret=demo-wechat-secret&grant_type=authorization_code&js_code=${code}`)
const faults = (method: string, body?: string) => fetch(`${simulators.url()}/faults`, { method, ...(body && { body }) })

describe('the simulators, over real HTTP', () => {
  it('answer 404 where there is nothing', async () => {
    expect((await fetch(`${simulators.url()}/nowhere`)).status).toBe(404)
  })

  it('fail as scripted: in order, as often as told, and only the system and path named', async () => {
    await simulators.fault({ system: 'wechat', kind: 'error', status: 502, times: 2, path: 'jscode2session' })
    await simulators.fault({ system: 'wechat', kind: 'answer', body: { errcode: -1 }, times: 1 })
    expect((await fetch(`${simulators.url()}/identity/userinfo`)).status).toBe(401)
    expect((await ask()).status).toBe(502)
    expect((await ask()).status).toBe(502)
    expect(await (await ask()).json()).toEqual({ errcode: -1 })
    expect(await (await ask()).json()).toMatchObject({ errcode: 40013 })
  })

  it('hang until the caller gives up', async () => {
    await simulators.fault({ system: 'wechat', kind: 'hang', times: 1 })
    await expect(ask('', 400)).rejects.toThrow(/timeout|aborted/)
  })

  it('answer late when slow', async () => {
    await simulators.fault({ system: 'wechat', kind: 'slow', ms: 120, times: 1 })
    const start = performance.now()
    expect((await ask()).status).toBe(200)
    expect(performance.now() - start).toBeGreaterThan(110)
  })

  it('answer what is no JSON', async () => {
    await simulators.fault({ system: 'wechat', kind: 'malformed', times: 1 })
    await expect((await ask()).json()).rejects.toThrow('not valid JSON')
  })

  it('break off in the middle of an answer', async () => {
    await simulators.fault({ system: 'wechat', kind: 'half', times: 1 })
    const { promised, received } = await new Promise<{ promised: number; received: number }>((resolve, reject) => {
      http.get(`${simulators.url()}${path}`, (response) => {
        let bytes = 0
        response.on('data', (chunk: Buffer) => { bytes += chunk.length })
        response.on('error', () => undefined)
        response.on('close', () => resolve({ promised: Number(response.headers['content-length']), received: bytes }))
      }).on('error', reject)
    })
    expect(received).toBeGreaterThan(0)
    expect(received).toBeLessThan(promised)
  })

  it('drop a request unseen, or carry it out and then drop the answer', async () => {
    await simulators.fault({ system: 'wechat', kind: 'drop', times: 1 })
    await expect(login('demo-1-dropped')).rejects.toThrow('fetch failed')
    expect(await (await login('demo-1-dropped')).json()).toHaveProperty('openid')

    await simulators.fault({ system: 'wechat', kind: 'commit-then-drop', times: 1 })
    await expect(login('demo-1-committed')).rejects.toThrow('fetch failed')
    expect(await (await login('demo-1-committed')).json()).toMatchObject({ errcode: 40163 })
  })

  it('deliver a request twice', async () => {
    await simulators.fault({ system: 'wechat', kind: 'duplicate', times: 1 })
    expect(await (await login('demo-1-twice')).json()).toMatchObject({ errcode: 40163 })
  })

  it('live by a clock that is wrong, until it is set right', async () => {
    const code = async (): Promise<string> => {
      const { headers } = await fetch(`${simulators.url()}/identity/authorize`, {
        method: 'POST', redirect: 'manual', body: new URLSearchParams({
          response_type: 'code', client_id: 'yichuang', redirect_uri: 'http://localhost/', state: 's', sub: 'demo-citizen-01',
          code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256',
        }),
      })
      return new URL(headers.get('location') ?? '').searchParams.get('code') ?? ''
    }
    const redeem = async (given: string) => (await fetch(`${simulators.url()}/identity/token`, {
      method: 'POST', body: new URLSearchParams({
        grant_type: 'authorization_code', client_id: 'yichuang', client_secret: 'demo-client-secret', code: given, code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      }),
    })).status
    const [early, later] = [await code(), await code()]
    await simulators.fault({ system: 'identity', kind: 'wrong-clock', ms: 3_600_000 })
    expect(await redeem(early)).toBe(400)
    await faults('DELETE')
    expect(await redeem(later)).toBe(200)
  })

  it('list their faults, clear them, and refuse what is none', async () => {
    await simulators.fault({ system: 'wechat', kind: 'error' })
    await simulators.fault({ system: 'alipay', kind: 'error' })
    await ask()
    expect(await (await faults('GET')).json()).toMatchObject({ faults: [{ system: 'wechat', struck: 1, over: false }, { system: 'alipay', struck: 0 }] })
    expect((await fetch(`${simulators.url()}/faults?system=wechat`, { method: 'DELETE' })).status).toBe(200)
    expect(await (await faults('GET')).json()).toMatchObject({ faults: [{ system: 'alipay' }] })
    for (const body of ['no json', '[]', '{"system":"wechat","kind":"earthquake"}', '{"system":"wechat","kind":"slow","ms":"long"}']) {
      expect((await faults('POST', body)).status).toBe(400)
    }
  })
})
