import type { MessagePermit } from '@shared/messages'
import { aPermit, day, TEN } from '../builders'
import type { Permission } from '@/platform/permission'
import type { Keep } from '@/platform/keep'
import { createAsking } from './asking'
import { createNotes } from './notes'

const memory = (): Keep => {
  const held = new Map<string, unknown>()
  return { read: (name) => held.get(name) ?? null, write: (name, value) => { held.set(name, JSON.parse(JSON.stringify(value))) }, remove: (name) => { held.delete(name) } }
}
const yes: readonly Permission[] = [{ templateId: 'called', answer: 'accept' }]
const no: readonly Permission[] = [{ templateId: 'called', answer: 'reject' }]

const setUp = ({ permits = [aPermit()], keep = memory() }: { permits?: readonly MessagePermit[]; keep?: Keep } = {}) => {
  const told: { readonly answers: readonly Permission[]; readonly key: string }[] = []
  const asked: (readonly string[])[] = []
  const world = { session: 1 as number | null, now: TEN, answer: yes, offline: false, refuses: false, reads: 0, permits }
  let keys = 0
  const asking = createAsking({
    notes: createNotes(keep, () => world.now), session: () => world.session, now: () => world.now, newKey: () => `key-${keys += 1}`,
    list: async () => { world.reads += 1; return world.permits },
    tell: async (answers, key) => {
      told.push({ answers, key })
      if (world.offline || world.refuses) throw new Error('no')
      world.permits = [aPermit({ left: answers === yes ? 1 : 0 })]
      return world.permits
    },
    request: async (templateIds) => { asked.push(templateIds); return world.answer },
    leavesOpen: () => world.offline,
  })
  return { asking, world, told, asked, keep }
}

describe('asking in a tap', () => {
  it('asks nobody while it is not known what is allowed', () => {
    const { asking, asked } = setUp()
    expect(asking.ask(['called'])).toBeNull()
    expect(asked).toEqual([])
  })

  it('asks before anything is awaited, and tells the server under a key', async () => {
    const { asking, asked, told } = setUp()
    await asking.read()
    const answered = asking.ask(['called'])
    expect(asked).toEqual([['called']])
    await answered
    await asking.read()
    expect(told).toEqual([{ answers: yes, key: 'key-1' }])
  })

  it('does not ask again for what was just allowed, though the server has not heard of it', async () => {
    const { asking, world, asked } = setUp()
    await asking.read()
    world.offline = true
    await asking.ask(['called'])
    expect(asking.ask(['called'])).toBeNull()
    expect(asked).toHaveLength(1)
  })

  it('leaves whoever said no in peace for a week, also after the app was closed', async () => {
    const first = setUp()
    first.world.answer = no
    await first.asking.read()
    await first.asking.ask(['called'])
    const later = setUp({ keep: first.keep })
    later.world.now = TEN + 6 * day
    await later.asking.read()
    expect(later.asking.ask(['called'])).toBeNull()
    later.world.now = TEN + 7 * day
    expect(later.asking.ask(['called'])).not.toBeNull()
  })

  it('asks one question at a time, and never fails', async () => {
    const { asking, world, asked } = setUp()
    await asking.read()
    world.refuses = true
    const [one, two] = [asking.askFor(['called']), asking.askFor(['called'])]
    expect(two).toBe(one)
    await one
    expect(asked).toHaveLength(1)
    await expect(asking.ask(['called']) ?? Promise.resolve()).resolves.toBeUndefined()
  })

  it('asks for nothing the citizen has turned off', async () => {
    const { asking } = setUp()
    await asking.read()
    asking.noteOff(['called'])
    expect(asking.ask(['called'])).toBeNull()
  })
})

describe('what could not be told', () => {
  it('is told later under the same key, once', async () => {
    const { asking, world, told } = setUp()
    await asking.read()
    world.offline = true
    const { told: heard } = await asking.askFor(['called'])
    expect(await heard).toBeNull()
    world.offline = false
    await asking.read()
    await asking.read()
    expect(told.map(({ key }) => key)).toEqual(['key-1', 'key-1'])
  })

  it('is given up when the server will not have it, or after a day', async () => {
    const refused = setUp()
    refused.world.refuses = true
    await (await refused.asking.askFor(['called'])).told
    await refused.asking.read()
    expect(refused.told).toHaveLength(1)
    const late = setUp()
    late.world.offline = true
    await (await late.asking.askFor(['called'])).told
    late.world.now = TEN + day
    late.world.offline = false
    await late.asking.read()
    expect(late.told).toHaveLength(1)
  })

  it('is nobody else’s: an answer that comes after the session changed is dropped, and nothing is known of the next person', async () => {
    const { asking, world, told } = setUp()
    await asking.read()
    const answered = asking.askFor(['called'])
    world.session = 2
    expect((await answered).answers).toEqual([])
    expect(told).toEqual([])
    expect(asking.ask(['called'])).toBeNull()
    expect(asking.due()).toBe(true)
  })
})

it('is read anew after a minute, and by nobody who is not signed in', async () => {
  const { asking, world } = setUp()
  expect(asking.due()).toBe(true)
  await asking.read()
  expect(asking.due()).toBe(false)
  world.now += 60_001
  expect(asking.due()).toBe(true)
  world.session = null
  expect(asking.due()).toBe(false)
})
