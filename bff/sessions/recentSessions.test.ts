import { BELIEVED_MS, createRecentSessions } from './recentSessions'

interface Session { readonly name: string; readonly expiresAt: number }
const start = 1_767_225_600_000

const create = () => {
  const store = new Map<string, Session>([['hash-1', { name: 'one', expiresAt: start + 60_000 }]])
  const state = { now: start, reads: 0, gate: Promise.resolve() }
  const recent = createRecentSessions<Session>(async (hash) => {
    state.reads += 1
    const found = store.get(hash) ?? null
    await state.gate
    return found
  }, () => state.now)
  return { store, state, recent }
}

describe('sessions that were just read', () => {
  it('spare the store for five seconds, then ask again', async () => {
    const { state, recent, store } = create()
    await recent.find('hash-1')
    state.now += BELIEVED_MS - 1
    expect(await recent.find('hash-1')).toMatchObject({ name: 'one' })
    expect(state.reads).toBe(1)
    store.delete('hash-1')
    state.now += 1
    expect(await recent.find('hash-1')).toBeNull()
  })

  it('are worth nothing from the moment they are revoked here, even when a read was under way', async () => {
    const { state, recent } = create()
    let open = () => {}
    state.gate = new Promise((resolve) => { open = () => resolve(undefined) })
    const running = recent.find('hash-1')
    recent.revoke('hash-1')
    open()
    expect(await running).toBeNull()
    expect(await recent.find('hash-1')).toBeNull()
  })

  it('are asked for again once they are doubted, also by a read that is under way; the others are not', async () => {
    const { state, recent, store } = create()
    store.set('hash-2', { name: 'two', expiresAt: start + 60_000 })
    for (const hash of ['hash-1', 'hash-2']) await recent.find(hash)
    recent.revoke('hash-3')
    store.set('hash-3', { name: 'one', expiresAt: start + 60_000 })
    store.set('hash-4', { name: 'one', expiresAt: start + 60_000 })
    let open = () => {}
    state.gate = new Promise((resolve) => { open = () => resolve(undefined) })
    const running = recent.find('hash-4')
    for (const hash of ['hash-1', 'hash-2', 'hash-4']) store.delete(hash)
    recent.doubt(({ name }) => name === 'one')
    open()
    expect(await running).toBeNull()
    expect(await recent.find('hash-1')).toBeNull()
    expect(await recent.find('hash-2')).toMatchObject({ name: 'two' })
    expect(await recent.find('hash-3')).toBeNull()
  })

  it('are over at their end, also while believed', async () => {
    const { state, recent } = create()
    state.now += 59_999
    expect(await recent.find('hash-1')).not.toBeNull()
    state.now += 1
    expect(await recent.find('hash-1')).toBeNull()
  })

  it('do not remember made-up tokens', async () => {
    const { state, recent } = create()
    await recent.find('made-up')
    await recent.find('made-up')
    expect(state.reads).toBe(2)
  })
})
