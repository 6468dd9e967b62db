import { endpoints, type EndpointName } from '@shared/endpoints'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '../support/client'
import { createActs } from '../support/acts'
import { createPeople, newKey } from '../support/people'
import { useStack } from '../support/stack'

/** Remembers what was called; the client beneath it checks every answer. */
const noting = (client: Client, called: Set<EndpointName>): Client => ({
  ...client,
  call: (name, sent, caller) => {
    called.add(name)
    return client.call(name, sent, caller)
  },
})

describe('a day in a hall', () => {
  const stack = useStack()

  it('calls every endpoint, and every answer is exactly what the contract says', async () => {
    const called = new Set<EndpointName>()
    const client = noting(stack().client, called)
    const people = createPeople(client, stack().http)
    const acts = createActs(client, people)
    const hall = { params: { hallId: 'test' } }
    const window = { params: { hallId: 'test', windowId: '2' } }

    await client.call('healthz', {})
    expect(await client.call('readyz', {})).toMatchObject({ ready: true, durable: true })
    const { halls } = await client.call('searchHalls', { body: { text: '测试', near: { lat: 23.13, lng: 113.36 } } })
    expect(halls.map(({ hallId }) => hallId).sort()).toEqual(['other', 'test'])
    expect((await client.call('readHall', hall)).lines).toHaveLength(2)
    expect((await client.call('listItems', hall)).items).toHaveLength(3)

    for (const channel of ['web', 'wechat', 'alipay'] as const) {
      const { token } = await people.citizen(3, channel)
      expect(await client.call('readSession', {}, { token })).toMatchObject({ channel })
      await client.call('endSession', {}, { token })
      expect(await client.refusal('readSession', {}, { token })).toMatchObject({ code: 'UNAUTHENTICATED' })
    }
    const citizen = await people.citizen(1, 'web')
    const operator = await people.operator()
    const clerk = await people.staff('clerk', ['test'])
    expect(await client.call('readStaffSession', {}, clerk)).toMatchObject({ account: clerk.account, role: 'clerk', halls: ['test'] })
    expect((await client.call('listStaff', {}, operator)).accounts).toHaveLength(2)
    await client.call('unlockStaff', { params: { account: clerk.account } }, operator)

    for (const paused of [true, false]) {
      expect(await client.call('pauseHall', { ...hall, body: { paused } }, operator)).toMatchObject({ paused })
      await client.call('pauseLine', { params: { hallId: 'test', lineId: 'A' }, body: { paused } }, operator)
    }
    await acts.openWindow(clerk, 'test', '2')

    const ticket = await acts.take(citizen, { hallId: 'test', lineId: 'A', itemId: 'residence-permit', priority: 'elder' })
    expect(ticket).toMatchObject({ number: 'A001', state: 'waiting', ahead: 0, class: 'priority' })
    const { ticketId } = ticket
    await client.call('takeAtDesk', { ...hall, body: { lineId: 'A' } }, { ...clerk, key: newKey() })
    expect(await client.call('moveTicket', { params: { ticketId }, body: { move: 'defer', places: 1 } }, { ...citizen, key: newKey() })).toMatchObject({ ahead: 1, defersLeft: 1 })
    expect((await client.call('listTickets', {}, citizen)).tickets.map((one) => one.ticketId)).toEqual([ticketId])
    const console = await client.call('readConsole', hall, clerk)
    expect(console.lines[0]?.next.map(({ number }) => number)).toEqual(['A002', 'A001'])

    const desk = await acts.callNext(clerk, 'test', '2')
    for (const move of ['recall', 'recall', 'miss'] as const) await acts.move(clerk, desk.ticketId, { move })
    expect(await acts.callNext(clerk, 'test', '2')).toMatchObject({ ticketId, state: 'called' })
    expect(await client.call('readTicket', { params: { ticketId }, query: { seenAt: ticket.asOf } }, citizen)).toMatchObject({ state: 'called', windowId: '2' })
    await acts.move(clerk, ticketId, { move: 'transfer', lineId: 'B' })
    await acts.callNext(clerk, 'test', '2')
    expect(await acts.move(clerk, ticketId, { move: 'start' })).toMatchObject({ state: 'serving' })
    const calling = async (): Promise<string[]> => (await client.call('readBoard', hall)).calling.map(({ number }) => number)
    // The board may be a second old.
    for (let tries = 0; tries < 60 && !(await calling()).includes('A001'); tries += 1) await pause(50)
    expect(await calling()).toEqual(['A001'])
    await acts.move(clerk, ticketId, { move: 'finish' })

    await client.call('rateVisit', { params: { ticketId }, body: { level: 1, text: '等得太久' } }, { ...citizen, key: newKey() })
    expect(await client.call('readRating', { params: { ticketId } }, citizen)).toMatchObject({ level: 1, tags: [], text: '等得太久' })
    expect(await client.call('readTicket', { params: { ticketId }, query: {} }, citizen)).toMatchObject({ state: 'finished', rated: true })
    await client.call('setWindow', { ...window, body: { state: 'closed' } }, clerk)
    await client.call('endStaffSession', {}, clerk)
    expect(await client.refusal('readStaffSession', {}, clerk)).toMatchObject({ code: 'UNAUTHENTICATED' })

    expect([...called].sort()).toEqual(Object.keys(endpoints).sort())
  })
})
