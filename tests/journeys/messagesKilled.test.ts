import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../scripts/port.mjs'
import type { Member } from '../support/people'
import { grantReached, sentTo, type ReachedCitizen } from '../support/reached'
import { testRedisUrl } from '../support/redis'
import { startServerProcess, type ServerProcess } from '../support/serverProcess'
import { grantStaff } from '../support/sessions'
import { serverEnvironment } from '../support/settings'
import { startStack, twoHalls, type Stack } from '../support/stack'

const settings = { MESSAGE_SECONDS: '1', RATE_LIMITS: 'false' }

describe('a server killed while the platform has a message in hand and has not answered', () => {
  let [stack, next, folder]: [Stack | undefined, ServerProcess | undefined, string] = [undefined, undefined, '']
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'yichuang-killed-'))
    for (const hall of twoHalls()) await writeFile(path.join(folder, `${hall.hallId}.json`), JSON.stringify(hall))
    stack = await startStack({ processes: 1, hallsDir: folder, settings })
  }, 90_000)
  afterAll(async () => {
    await next?.stop()
    await stack?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('loses nothing and shows nothing twice in the inbox; the platform is asked again for a call, and for nothing else', async () => {
    const { redis, client, simulatorsUrl, fault, clearFaults, processes, take, openWindow, callNext } = stack as Stack
    const all = await grantReached(redis, 5)
    const [called, , , , near] = all as [ReachedCitizen, ReachedCitizen, ReachedCitizen, ReachedCitizen, ReachedCitizen]
    const [clerk] = await grantStaff(redis, 1) as [Member]
    for (const { token } of all) await client.call('changeMessageSettings', { body: { off: [], ahead: 3, quiet: null, cap: 10 } }, { token })
    await openWindow(clerk, 'test', '1')
    for (const citizen of all) await take(citizen, { hallId: 'test', lineId: 'A' })
    fault({ system: 'wechat', kind: 'late', ms: 60_000, path: 'subscribe/send' })
    await callNext(clerk, 'test', '1')
    const sent = async (citizen: ReachedCitizen): Promise<number> => (await sentTo(simulatorsUrl, citizen.openid)).length
    for (let tries = 0; tries < 100 && (await sent(called) < 1 || await sent(near) < 1); tries += 1) await pause(25)
    await processes[0]?.kill()
    clearFaults()
    expect([await sent(called), await sent(near)]).toEqual([1, 1])

    next = await startServerProcess(serverEnvironment({ redisUrl: testRedisUrl(), port: await freePort(), hallsDir: folder, simulatorsUrl, settings }))
    for (let tries = 0; tries < 600 && await sent(called) < 2; tries += 1) await pause(100)
    const lines = ['calls', 'messages']
    const left = async (): Promise<number> => (await Promise.all(lines.flatMap((line) => [redis.llen(`{bull}:${line}:active`), redis.llen(`{bull}:${line}:wait`)]))).reduce((sum, count) => sum + count, 0)
    for (let tries = 0; tries < 200 && await left() > 0; tries += 1) await pause(100)
    // That which may have been sent, and is no call, is left to an operator.
    expect([await sent(called), await sent(near), ...await Promise.all(lines.map((line) => redis.zcard(`{bull}:${line}:failed`)))]).toEqual([2, 1, 0, 1])
    const inbox = async ({ token }: ReachedCitizen): Promise<string[]> => {
      const answer = await fetch(`${next?.url}/api/messages`, { headers: { Authorization: `Bearer ${token}` } })
      return (await answer.json() as { messages: { kind: string }[] }).messages.map(({ kind }) => kind)
    }
    expect([await inbox(called), await inbox(near)]).toEqual([['called'], ['near']])
  }, 180_000)
})
