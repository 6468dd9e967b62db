import { useSimulators } from '../testing/useSimulators'
import { certHash } from './face'
import { openidOf } from './state'

let now = 1_767_225_600_000
const simulators = useSimulators(() => now)
const openid = openidOf('wxdemo0000000000', '1')
const [NAME, NUMBER] = ['演示用户一', '990000190001010016']

const post = async (path: string, body: object) =>
  (await fetch(`${simulators.url()}/wechat${path}`, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<Record<string, unknown> & { errcode?: number }>
const token = async () => (await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'wxdemo0000000000', secret: 'demo-wechat-secret' })).access_token as string
const begin = async (more: object = {}) => post(`/cityservice/face/identify/getverifyid?access_token=${await token()}`, {
  out_seq_no: 'sequence-1', cert_info: { cert_type: 'IDENTITY_CARD', cert_name: NAME, cert_no: NUMBER }, openid, ...more,
})
const query = async (verify_id: unknown, more: object = {}) => post(`/cityservice/face/identify/queryverifyinfo?access_token=${await token()}`, {
  verify_id, out_seq_no: 'sequence-1', cert_hash: certHash('IDENTITY_CARD', NAME, NUMBER), openid, ...more,
})
const finish = async (verify_id: unknown, result: string) =>
  (await fetch(`${simulators.url()}/wechat/simulator/face`, { method: 'POST', body: new URLSearchParams({ verify_id: String(verify_id), result }) })).status
let n = 0
const begun = async (cert: object = {}) => {
  const out_seq_no = `sequence_${n += 1}`
  const { verify_id } = await begin({ out_seq_no, cert_info: { cert_type: 'IDENTITY_CARD', cert_name: NAME, cert_no: NUMBER, ...cert } })
  return { verify_id, ask: (more: object = {}) => query(verify_id, { out_seq_no, ...more }) }
}

describe('the simulated face check', () => {
  it('hashes a paper as the document’s example', () => {
    expect(certHash('IDENTITY_CARD', '张三', '310101199801011234')).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b')
  })

  it('passes who passes, and says nothing before', async () => {
    const { verify_id, ask } = await begun()
    expect(await ask()).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(await (await fetch(`${simulators.url()}/wechat/simulator/face?verify_id=${String(verify_id)}`)).text()).toContain(String(verify_id))
    expect(await finish(verify_id, 'pass')).toBe(200)
    expect(await ask()).toEqual({ errcode: 0, errmsg: 'ok', verify_ret: 10_000 })
    expect(await finish(verify_id, 'fail')).toBe(404)
    expect(await ask()).toMatchObject({ verify_ret: 10_000 })
  })

  it('passes nobody with another’s number or face, and lets who cancelled begin again', async () => {
    const [wrong, other, shy] = [await begun({ cert_name: '演示用户二' }), await begun(), await begun()]
    await finish(wrong.verify_id, 'pass')
    expect(await wrong.ask({ cert_hash: certHash('IDENTITY_CARD', '演示用户二', NUMBER) })).toMatchObject({ errcode: 0, verify_ret: 10_003 })
    await finish(other.verify_id, 'fail')
    expect(await other.ask()).toMatchObject({ errcode: 0, verify_ret: 10_004 })
    await finish(shy.verify_id, 'cancel')
    expect(await shy.ask()).toMatchObject({ errcode: 0, verify_ret: 90_004 })
    expect(await finish(shy.verify_id, 'pass')).toBe(200)
  })

  it('tells nothing to who names another person, paper or check', async () => {
    const { verify_id, ask } = await begun()
    await finish(verify_id, 'pass')
    expect(await ask({ openid: openidOf('wxdemo0000000000', '2') })).toMatchObject({ errcode: 40003 })
    expect(await ask({ cert_hash: certHash('IDENTITY_CARD', '演示用户二', NUMBER) })).toMatchObject({ errcode: 84011 })
    expect(await ask({ out_seq_no: 'another-one' })).toMatchObject({ errcode: 84001 })
    expect(await query('nonsense')).toMatchObject({ errcode: 84001 })
  })

  it('is over after an hour, unless it was done', async () => {
    const [late, done] = [await begun(), await begun()]
    await finish(done.verify_id, 'pass')
    now += 3_600_000
    expect([await finish(late.verify_id, 'pass'), await late.ask()]).toEqual([404, { errcode: 84001, errmsg: 'invalid identify id' }])
    expect(await done.ask()).toMatchObject({ verify_ret: 10_000 })
  })

  it('says what is wrong with a question', async () => {
    expect(await begin({ out_seq_no: 'once-only' })).toMatchObject({ errcode: 0, expires_in: 3_600 })
    const cert = { cert_type: 'IDENTITY_CARD', cert_name: NAME, cert_no: NUMBER }
    const wrong = [{ out_seq_no: 'once-only' }, { out_seq_no: 'a b c d e' }, { out_seq_no: 'four' }, { cert_info: { ...cert, cert_type: 'PASSPORT' } }, { cert_info: { ...cert, cert_name: '' } },
      { cert_info: { ...cert, cert_no: '990000190001010017' } }, { openid: 'somebody' }]
    const codes = []
    for (const [i, more] of wrong.entries()) codes.push((await begin({ out_seq_no: `wrong-${i}`, ...more })).errcode)
    expect(codes).toEqual([84010, 40097, 40097, 40097, 84006, 84007, 40003])
    expect(await post('/cityservice/face/identify/getverifyid', {})).toMatchObject({ errcode: 41001 })
    expect(await post('/cityservice/face/identify/queryverifyinfo?access_token=guess', {})).toMatchObject({ errcode: 40001 })
  })
})

describe('the simulated phone number', () => {
  const redeem = async (code: string) => post(`/wxa/business/getuserphonenumber?access_token=${await token()}`, { code })

  it('is told once for a code, within five minutes', async () => {
    const issue = async () => (await (await fetch(`${simulators.url()}/wechat/simulator/phone-codes`, { method: 'POST', body: new URLSearchParams({ person: '3' }) })).json() as { code: string }).code
    const [code, late] = [await issue(), await issue()]
    expect(await redeem(code)).toMatchObject({ errcode: 0, phone_info: { purePhoneNumber: '10000000003', countryCode: '86', watermark: { appid: 'wxdemo0000000000' } } })
    expect(await redeem(code)).toMatchObject({ errcode: 40029 })
    expect(await redeem('nonsense')).toMatchObject({ errcode: 40029 })
    now += 300_000
    expect(await redeem(late)).toMatchObject({ errcode: 40029 })
  })
})
