import { choose } from './album'
import { commonTable, type ApiTable, type Surroundings } from './apiTable'
import { Refusal, type Act } from './act'
import { ask, openSettings, type Scope } from './permissions'
import { heldBack, type Privacy } from './privacy'
import { send } from './requests'
import { keep, MOST_OF_ONE } from './storage'
import { answersTo } from './subscriptions'

const fail = (name: string, why: string, more: object = {}): Refusal => new Refusal({ errMsg: `${name}:fail ${why}`, ...more })

/** wx.request: at most ten at once (framework/ability/network.html, 使用限制). */
const MOST_REQUESTS = 10
/** What WeChat remembers and shows in its settings (open-api/setting/AuthSetting.html); camera and album are the system's to allow. */
const scopeNames = { place: 'scope.userFuzzyLocation', calendar: 'scope.addPhoneCalendar' } as const
const known: readonly Scope[] = ['place', 'calendar']
/** wx.requestSubscribeMessage, 错误码. */
const messageFailures: Readonly<Record<number, string>> = {
  10001: "TmplIds can't be empty", 10002: 'Request list fail', 10003: 'Request subscribe fail', 10005: 'Cannot show subscribe message UI', 20001: 'No template data return, verify the template id exist',
  20002: 'Templates type must be same', 20003: 'Templates count out of max bounds', 20004: 'The main switch is switched off', 20005: 'This mini program was banned from subscribing messages',
}

/** WeChat’s part of the table. */
export const wxTable = (surroundings: Surroundings): ApiTable => {
  const { phone, pages, app } = surroundings
  const common = commonTable(surroundings)
  const { storage, permissions, subscriptions, privacy } = phone

  /** A no is remembered: from then on the call fails without a question (framework/open-ability/authorize.html). */
  const permit = (name: string, scope: Scope): void => {
    if (!permissions.remembered.has(scope)) permissions.remembered.set(scope, ask(permissions, scope) === 'yes')
    if (permissions.remembered.get(scope) !== true) throw fail(name, 'auth deny')
  }
  /** What the privacy guide covers (user-privacy/miniprogram-intro.html): held back until it is agreed to. */
  const personal = (name: string, act: Act): Act => async (options, call) => {
    await heldBack(privacy, name, call)
    return act(options, call)
  }
  const authSetting = (): object => Object.fromEntries(Object.entries(scopeNames).flatMap(([scope, name]) => {
    const allowed = permissions.remembered.get(scope as Scope)
    return allowed === undefined ? [] : [[name, allowed]]
  }))

  return {
    events: [...common.events, 'offError'],
    atOnce: {
      ...common.atOnce,
      /** An empty text when there is nothing (storage/wx.getStorageSync.html). */
      getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""') as unknown,
      /** Throws when it cannot be kept; how that is worded is taken from the forum, for the page names the limits only. */
      setStorageSync: (key: string, data: unknown) => {
        const why = keep(phone, key, data, MOST_OF_ONE.weapp)
        if (why !== null) throw new Error(why === 'value' ? 'setStorageSync:fail data exceed 1MB' : 'setStorageSync:fail exceed storage max size 10Mb')
      },
      removeStorageSync: (key: string) => { storage.delete(key) },
      nextTick: (job: () => void) => { setTimeout(job) },
      getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
      getMenuButtonBoundingClientRect: () => ({ top: 26, left: 281, right: 368, bottom: 58, width: 87, height: 32 }),
      /** The latest listener counts (open-api/privacy/wx.onNeedPrivacyAuthorization.html). */
      onNeedPrivacyAuthorization: (listener: NonNullable<Privacy['listener']>) => { privacy.listener = listener },
    },
    objects: {
      /** file/FileSystemManager.readFile.html: bytes unless an encoding is named. */
      getFileSystemManager: {
        readFile: ({ filePath, encoding }) => {
          if (encoding !== undefined) throw new Error('this host reads files as bytes alone')
          const data = phone.album.files.get(String(filePath))
          if (!data) throw fail('readFile', `no such file or directory, open ${String(filePath)}`, { errno: 1300002 })
          return { data }
        },
      },
    },
    later: {
      ...common.later,
      /** `success` comes with any status; 60 s unless told (network/request/wx.request.html). Numbers: framework/usability/PublicErrno.html. */
      request: async (options) => {
        if (phone.underWay.now >= MOST_REQUESTS) throw new Error(`request: more than ${MOST_REQUESTS} at once`)
        const answer = await send(phone, options, options.header, 60_000)
        if (answer === 'timeout') throw fail('request', 'timeout', { errno: 5 })
        if (answer === 'offline') throw fail('request', 'interrupted', { errno: 600003 })
        return { statusCode: answer.status, data: answer.data, header: answer.headers, cookies: [] }
      },
      /** Asks nobody; it fails for want of a network or of WeChat's own (open-api/login/wx.login.html names no wording). */
      login: () => {
        const code = phone.nextLoginCode()
        if (code === null) throw fail('login', 'system error', { errno: 600000 })
        return { code }
      },
      /** open-api/privacy/wx.requirePrivacyAuthorize.html: success when it was agreed to, or is now. */
      requirePrivacyAuthorize: personal('requirePrivacyAuthorize', () => ({})),
      openPrivacyContract: () => ({}),
      /** device/scan/wx.scanCode.html names no failures; users report `cancel`, and the system's no as below (forum). */
      scanCode: () => {
        if (!permissions.remembered.has('camera')) permissions.remembered.set('camera', ask(permissions, 'camera') === 'yes')
        if (permissions.remembered.get('camera') === false) throw fail('scanCode', 'system permission denied')
        if (phone.scanned === null) throw fail('scanCode', 'cancel')
        return { result: phone.scanned, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' }
      },
      /** location/wx.getFuzzyLocation.html: declared in app.json, covered by the guide, allowed by the citizen. */
      getFuzzyLocation: personal('getFuzzyLocation', () => {
        if (!app.requiredPrivateInfos?.includes('getFuzzyLocation')) throw fail('getFuzzyLocation', 'the api need to be declared in the requiredPrivateInfos field in app.json')
        permit('getFuzzyLocation', 'place')
        if (!phone.place) throw fail('getFuzzyLocation', 'ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', { errCode: 2 })
        return { ...phone.place }
      }),
      /** open-api/subscribe-message/wx.requestSubscribeMessage.html: in a tap, three templates at most, an answer for each. */
      requestSubscribeMessage: ({ tmplIds }, call) => {
        const refuse = (errCode: number): Refusal => fail('requestSubscribeMessage', messageFailures[errCode] ?? '', { errCode })
        if (!call.touched) throw new Error('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
        const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : []
        if (ids.length === 0) throw refuse(10001)
        if (ids.length > 3) throw refuse(20003)
        if (!subscriptions.mainSwitch) throw refuse(20004)
        if (subscriptions.failure !== null) throw refuse(subscriptions.failure)
        return answersTo(subscriptions, ids).answers
      },
      /** open-api/setting/wx.getSetting.html: answers that are kept, and only when they are asked for. */
      getSetting: ({ withSubscriptions }) => ({
        authSetting: authSetting(),
        ...(withSubscriptions === true && { subscriptionsSetting: { mainSwitch: subscriptions.mainSwitch, itemSettings: Object.fromEntries(subscriptions.kept) } }),
      }),
      /** open-api/setting/wx.openSetting.html: in a tap only, since 2.3.0. */
      openSetting: (_, call) => {
        if (!call.touched) throw new Error('openSetting:fail can only be invoked by user TAP gesture.')
        openSettings(permissions, known)
        return { authSetting: authSetting() }
      },
      /** device/calendar/wx.addPhoneCalendar.html. */
      addPhoneCalendar: personal('addPhoneCalendar', () => { permit('addPhoneCalendar', 'calendar'); return {} }),
      /** device/clipboard/wx.setClipboardData.html. */
      setClipboardData: personal('setClipboardData', ({ data }) => { phone.clipboard = String(data); return {} }),
      /** media/image/wx.chooseImage.html: nine at most unless told, as temporary files. */
      chooseImage: personal('chooseImage', ({ count = 9 }) => {
        permit('chooseImage', 'album')
        const tempFiles = choose(phone.album, 'wxfile://tmp_', Number(count))
        if (tempFiles === null) throw fail('chooseImage', 'cancel')
        return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
      }),
      /** Its numbers are those of queryVerifyInfo (server/API/face/api_queryverifyinfo): 90002 to 90006 left, 90008 no camera; 90100 is what users see who leave (forum 00022018230c080f4e1e0dc255b800). */
      requestFacialVerify: async ({ verifyId }) => {
        if (phone.face === 'unable') throw fail('requestFacialVerify', 'camera not authorized', { errCode: 90008 })
        await phone.beforeCamera(String(verifyId), phone.face)
        if (phone.face === 'cancel') throw fail('requestFacialVerify', 'user quit', { errCode: 90100 })
        return { errCode: 0 }
      },
      getNetworkType: () => ({ networkType: phone.online ? 'wifi' : 'none' }),
      setNavigationBarTitle: ({ title }) => { pages.top().title = String(title); return {} },
      setNavigationBarColor: () => ({}),
      setBackgroundColor: () => ({}),
    },
  }
}
