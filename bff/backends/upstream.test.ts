import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { z } from 'zod'
import { useSimulators } from '../../mock/testing/useSimulators'
import { impatient, patient } from '../../tests/support/upstream'
import { systemClock } from '../platform/clock'
import { createMetrics } from '../platform/metrics'
import { createUpstream, type UpstreamSettings } from './upstream'

const simulators = useSimulators()

/** Plain answers of the simulated WeChat: a wrong application id gives a short JSON with status 200. */
const answer = z.object({ errcode: z.number() })
const create = (settings: Partial<UpstreamSettings> = {}) => {
  const lines: string[] = []
  const metrics = createMetrics()
  const logger = pino({ level: 'debug' }, { write: (line: string) => { lines.push(line) } })
  const upstream = createUpstream({
    system: 'wechat', logger, metrics, clock: systemClock, settings: { ...patient, ...settings },
  })
  const ask = (repeatable: boolean, path = '/wechat/sns/jscode2session') => upstream.call({
    name: 'login', method: 'GET', url: `${simulators.url()}${path}`, repeatable, answer, query: { js_code: 'secret-code', secret: 'secret-app' },
  })
  return { upstream, ask, lines, metrics }
}
const struck = async () => {
  const { faults } = await (await fetch(`${simulators.url()}/faults`)).json() as { faults: { struck: number }[] }
  return faults.map((fault) => fault.struck)
}

describe('a call to an outside system', () => {
  it('gives the validated answer', async () => {
    expect(await create().ask(false)).toEqual({ kind: 'answered', value: { errcode: 40013 } })
  })

  it('gives their refusal with its body, and does not ask again', async () => {
    await simulators.fault({ system: 'wechat', kind: 'answer', status: 403, body: { error: 'no' } })
    const { ask, lines } = create()
    expect(await ask(true)).toEqual({ kind: 'rejected', status: 403, body: { error: 'no' } })
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ level: 40, msg: 'outside system does not let us in', operation: 'login', status: 403 }])
    expect(await struck()).toEqual([1])
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)(
    'repeats after “%s” only what is safe to repeat', async (kind) => {
      const times = kind === 'hang' ? impatient : patient
      await simulators.fault({ system: 'wechat', kind, times: 1 })
      expect(await create(times).ask(false)).toEqual({ kind: 'unknown' })
      await simulators.fault({ system: 'wechat', kind, times: 1 })
      expect(await create(times).ask(true)).toMatchObject({ kind: 'answered' })
      expect(await struck()).toEqual([1, 1])
    })

  it('says “unavailable”, not “unknown”, when a safe call fails to the end', async () => {
    await simulators.fault({ system: 'wechat', kind: 'error' })
    expect(await create().ask(true)).toEqual({ kind: 'unavailable' })
    expect(await struck()).toEqual([3])
  })

  it('takes an answer of another shape for a failure', async () => {
    await simulators.fault({ system: 'wechat', kind: 'answer', body: { errcode: 'forty' } })
    expect(await create().ask(false)).toEqual({ kind: 'unknown' })
  })

  it('knows that nothing happened when nobody listens, or they say “too many”', async () => {
    const { upstream, ask } = create()
    expect(await upstream.call({ name: 'login', method: 'POST', url: 'http://127.0.0.1:9/', repeatable: false, answer })).toEqual({ kind: 'unavailable' })
    await simulators.fault({ system: 'wechat', kind: 'error', status: 429, times: 1 })
    expect(await ask(false)).toMatchObject({ kind: 'answered' })
  })

  it('knows that nothing happened when no connection came to stand, however long it waited, and when they say that they did nothing', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined))
    await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', resolve) })
    const ask = (url: string, undone?: number[]) => create({ ...impatient, attempts: 1 }).upstream.call({ name: 'login', method: 'POST', url, repeatable: false, answer, ...(undone && { undone }) })
    // Its greeting is never answered, so that nothing of the request can have left.
    expect(await ask(`https://127.0.0.1:${(silent.address() as AddressInfo).port}/`)).toEqual({ kind: 'unavailable' })
    expect(await ask(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`)).toEqual({ kind: 'unknown' })
    silent.close()
    for (const [status, kind] of [[503, 'unavailable'], [500, 'unknown']] as const) {
      await simulators.fault({ system: 'wechat', kind: 'error', status, times: 1 })
      expect(await ask(`${simulators.url()}/wechat/cgi-bin/message/subscribe/send`, [502, 503])).toEqual({ kind })
    }
    await simulators.fault({ system: 'wechat', kind: 'error', status: 503, times: 1 })
    expect(await ask(`${simulators.url()}/wechat/cgi-bin/message/subscribe/send`)).toEqual({ kind: 'unknown' })
  })

  it('that is not made because they broke their contract is unreadable; because they were silent, unavailable', async () => {
    const { ask, lines } = create({ attempts: 1, failuresToOpen: 2, openMs: 300 })
    const times = async (kind: 'malformed' | 'error') => {
      await simulators.fault({ system: 'wechat', kind })
      const kinds = [await ask(true), await ask(true), await ask(true)].map((outcome) => outcome.kind)
      await fetch(`${simulators.url()}/faults`, { method: 'DELETE' })
      return kinds
    }
    expect(await times('malformed')).toEqual(['unreadable', 'unreadable', 'unreadable'])
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ outcome: 'unreadable', problem: 'left alone after: malformed answer at its root' })
    await pause(350)
    expect(await ask(true)).toMatchObject({ kind: 'answered' })
    expect(await times('error')).toEqual(['unavailable', 'unavailable', 'unavailable'])
  })

  it('asks again when they say in their own words that they were busy', async () => {
    await simulators.fault({ system: 'wechat', kind: 'answer', body: { errcode: -1 }, times: 2 })
    const outcome = await create().upstream.call({
      name: 'login', method: 'GET', url: `${simulators.url()}/wechat/sns/jscode2session`, repeatable: false, answer, isBusy: ({ errcode }) => errcode === -1,
    })
    expect(outcome).toEqual({ kind: 'answered', value: { errcode: 40013 } })
  })

  it('never takes longer than its budget, retries included', async () => {
    await simulators.fault({ system: 'wechat', kind: 'hang' })
    const start = performance.now()
    expect(await create({ budgetMs: 1_500, attemptMs: 300, attempts: 50 }).ask(true)).toEqual({ kind: 'unavailable' })
    // All fifty would take a minute.
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('leaves a failing system alone, and tries it again after a while', async () => {
    const { ask } = create({ failuresToOpen: 3, openMs: 2_000 })
    await simulators.fault({ system: 'wechat', kind: 'error', times: 3 })
    for (let n = 0; n < 3; n += 1) expect(await ask(false)).toEqual({ kind: 'unknown' })
    expect(await ask(false)).toEqual({ kind: 'unavailable' })
    expect(await struck()).toEqual([3])
    await new Promise((resolve) => { setTimeout(resolve, 2_200) })
    expect(await ask(false)).toMatchObject({ kind: 'answered' })
  })

  it('lets no more than its seats through at once; who finds no place is told at once', async () => {
    const { ask } = create({ parallel: 2, waiting: 1 })
    await simulators.fault({ system: 'wechat', kind: 'slow', ms: 100 })
    const kinds = (await Promise.all(Array.from({ length: 6 }, () => ask(false)))).map((outcome) => outcome.kind)
    expect(kinds.filter((kind) => kind === 'answered')).toHaveLength(3)
    expect(kinds.filter((kind) => kind === 'unavailable')).toHaveLength(3)
  })

  it('logs and counts what became of it, and nothing of what was said', async () => {
    const { ask, lines, metrics } = create()
    await ask(false)
    await simulators.fault({ system: 'wechat', kind: 'half' })
    await ask(false)
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ system: 'wechat', operation: 'login', outcome: 'unknown', problem: expect.any(String) })
    expect(lines.join()).not.toMatch(/secret|jscode|errcode/)
    expect(await metrics.registry.getSingleMetricAsString('upstream_duration_seconds')).toContain('upstream_duration_seconds_count{system="wechat",outcome="unknown"} 1')
  })
})
