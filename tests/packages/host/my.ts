import { commonTable, type ApiTable, type Surroundings } from './apiTable'
import { Refusal } from './bridge'
import { send } from './requests'

const fail = (error: number, errorMessage: string, more: object = {}): Refusal => new Refusal({ error, errorMessage, ...more })

/** Alipay’s part of the table. */
export const myTable = (surroundings: Surroundings): ApiTable => {
  const { phone, pages } = surroundings
  const common = commonTable(surroundings)
  const { storage } = phone
  return {
    events: common.events,
    atOnce: {
      ...common.atOnce,
      getStorageSync: ({ key }: { key: string }) => ({ data: JSON.parse(storage.get(key) ?? 'null') as unknown, success: true }),
      setStorageSync: ({ key, data }: { key: string; data: unknown }) => { storage.set(key, JSON.stringify(data)); return { success: true } },
      removeStorageSync: ({ key }: { key: string }) => { storage.delete(key); return { success: true } },
      nextTick: (job: () => void) => { setTimeout(job) },
      getSystemInfoSync: () => ({ ...(common.atOnce.getSystemInfoSync?.() as object), language: phone.language === 'en' ? 'en' : 'zh-Hans', app: 'alipay', titleBarHeight: 44 }),
    },
    later: {
      ...common.later,
      /**
       * Every status but 200 is a failure, error 19, which carries the answer; taken from reports of users
       * (NervJS/taro pull 14366, fjc0k/taro-axios issue 7), for Alipay’s pages say no more than “HTTP error”.
       */
      request: async (options) => {
        const answer = await send(phone, options, options.headers)
        if (answer === 'timeout') throw fail(13, 'timeout')
        if (answer === 'offline') throw fail(12, 'network error')
        if (answer.status !== 200) throw fail(19, 'http status error', answer)
        return answer
      },
      getAuthCode: ({ scopes }) => {
        if (scopes !== 'auth_base') throw fail(2, 'this host asks nobody for more than auth_base')
        const authCode = phone.nextLoginCode()
        if (authCode === null) throw fail(11, 'the citizen refused')
        return { authCode, authSuccessScopes: [scopes], authErrorScopes: {} }
      },
      requestSubscribeMessage: ({ entityIds }) => {
        const ids = (entityIds as readonly string[]).map(String)
        if (ids.length < 1 || ids.length > 3) throw fail(2, 'entityIds must be one to three')
        phone.askedFor.push(ids)
        if (phone.permission === null) throw fail(11, 'the citizen closed the question')
        const [yes, no] = phone.permission === 'accept' ? [ids, []] : [[], ids]
        return { behavior: 'subscribe', keep: false, show: true, result: { subscribeEntityIds: yes, subscribedEntityIds: yes, unsubscribedEntityIds: no, currentSubscribedEntityIds: yes } }
      },
      scan: ({ type }) => {
        if (type !== 'qr') throw fail(2, `no such type of code: ${String(type)}`)
        if (phone.scanned === null) throw fail(10, 'cancel')
        return { code: phone.scanned, qrCode: phone.scanned }
      },
      getLocation: () => {
        if (!phone.place) throw fail(2001, 'the citizen refused')
        return { latitude: String(phone.place.latitude), longitude: String(phone.place.longitude), accuracy: '30' }
      },
      getNetworkType: () => ({ networkAvailable: phone.online, networkType: phone.online ? 'WIFI' : 'NOTREACHABLE' }),
      setNavigationBar: ({ title }) => { if (title !== undefined) pages.top().title = String(title); return {} },
    },
  }
}
