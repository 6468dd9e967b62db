import { createHmac } from 'node:crypto'
import { ratingTags } from '../../shared/ratingTags'
import { useSimulators } from '../testing/useSimulators'
import { tags } from './tags'

const NOW = Date.UTC(2026, 0, 5, 2)
const simulators = useSimulators(() => NOW)
let visits = 0

const rating = (changes: Record<string, unknown> = {}) => ({
  projectno: `test.${String(visits += 1).padStart(20, '0')}`, taskCode: '11990000DEPT00005Y3442009001000', taskName: '居住证办理', pf: '2', satisfaction: '5',
  assessTime: '2026-01-05 09:59:00', assessNumber: '1', evalDetail: '510,517', writingEvaluation: '', areacode: '440106000000', windowNo: '5', workNo: 'clerk1',
  hallCode: 'test', departmentCode: '11990000DEPT00005Y', userName: '', certificateType: '', certificateNo: '', contactPhone: '', userType: '0', projectType: '2',
  ...changes,
})
const signed = (body: string, { appId = 'yichuang', key = 'demo-key', at = NOW, over = body } = {}) => ({
  'X-App-Id': appId, 'X-Timestamp': String(at), 'X-Sign': createHmac('sha256', key).update(`${appId}${at}${over}`).digest('hex'),
})
const send = async (body: string, headers: Record<string, string> = signed(body)) => {
  const response = await fetch(`${simulators.url()}/rating/api/assess/save`, { method: 'POST', body, headers })
  expect(response.status).toBe(200)
  return await response.json() as { code: string; msg: string; data: { assessId?: string; field?: string } | null }
}
const save = (changes: Record<string, unknown> = {}) => send(JSON.stringify(rating(changes)))
const received = async (query = '') => await (await fetch(`${simulators.url()}/rating/received${query}`)).json() as { count: number; last: Record<string, unknown>[] }

describe('the simulated rating platform', () => {
  it('takes a rating, and one pair of visit and number once, whatever the repetition says', async () => {
    const one = rating()
    const before = (await received()).count
    expect(await send(JSON.stringify(one))).toMatchObject({ code: '0', data: { assessId: expect.stringMatching(/^PJ\d{10}$/) } })
    expect(await send(JSON.stringify({ ...one, satisfaction: '4', evalDetail: '' }))).toEqual({ code: '20008', msg: '本次服务已存在评价', data: null })
    expect(await send(JSON.stringify({ ...one, assessNumber: '2' }))).toMatchObject({ code: '0' })
    expect((await received()).count).toBe(before + 2)
  })

  it('shows what it received without who rated', async () => {
    expect(await save({ userName: '演示用户一', certificateType: '111', certificateNo: '990000190001010016', contactPhone: '000' })).toMatchObject({ code: '0' })
    const { last } = await received('?last=1')
    expect(last).toHaveLength(1)
    expect(last[0]).toMatchObject({ satisfaction: '5', hallCode: 'test', named: true })
    expect(JSON.stringify(last)).not.toMatch(/演示用户|9900001900|userName|contactPhone/)
    for (const query of ['?last=0', '?last=1001', '?last=x']) expect((await fetch(`${simulators.url()}/rating/received${query}`)).status).toBe(400)
  })

  it('refuses a bad rating without a reason, and takes it with a tag or a text', async () => {
    for (const satisfaction of ['1', '2']) {
      expect(await save({ satisfaction, evalDetail: '', writingEvaluation: ' ' })).toEqual({ code: '20007', msg: '差评必须勾选详情或填写文字评价', data: null })
      expect(await save({ satisfaction, evalDetail: '', writingEvaluation: '等了很久' })).toMatchObject({ code: '0' })
    }
    expect(await save({ satisfaction: '1', evalDetail: '115' })).toMatchObject({ code: '0' })
  })

  it('knows the tags of the standard, each for its level', async () => {
    const known = Object.entries(tags).flatMap(([level, codes]) => codes.map((code) => [code, Number(level)]))
    expect(new Map(known as [string, number][])).toEqual(new Map(Object.entries(ratingTags).map(([code, { level }]) => [code, level])))
    for (const wrong of [{ evalDetail: '406' }, { evalDetail: '510,510' }, { satisfaction: '4' }, { evalDetail: '999' }]) expect(await save(wrong)).toMatchObject({ code: '20006' })
  })

  it('refuses a time that is none, is to come or is long past, and an unknown area', async () => {
    for (const [assessTime, code] of [
      ['2026-02-30 09:00:00', '20002'], ['2026-01-05 24:00:00', '20002'], ['2026-01-05 10:05:01', '20003'], ['2025-12-06 09:59:59', '20004'], ['2026-01-05 10:05:00', '0'], ['2025-12-06 10:00:00', '0'],
    ]) expect(await save({ assessTime })).toMatchObject({ code })
    for (const areacode of ['440199000000', '110000000000']) expect(await save({ areacode })).toMatchObject({ code: '20005' })
  })

  it('names the field that is missing, unknown, malformed, or contradicts another', async () => {
    for (const [field, value] of Object.entries({
      projectno: '', taskCode: 'short', taskName: '', pf: '9', satisfaction: 5, assessTime: '2026-01-05', assessNumber: '0', evalDetail: '510，517', writingEvaluation: 'x'.repeat(501),
      areacode: '440106', windowNo: '五', workNo: null, hallCode: '', departmentCode: '11990000DEPT00003Q', certificateNo: '990000190001010016', userType: '2', projectType: '3', nonsense: 'x',
    })) expect([field, await save({ [field]: value })]).toEqual([field, { code: '20001', msg: '参数错误', data: { field } }])
    expect(await save({ contactPhone: undefined })).toMatchObject({ data: { field: 'contactPhone' } })
    expect(await save({ taskCode: '', departmentCode: '' })).toMatchObject({ code: '0' })
    for (const body of ['no json', '[]', 'null', '"text"']) expect(await send(body)).toMatchObject({ code: '20001' })
  })

  it('looks at nothing before the caller’s signature is right', async () => {
    const body = JSON.stringify(rating())
    const before = (await received()).count
    expect((await send(body, {})).code).toBe('10001')
    expect((await send(body, signed(body, { appId: 'somebody' }))).code).toBe('10001')
    for (const at of [NOW - 300_001, NOW + 300_001]) expect((await send(body, signed(body, { at }))).code).toBe('10002')
    expect((await send(body, signed(body, { key: 'guess' }))).code).toBe('10003')
    expect((await send(body, signed(body, { over: `${body} ` }))).code).toBe('10003')
    expect((await received()).count).toBe(before)
  })
})

describe('a rating that changes', () => {
  const post = async (path: string, body: object) => {
    const text = JSON.stringify(body)
    return await (await fetch(`${simulators.url()}/rating/api/assess/${path}`, { method: 'POST', body: text, headers: signed(text) })).json() as { code: string; data: { field?: string } | null }
  }
  const standing = async (projectno: string) => (await received('?last=1000')).last.filter((one) => one.projectno === projectno)

  it('stands as it was changed last, in whatever order its sayings arrive', async () => {
    const one = rating()
    const changed = { ...one, satisfaction: '2', evalDetail: '209', revision: '2' }
    expect(await post('update', changed)).toMatchObject({ code: '0' })
    expect(await post('save', one)).toMatchObject({ code: '20008' })
    expect(await post('update', changed)).toMatchObject({ code: '20010' })
    expect(await standing(one.projectno)).toMatchObject([{ satisfaction: '2', revision: 2 }])
  })

  it('is gone when it was cancelled, before or after it came, and does not come back', async () => {
    for (const first of ['save', 'cancel']) {
      const one = rating()
      const pair = { projectno: one.projectno, assessNumber: '1' }
      if (first === 'save') expect(await post('save', one)).toMatchObject({ code: '0' })
      expect(await post('cancel', pair)).toMatchObject({ code: '0' })
      expect(await post('cancel', pair)).toMatchObject({ code: '20009' })
      expect(await post('save', one)).toMatchObject({ code: '20009' })
      expect(await post('update', { ...one, revision: '2' })).toMatchObject({ code: '20009' })
      expect(await standing(one.projectno)).toEqual([])
    }
  })

  it('names what is wrong with a change or a cancellation', async () => {
    for (const revision of ['1', 2, undefined, 'x']) expect(await post('update', { ...rating(), revision })).toMatchObject({ code: '20001', data: { field: 'revision' } })
    expect(await post('update', { ...rating({ satisfaction: '9' }), revision: '2' })).toMatchObject({ data: { field: 'satisfaction' } })
    expect(await post('cancel', { projectno: 'x' })).toMatchObject({ data: { field: 'assessNumber' } })
    expect(await post('cancel', { projectno: 'x', assessNumber: '1', why: 'x' })).toMatchObject({ data: { field: 'why' } })
    expect((await send('{}', {})).code).toBe('10001')
  })
})
