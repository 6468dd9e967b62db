import { pino } from 'pino'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { lineOf, newKey, NINE, queueHall } from '../../../tests/conformance/queue/world'
import { pressMachine, setUpMachine } from '../../../tests/support/queueMachine'
import { codeOf, impatient } from '../../../tests/support/upstream'
import { systemClock } from '../../platform/clock'
import { createMetrics } from '../../platform/metrics'
import { createUpstream } from '../upstream'
import { createHallQueue } from './hallQueue'

const simulators = useSimulators(() => NINE)
const hall = queueHall('vendorhall')
beforeEach(() => setUpMachine(simulators.url(), hall))

const open = (key = 'demo-key') => {
  const lines: string[] = []
  const logger = pino({ level: 'debug' }, { write: (line: string) => { lines.push(line) } })
  const metrics = createMetrics()
  const upstream = createUpstream({ system: 'hall-queue', logger, metrics, clock: systemClock, settings: { ...impatient, failuresToOpen: 1_000 } })
  return { queue: createHallQueue(upstream, { systemId: 'hall-queue', url: `${simulators.url()}/hallqueue`, key }, () => NINE), lines, metrics }
}
const order = (owner: string | null, changes: { lineId?: string; key?: string } = {}) =>
  ({ hall, lineId: 'A', class: 'ordinary', priority: null, itemId: null, owner, actor: owner ?? 'desk-1', key: newKey(), now: NINE, presence: null, ...changes }) as const
/** As the machine answers whoever holds the key. */
const ask = async (command: string, body: object): Promise<{ data: { ticket: Record<string, unknown> } }> => {
  const headers = { 'Content-Type': 'application/json', accessKey: 'demo-key' }
  return await (await fetch(`${simulators.url()}/hallqueue/service/${command}`, { method: 'POST', headers, body: JSON.stringify(body) })).json() as { data: { ticket: Record<string, unknown> } }
}
const told = (ticketId: string) => ask('ticketInfo', { hallCode: hall.hallId, outerNo: ticketId.split('.')[1] })

describe('a hall’s own queue machine', () => {
  it('calls a number that was printed by the machine itself, and shows it to nobody as theirs', async () => {
    const { queue } = open()
    expect(await pressMachine(simulators.url(), hall.hallId, '20065')).toBe('A001')
    await queue.setWindow(hall, '1', 'open', 'clerk1', 'clerk', NINE)
    const called = await queue.callNext(hall, '1', { actor: 'clerk1', key: newKey(), now: NINE })
    expect(called).toMatchObject({ number: 'A001', state: 'called', itemId: null, ticketId: expect.stringMatching(/^vendorhall\.[0-9a-z]{20}$/) })
    expect((await queue.start(hall, called.ticketId, 'clerk', { actor: 'clerk1', key: newKey(), now: NINE })).state).toBe('serving')
    expect(await codeOf(queue.read(called.ticketId, 'ann', null))).toBe('TICKET_NOT_FOUND')
  })

  it('names a citizen to the machine by a name of that machine alone', async () => {
    const { ticket } = await open().queue.take(order('a-citizen-known-to-us'))
    const { data } = await told(ticket.ticketId)
    expect(data.ticket.userNo).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(JSON.stringify(data)).not.toContain('known-to-us')
  })

  it('takes no answer for good that is another’s, contradicts itself, or has a code or a time that nobody knows', async () => {
    const { queue, lines } = open()
    const [mine, other] = [(await queue.take(order('ann'))).ticket.ticketId, (await queue.take(order('bob'))).ticket.ticketId]
    const good = await told(mine)
    const with_ = (changes: object) => ({ ...good, data: { ...good.data, ticket: { ...good.data.ticket, ...changes } } })
    const bad: readonly [unknown, string][] = [
      [await told(other), 'data.ticket.outerNo'], [with_({ hallCode: 'town4' }), 'data.ticket.outerNo'], [with_({ state: '1' }), 'data.ticket.counterNo'], [with_({ state: '3' }), 'data.aheadNum'],
      [with_({ state: '8' }), 'data.ticket.state'], [with_({ takeTime: '20260230090000' }), 'data.ticket.takeTime'], [with_({ takeTime: '2026-01-05' }), 'data.ticket.takeTime'],
      [with_({ ticketNum: 'A1' }), 'data.ticket.ticketNum'], [{ ...good, sysTime: '20260105250000' }, 'sysTime'], [{ ...good, data: null }, 'data'], [{ ...good, resultCode: '7777' }, 'resultCode'],
      [{ resultCode: '4006', data: null }, 'data'], [{ ...good, resultCode: 0 }, 'resultCode'], [[], 'its root'], ['text', 'its root'],
    ]
    for (const [body, field] of bad) {
      lines.length = 0
      await simulators.fault({ system: 'hallqueue', kind: 'answer', path: 'ticketInfo', body, times: 3 })
      expect([field, await codeOf(queue.read(mine, 'ann', null))]).toEqual([field, 'UNREADABLE'])
      expect(lines.map((line) => JSON.parse(line) as { outcome: string; problem?: string })).toEqual([expect.objectContaining({ outcome: 'unreadable', problem: `malformed answer at ${field}` })])
    }
    expect((await queue.read(mine, 'ann', null)).ticket.number).toBe('A001')
  })

  it('does not list another’s tickets, though the machine tells them', async () => {
    const { queue } = open()
    const { ticket } = await queue.take(order('ann'))
    const { data } = await told(ticket.ticketId)
    await simulators.fault({ system: 'hallqueue', kind: 'answer', path: 'myTickets', body: { resultCode: '0', sysTime: '20260105090000', repeatFlag: '0', data: { ticketList: [data] } } })
    expect(await queue.listOf('ann', NINE)).toHaveLength(1)
    expect(await codeOf(queue.listOf('bob', NINE))).toBe('UNREADABLE')
  })

  it('is UNAVAILABLE, never an empty hall, when the machine does not know our key or the hall', async () => {
    for (const queue of [open('another-key').queue, open('').queue]) {
      expect(await Promise.all([queue.board(hall, NINE, 1), queue.take(order('ann')), queue.listOf('ann', NINE)].map(codeOf))).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE'])
    }
    const elsewhere = queueHall('unknownhal')
    const { queue } = open()
    expect(await Promise.all([queue.board(elsewhere, NINE, 1), queue.take({ ...order('ann'), hall: elsewhere })].map(codeOf))).toEqual(['UNAVAILABLE', 'UNAVAILABLE'])
  })

  it('says of a line or window that the machine has not yet that it is not there, and finds it once it is', async () => {
    const { queue } = open()
    const later = { ...hall, lines: [...hall.lines, lineOf('C')], windows: hall.windows.map((window) => ({ ...window, lineIds: ['A', 'B', 'C'] })) }
    const take = () => queue.take({ ...order('ann', { lineId: 'C' }), hall: later })
    expect(await codeOf(take())).toBe('LINE_NOT_FOUND')
    expect((await queue.board(later, NINE, 1)).lines.map(({ lineId }) => lineId)).toEqual(['A', 'B'])
    await setUpMachine(simulators.url(), later)
    expect((await take()).ticket.number).toBe('C001')
  })

  it('logs what failed, and nothing of who asked for what', async () => {
    const { queue, lines, metrics } = open()
    await simulators.fault({ system: 'hallqueue', kind: 'error' })
    const errors = await Promise.allSettled([queue.take(order('a-citizen-known-to-us')), queue.listOf('a-citizen-known-to-us', NINE)])
    const said = JSON.stringify([lines, errors.map((one) => (one.status === 'rejected' ? [String(one.reason), (one.reason as Error).stack, String((one.reason as Error).cause)] : one))])
    expect(said).toMatch(/"operation\\":\\"myTickets/)
    expect(said).not.toMatch(/known-to-us|demo-key|hallCode/)
    expect(await metrics.registry.getSingleMetricAsString('upstream_duration_seconds')).toMatch(/upstream_duration_seconds_count\{system="hall-queue",outcome="unavailable"\} 2/)
  })
})
