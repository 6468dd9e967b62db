import { aMessage, day, TEN } from '../builders'
import { byDay, seenUntil, withNewest, withOlder } from './inboxView'

const ids = ({ messages }: { messages: readonly { messageId: string }[] }): number[] => messages.map(({ messageId }) => Number(messageId.slice(1)))
const page = (from: number, to: number, more: boolean) => ({ messages: Array.from({ length: to - from + 1 }, (_, index) => aMessage(from + index)), more })

describe('the newest messages', () => {
  it('stand before the older ones that were fetched', () => {
    const held = withOlder(withNewest(null, page(3, 5, true)), page(6, 8, false))
    const after = withNewest(held, page(1, 4, true))
    expect([ids(after), after.more]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], false])
  })

  it('stand alone when there may be a gap', () => {
    const after = withNewest(page(10, 12, false), page(1, 3, true))
    expect([ids(after), after.more]).toEqual([[1, 2, 3], true])
  })

  it('drop what the server has no longer', () => {
    expect(ids(withNewest(page(1, 3, false), { messages: [aMessage(1), aMessage(3)], more: false }))).toEqual([1, 3])
    expect(ids(withNewest(page(1, 3, false), { messages: [], more: false }))).toEqual([])
  })

  it('stay marked as new while they are in view, though the server calls them read; then no longer', () => {
    const fresh = withNewest(null, { messages: [aMessage(1, { read: false }), aMessage(2)], more: false })
    const seen = withNewest(fresh, page(1, 2, false))
    expect(seen.messages.map(({ read }) => read)).toEqual([false, true])
    expect(seenUntil(seen, aMessage(1).at).messages.map(({ read }) => read)).toEqual([true, true])
  })
})

it('older messages are added once', () => {
  expect(ids(withOlder(page(1, 3, true), page(3, 5, false)))).toEqual([1, 2, 3, 4, 5])
})

it('messages are grouped by the day of the halls', () => {
  const late = aMessage(1, { at: TEN - 10 * 3_600_000 })
  expect(byDay([aMessage(2, { at: TEN }), late, aMessage(3, { at: TEN - day })]).map(({ day: name, messages }) => [name, messages.length])).toEqual([['20260105', 2], ['20260104', 1]])
})
