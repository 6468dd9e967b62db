import { aHall, hallFile } from '../support/halls'
import { newKey } from '../support/people'
import { pressMachine, setUpMachine } from '../support/queueMachine'
import { useStack } from '../support/stack'

const own = hallFile({ hallId: 'own', name: { zh: '自有系统大厅', en: 'Hall of Its Own System' }, systems: { queue: 'hall-queue' } })
const stack = useStack({ halls: [own, hallFile()], settings: { RATE_LIMITS: 'false' } })
beforeAll(() => setUpMachine(stack().simulatorsUrl, aHall(own)))
afterEach(() => stack().clearFaults())

const find = async () => new Map((await stack().client.call('searchHalls', { body: {} })).halls.map(({ hallId, waiting }) => [hallId, waiting]))
/** What was read a moment ago may be told again. */
const freshCounts = async (expected: number | null): Promise<void> => {
  await expect((async () => {
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await find()).get('own') === expected) return true
      await new Promise((resolve) => { setTimeout(resolve, 100) })
    }
    return false
  })()).resolves.toBe(true)
}

describe('a hall that keeps its own queue system, over HTTP', () => {
  it('gives a number to a citizen, lets a clerk call and serve it from our console, and takes the rating', async () => {
    const { client, people, take, openWindow, callNext, move, simulatorsUrl } = stack()
    const citizen = await people.citizen(1)
    const clerk = await people.staff('clerk', ['own'])
    const ticket = await take(citizen, { hallId: 'own', lineId: 'A', itemId: 'residence-permit' })
    expect(ticket).toMatchObject({ number: 'A001', state: 'waiting', ahead: 0, hallName: own.name, itemId: 'residence-permit' })
    expect(await pressMachine(simulatorsUrl, 'own', '20065')).toBe('A002')
    expect((await client.call('listTickets', {}, citizen)).tickets.map(({ ticketId }) => ticketId)).toEqual([ticket.ticketId])

    await openWindow(clerk, 'own', '1')
    expect((await client.call('readConsole', { params: { hallId: 'own' } }, clerk)).lines[0]).toMatchObject({ lineId: 'A', waiting: 2, issued: 2, next: [{ number: 'A001' }, { number: 'A002' }] })
    expect(await callNext(clerk, 'own', '1')).toMatchObject({ ticketId: ticket.ticketId, number: 'A001', windowId: '1' })
    const read = () => client.call('readTicket', { params: { ticketId: ticket.ticketId }, query: {} }, citizen)
    expect(await read()).toMatchObject({ state: 'called', windowId: '1', windowName: { zh: '1号窗口' } })
    await move(clerk, ticket.ticketId, { move: 'start' })
    await move(clerk, ticket.ticketId, { move: 'finish' })
    const rate = { params: { ticketId: ticket.ticketId }, body: { level: 5 } } as const
    await client.call('rateVisit', rate, { ...citizen, key: newKey() })
    expect(await read()).toMatchObject({ state: 'finished', rated: true })
    expect(await client.refusal('rateVisit', rate, { ...citizen, key: newKey() })).toMatchObject({ code: 'RATING_EXISTS' })
    await freshCounts(1)
    expect((await client.call('readBoard', { params: { hallId: 'own' } })).lines[0]).toMatchObject({ waiting: 1, issued: 2 })
  }, 60_000)

  it('lets the desk take, a leader pause, and tells strangers nothing', async () => {
    const { client, people, take } = stack()
    const [leader, citizen, stranger] = [await people.staff('supervisor', ['own']), await people.citizen(2), await people.citizen(3)]
    const { number } = await client.call('takeAtDesk', { params: { hallId: 'own' }, body: { lineId: 'B', priority: 'green-lane' } }, { ...leader, key: newKey() })
    expect(number).toBe('B001')
    const { ticketId } = await take(citizen, { hallId: 'own', lineId: 'B' })
    expect(await client.refusal('readTicket', { params: { ticketId }, query: {} }, stranger)).toMatchObject({ code: 'TICKET_NOT_FOUND' })
    await client.call('pauseLine', { params: { hallId: 'own', lineId: 'B' }, body: { paused: true } }, leader)
    const presence = await stack().presence('own')
    expect(await client.refusal('takeTicket', { body: { hallId: 'own', lineId: 'B', presence } }, { ...stranger, key: newKey() })).toMatchObject({ code: 'LINE_PAUSED' })
    await client.call('pauseLine', { params: { hallId: 'own', lineId: 'B' }, body: { paused: false } }, leader)
    expect(await client.call('moveTicket', { params: { ticketId }, body: { move: 'cancel' } }, { ...citizen, key: newKey() })).toMatchObject({ state: 'cancelled' })
  }, 60_000)

  it.each([['error', 20], ['drop', 30], ['malformed', 40], ['hang', 50]] as const)('keeps its page and every other hall whole while its system falls to “%s”, and loses nothing', async (kind, n) => {
    const { client, people, take, fault, clearFaults } = stack()
    const [holder, other] = [await people.citizen(n), await people.citizen(n + 1)]
    fault({ system: 'hallqueue', kind })
    await freshCounts(null)

    const page = await client.call('readHall', { params: { hallId: 'own' } })
    expect(page).toMatchObject({ name: own.name, hours: { open: true }, waiting: null })
    expect(page.lines).toHaveLength(2)
    expect(await client.refusal('readBoard', { params: { hallId: 'own' } })).toMatchObject({ code: kind === 'malformed' ? 'UNREADABLE' : 'UNAVAILABLE', retry: 'later' })
    const sent = { body: { hallId: 'own', lineId: 'A', presence: await stack().presence('own') } }
    const caller = { ...holder, key: newKey() }
    expect((await client.refusal('takeTicket', sent, caller)).code).toMatch(/^(UNKNOWN_OUTCOME|UNAVAILABLE)$/)
    // What this person may hold there cannot be read now: never a list that passes for whole.
    expect(await client.call('listTickets', {}, holder)).toEqual({ tickets: [], missing: [{ zh: '大厅自有排队系统', en: 'A hall\'s own queue system' }] })

    const start = performance.now()
    const elsewhere = await take(other, { hallId: 'test', lineId: 'A' })
    expect(await client.call('listTickets', {}, other)).toMatchObject({ tickets: [{ ticketId: elsewhere.ticketId }], missing: [] })
    expect((await client.call('readBoard', { params: { hallId: 'test' } })).lines).toHaveLength(2)
    expect((await find()).has('own')).toBe(true)
    // One call to the hanging system alone may take twice as long.
    expect(performance.now() - start).toBeLessThan(2_500)

    clearFaults()
    let ticket = await client.ask('takeTicket', sent, caller)
    for (let tries = 0; ticket.status >= 500 && tries < 80; tries += 1) {
      await new Promise((resolve) => { setTimeout(resolve, 200) })
      ticket = await client.ask('takeTicket', sent, caller)
    }
    expect(ticket.status).toBe(201)
    const { ticketId } = JSON.parse(ticket.text) as { ticketId: string }
    expect(await client.call('listTickets', {}, holder)).toMatchObject({ tickets: [{ ticketId }], missing: [] })
    await client.call('moveTicket', { params: { ticketId }, body: { move: 'cancel' } }, { ...holder, key: newKey() })
    await client.call('moveTicket', { params: { ticketId: elsewhere.ticketId }, body: { move: 'cancel' } }, { ...other, key: newKey() })
  }, 90_000)
})
