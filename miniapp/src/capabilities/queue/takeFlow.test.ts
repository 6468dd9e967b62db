import type { ErrorCode } from '@shared/errors'
import { createIntents, INTENT_LASTS_MS } from '@/platform/intents'
import { REPEAT_AFTER_MS, resume, take, type TakeBody, type TakeParts } from './takeFlow'

const wish: TakeBody = { hallId: 'tianhe', lineId: 'A', presence: 'scan-one' }
class Failure extends Error { constructor(readonly code: ErrorCode | null) { super(String(code)) } }

/** A server that keeps its promise: the same key gives the same ticket. `script` says what each answer meets on its way back. */
const setUp = (script: (ErrorCode | 'lost' | 'unreached' | 'ok')[]) => {
  const kept = new Map<string, unknown>()
  const issued = new Map<string, string>()
  const sent: { body: TakeBody; key: string }[] = []
  const slept: number[] = []
  let keys = 0
  let time = 1_000
  let checking = 0
  const keep = { read: (name: string) => kept.get(name), write: (name: string, value: unknown) => { kept.set(name, value) }, remove: (name: string) => { kept.delete(name) } }
  const parts = (): TakeParts<string> => ({
    // Made anew each time, as after a restart of the app.
    intents: createIntents<TakeBody>(keep, () => `key-${keys += 1}`, () => time),
    send: async (body, key) => {
      sent.push({ body, key })
      const fate = script.shift() ?? 'ok'
      if (fate === 'unreached') throw new Failure(null)
      if (fate !== 'ok' && fate !== 'lost') throw new Failure(fate)
      if (!issued.has(key)) issued.set(key, `ticket-${issued.size + 1} in ${body.lineId}`)
      if (fate === 'lost') throw new Failure(null)
      return issued.get(key) ?? ''
    },
    codeOf: (error) => error instanceof Failure ? error.code : null,
    sleep: async (ms) => { slept.push(ms) },
    onChecking: () => { checking += 1 },
  })
  return { parts, sent, slept, issued, later: (ms: number) => { time += ms }, checking: () => checking }
}
const forever = <T>(fate: T): T[] => Array.from({ length: REPEAT_AFTER_MS.length + 1 }, () => fate)

describe('taking a number', () => {
  it('gives the ticket, and a new key to the next wish', async () => {
    const { parts, sent } = setUp([])
    expect(await take(wish, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    await take({ ...wish, lineId: 'B' }, parts())
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2'])
  })

  it('repeats a lost answer with the same key until it comes: one ticket, not two', async () => {
    const { parts, sent, slept, issued, checking } = setUp(['lost', 'UNKNOWN_OUTCOME', 'INTERNAL'])
    expect(await take(wish, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(slept).toEqual([1000, 2000, 4000])
    expect(issued.size).toBe(1)
    expect(checking()).toBe(1)
  })

  it('admits that it does not know after half a minute, and asks about the same act on a second tap', async () => {
    const { parts, sent, issued } = setUp(['lost', ...forever('unreached' as const).slice(1)])
    expect(await take(wish, parts())).toMatchObject({ kind: 'unknown' })
    expect(await take(wish, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(issued.size).toBe(1)
  })

  it('settles after a restart what was left unanswered', async () => {
    const { parts, issued } = setUp(['lost', ...forever('unreached' as const).slice(1)])
    await take(wish, parts())
    expect(await resume('tianhe', parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(issued.size).toBe(1)
    expect(await resume('tianhe', parts())).toBeNull()
  })

  it('does not carry out by itself what was wished long ago', async () => {
    const { parts, later } = setUp(forever('unreached'))
    await take(wish, parts())
    later(INTENT_LASTS_MS)
    expect(await resume('tianhe', parts())).toBeNull()
  })

  it('answers an old wish before a new one: a number that had been given is shown, not doubled', async () => {
    const { parts, sent, issued } = setUp(['lost', ...forever('unreached' as const).slice(1)])
    await take(wish, parts())
    expect(await take({ ...wish, lineId: 'B', presence: 'scan-two' }, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(sent.at(-1)?.body.lineId).toBe('A')
    expect(issued.size).toBe(1)
  })

  it('sends the new wish when the old one never arrived and its scan has run out', async () => {
    const { parts, sent } = setUp([...forever('unreached' as const), 'PRESENCE_EXPIRED'])
    await take(wish, parts())
    expect(await take({ ...wish, presence: 'scan-two' }, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(sent.at(-1)).toEqual({ body: { ...wish, presence: 'scan-two' }, key: 'key-2' })
  })

  it('takes a refusal for an answer: the next tap is a new act', async () => {
    const { parts, sent } = setUp(['LINE_PAUSED'])
    expect(await take(wish, parts())).toMatchObject({ kind: 'refused', code: 'LINE_PAUSED' })
    await take(wish, parts())
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2'])
  })

  it('asks to sign in, after which another line may be chosen', async () => {
    const { parts, sent } = setUp(['UNAUTHENTICATED'])
    expect(await take(wish, parts())).toEqual({ kind: 'sign-in' })
    expect(await take({ ...wish, lineId: 'B' }, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in B' })
    expect(sent.map(({ body }) => body.lineId)).toEqual(['A', 'B'])
  })

  it('keeps the key through signing in when an earlier try may have gone through', async () => {
    const { parts, issued } = setUp(['lost', 'UNAUTHENTICATED'])
    expect(await take(wish, parts())).toEqual({ kind: 'sign-in' })
    expect(await resume('tianhe', parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(issued.size).toBe(1)
  })
})
