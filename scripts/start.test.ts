import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient, type Client } from '../tests/support/client'
import { useFolder } from '../tests/support/folder'
import { openHttp } from '../tests/support/http'
import { createPeople, newKey } from '../tests/support/people'
import { bareEnvironment } from '../tests/support/settings'
import { isWebBuilt } from './build.mjs'
import { isInstalled } from './install.mjs'
import { freePortPair, requirePorts } from './port.mjs'
import { ROOT } from './root.mjs'

/** Some ten seconds a start on an idle machine; a busy one may take its time. */
const LIMIT = 300_000

describe('npm start', () => {
  const folder = useFolder()
  const http = openHttp()
  const stops: (() => void)[] = []
  beforeAll(async () => {
    if (!await isInstalled(ROOT) || !await isWebBuilt()) throw new Error('npm start would have to install or build first: run npm test, which does both')
  })
  afterAll(() => {
    http.close()
    for (const stop of stops) stop()
  })

  const newDemo = async () => ({ port: await freePortPair(), dir: await mkdtemp(path.join(folder(), 'data-')) })
  type Demo = Awaited<ReturnType<typeof newDemo>>

  const start = ({ port, dir }: Demo) => {
    const { API_BASE } = process.env
    const env = { ...bareEnvironment(), ...(API_BASE !== undefined && { API_BASE }), PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dir }
    const child = spawn(process.execPath, [path.join(ROOT, 'scripts/start.mjs')], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    stops.push(() => { child.kill('SIGKILL') })
    let said = ''
    const listeners = new Set<() => void>()
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { said += String(text); for (const listen of listeners) listen() })
    const ended = new Promise<{ code: number | null; said: string }>((resolve) => { child.once('close', (code) => resolve({ code, said })) })
    return {
      ended,
      /** Resolves with all that was said once it holds `words`; rejects when it ends before. */
      saying: (words: string): Promise<string> => Promise.race([
        new Promise<string>((resolve) => { listeners.add(() => { if (said.includes(words)) resolve(said) }) }),
        ended.then((end) => { throw new Error(`it ended with code ${end.code}: ${end.said}`) }),
      ]),
      interrupt: () => { child.kill('SIGINT') },
    }
  }

  /** The processes that still run with this demo's folder in their settings or words; none are seen where there is no /proc. */
  const leftOf = async ({ dir }: Demo): Promise<string[]> => {
    const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
    const told = await Promise.all(pids.map((pid) => Promise.all(['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')))))
    return told.filter((texts) => texts.join().includes(dir)).map(([words = '']) => words.replaceAll('\0', ' '))
  }
  const expectNothingLeft = async (demo: Demo): Promise<void> => {
    // What was not up yet ends with the pipe to us, a moment after us.
    for (let tries = 0; tries < 100 && (await leftOf(demo)).length > 0; tries += 1) await pause(100)
    expect(await leftOf(demo)).toEqual([])
    await requirePorts([demo.port, demo.port + 1])
  }
  /** The addresses in the welcome. */
  const urlsIn = (welcome: string): string[] => welcome.match(/https?:\/\/[^\s\u001B]+/g) ?? []

  /** Signs in as a demo citizen, scans the code on the hall's screen, and takes a number. */
  const takeNumber = async (client: Client, screen: string) => {
    const { token } = await createPeople(client, http).citizen(3, 'web')
    const { code } = await client.call('readScreenCode', { params: { hallId: 'demo' } }, { screenKey: new URL(screen).hash.replace('#key=', '') })
    const { presence } = await client.call('scanCode', { body: { code } })
    const { ticketId, number } = await client.call('takeTicket', { body: { hallId: 'demo', lineId: 'D', presence: presence ?? '' } }, { token, key: newKey() })
    return { token, ticketId, number }
  }

  it('opens every page it names, gives a number, ends without a trace, a second start still has the number, and other secrets are told', async () => {
    const demo = await newDemo()
    const first = start(demo)
    const urls = urlsIn(await first.saying('Ctrl-C ends everything'))
    expect(urls.length).toBeGreaterThanOrEqual(5)
    for (const url of urls) expect({ url, status: (await fetch(url)).status }).toEqual({ url, status: 200 })
    const client = createClient(http, `http://127.0.0.1:${demo.port}`)
    const { token, ticketId, number } = await takeNumber(client, urls.find((url) => url.includes('#key=')) ?? '')

    const beside = await start({ ...await newDemo(), port: demo.port }).ended
    expect(beside).toEqual({ code: 1, said: expect.stringMatching(/^\n?Port \d+ is taken by another program: [^\n]+\n$/) })

    first.interrupt()
    expect(await first.ended).toMatchObject({ code: 0 })
    await expectNothingLeft(demo)

    const second = start(demo)
    await second.saying('Ctrl-C ends everything')
    expect(await client.call('readTicket', { params: { ticketId }, query: {} }, { token })).toMatchObject({ ticketId, number })
    second.interrupt()
    expect(await second.ended).toMatchObject({ code: 0 })
    await expectNothingLeft(demo)

    await rm(path.join(demo.dir, 'secrets.json'))
    expect(await start(demo).ended).toEqual({ code: 1, said: expect.stringMatching(/\nThe data in \S+ is of other secrets than those in \S+, [^\n]+\n$/) })
    await expectNothingLeft(demo)
  }, LIMIT)

  it('ends without a trace when it is interrupted while it starts', async () => {
    const demo = await newDemo()
    const run = start(demo)
    await run.saying('Starting')
    run.interrupt()
    expect(await run.ended).toMatchObject({ code: 0 })
    await expectNothingLeft(demo)
  }, LIMIT)
})
