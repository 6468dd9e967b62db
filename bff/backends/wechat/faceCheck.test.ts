import { randomBytes } from 'node:crypto'
import type { Fault, FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { openidOf } from '../../../mock/wechat/state'
import { codeOf, listeningLogger, testUpstream } from '../../../tests/support/upstream'
import { systemClock } from '../../platform/clock'
import { createAccessToken } from './accessToken'
import { certHash, createWechatFaceCheck } from './faceCheck'

const APP_ID = 'wxdemo0000000000'
let shift = 0
const clock = () => systemClock() + shift
const simulators = useSimulators(clock)
const { logger, logged } = listeningLogger()
const create = (fault?: FaultKind, appSecret = 'demo-wechat-secret') => {
  const upstream = testUpstream('wechat', fault, logger)
  const url = `${simulators.url()}/wechat`
  return createWechatFaceCheck({ upstream, url, clock, logger, token: createAccessToken({ upstream, settings: { url, appId: APP_ID, appSecret }, clock, logger }) })
}
const someone = (more: object = {}) => ({
  checkId: `v${randomBytes(12).toString('hex')}`, name: '演示用户一', idNumber: '990000190001010016', subject: openidOf(APP_ID, '1'), ...more,
})
const finish = async (platformId: string, result: string) => {
  await fetch(`${simulators.url()}/wechat/simulator/face`, { method: 'POST', body: new URLSearchParams({ verify_id: platformId, result }) })
}
/** What came of a check of this person that ended so. */
const outcome = async (result: string | null, more: object = {}) => {
  const ask = someone(more)
  const { platformId } = await create().begin(ask)
  if (result !== null) await finish(platformId, result)
  return create().result({ ...ask, platformId })
}
const fault = (of: Omit<Fault, 'system'>) => simulators.fault({ system: 'wechat', ...of })
const answered = (path: string, body: object, times?: number) => fault({ kind: 'answer', path, body, ...(times && { times }) })

describe('the face check of WeChat', () => {
  it('hashes a paper as WeChat’s document does', () => {
    expect(certHash('张三', '310101199801011234')).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b')
  })

  it('is begun for an hour, and is pending until it is done', async () => {
    const ask = someone()
    const { platformId, url, expiresAt } = await create().begin(ask)
    expect([url, Math.round((expiresAt - clock()) / 60_000)]).toEqual([null, 60])
    expect(await create().result({ ...ask, platformId })).toBe('pending')
    await finish(platformId, 'pass')
    expect([await create().result({ ...ask, platformId }), await create().result({ ...ask, platformId })]).toEqual(['passed', 'passed'])
  })

  it('passes nobody with another’s number or face; who broke it off begins again', async () => {
    expect([await outcome('pass', { name: '演示用户二' }), await outcome('fail'), await outcome('cancel')]).toEqual(['refused', 'refused', 'gone'])
  })

  it('passes nobody by the check of another person', async () => {
    const [mine, theirs] = [someone(), someone({ name: '演示用户二', idNumber: '990000190001010024', subject: openidOf(APP_ID, '2') })]
    const { platformId } = await create().begin(theirs)
    await finish(platformId, 'pass')
    expect(await create().result({ ...mine, platformId })).toBe('gone')
    for (const forged of [{ name: mine.name, idNumber: mine.idNumber }, { subject: mine.subject }]) {
      expect(await codeOf(create().result({ ...theirs, ...forged, platformId }))).toBe('IDENTITY_UNAVAILABLE')
    }
    expect(await create().result({ ...someone(), platformId: 'nonsense' })).toBe('gone')
  })

  it('is gone after an hour', async () => {
    const ask = someone()
    const { platformId } = await create().begin(ask)
    shift += 3_600_000
    await finish(platformId, 'pass')
    expect(await create().result({ ...ask, platformId })).toBe('gone')
  })

  it('may be begun again when an answer was lost, and the new one counts', async () => {
    const ask = someone()
    await fault({ kind: 'commit-then-drop', path: 'getverifyid', times: 1 })
    const [second, third] = [await create().begin(ask), await create().begin(ask)]
    expect(third.platformId).not.toBe(second.platformId)
    await finish(third.platformId, 'pass')
    expect([await create().result({ ...ask, platformId: third.platformId }), await create().result({ ...ask, platformId: second.platformId })]).toEqual(['passed', 'pending'])
    expect(await codeOf(create().begin(ask))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('is refused for what is no paper', async () => {
    expect(await codeOf(create().begin(someone({ name: '' })))).toBe('FACE_REFUSED')
    expect(await codeOf(create().begin(someone({ idNumber: '990000190001010017' })))).toBe('FACE_REFUSED')
  })

  it.each([10002, 10003, 10004, 10009, 10010, 10026, 10027, 10028])('verify_ret %i is a refusal', async (verify_ret) => {
    await answered('queryverifyinfo', { errcode: 0, errmsg: 'ok', verify_ret })
    expect(await create().result({ ...someone(), platformId: 'x' })).toBe('refused')
  })

  it.each([10001, 10015, 10042, 10045, 90001, 90002, 90007, 90017, 90109, 90199, 12345, -1])('verify_ret %i is no verdict', async (verify_ret) => {
    await answered('queryverifyinfo', { errcode: 0, errmsg: 'ok', verify_ret })
    expect(await create().result({ ...someone(), platformId: 'x' })).toBe('gone')
  })

  it('passes only what is said to have gone well and to have passed', async () => {
    await answered('queryverifyinfo', { errcode: 84001, errmsg: '', verify_ret: 10_000 })
    expect(await create().result({ ...someone(), platformId: 'x' })).toBe('gone')
    simulators.clear()
    for (const body of [{ verify_ret: 10_000 }, { errcode: 0, verify_ret: '10000' }, { errcode: '0', verify_ret: 10_000 }, []]) {
      await answered('queryverifyinfo', body)
      expect(await codeOf(create().result({ ...someone(), platformId: 'x' }))).toBe('IDENTITY_UNAVAILABLE')
      simulators.clear()
    }
  })

  it.each([40003, 40097, 45009, 45011, 48001, 84011, 99999])('is unavailable when WeChat answers %i, which is logged', async (errcode) => {
    await answered('identify', { errcode, errmsg: '演示用户一' })
    expect([await codeOf(create().begin(someone())), await codeOf(create().result({ ...someone(), platformId: 'x' }))]).toEqual(['IDENTITY_UNAVAILABLE', 'IDENTITY_UNAVAILABLE'])
    expect(logged.join()).toContain(`"errcode":${errcode}`)
  })

  it('asks again when WeChat is busy, and with another token when ours is refused', async () => {
    await answered('getverifyid', { errcode: -1 }, 1)
    expect(await create().begin(someone())).toHaveProperty('platformId')
    await answered('getverifyid', { errcode: 42001 }, 1)
    expect(await create().begin(someone())).toHaveProperty('platformId')
    expect(await codeOf(create(undefined, 'old').begin(someone()))).toBe('IDENTITY_UNAVAILABLE')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)('gets over one “%s”, and is unavailable when it stays so', async (kind) => {
    await fault({ kind, path: 'identify', times: 1 })
    expect(await create(kind).begin(someone())).toHaveProperty('platformId')
    await fault({ kind, path: 'identify' })
    expect(await codeOf(create(kind).result({ ...someone(), platformId: 'x' }))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('leaves nothing of anybody in the log: no name, number, openid, hash, check or token', () => {
    expect(logged.length).toBeGreaterThan(50)
    for (const secret of ['演示', '99000019', openidOf(APP_ID, '1'), certHash('演示用户一', '990000190001010016'), 'access_token=', 'demo-wechat-secret']) {
      expect(logged.join()).not.toContain(secret)
    }
  })
})
