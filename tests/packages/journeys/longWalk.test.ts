import { newKey } from '../../support/people'
import { useStack } from '../../support/stack'
import { pageOf } from '../visit'
import { packages, useWalk } from './walk'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
/** Both platforms stack no more. */
const DEEPEST = 10

describe.each(packages)('a long walk through the built %s package', (name) => {
  const walk = useWalk(name, stack)

  it('comes never to the end of the stack, and every step back leads to the page before', async () => {
    await walk.host.launch()
    const seen = ['home']
    const step = async (go: () => Promise<void>, page: string): Promise<void> => {
      await go()
      await walk.reaches(page)
      seen.push(page)
      expect(walk.host.stackPaths()).toHaveLength(Math.min(seen.length, DEEPEST))
    }
    await step(() => walk.press(/要办什么事/, 'link'), 'guides/search')
    await walk.type('要办什么事', '居住证')
    await step(() => walk.press(/^居住证办理/, 'link'), 'guides/guide')
    await walk.sees('带什么')
    walk.host.back()
    await walk.reaches('guides/search')
    walk.host.back()
    await walk.reaches('home')
    await walk.sees('测试大厅')
    seen.splice(1)
    await step(() => walk.press('预约'), 'book')
    await walk.press(/居住证办理/, 'checkbox')
    await step(() => walk.press('下一步：选大厅'), 'book')
    await walk.sees('去哪个大厅')
    await step(() => walk.press(/^测试大厅/, 'link'), 'book-slot')
    for (const page of [...seen].reverse().slice(1)) {
      walk.host.back()
      await walk.reaches(page)
    }
    expect(pageOf(walk.host)).toBe('home')
  }, 60_000)

  it('deeper than ten pages goes on in place of the tenth, and nothing stands still', async () => {
    await walk.signInFirst()
    const { client } = stack()
    const caller = { token: walk.token() ?? '' }
    const visit = { hallId: name === 'weapp' ? 'test' : 'other', lineId: 'A', itemIds: ['residence-permit'] }
    const { days } = await client.call('listDays', { params: { hallId: visit.hallId, lineId: visit.lineId }, query: { itemIds: 'residence-permit' } })
    const day = days.filter(({ state }) => state === 'open').at(-1)?.day ?? ''
    const { slots } = await client.call('listSlots', { params: { hallId: visit.hallId, lineId: visit.lineId, day }, query: { itemIds: 'residence-permit' } })
    const { appointmentId } = await client.call('holdSlot', { body: { ...visit, startsAt: slots[0]?.startsAt ?? 0, personId: 'self' } }, { ...caller, key: newKey() })
    await client.call('moveAppointment', { params: { appointmentId }, body: { move: 'confirm' } }, { ...caller, key: newKey() })

    await walk.openMessage('appointment', { id: appointmentId })
    for (let round = 0; round < 6; round += 1) {
      await walk.press('看全部预约')
      await walk.reaches('appointments')
      await walk.press(/已预约/, 'link')
      await walk.reaches('appointment')
      expect(walk.host.page().query.id).toBe(appointmentId)
    }
    expect(walk.host.stackPaths()).toHaveLength(DEEPEST)
    walk.host.back()
    expect(walk.host.stackPaths()).toHaveLength(DEEPEST - 1)
    await walk.press('看全部预约')
    await walk.reaches('appointments')
    await walk.sees('要来的')
  }, 60_000)
})
