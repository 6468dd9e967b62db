import type { ErrorCode } from '@shared/errors'
import { createIntents, INTENT_LASTS_MS } from '@/platform/intents'
import { GIVE_UP_AFTER_MS, REPEAT_AFTER_MS, resume, take, type TakeBody, type TakeParts } from './takeFlow'

const wish: TakeBody = { hallId: 'tianhe', lineId: 'A', presence: 'scan-one' }
class Failure extends Error { constructor(readonly code: ErrorCode | null) { super(String(code)) } }

/** A server that keeps its promise: the same key gives the same ticket. `script` says what each answer meets on its way back. */
const setUp = (script: (ErrorCode | 'lost' | 'unreached' | 'ok')[], answerMs = 0) => {
  const kept = new Map<string, unknown>()
  const issued = new Map<string, string>()
  const sent: { body: TakeBody; key: string }[] = []
  const slept: number[] = []
  const looked: number[] = []
  let keys = 0
  let time = 1_000
  let checking = 0
  const keep = { read: (name: string) => kept.get(name), write: (name: string, value: unknown) => { kept.set(name, value) }, remove: (name: string) => { kept.delete(name) } }
  const parts = (): TakeParts<string> => ({
    // Made anew each time, as after a restart of the app.
    intents: createIntents<TakeBody>(keep, () => `key-${keys += 1}`, () => time),
    send: async (body, key) => {
      sent.push({ body, key })
      time += answerMs
      const fate = script.shift() ?? 'ok'
      if (fate === 'unreached') throw new Failure(null)
      if (fate !== 'ok' && fate !== 'lost') throw new Failure(fate)
      if (!issued.has(key)) issued.set(key, `ticket-${issued.size + 1} in ${body.lineId}`)
      if (fate === 'lost') throw new Failure(null)
      return issued.get(key) ?? ''
    },
    codeOf: (error) => error instanceof Failure ? error.code : null,
    findTaken: async (_hall, line, withinMs) => {
      if (script[0] === 'unreached') throw new Failure(null)
      looked.push(withinMs)
      return [...issued.values()].find((ticket) => ticket.endsWith(` in ${line}`)) ?? null
    },
    sleep: async (ms) => { slept.push(ms); time += ms },
    now: () => time,
    onChecking: () => { checking += 1 },
  })
  return { parts, sent, slept, looked, issued, later: (ms: number) => { time += ms }, now: () => time, checking: () => checking }
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
    expect(await resume(wish, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(issued.size).toBe(1)
    expect(await resume(wish, parts())).toBeNull()
  })

  it('does not carry out by itself what was wished long ago', async () => {
    const { parts, later } = setUp(forever('unreached'))
    await take(wish, parts())
    later(INTENT_LASTS_MS)
    expect(await resume(wish, parts())).toBeNull()
  })

  it('shows the number of an earlier wish that had been given, and takes no other unasked', async () => {
    const { parts, sent, issued } = setUp(['lost', ...forever('unreached' as const).slice(1)])
    await take(wish, parts())
    const asked = sent.length
    expect(await take({ ...wish, lineId: 'B' }, parts())).toEqual({ kind: 'earlier', ticket: 'ticket-1 in A' })
    expect(sent).toHaveLength(asked)
    expect(await take({ ...wish, lineId: 'B' }, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-2 in B' })
    expect(issued.size).toBe(2)
  })

  it('never takes a number in a line that is not wished any more', async () => {
    const { parts, sent, looked } = setUp(forever('unreached'))
    await take(wish, parts())
    expect(await take({ ...wish, lineId: 'B' }, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in B' })
    expect(sent.at(-1)).toEqual({ body: { ...wish, lineId: 'B' }, key: 'key-2' })
    // As old as the wish, and a little for the way.
    expect(looked).toEqual([REPEAT_AFTER_MS.reduce((sum, ms) => sum + ms) + 5000])
  })

  it('sends no other wish while it cannot be told what became of the one before', async () => {
    const { parts, sent } = setUp([...forever('unreached' as const), 'unreached'])
    await take(wish, parts())
    const asked = sent.length
    expect(await take({ ...wish, lineId: 'B' }, parts())).toMatchObject({ kind: 'unknown' })
    expect(sent).toHaveLength(asked)
  })

  it('does not resume by itself what is not wished any more, but tells of its number', async () => {
    const unreached = setUp(forever('unreached'))
    await take(wish, unreached.parts())
    const asked = unreached.sent.length
    expect(await resume({ ...wish, lineId: 'B' }, unreached.parts())).toBeNull()
    expect(unreached.sent).toHaveLength(asked)
    const lost = setUp(['lost', ...forever('unreached' as const).slice(1)])
    await take(wish, lost.parts())
    expect(await resume({ ...wish, priority: 'elder' }, lost.parts())).toEqual({ kind: 'earlier', ticket: 'ticket-1 in A' })
  })

  it('stops repeating once another wish has taken its place', async () => {
    const { parts, sent } = setUp(['unreached'])
    const first = parts()
    const outcome = await take(wish, { ...first, sleep: async () => { await take({ ...wish, lineId: 'B' }, parts()) } })
    expect(outcome.kind).toBe('unknown')
    expect(sent.map(({ body }) => body.lineId)).toEqual(['A', 'B'])
  })

  it('says after half a minute that it does not know, however slowly each try fails', async () => {
    const { parts, sent, now } = setUp(forever('unreached'), 8000)
    const began = now()
    expect(await take(wish, parts())).toMatchObject({ kind: 'unknown' })
    expect(now() - began).toBeLessThanOrEqual(GIVE_UP_AFTER_MS + 8000)
    expect(sent).toHaveLength(3)
  })

  it('takes “too often” for the answer it is, and does not ask more often still', async () => {
    const { parts, sent } = setUp(['RATE_LIMITED', 'lost', 'RATE_LIMITED'])
    expect(await take(wish, parts())).toMatchObject({ kind: 'refused', code: 'RATE_LIMITED' })
    // Here the first try may have gone through, so the key is kept.
    expect(await take(wish, parts())).toMatchObject({ kind: 'unknown', error: { code: 'RATE_LIMITED' } })
    expect(await take(wish, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-2', 'key-2', 'key-2'])
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
    expect(await resume(wish, parts())).toEqual({ kind: 'ticket', ticket: 'ticket-1 in A' })
    expect(issued.size).toBe(1)
  })
})
