import { useSimulators } from '../testing/useSimulators'
import { signatureOf } from './signature'

/** Monday 2026-01-05, 08:00 in Beijing. */
const EIGHT = Date.UTC(2026, 0, 5)
let now = EIGHT
beforeEach(() => { now = EIGHT })
const simulators = useSimulators(() => now)

interface Answer { readonly status: number; readonly code: string; readonly msg: string; readonly data: Record<string, unknown> | null; readonly time: string }
type Form = Readonly<Record<string, string>>
const send = async (path: string, form: Form): Promise<Answer> => {
  const response = await fetch(`${simulators.url()}/booking/api/${path}`, { method: 'POST', body: new URLSearchParams(form) })
  return { status: response.status, ...await response.json() as Omit<Answer, 'status'> }
}
const ask = (path: string, form: Form, change: Form = {}): Promise<Answer> => {
  const all = new Map(Object.entries({ appKey: 'yichuang', timestamp: '20260105080000', nonce: 'abcdef', ...form, ...change }))
  return send(path, { ...Object.fromEntries(all), sign: signatureOf(all, 'demo-key') })
}

let sites = 0
const aSite = async (periodList = '09:00-09:30*1,09:30-10:00*1') => {
  const place = { siteCode: `site${sites += 1}`, bizCode: 'A', bizDate: '2026-01-05' }
  const rules = { advanceMinutes: '0', lockMinutes: '5', offerMinutes: '10', offerTimes: '2', cancelHours: '2', checkinEarly: '30', checkinLate: '15' }
  expect(await ask('source/publish', { ...place, periodList, ...rules })).toMatchObject({ status: 200, code: '00000', msg: '成功' })
  return { place, rules }
}
let orders = 0
const anOrder = (place: Form, bookerId: string, change: Form = {}) =>
  ({ orderNo: `order${String(orders += 1).padStart(15, '0')}`, ...place, beginTime: '09:00', periods: '1', bookerId, visitorId: bookerId, visitorName: '演*', matters: 'residence-permit', ...change })

describe('the simulated booking platform', () => {
  it('holds, books, and gives the same again for the same number, in its own words', async () => {
    const { place } = await aSite()
    const wish = anOrder(place, 'ann')
    const held = await ask('order/lock', wish)
    expect(held).toEqual({
      status: 200, code: '00000', msg: '成功', time: '2026-01-05 08:00:00',
      data: {
        orderNo: wish.orderNo, ...place, beginTime: '09:00', endTime: '09:30', status: '10', lockExpire: '2026-01-05 08:05:00', source: '1', bookerId: 'ann', visitorId: 'ann',
        visitorName: '演*', matters: 'residence-permit', lateFlag: 'N', ticketNo: '', callNo: '',
      },
    })
    expect(await ask('order/lock', wish)).toEqual(held)
    expect(await ask('order/lock', { ...wish, beginTime: '09:30' })).toMatchObject({ status: 200, code: 'A0506', msg: '流水号重复且内容不一致', data: null })
    expect(await ask('order/lock', anOrder(place, 'bob'))).toMatchObject({ code: 'B1003' })
    expect(await ask('order/confirm', { orderNo: wish.orderNo, bookerId: 'ann', requestNo: 'r1' })).toMatchObject({ data: { status: '20', lockExpire: '' } })
    expect(await ask('order/cancel', { orderNo: wish.orderNo, bookerId: 'ann', requestNo: 'r1' })).toMatchObject({ code: 'A0506' })
    expect(await ask('order/cancel', { orderNo: wish.orderNo, bookerId: 'ann', requestNo: 'r2' })).toMatchObject({ code: 'B2004', data: { limit: 2 } })
    expect(await ask('order/query', { orderNo: wish.orderNo, bookerId: 'bob' })).toMatchObject({ code: 'B2001' })
    expect(await ask('source/query', place)).toMatchObject({ data: { periodList: [{ beginTime: '09:00', quota: 1, left: 0, openFlag: 'Y' }, { beginTime: '09:30', left: 1 }] } })
  })

  it('ends a hold by its own clock and gives the place to who waits', async () => {
    const { place } = await aSite('12:00-12:30*1')
    const noon = { beginTime: '12:00' }
    await ask('order/lock', anOrder(place, 'cat', noon))
    const wait = { ...anOrder(place, 'dan', { beginTime: '00:00' }), endTime: '24:00', waitNo: `wait${place.siteCode.padStart(10, '0')}` }
    expect(await ask('wait/apply', wait)).toMatchObject({ code: '00000', data: { status: '1', ahead: 0 } })
    now += 5 * 60_000
    expect(await ask('wait/query', { waitNo: wait.waitNo, bookerId: 'dan' })).toMatchObject({ data: { status: '2', offerTimes: 1, offerDate: '2026-01-05', orderNo: expect.stringMatching(/^[0-9a-f]{20}$/) as string } })
    expect(await ask('order/lock', anOrder(place, 'eve', noon))).toMatchObject({ code: 'B1003' })
  })

  it('knows nothing of a day for which nothing was published', async () => {
    expect(await ask('source/query', { siteCode: 'nowhere', bizCode: 'A', bizDate: '2026-01-05' })).toMatchObject({ status: 200, code: 'B1001', data: null })
  })

  it.each([
    ['another application', { appKey: 'somebody' }, 'A0301'],
    ['no nonce', { nonce: '' }, 'A0340'],
    ['a time eleven minutes ago', { timestamp: '20260105074859' }, 'A0341'],
    ['a time eleven minutes ahead', { timestamp: '20260105081100' }, 'A0341'],
    ['a time that is none', { timestamp: 'yesterday' }, 'A0341'],
  ])('lets nobody in with %s', async (_, change, code) => {
    expect(await ask('source/query', { siteCode: 'any', bizCode: 'A', bizDate: '2026-01-05' }, change)).toMatchObject({ status: 401, code, data: null })
  })

  it('lets nobody in whose signature is missing, wrong, or of something else', async () => {
    const form = new Map(Object.entries({ appKey: 'yichuang', timestamp: '20260105080000', nonce: 'abcdef', siteCode: 'any', bizCode: 'A', bizDate: '2026-01-05' }))
    for (const sign of ['', 'A'.repeat(64), signatureOf(form, 'another-key'), signatureOf(new Map([...form, ['bizCode', 'B']]), 'demo-key'), signatureOf(form, 'demo-key').toLowerCase()]) {
      expect(await send('source/query', { ...Object.fromEntries(form), sign })).toMatchObject({ status: 401, code: 'A0340' })
    }
    expect(await send('source/query', { ...Object.fromEntries(form), sign: signatureOf(form, 'demo-key') })).toMatchObject({ code: 'B1001' })
  })

  it.each([
    ['orderNo', { orderNo: 'Short' }], ['bizDate', { bizDate: '2026-02-30' }], ['beginTime', { beginTime: '25:00' }], ['periods', { periods: '0' }], ['periods', { periods: '1.5' }],
    ['bookerId', { bookerId: '' }], ['visitorName', { visitorName: 'x'.repeat(65) }],
  ])('names the parameter %s that is wrong', async (field, change) => {
    const { place } = await aSite()
    expect(await ask('order/lock', { ...anOrder(place, 'fay'), ...change })).toMatchObject({ status: 400, code: 'A0400', data: { field } })
  })

  it.each(['09:00-08:30*1', '09:00-09:30*1,09:15-09:45*1', '09:00-09:30', 'nonsense'])('takes no periods as “%s”', async (periodList) => {
    const { place, rules } = await aSite()
    expect(await ask('source/publish', { ...place, ...rules, periodList })).toMatchObject({ status: 400, code: 'A0400', data: { field: 'periodList' } })
  })

  it('has no other interface', async () => {
    expect(await ask('order/delete', {})).toMatchObject({ status: 404, code: 'A0404' })
  })
})
