import { textsIn } from '@/i18n/text'
import { takeTexts } from '@/i18n/queue'
import { aBoard, aHall, anItem, minute, TEN } from './builders'
import { findItems, generalLine, hallShut, lineChoice, offeredPriorities, toBring } from './prepareView'

const say = textsIn('zh', takeTexts)
const [general, property] = aHall().lines as [ReturnType<typeof aHall>['lines'][number], ReturnType<typeof aHall>['lines'][number]]

describe('finding an item', () => {
  const items = [anItem(), anItem({ itemId: 'property', lineId: 'B', name: { zh: '不动产登记', en: 'Property' }, summary: { zh: '二手房过户', en: 'Transfer of a home' } })]
  const found = (typed: string) => findItems(items, typed).map(({ itemId }) => itemId)

  it('looks in names and summaries of both languages, whatever the case and spaces', () => {
    expect(found('居住')).toEqual(['residence-permit'])
    expect(found('过户')).toEqual(['property'])
    expect(found(' RESIDENCE  permit ')).toEqual(['residence-permit'])
  })

  it('shows all when nothing was typed, and none when nothing fits', () => {
    expect(found('  ')).toEqual(['residence-permit', 'property'])
    expect(found('护照')).toEqual([])
  })
})

describe('choosing a line', () => {
  it('shows people ahead and the wait, in words', () => {
    expect(lineChoice(general, aBoard(), 'zh', say)).toEqual({ lineId: 'A', name: '综合业务', waiting: '12 人在等', wait: '约等 15–30 分钟', shut: null })
    expect(lineChoice(property, aBoard(), 'zh', say)).toMatchObject({ waiting: '没有人在等', wait: null })
  })

  it('claims to know nothing without a board', () => {
    expect(lineChoice(general, null, 'zh', say)).toMatchObject({ waiting: null, wait: null, shut: null })
  })

  it('says why a line gives no numbers', () => {
    const [a, b] = aBoard().lines as [ReturnType<typeof aBoard>['lines'][number], ReturnType<typeof aBoard>['lines'][number]]
    const board = aBoard({ lines: [{ ...a, paused: true }, { ...b, issued: 60 }] })
    expect(lineChoice(general, board, 'zh', say).shut).toBe('暂停取号')
    expect(lineChoice(property, board, 'zh', say).shut).toBe('今天的号取完了')
  })

  it('offers, without a choice, the first line that gives numbers', () => {
    const open = lineChoice(general, aBoard(), 'zh', say)
    expect(generalLine([{ ...open, shut: '暂停取号' }, { ...open, lineId: 'B' }])).toBe('B')
    expect(generalLine([{ ...open, shut: '暂停取号' }])).toBe('A')
    expect(generalLine([])).toBeNull()
  })

  it('lets the phone claim every priority of the line but the green lane', () => {
    expect(offeredPriorities(general)).toEqual(['elder', 'disabled'])
    expect(offeredPriorities(undefined)).toEqual([])
  })
})

it('asks to bring only what the city does not hold', () => {
  expect(toBring(anItem())).toEqual([0])
})

describe('why a hall gives no numbers', () => {
  it('is told by the board first, for it is fresher', () => {
    expect(hallShut(aHall(), aBoard(), TEN, say)).toBeNull()
    expect(hallShut(aHall(), aBoard({ paused: true }), TEN, say)).toBe('大厅暂停取号，请留意现场通知。')
    expect(hallShut(aHall(), aBoard({ open: false }), TEN, say)).toBe('大厅现在没有开门。')
  })

  it('says when it opens: the hour today, with the date on another day', () => {
    const closed = (opensAt: number) => aHall({ hours: { open: false, opensAt, closesAt: null } })
    expect(hallShut(closed(TEN + 180 * minute), null, TEN, say)).toBe('大厅现在没有开门，13:00 开门。')
    expect(hallShut(closed(TEN + 23 * 60 * minute), null, TEN, say)).toBe('大厅现在没有开门，明天 09:00 开门。')
    expect(hallShut(closed(TEN + 47 * 60 * minute), null, TEN, say)).toBe('大厅现在没有开门，01-03 09:00 开门。')
  })
})
