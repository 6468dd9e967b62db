import { useSimulators } from '../testing/useSimulators'
import { fitsField } from './fields'
import { openidOf } from './state'

const simulators = useSimulators()
const someone = openidOf('wxdemo0000000000', '1')
const post = async (path: string, body: object) => (await fetch(`${simulators.url()}/wechat${path}`, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<{ access_token?: string; errcode?: number; errmsg?: string }>
const value = (text: string) => ({ value: text })
const data = { character_string1: value('A001'), thing2: value('5号窗口'), thing3: value('天河大厅'), time4: value('2026年1月5日 09:00') }
const send = async (more: object = {}) => {
  const { access_token: token = '' } = await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'wxdemo0000000000', secret: 'demo-wechat-secret' })
  return post(`/cgi-bin/message/subscribe/send?access_token=${token}`, { touser: someone, template_id: 'demo-template-called', page: 'pages/home/index', data, ...more })
}

describe('the simulated subscribe messages', () => {
  it('are kept to be looked at, and cost what was allowed', async () => {
    await post('/quota', { openid: someone, template_id: 'demo-template-called', left: 2 })
    expect([(await send()).errcode, (await send()).errcode, (await send()).errcode]).toEqual([0, 0, 43101])
    const { sent } = await (await fetch(`${simulators.url()}/wechat/outbox?openid=${someone}`)).json() as { sent: object[] }
    expect(sent).toMatchObject([{ touser: someone, data: { thing2: { value: '5号窗口' } } }, {}])
  })

  it('are for who has the token, and end with the day’s quota', async () => {
    expect((await post('/cgi-bin/message/subscribe/send?access_token=guess', {})).errcode).toBe(40001)
    expect((await post('/cgi-bin/message/subscribe/send', {})).errcode).toBe(41001)
    await post('/quota', { daily: 0 })
    const other = openidOf('wxdemo0000000000', '2')
    expect((await send({ touser: other })).errcode).toBe(45009)
    await post('/quota', { daily: 10 })
    expect((await send({ touser: other })).errcode).toBe(0)
  })

  it('say what does not fit, and which field', async () => {
    const touser = openidOf('wxdemo0000000000', '3')
    expect((await send({ touser: 'somebody' })).errcode).toBe(40003)
    expect((await send({ touser, template_id: 'other' })).errcode).toBe(40037)
    expect((await send({ touser, page: '/pages/home' })).errcode).toBe(41030)
    expect(await send({ touser, data: { ...data, thing3: value('一'.repeat(21)) } })).toEqual({ errcode: 47003, errmsg: 'argument invalid! data.thing3.value invalid' })
    expect((await send({ touser, data: { ...data, thing9: value('一') } })).errmsg).toContain('data.thing9')
  })
})

describe('the fields of WeChat’s templates', () => {
  it.each([
    ['thing1', ['一'.repeat(20), 'A 1!'], ['', '一'.repeat(21)]], ['phrase1', ['快到了', '一二三四五'], ['一二三四五六', 'soon', '快到了!']], ['character_string2', ['A001', 'a-b c'], ['A001号', 'a'.repeat(33)]],
    ['number1', ['12', '0.5'], ['一', '1'.repeat(33)]], ['time1', ['2019年10月1日 15:01', '15:01~16:00'], ['2019-10-01 15:01']], ['date1', ['2019年10月1日', '2019年10月1日 15:01'], ['15:01']],
    ['name1', ['张三', 'Zhang San'], ['一'.repeat(11), '张San']], ['phone_number1', ['+86-20-1234567'], ['1'.repeat(18)]], ['letter1', ['Ab'], ['A1']], ['symbol1', ['!?'], ['!!!!!!', 'a']], ['unknown1', [], ['a']],
  ])('%s takes %j and not %j', (key, good, bad) => {
    expect([good.filter((text) => !fitsField(key, text)), bad.filter((text) => fitsField(key, text))]).toEqual([[], []])
  })
})
