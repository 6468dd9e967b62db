import { setTimeout as pause } from 'node:timers/promises'
import { newKey, type Citizen, type Member } from '../support/people'
import { useStack, type Stack } from '../support/stack'

interface Received { readonly count: number; readonly last: Readonly<Record<string, unknown>>[] }
const received = async ({ simulatorsUrl }: Stack): Promise<Received> => await (await fetch(`${simulatorsUrl}/rating/received`)).json() as Received

/** A visit from its number to its rating; gives its ticket. */
const visitAndRate = async ({ client, take, callNext, move }: Stack, citizen: Citizen, clerk: Member, windowId: string, itemId?: string): Promise<string> => {
  const { ticketId } = await take(citizen, { hallId: 'test', lineId: 'A', ...(itemId && { itemId }) })
  await callNext(clerk, 'test', windowId)
  await move(clerk, ticketId, { move: 'start' })
  await move(clerk, ticketId, { move: 'finish' })
  await client.call('rateVisit', { params: { ticketId }, body: { level: 2, tags: ['213'], text: '等了很久', anonymous: false } }, { token: citizen.token, key: newKey() })
  return ticketId
}
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400 && !await isSo(); tries += 1) await pause(100)
}

describe('what a citizen says of a visit', () => {
  const stack = useStack({ processes: 2, settings: { RATING_DELIVERY_SECONDS: '1' } })

  it('reaches the city’s rating platform with where it was and who served, and without who said it', async () => {
    const [citizen, clerk] = [await stack().people.citizen(1), await stack().people.staff('clerk', ['test'])]
    await stack().openWindow(clerk, 'test', '1')
    const ticketId = await visitAndRate(stack(), citizen, clerk, '1', 'residence-permit')
    await until(async () => (await received(stack())).count > 0)
    expect((await received(stack())).last).toEqual([{
      projectno: ticketId, assessNumber: '1', taskCode: '11990000DEPT00005Y3442009001000', taskName: '居住证办理', departmentCode: '11990000DEPT00005Y', pf: '2', satisfaction: '2',
      evalDetail: '213', writingEvaluation: '等了很久', assessTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/), areacode: '440106000000', hallCode: 'test', windowNo: '1',
      workNo: clerk.account, userType: '0', projectType: '2', named: false, revision: 1,
    }])
  }, 60_000)

  it('arrives once though the platform was away, lost its answer, and one of our processes is killed', async () => {
    const [citizen, clerk] = [await stack().people.citizen(2), await stack().people.staff('clerk', ['test'])]
    await stack().openWindow(clerk, 'test', '2')
    stack().fault({ system: 'rating', kind: 'commit-then-drop', path: 'assess', times: 2 })
    stack().fault({ system: 'rating', kind: 'error', path: 'assess' })
    const { count } = await received(stack())
    const ticketId = await visitAndRate(stack(), citizen, clerk, '2')
    await until(async () => (await received(stack())).count > count)
    await stack().processes[0]?.kill()
    stack().clearFaults()
    await until(async () => await stack().redis.xlen('{hall:test}:outbox:ratings') === 0)
    expect((await received(stack())).last.filter(({ projectno }) => projectno === ticketId)).toHaveLength(1)
    expect((await received(stack())).count).toBe(count + 1)
    const metrics = async (): Promise<string> => (await fetch(`${stack().urls[1] ?? ''}/metrics`)).text()
    await until(async () => /outbox_entries\{outbox="ratings",state="waiting"\} 0/.test(await metrics()))
    expect(await metrics()).toMatch(/outbox_entries\{outbox="ratings",state="waiting"\} 0/)
  }, 90_000)
})

describe('where the city wants ratings by name', () => {
  const stack = useStack({ settings: { RATING_DELIVERY_SECONDS: '1', RATING_REAL_NAMES: 'true' } })

  it('carries the name that unified identity confirmed, keeps it sealed on the way, and forgets it then', async () => {
    const clerk = await stack().people.staff('clerk', ['test'])
    await stack().openWindow(clerk, 'test', '1')
    stack().fault({ system: 'rating', kind: 'error', path: 'assess', times: 1 })
    const named = await visitAndRate(stack(), await stack().people.citizen(3, 'web'), clerk, '1')
    const unnamed = await visitAndRate(stack(), await stack().people.citizen(4, 'wechat'), clerk, '1')
    expect(JSON.stringify(await stack().redis.hgetall(`{hall:test}:r:${named}`))).not.toMatch(/演示用户|9900001900/)
    await until(async () => (await received(stack())).count === 2)
    expect((await received(stack())).last.map(({ projectno, named: isNamed }) => [projectno, isNamed]).sort()).toEqual([[named, true], [unnamed, false]].sort())
    await until(async () => !await stack().redis.hexists(`{hall:test}:r:${named}`, 'rater'))
    expect(await stack().redis.hexists(`{hall:test}:r:${named}`, 'rater')).toBe(0)
  }, 60_000)
})
