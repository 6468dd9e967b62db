import { isRecord } from './guards'

/** How the host's own part of a face check ended. Whether somebody passed, only the server can say. */
export type FaceEnded = 'done' | 'cancelled' | 'failed'
export interface FaceStart { readonly platformId: string; readonly url: string | null }

/** WeChat's numbers for a citizen who left: at the explanation, while it began, recognised, sent, ended, and at the confirmation; the last is what phones really say. */
const wechatLeft: readonly unknown[] = [90002, 90003, 90004, 90005, 90006, 90024, 90100]
const byWechat = ({ platformId }: FaceStart): Promise<FaceEnded> => new Promise((resolve) => {
  wx.requestFacialVerify({
    verifyId: platformId,
    success: () => resolve('done'),
    fail: (failure) => resolve(isRecord(failure) && (wechatLeft.includes(failure.errCode) || /cancel/i.test(String(failure.errMsg))) ? 'cancelled' : 'failed'),
  })
})

const byAlipay = ({ platformId, url }: FaceStart): Promise<FaceEnded> => new Promise((resolve) => {
  my.call('startBizService', { name: 'open-certify', param: JSON.stringify({ certifyId: platformId, url: url ?? '' }) }, (ended) => {
    const status = isRecord(ended) ? String(ended.resultStatus) : ''
    resolve(status === '9000' ? 'done' : status === '6001' ? 'cancelled' : 'failed')
  })
})

/** A browser has no face check that is ours to begin. */
export const canCheckFace = TARGET !== 'h5'
const run = TARGET === 'weapp' ? byWechat : byAlipay

/** Has the host check the face; it shows its own pages. A host that cannot do so has failed. */
export const checkFace = async (start: FaceStart): Promise<FaceEnded> => {
  try { return await run(start) } catch { return 'failed' }
}
