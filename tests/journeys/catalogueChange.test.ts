import { setTimeout as pause } from 'node:timers/promises'
import { caseItems } from '../../mock/world/items'
import { newKey } from '../support/people'
import { twoHalls, useStack } from '../support/stack'

describe('the city’s catalogue changes while people look', () => {
  const stack = useStack({ halls: twoHalls().map((hall) => ({ ...hall, lines: hall.lines.map((line) => ({ ...line, booking: {} })) })), settings: { CATALOGUE_POLL_SECONDS: '1' } })
  const guide = () => stack().client.call('readGuide', { params: { itemId: 'residence-permit' } })
  const change = async (body: object): Promise<void> => {
    const { status } = await fetch(`${stack().simulatorsUrl}/catalogue/change`, { method: 'POST', body: JSON.stringify({ SSBM: caseItems.residencePermit.code, ...body }) })
    expect(status).toBe(201)
  }
  const until = async <T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await ask()
      if (isSo(answer)) return answer
      await pause(50)
    }
    throw new Error('it did not come to be so')
  }

  it('the guide follows without a restart, stands while the catalogue is down, and says as of when', async () => {
    const first = await until(guide, ({ version }) => version !== null)
    expect(first).toMatchObject({ time: { promised: { days: 10 } }, where: { hallCount: 2 } })
    await change({ BGLX: '2', CNQX: 4 })
    expect(await until(guide, ({ version }) => version !== first.version)).toMatchObject({ version: (first.version ?? 0) + 1, time: { promised: { days: 4 } } })

    stack().fault({ system: 'catalogue', path: '/api/', kind: 'malformed' })
    await change({ BGLX: '4', TDSX: [caseItems.moveIn.code], BGSM: '合并' })
    const { asOf } = await guide()
    await pause(1_500)
    expect(await guide()).toMatchObject({ time: { promised: { days: 4 } }, withdrawn: null })
    stack().clearFaults()
    const gone = await until(guide, ({ withdrawn }) => withdrawn !== null)
    expect(gone.withdrawn).toMatchObject({ reason: '合并', replacedBy: [{ itemId: 'household-move-in' }] })
    expect(gone.asOf).toBeGreaterThan(asOf ?? 0)
    expect((await stack().client.call('listItems', { params: { hallId: 'test' } })).items.map(({ itemId }) => itemId)).not.toContain('residence-permit')
    const { items: [found] } = await stack().client.call('searchItems', { query: { q: '暂住证' } })
    expect(found).toMatchObject({ itemId: 'residence-permit', withdrawn: { reason: '合并' } })

    // Nor can a page that was opened before take a number or a time for it.
    const citizen = { ...await stack().people.citizen(1), key: newKey() }
    const presence = await stack().presence('test')
    expect(await stack().client.refusal('takeTicket', { body: { hallId: 'test', lineId: 'A', itemId: 'residence-permit', presence } }, citizen)).toMatchObject({ code: 'ITEM_WITHDRAWN' })
    expect(await stack().client.refusal('listDays', { params: { hallId: 'test', lineId: 'A' }, query: { itemIds: 'residence-permit' } })).toMatchObject({ code: 'ITEM_WITHDRAWN' })
    expect((await stack().client.call('searchBookable', { body: { itemIds: ['residence-permit'] } })).halls).toEqual([])
    // The scan is as good as before.
    expect(await stack().client.call('takeTicket', { body: { hallId: 'test', lineId: 'A', presence } }, { ...citizen, key: newKey() })).toMatchObject({ itemId: null })
  })
})
