import { aDetail, aPromise, aStep, aSupplement, TEN, wordsIn } from './builders'
import { caseView } from './caseView'
import { stopsOf, timelineOf } from './timelineView'

const zh = wordsIn('zh')
const view = (change: Parameters<typeof aDetail>[0] = {}) => caseView(aDetail(change), zh)

describe('the top of a case', () => {
  it('says what happens now, who has it, what comes next, and what was promised', () => {
    expect(view()).toMatchObject({
      headline: '正在审查', late: false, stopped: null, heldUpBy: null, promise: { text: '承诺 2026年3月12日 前办完 · 还有 38 个工作日' },
      details: ['现在由市人力资源和社会保障局办理', '下一步：决定', '承诺 40 个工作日，法定 60 个工作日'],
    })
  })

  it('that is late says so first, and still what happens now', () => {
    const late = view({ promise: aPromise({ daysLeft: -2 }) })
    expect(late).toMatchObject({ headline: '超期了，还没办完', tone: 'attention', late: true, promise: { text: '已超期 2 个工作日' } })
    expect(late.details[0]).toBe('正在审查')
  })

  it('that waits for documents says so, and since when no time runs', () => {
    expect(view(aSupplement())).toMatchObject({ headline: '请您补材料', promise: { text: '请在 2026年1月9日 前补齐' }, stopped: '2026年1月5日 起暂停。等您补材料，补齐后接着算。' })
  })

  it('that stands for a procedure names it, with the department’s word', () => {
    const stopped = { reason: 'hearing', since: '20260105', note: '听证定于 1 月 20 日' } as const
    expect(view({ state: 'special', promise: aPromise({ by: null, daysLeft: null, stopped }) }).stopped).toBe('2026年1月5日 起暂停。正在听证，结束后接着算。听证定于 1 月 20 日')
  })

  it('handled jointly names whom it waits for', () => {
    expect(view({ heldUpBy: ['住建局', '民政局'] }).heldUpBy).toBe('整件事在等：住建局、民政局')
    expect(caseView(aDetail({ heldUpBy: ['住建局', '民政局'] }), wordsIn('en')).heldUpBy).toBe('The case waits for: 住建局, 民政局')
  })

  it('that is over speaks of nobody handling it and of nothing to come', () => {
    expect(view({ state: 'delivered', promise: null, heldUpBy: ['住建局'] })).toMatchObject({ headline: '已办结，结果已领取', details: [], heldUpBy: null })
  })
})

describe('what happened', () => {
  const visit = { ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', number: 'A040', hallId: 'tianhe', finishedAt: TEN, rated: false }

  it('is one line: the visit, the steps, the rating that is still to be given', () => {
    expect(timelineOf(aDetail({ visit }), zh).map(({ title, status, opens }) => [title, status, opens])).toEqual([
      ['到大厅递交（A040 号）', 'done', 'ticket'], ['受理', 'done', null], ['审查', 'now', null], ['决定', 'next', null], ['评价这次服务', 'next', 'rate'],
    ])
    expect(timelineOf(aDetail({ visit: { ...visit, rated: true } }), zh).at(-1)).toMatchObject({ title: '已评价这次服务', status: 'done' })
  })

  it('asks for no rating of a visit that is not over, and knows no visit of somebody else', () => {
    expect(timelineOf(aDetail({ visit: { ...visit, finishedAt: null } }), zh).map(({ key }) => key)).not.toContain('rating')
    expect(timelineOf(aDetail(), zh)[0]?.key).toBe('accept')
  })

  it('says when and by whom, and what was remarked', () => {
    expect(timelineOf(aDetail({ steps: [aStep({ note: '材料齐全' })] }), zh)[0]).toMatchObject({ note: '2026年1月5日 · 综合窗口', remark: '材料齐全' })
  })

  it('tells the time that does not count, newest first', () => {
    const stops = [{ reason: 'supplement', from: '20251201', until: '20251205', note: '' }, { reason: 'testing', from: '20260105', until: null, note: '' }] as const
    expect(stopsOf(aDetail({ stops: [...stops] }), zh).map(({ reason, span }) => `${reason} ${span}`)).toEqual(['检验检测 2026年1月5日 起', '等您补材料 2025年12月1日 至 2025年12月5日'])
  })
})
