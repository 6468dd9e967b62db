import type * as face from './face'

type Face = typeof face

const onHost = (target: 'weapp' | 'alipay', hosts: object): Face => {
  Object.assign(globalThis, { TARGET: target, ...hosts })
  let loaded: Face | undefined
  jest.isolateModules(() => { loaded = jest.requireActual<Face>('./face') })
  return loaded!
}
afterEach(() => { Object.assign(globalThis, { TARGET: 'h5', wx: undefined, my: undefined }) })

test.each<[string, object | null, string]>([
  ['passed its pages', null, 'done'], ['was left by the citizen', { errCode: 90004, errMsg: 'requestFacialVerify:fail' }, 'cancelled'],
  ['was left on a phone of today', { errCode: 90100, errMsg: 'requestFacialVerify:fail' }, 'cancelled'],
  ['was cancelled', { errMsg: 'requestFacialVerify:fail cancel' }, 'cancelled'], ['had no camera', { errCode: 90008, errMsg: 'requestFacialVerify:fail' }, 'failed'],
])('WeChat’s check that %s', async (_, failure, ended) => {
  const asked: unknown[] = []
  const { checkFace } = onHost('weapp', { wx: { requestFacialVerify: ({ verifyId, success, fail }: { verifyId: string; success: () => void; fail: (why: object) => void }) => {
    asked.push(verifyId)
    if (failure) fail(failure)
    else success()
  } } })
  expect(await checkFace({ platformId: 'verify-1', url: null })).toBe(ended)
  expect(asked).toEqual(['verify-1'])
})

test.each([['9000', 'done'], [9000, 'done'], ['6001', 'cancelled'], ['4000', 'failed'], [undefined, 'failed']])('Alipay’s check that ended with %s', async (resultStatus, ended) => {
  const asked: unknown[] = []
  const { checkFace } = onHost('alipay', { my: { call: (...given: unknown[]) => { asked.push(given.slice(0, 2)); (given[2] as (result: object) => void)({ resultStatus }) } } })
  expect(await checkFace({ platformId: 'certify-1', url: 'https://alipay.example/certify' })).toBe(ended)
  expect(asked).toEqual([['startBizService', { name: 'open-certify', param: JSON.stringify({ certifyId: 'certify-1', url: 'https://alipay.example/certify' }) }]])
})

test('a host without it has failed, and says so', async () => {
  expect(await onHost('weapp', { wx: {} }).checkFace({ platformId: 'verify-1', url: null })).toBe('failed')
})
