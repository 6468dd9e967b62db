import { createFeed, type FeedPage } from './feed'
import { isFailure, type Failure } from './record'

const pageOf = (answer: FeedPage | Failure): FeedPage => {
  if (isFailure(answer)) throw new Error(answer.code)
  return answer
}
const add = (feed: ReturnType<typeof createFeed>, count: number): void => { for (let n = 0; n < count; n += 1) feed.add(`case-${n}`, '9', '2026-01-05 09:30:00') }

describe('the feed of changes', () => {
  it('begins at now, and pages on to its end', () => {
    const feed = createFeed(1)
    add(feed, 2)
    const start = pageOf(feed.after('', 10))
    expect(start).toMatchObject({ sfjs: '1', bglb: [] })
    add(feed, 5)
    const first = pageOf(feed.after(start.yb, 3))
    expect([first.sfjs, first.bglb.map(({ bjbh }) => bjbh)]).toEqual(['0', ['case-0', 'case-1', 'case-2']])
    expect(pageOf(feed.after(start.yb, 3))).toEqual(first)
    const second = pageOf(feed.after(first.yb, 3))
    expect([second.sfjs, second.bglb.length]).toEqual(['1', 2])
    expect(new Set([...first.bglb, ...second.bglb].map(({ bgbh }) => bgbh)).size).toBe(5)
  })

  it('keeps ten thousand, and says when a cursor is of before those, of another start or none', () => {
    const feed = createFeed(1)
    const { yb } = pageOf(feed.after('', 10))
    add(feed, 10_000)
    expect(pageOf(feed.after(yb, 1)).bglb).toHaveLength(1)
    add(feed, 1)
    for (const old of [yb, pageOf(createFeed(2).after('', 1)).yb, '1-99999', 'nonsense', '-1']) expect(feed.after(old, 1)).toMatchObject({ code: '1410' })
    expect(pageOf(feed.after('0', 1)).bglb).toMatchObject([{ bjbh: 'case-1' }])
  })
})
