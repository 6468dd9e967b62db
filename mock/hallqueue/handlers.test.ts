import { useSimulators } from '../testing/useSimulators'

/** 2026-01-05 09:00 in Beijing, a Monday. */
const NINE = Date.UTC(2026, 0, 5, 1)
const time = { now: NINE }
const simulators = useSimulators(() => time.now)
let serials = 0
let tickets = 0

interface Answer { readonly resultCode: string; readonly resultMsg: string; readonly sysTime: string; readonly repeatFlag: string; readonly data: Record<string, unknown> | null }
const post = async (path: string, body: unknown, accessKey = 'demo-key'): Promise<{ status: number; answer: Answer }> => {
  const response = await fetch(`${simulators.url()}/hallqueue/${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { accessKey } })
  return { status: response.status, answer: await response.json() as Answer }
}
const command = async (name: string, body: object): Promise<Answer> => (await post(`service/${name}`, { hallCode: 'town4', ...body })).answer
const serialNo = (): string => `serial-number-${String(serials += 1).padStart(6, '0')}`
const outerNo = (): string => String(tickets += 1).padStart(20, '0')
const write = (name: string, body: object) => command(name, { serialNo: serialNo(), ...body })
const take = (changes: object = {}) => write('takeNo', { outerNo: outerNo(), bizId: '10001', custType: '1', userNo: `user-${tickets}`, ...changes })
const setup = {
  hallCode: 'town4', hallName: '演示大厅', businesses: [{ bizId: '10001', bizName: '综合业务', bizLetter: 'A', dayNum: 200, startNum: 1 }, { bizId: '10002', bizName: '社保医保', bizLetter: 'B', dayNum: 3, startNum: 1 }],
  counters: [{ counterId: 'C001', counterNo: '1', bizIds: '10001,10002' }], weightOrdinary: 3, weightPriority: 2, weightReserved: 2, passMost: 10, limitBiz: 1, limitHall: 2, limitDay: 8,
  callTimes: 3, backMinutes: 30, backBehind: 3, giveTimes: 2,
}

describe('the simulated queue machine', () => {
  it('knows the demo’s hall from the start, and names its businesses and windows in its own way', async () => {
    expect((await command('layout', {})).data).toEqual({
      bizList: [{ bizId: '10001', bizName: '综合业务', bizLetter: 'A' }, { bizId: '10002', bizName: '社保医保', bizLetter: 'B' }],
      counterList: [{ counterId: 'C001', counterNo: '1' }, { counterId: 'C002', counterNo: '2' }, { counterId: 'C003', counterNo: '3' }],
    })
  })

  it('does nothing for a stranger, and knows no other command or hall', async () => {
    expect(await post('service/layout', { hallCode: 'town4' }, 'guess')).toMatchObject({ status: 401, answer: { resultCode: '1001', data: null } })
    expect((await post('service/constructor', {})).status).toBe(404)
    expect(await command('snapshot', { hallCode: 'nowhere', nextNum: 1 })).toMatchObject({ resultCode: '2001', resultMsg: '大厅不存在' })
  })

  it('names the field that is missing or in a wrong form, and takes no number', async () => {
    await post('setup', setup)
    for (const [field, changes] of Object.entries({
      outerNo: { outerNo: 'short' }, bizId: { bizId: 1 }, custType: { custType: '4' }, priorityType: { priorityType: '09' }, userNo: { userNo: 'a b' }, serialNo: { serialNo: 'short' }, reserveFlag: { reserveFlag: true },
    })) expect([field, await take(changes)]).toEqual([field, expect.objectContaining({ resultCode: '1002', data: { field } })])
    for (const body of ['no json', '[]', 'null', '"text"']) expect((await post('service/takeNo', body)).answer.resultCode).toBe('1002')
    expect((await command('snapshot', { nextNum: 5 })).data).toMatchObject({ bizList: [{ issueNum: 0 }, { issueNum: 0 }] })
    expect((await post('setup', { ...setup, counters: [{ counterId: 'C001', counterNo: '1', bizIds: '99999' }] })).answer).toMatchObject({ resultCode: '1002', data: { field: 'bizIds' } })
  })

  it('carries a write out once for its serial, tells the same again, and refuses the serial with another content', async () => {
    await post('setup', setup)
    const order = { serialNo: serialNo(), outerNo: outerNo(), bizId: '10001', custType: '1', userNo: 'ann' }
    expect(await command('takeNo', { ...order, queryOnly: '1' })).toMatchObject({ resultCode: '1004' })
    const first = await command('takeNo', order)
    expect(first).toMatchObject({ resultCode: '0', repeatFlag: '0', sysTime: '20260105090000', data: { aheadNum: 0, ticket: { ticketNum: 'A001', state: '0', takeTime: '20260105090000', callTime: '', workNo: '' } } })
    expect(await command('takeNo', order)).toEqual({ ...first, repeatFlag: '1' })
    expect(await command('takeNo', { ...order, queryOnly: '1' })).toEqual({ ...first, repeatFlag: '1' })
    expect(await command('takeNo', { ...order, bizId: '10002' })).toMatchObject({ resultCode: '1003' })
    expect(await command('cancelNo', order)).toMatchObject({ resultCode: '1003' })
    expect((await take()).data).toMatchObject({ ticket: { ticketNum: 'A002' } })
  })

  it('does not remember what it refused: the same serial may be carried out later', async () => {
    await post('setup', setup)
    const order = { serialNo: serialNo(), outerNo: outerNo(), bizId: '10001', custType: '1', userNo: 'ann' }
    await write('pauseBiz', { bizId: '10001', stopFlag: '1' })
    expect(await command('takeNo', order)).toMatchObject({ resultCode: '3003' })
    await write('pauseBiz', { bizId: '10001', stopFlag: '0' })
    expect(await command('takeNo', order)).toMatchObject({ resultCode: '0', repeatFlag: '0' })
  })

  it('prints on paper whatever is pressed, as long as there are numbers, and makes the outer number itself', async () => {
    await post('setup', setup)
    const press = async () => (await post('kiosk/take', { hallCode: 'town4', bizId: '10002' }, '')).answer
    const papers = [await press(), await press(), await press()]
    expect(papers.map(({ data }) => (data?.ticket as { ticketNum: string }).ticketNum)).toEqual(['B001', 'B002', 'B003'])
    expect(new Set(papers.map(({ data }) => (data?.ticket as { outerNo: string }).outerNo)).size).toBe(3)
    expect(await press()).toMatchObject({ resultCode: '3004', resultMsg: '当日号票已取完' })
  })

  it('goes by its own clock, which may be wrong', async () => {
    await post('setup', setup)
    await simulators.fault({ system: 'hallqueue', kind: 'wrong-clock', ms: 3_600_000 })
    expect(await take()).toMatchObject({ sysTime: '20260105100000', data: { ticket: { takeTime: '20260105100000', bizDate: '20260105' } } })
  })

  it('keeps a day’s tickets for thirty days', async () => {
    await post('setup', setup)
    const no = outerNo()
    await take({ outerNo: no })
    const read = () => command('ticketInfo', { outerNo: no })
    for (let day = 1; day < 30; day += 1) {
      time.now = NINE + day * 86_400_000
      expect((await take({ outerNo: outerNo() })).data).toMatchObject({ ticket: { ticketNum: 'A001' } })
    }
    expect((await read()).data).toMatchObject({ ticket: { bizDate: '20260105' } })
    time.now += 86_400_000
    await take({ outerNo: outerNo() })
    expect(await read()).toMatchObject({ resultCode: '2004' })
    time.now = NINE
  })
})
