import { choose } from './album'
import { commonTable, type ApiTable, type Surroundings } from './apiTable'
import { Refusal } from './act'
import { ask, openSettings, type Scope } from './permissions'
import { send } from './requests'
import { keep, MOST_OF_ONE } from './storage'
import { answersTo } from './subscriptions'

const fail = (error: number, errorMessage: string, more: object = {}): Refusal => new Refusal({ error, errorMessage, ...more })

/** How a business service ends (支付宝身份验证接入流程; 9000 done, 6001 left by the citizen, 4000 failed). */
const certified = { pass: '9000', fail: '9000', cancel: '6001', unable: '4000' } as const

/** Alipay’s part of the table. */
export const myTable = (surroundings: Surroundings): ApiTable => {
  const { phone, pages } = surroundings
  const common = commonTable(surroundings)
  const { storage, permissions, subscriptions } = phone

  /** my.scan and my.chooseImage, 错误码: a no is asked again the next time, unless it was given for good. */
  const permit = (scope: Scope): void => {
    const known = permissions.remembered.get(scope)
    if (known === false) throw fail(2002, '用户不允许授权')
    if (known) return
    const answer = ask(permissions, scope)
    if (answer !== 'no') permissions.remembered.set(scope, answer === 'yes')
    if (answer !== 'yes') throw fail(answer === 'never' ? 2003 : 2001, '用户不允许授权')
  }

  return {
    events: common.events,
    atOnce: {
      ...common.atOnce,
      getStorageSync: ({ key }: { key: string }) => ({ data: JSON.parse(storage.get(key) ?? 'null') as unknown, success: true }),
      /** Throws nothing: what failed is in what it gives (缓存/my.setStorageSync: 失败时返回值与 fail 回调参数相同; error 12 and 14). */
      setStorageSync: ({ key, data }: { key: string; data: unknown }) => {
        const why = keep(phone, key, data, MOST_OF_ONE.alipay)
        if (why === null) return { success: true }
        return why === 'value' ? { error: 14, errorMessage: 'data长度超限' } : { error: 12, errorMessage: '存储总大小达到上限' }
      },
      removeStorageSync: ({ key }: { key: string }) => { storage.delete(key); return { success: true } },
      nextTick: (job: () => void) => { setTimeout(job) },
      getSystemInfoSync: () => ({ ...(common.atOnce.getSystemInfoSync?.() as object), language: phone.language === 'en' ? 'en' : 'zh-Hans', app: 'alipay', titleBarHeight: 44 }),
      /** my.call('startBizService', {name: 'open-certify', param}): the face check (支付宝身份验证接入流程). */
      call: (name: string, { name: service, param }: { name: string; param: string }, ended: (result: object) => void) => {
        if (name !== 'startBizService' || service !== 'open-certify') throw new Error(`this host has no business service ${name} ${service}`)
        const { certifyId } = JSON.parse(param) as { certifyId: string }
        const { face } = phone
        const shown = face === 'unable' ? Promise.resolve() : phone.beforeCamera(certifyId, face)
        void shown.then(() => ended({ resultStatus: certified[face] }), () => ended({ resultStatus: '4000' }))
      },
    },
    objects: {
      /** 文件/FileSystemManager.readFile: bytes unless an encoding is named; 10022 where there is no such file. */
      getFileSystemManager: {
        readFile: ({ filePath, encoding }) => {
          if (encoding !== undefined) throw new Error('this host reads files as bytes alone')
          const data = phone.album.files.get(String(filePath))
          if (!data) throw fail(10022, '文件/目录不存在')
          return { data, dataType: 'ArrayBuffer' }
        },
      },
    },
    later: {
      ...common.later,
      /**
       * Every status but 200 is a failure, error 19, which carries the answer; taken from reports of users
       * (NervJS/taro pull 14366, fjc0k/taro-axios issue 7), for Alipay’s pages say no more than “HTTP error”. 30 s unless told.
       */
      request: async (options) => {
        const answer = await send(phone, options, options.headers, 30_000)
        if (answer === 'timeout') throw fail(13, 'timeout')
        if (answer === 'offline') throw fail(12, 'network error')
        if (answer.status !== 200) throw fail(19, 'http status error', answer)
        return answer
      },
      /** 用户授权/my.getAuthCode, 错误码: 11 the citizen refused (3 by the key “back”), 12 no network. */
      getAuthCode: ({ scopes }) => {
        if (scopes !== 'auth_base') throw fail(2, 'this host asks nobody for more than auth_base')
        if (!phone.online) throw fail(12, 'Network Error')
        const authCode = phone.nextLoginCode()
        if (authCode === null) throw fail(11, '用户取消授权')
        return { authCode, authSuccessScopes: [scopes], authErrorScopes: {} }
      },
      /** 消息/my.requestSubscribeMessage: three at most (203), a closed question fails (11), a no is a success. */
      requestSubscribeMessage: ({ entityIds }) => {
        const refuse = (errorCode: number, errorMessage: string, behavior: string): Refusal => new Refusal({ behavior, errorCode, errorMessage, error: errorCode })
        const ids = Array.isArray(entityIds) ? entityIds.map(String) : []
        if (ids.length < 1 || ids.length > 3) throw refuse(203, '无效的参数', '')
        if (subscriptions.failure !== null) throw refuse(subscriptions.failure, '系统异常', '')
        const { shown, answers } = answersTo(subscriptions, ids)
        if (shown && subscriptions.closes) throw refuse(11, '用户取消订阅', 'cancel')
        const [yes, no] = [ids.filter((id) => answers[id] === 'accept'), ids.filter((id) => answers[id] !== 'accept')]
        return {
          behavior: 'subscribe', keep: subscriptions.keep, show: shown, ...answers,
          result: { subscribeEntityIds: yes, subscribedEntityIds: yes, unsubscribedEntityIds: no, currentSubscribedEntityIds: yes },
        }
      },
      /** 设备/扫码/my.scan; Taro still names the kind of code in the older way. */
      scan: ({ type }) => {
        if (type !== 'qr') throw fail(2, `no such type of code: ${String(type)}`)
        permit('camera')
        if (phone.scanned === null) throw fail(10, '用户取消操作')
        return { code: phone.scanned, qrCode: phone.scanned }
      },
      /** 位置/my.getLocation: 2001 refused, 11 turned off for Alipay or the phone. Its map's shifted coordinates, as texts. */
      getLocation: () => {
        permit('place')
        if (!phone.place) throw fail(11, '定位服务未开启')
        return { latitude: String(phone.place.latitude), longitude: String(phone.place.longitude), accuracy: '30' }
      },
      /** 设置/my.openSetting, scopes 列表. */
      openSetting: () => {
        const { place, camera, album } = openSettings(permissions, ['place', 'camera', 'album'])
        return { authSetting: { ...(place !== undefined && { location: place }), ...(camera !== undefined && { camera }), ...(album !== undefined && { album }) } }
      },
      /** 设备/剪贴板/my.setClipboard. */
      setClipboard: ({ text }) => { phone.clipboard = String(text); return {} },
      /** 多媒体/图片/my.chooseImage: one unless told. Its page lists no `apFilePaths`, which its examples have and Taro reads: here they are missing. */
      chooseImage: ({ count = 1 }) => {
        permit('album')
        const tempFiles = choose(phone.album, 'https://resource/', Number(count))
        if (tempFiles === null) throw fail(11, '用户取消操作')
        return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
      },
      getNetworkType: () => ({ networkAvailable: phone.online, networkType: phone.online ? 'WIFI' : 'NOTREACHABLE' }),
      setNavigationBar: ({ title }) => { if (title !== undefined) pages.top().title = String(title); return {} },
    },
  }
}
