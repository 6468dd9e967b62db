import { commonTable, type ApiTable, type Surroundings } from './apiTable'
import { Refusal } from './bridge'
import { send } from './requests'

const fail = (name: string, why: string): Refusal => new Refusal({ errMsg: `${name}:fail ${why}` })

/** WeChat’s part of the table. */
export const wxTable = (surroundings: Surroundings): ApiTable => {
  const { phone, pages, app } = surroundings
  const common = commonTable(surroundings)
  const { storage } = phone
  return {
    // Whether the guide was agreed to is known before anything asks, so that nothing is ever held back here.
    events: [...common.events, 'offError', 'onNeedPrivacyAuthorization'],
    atOnce: {
      ...common.atOnce,
      getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""') as unknown,
      setStorageSync: (key: string, data: unknown) => { storage.set(key, JSON.stringify(data)) },
      removeStorageSync: (key: string) => { storage.delete(key) },
      nextTick: (job: () => void) => { setTimeout(job) },
      getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
      getMenuButtonBoundingClientRect: () => ({ top: 26, left: 281, right: 368, bottom: 58, width: 87, height: 32 }),
    },
    later: {
      ...common.later,
      /** `success` comes with any status. */
      request: async (options) => {
        const answer = await send(phone, options, options.header)
        if (typeof answer === 'string') throw fail('request', answer)
        return { statusCode: answer.status, data: answer.data, header: answer.headers, cookies: [] }
      },
      login: () => {
        const code = phone.nextLoginCode()
        if (code === null) throw fail('login', 'cancel')
        return { code }
      },
      requirePrivacyAuthorize: () => ({}),
      openPrivacyContract: () => ({}),
      scanCode: () => {
        if (phone.scanned === null) throw fail('scanCode', 'cancel')
        return { result: phone.scanned, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' }
      },
      getFuzzyLocation: () => {
        if (!app.requiredPrivateInfos?.includes('getFuzzyLocation')) throw fail('getFuzzyLocation', 'the api need to be declared in the requiredPrivateInfos field in app.json')
        if (!phone.place) throw fail('getFuzzyLocation', 'auth deny')
        return { ...phone.place }
      },
      requestSubscribeMessage: ({ tmplIds }) => {
        const ids = (tmplIds as readonly string[]).map(String)
        if (ids.length < 1 || ids.length > 3) throw fail('requestSubscribeMessage', '20003 tmplIds must be one to three')
        phone.askedFor.push(ids)
        if (phone.permission === null) throw fail('requestSubscribeMessage', '10002 network failed')
        return Object.fromEntries(ids.map((id) => [id, phone.permission]))
      },
      getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
      addPhoneCalendar: () => ({}),
      getNetworkType: () => ({ networkType: phone.online ? 'wifi' : 'none' }),
      setNavigationBarTitle: ({ title }) => { pages.top().title = String(title); return {} },
      setNavigationBarColor: () => ({}),
      setBackgroundColor: () => ({}),
    },
  }
}
